"""The booklet of the whole district: every offer once, by Kiez or by weekday, with contents and an index of places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.db.models import F, TextChoices
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from angebote.domain.zeitsaetze import build_datumssatz
from angebote.druck.kurzadresse import Kurzadresse, build_kurzadresse
from angebote.druck.programmangebot import Programmangebot, Vorlage, build_programmangebot, load_vorlagen
from angebote.druck.programmteile import OHNE_ORT, find_zeitteil, group_teile, name_teil
from angebote.druck.rahmen import Rahmen, build_rahmen
from angebote.druck.zeitraum import Zeitraum
from angebote.models import Angebot, Kiez
from pankow_einsamkeit.lib.umbruch import unbroken

HOECHSTENS = 3000  # offers; with more of them nobody would carry the booklet


class Ordnung(TextChoices):
    KIEZ = "kiez", gettext_lazy("nach Kiez")
    TAG = "tag", gettext_lazy("nach Wochentag")


@dataclass(frozen=True)
class Hefteintrag:
    angebot: Programmangebot
    naechster: str


@dataclass(frozen=True)
class Heftteil:
    titel: str
    eintraege: tuple[Hefteintrag, ...]


@dataclass(frozen=True)
class Heftort:
    """A line of the index; angebot_ids: what takes place there, for the page numbers."""

    name: str
    kiez: str
    angebot_ids: tuple[int, ...]


@dataclass(frozen=True)
class Heft:
    """rest_satz: how many offers are not in it, and where they are."""

    titel: str
    zeitraum: str
    ordnung: str
    umfang: str
    rest_satz: str
    teile: tuple[Heftteil, ...]
    orte: tuple[Heftort, ...]
    code: Kurzadresse
    code_satz: str
    rahmen: Rahmen


def build_heft(*, ordnung: Ordnung, zeitraum: Zeitraum, tagesbeginn: datetime) -> Heft:
    """tagesbeginn: whole days are printed, whatever of today is over. Eight queries, whatever the number of offers."""
    heute = tagesbeginn.date()
    vorlagen, rest = _load_vorlagen(zeitraum=zeitraum, tagesbeginn=tagesbeginn)
    kieze = dict(Kiez.objects.values_list("pk", "name"))
    gruppen = _group_nach_kiez(vorlagen, kieze) if ordnung == Ordnung.KIEZ else _group_nach_tag(vorlagen)
    code = build_kurzadresse(reverse("angebote:angebot-liste"), qr_alt=_("QR-Code zur Suche im Internet"))
    return Heft(
        titel=_("Programm für Pankow"),
        zeitraum=unbroken(zeitraum.titel),
        ordnung=_("geordnet %(wie)s") % {"wie": ordnung.label},
        umfang=ngettext("%(anzahl)d Angebot", "%(anzahl)d Angebote", len(vorlagen)) % {"anzahl": len(vorlagen)},
        rest_satz=_build_rest_satz(rest, code.anzeige),
        teile=tuple(
            Heftteil(titel, tuple(_build_eintrag(vorlage, zeitraum=zeitraum, heute=heute) for vorlage in gruppe))
            for titel, gruppe in gruppen
        ),
        orte=_build_orte(vorlagen, kieze),
        code=code,
        code_satz=_("Alle Angebote, immer aktuell:"),
        rahmen=build_rahmen(heute=heute),
    )


def _load_vorlagen(*, zeitraum: Zeitraum, tagesbeginn: datetime) -> tuple[list[Vorlage], int]:
    """And how many are left out, those least recently confirmed."""
    alle = Angebot.objects.oeffentlich(tagesbeginn.date())
    pks = alle.order_by(F("geprueft_am").desc(nulls_last=True), "pk").values_list("pk", flat=True)
    gewaehlt = list(pks[:HOECHSTENS])
    rest = alle.count() - len(gewaehlt) if len(gewaehlt) == HOECHSTENS else 0
    return load_vorlagen(alle.filter(pk__in=gewaehlt), zeitraum=zeitraum, jetzt=tagesbeginn), rest


def _group_nach_kiez(vorlagen: Sequence[Vorlage], kieze: dict[int, str]) -> list[tuple[str, list[Vorlage]]]:
    """By name of the Kiez; then places outside of all of them, then what needs no place."""
    gruppen: dict[tuple[int, str], list[Vorlage]] = defaultdict(list)
    for vorlage in vorlagen:
        gruppen[_find_kiezteil(vorlage, kieze)].append(vorlage)
    return [(titel, gruppen[rang, titel]) for rang, titel in sorted(gruppen)]


def _find_kiezteil(vorlage: Vorlage, kieze: dict[int, str]) -> tuple[int, str]:
    if not vorlage.hat_ort or vorlage.angebot.ort is None:
        return 2, name_teil(OHNE_ORT)
    kiez_id = vorlage.angebot.ort.kiez_id
    return (0, kieze[kiez_id]) if kiez_id in kieze else (1, _("Andere Orte"))


def _group_nach_tag(vorlagen: Sequence[Vorlage]) -> list[tuple[str, list[Vorlage]]]:
    teile = [(find_zeitteil(vorlage) if vorlage.hat_ort else OHNE_ORT, vorlage) for vorlage in vorlagen]
    return [(name_teil(teil), gruppe) for teil, gruppe in group_teile(teile)]


def _build_eintrag(vorlage: Vorlage, *, zeitraum: Zeitraum, heute: date) -> Hefteintrag:
    naechster = ""
    if len(vorlage.termine) > 1:
        tag = build_datumssatz(vorlage.termine[0].datum, heute=heute, absolut=True)
        naechster = unbroken(_("nächster Termin: %(tag)s") % {"tag": tag})
    return Hefteintrag(build_programmangebot(vorlage, zeitraum=zeitraum, heute=heute), naechster)


def _build_orte(vorlagen: Sequence[Vorlage], kieze: dict[int, str]) -> tuple[Heftort, ...]:
    ids_of: dict[int, list[int]] = defaultdict(list)
    orte = {}
    for vorlage in vorlagen:
        ort = vorlage.angebot.ort
        if ort is not None and vorlage.hat_ort:
            orte[ort.pk] = ort
            ids_of[ort.pk].append(vorlage.angebot.pk)
    zeilen = [
        Heftort(ort.name.strip() or _("Ort ohne Namen"), kieze.get(ort.kiez_id or 0, ""), tuple(ids_of[pk]))
        for pk, ort in orte.items()
    ]
    return tuple(sorted(zeilen, key=lambda zeile: (zeile.name.casefold(), zeile.kiez)))


def _build_rest_satz(anzahl: int, adresse: str) -> str:
    if not anzahl:
        return ""
    satz = ngettext(
        "%(anzahl)d weiteres Angebot steht unter %(adresse)s",
        "%(anzahl)d weitere Angebote stehen unter %(adresse)s",
        anzahl,
    )
    telefon = _(" oder erfahren Sie am Telefon: %(nummer)s") % {"nummer": settings.PORTAL_TELEFON}
    return satz % {"anzahl": anzahl, "adresse": adresse} + (telefon if settings.PORTAL_TELEFON else "") + "."
