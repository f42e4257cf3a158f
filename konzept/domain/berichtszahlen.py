"""Figures of the catalogue on one day, as plain data: what the public may see then, by area, subject and Kiez.

Counted from the same sets as the gap analysis, so that report and gap page say the same: an offer counts for the Kiez
its place lies in, and for those it names where it reaches people without their having to go anywhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Count

from angebote.choices import Bereich
from angebote.models import Angebot
from konzept.choices import Lueckendimension
from konzept.domain.bevoelkerung import compute_je_tausend, compute_mittlere
from konzept.domain.kiezlage import Kiezlage, list_kiezlagen
from konzept.domain.luecken import Matrix, count_matrix
from konzept.domain.verortung import Kiezbestand, load_kiezbestand

GRUPPEN = ("einwohner", "unter_18", "von_18_bis_26", "ab_65")
Zahlen = dict[str, Any]


def compute_zahlen(*, heute: date) -> Zahlen:
    """Of valid offers alone. Five queries while the catalogue stays as it is."""
    bestand = load_kiezbestand(heute=heute)
    matrix = count_matrix(bestand, dimension=Lueckendimension.KATEGORIE, bereich="")
    basis, verortung, orte = bestand.find_basis(""), bestand.verortung, _count_orte(heute)
    return {
        "angebote": basis.bit_count(),
        "alt": (basis & verortung.laenger_her).bit_count(),
        "unbestaetigt": (basis & verortung.unbestaetigt).bit_count(),
        "orte": sum(orte.values()),
        "ohne_ort": (basis & verortung.ohne_ort).bit_count(),
        "ohne_kiez": (basis & verortung.ausserhalb).bit_count(),
        "bereiche": _count_bereiche(bestand),
        "kategorien": [
            {"slug": zelle.spalte.wert, "name": zelle.spalte.titel, "angebote": zelle.anzahl}
            for zelle in matrix.gesamt.zellen
            if not zelle.spalte.ist_rest
        ],
        "kieze": [_describe_kiez(lage, orte=orte.get(lage.kiez.slug, 0)) for lage in list_kiezlagen(bestand)],
        "luecken": list(_iterate_luecken(matrix)),
    }


def _count_orte(heute: date) -> dict[str | None, int]:
    """Places with a valid offer, by slug of their Kiez."""
    offene = Angebot.objects.oeffentlich(heute).filter(ort__isnull=False).order_by()
    return dict(offene.values_list("ort__kiez__slug").annotate(Count("ort", distinct=True)))


def _count_bereiche(bestand: Kiezbestand) -> list[Zahlen]:
    return [
        {"art": bereich.value, "name": str(bereich.label), "angebote": bestand.find_basis(bereich).bit_count()}
        for bereich in Bereich
    ]


def _describe_kiez(lage: Kiezlage, *, orte: int) -> Zahlen:
    """alt, unbestaetigt: offers whose facts nobody has confirmed lately, or ever."""
    kiez = lage.kiez
    menschen = {gruppe: getattr(kiez, gruppe) for gruppe in GRUPPEN} | {"von_27_bis_64": compute_mittlere(kiez)}
    return {
        "slug": kiez.slug,
        "name": kiez.name,
        "angebote": lage.angebote,
        "alt": lage.laenger_her,
        "unbestaetigt": lage.unbestaetigt,
        "orte": orte,
        "menschen": menschen,
        "je_1000": {gruppe: compute_je_tausend(lage.angebote, anzahl) for gruppe, anzahl in menschen.items()},
        "stand": kiez.einwohner_stand.isoformat() if kiez.einwohner_stand else "",
    }


def _iterate_luecken(matrix: Matrix) -> Iterator[Zahlen]:
    """Kieze with the subjects for which there is nothing; a Kiez that has everything is left out."""
    for zeile in matrix.kieze:
        themen = [{"slug": z.spalte.wert, "name": z.spalte.titel} for z in zeile.zellen if z.ist_luecke]
        if zeile.kiez and themen:
            yield {"kiez": zeile.kiez.slug, "name": zeile.titel, "themen": themen}
