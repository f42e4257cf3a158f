"""Figures of the catalogue on one day, as plain data: what the public may see then, by area, subject and Kiez.

An offer counts for the Kiez its place lies in. Offers without a place (telephone, online, at home) are counted by
themselves; where their Einzugsgebiet names a Kiez, they fill its gaps.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from angebote.choices import Bereich
from angebote.models import Angebot, Kategorie, Kiez

GRUPPEN = ("einwohner", "unter_18", "von_18_bis_26", "ab_65")


@dataclass(frozen=True)
class Zeile:
    """What counts of one offer."""

    pk: int
    bereich: str
    ort_id: int | None
    kiez_id: int | None
    ist_alt: bool
    ist_unbestaetigt: bool


def compute_zahlen(*, heute: date) -> dict[str, Any]:
    """Of valid offers alone. Five queries, whatever their number."""
    zeilen = _load_zeilen(heute)
    kategorien = _load_paare("kategorien", heute)
    kieze = list(Kiez.objects.all())
    themen = list(Kategorie.objects.all())
    je_thema = Counter(kategorie for zugeordnete in kategorien.values() for kategorie in zugeordnete)
    return {
        "angebote": len(zeilen),
        "alt": sum(zeile.ist_alt for zeile in zeilen),
        "unbestaetigt": sum(zeile.ist_unbestaetigt for zeile in zeilen),
        "orte": len({zeile.ort_id for zeile in zeilen if zeile.ort_id}),
        "ohne_ort": sum(zeile.ort_id is None for zeile in zeilen),
        "ohne_kiez": sum(zeile.ort_id is not None and zeile.kiez_id is None for zeile in zeilen),
        "bereiche": _count_bereiche(zeilen),
        "kategorien": [{"slug": thema.slug, "name": thema.name, "angebote": je_thema[thema.pk]} for thema in themen],
        "kieze": _count_kieze(kieze, zeilen),
        "luecken": _list_luecken(kieze, themen, zeilen, kategorien, _load_paare("einzugsgebiet", heute)),
    }


def compute_je_1000(anzahl: int, menschen: int | None) -> float | None:
    """Offers per 1,000 people, one decimal. None where nobody knows how many there are, or nobody lives there."""
    return round(anzahl * 1000 / menschen, 1) if menschen else None


def _load_zeilen(heute: date) -> list[Zeile]:
    felder = ("pk", "bereich", "ort_id", "ort__kiez_id", "hinweis_ab", "geprueft_am")
    return [
        Zeile(pk, bereich, ort_id, kiez_id, bool(hinweis_ab and hinweis_ab <= heute), geprueft_am is None)
        for pk, bereich, ort_id, kiez_id, hinweis_ab, geprueft_am in Angebot.objects.oeffentlich(heute)
        .order_by()
        .values_list(*felder)
    ]


def _load_paare(feld: str, heute: date) -> dict[int, set[int]]:
    """The keys in one many-to-many field, by offer."""
    paare: dict[int, set[int]] = defaultdict(set)
    gefuellte = Angebot.objects.oeffentlich(heute).filter(**{f"{feld}__isnull": False})
    for angebot_id, ziel_id in gefuellte.order_by().values_list("pk", feld):
        paare[angebot_id].add(ziel_id)
    return paare


def _count_bereiche(zeilen: Iterable[Zeile]) -> list[dict[str, Any]]:
    je_bereich = Counter(zeile.bereich for zeile in zeilen)
    return [{"art": bereich.value, "name": str(bereich.label), "angebote": je_bereich[bereich]} for bereich in Bereich]


def _count_kieze(kieze: Iterable[Kiez], zeilen: Iterable[Zeile]) -> list[dict[str, Any]]:
    je_kiez: dict[int | None, list[Zeile]] = defaultdict(list)
    for zeile in zeilen:
        je_kiez[zeile.kiez_id].append(zeile)
    return [_count_kiez(kiez, je_kiez[kiez.pk]) for kiez in kieze]


def _count_kiez(kiez: Kiez, zeilen: list[Zeile]) -> dict[str, Any]:
    menschen = {gruppe: getattr(kiez, gruppe) for gruppe in GRUPPEN}
    return {
        "slug": kiez.slug,
        "name": kiez.name,
        "angebote": len(zeilen),
        "alt": sum(zeile.ist_alt for zeile in zeilen),
        "orte": len({zeile.ort_id for zeile in zeilen}),
        "menschen": menschen,
        "je_1000": {gruppe: compute_je_1000(len(zeilen), anzahl) for gruppe, anzahl in menschen.items()},
        "stand": kiez.einwohner_stand.isoformat() if kiez.einwohner_stand else "",
    }


def _list_luecken(
    kieze: Iterable[Kiez],
    themen: Iterable[Kategorie],
    zeilen: Iterable[Zeile],
    kategorien: Mapping[int, set[int]],
    einzugsgebiete: Mapping[int, set[int]],
) -> list[dict[str, Any]]:
    """Kieze with the subjects for which there is nothing; a Kiez that has everything is left out."""
    vorhandene: dict[int, set[int]] = defaultdict(set)
    for zeile in zeilen:
        gebiete = {zeile.kiez_id} if zeile.kiez_id else einzugsgebiete.get(zeile.pk, set())
        for kiez_id in gebiete:
            vorhandene[kiez_id] |= kategorien.get(zeile.pk, set())
    fehlende = {
        kiez: [{"slug": thema.slug, "name": thema.name} for thema in themen if thema.pk not in vorhandene[kiez.pk]]
        for kiez in kieze
    }
    return [{"kiez": kiez.slug, "name": kiez.name, "themen": namen} for kiez, namen in fehlende.items() if namen]
