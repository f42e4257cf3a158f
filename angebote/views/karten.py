"""The cards of a list: what stands in Angebot.kartendaten plus the next two Termine, whatever list they are for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import F, Window
from django.db.models.functions import RowNumber
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from angebote.choices import Format
from angebote.domain.zeitsaetze import build_datumssatz, build_terminsatz
from angebote.models import Angebot, Termin

WOCHE = timedelta(days=7)


@dataclass(frozen=True)
class Karte:
    """Exactly what templates/_components/angebot_karte.html shows; an empty sentence leaves its line out."""

    id: int
    titel: str
    url: str
    nutzen: str
    bereich: str
    kategorie_name: str
    kategorie_icon: str
    termin_satz: str
    danach_satz: str
    ort_satz: str
    kiez_name: str
    haltestelle_satz: str
    kosten_satz: str
    ist_kostenlos: bool
    ohne_anmeldung: bool
    barriere_satz: str
    ist_stufenlos: bool | None
    pruef_satz: str
    ist_bestaetigt: bool
    zugang_saetze: tuple[str, ...]


def build_karten(angebote: Sequence[Angebot], *, heute: date) -> list[Karte]:
    """One query for all given offers, in their order."""
    termine = _load_naechste_termine(angebote, heute=heute)
    return [_build_karte(angebot, termine[angebot.pk], heute=heute) for angebot in angebote]


def build_pruefsatz(angebot: Angebot, quellensatz: str = "") -> str:
    if angebot.geprueft_am is not None:
        return _("Zuletzt geprüft am %(datum)s") % {"datum": date_format(angebot.geprueft_am, "j. F Y")}
    return " ".join(satz for satz in (_("Noch nicht bestätigt. Bitte vorher anrufen."), quellensatz) if satz)


def _load_naechste_termine(angebote: Sequence[Angebot], *, heute: date) -> dict[int, list[Termin]]:
    nummer = Window(RowNumber(), partition_by=F("angebot"), order_by=[F("datum"), F("beginn")])
    termine: dict[int, list[Termin]] = defaultdict(list)
    if not angebote:
        return termine
    kommende = Termin.objects.filter(angebot__in=[angebot.pk for angebot in angebote], datum__gte=heute)
    for termin in kommende.annotate(nummer=nummer).filter(nummer__lte=2).order_by("angebot", "datum", "beginn"):
        termine[termin.angebot_id].append(termin)
    return termine


def _build_karte(angebot: Angebot, termine: Sequence[Termin], *, heute: date) -> Karte:
    daten: dict[str, Any] = angebot.kartendaten
    termin_satz, danach_satz = _build_wann(angebot, termine, heute=heute)
    return Karte(
        id=angebot.pk,
        titel=angebot.titel,
        url=angebot.get_absolute_url(),
        nutzen=angebot.nutzen,
        bereich=angebot.bereich,
        kategorie_name=daten.get("kategorie_name", ""),
        kategorie_icon=daten.get("kategorie_icon", ""),
        termin_satz=termin_satz,
        danach_satz=danach_satz,
        ort_satz=daten.get("ortsatz", ""),
        kiez_name=daten.get("kiez_name", ""),
        haltestelle_satz=daten.get("haltestellensatz", ""),
        kosten_satz=daten.get("kostensatz", ""),
        ist_kostenlos=daten.get("ist_kostenlos", False),
        ohne_anmeldung=daten.get("ohne_anmeldung", False),
        barriere_satz=daten.get("barrieresatz", ""),
        ist_stufenlos=daten.get("ist_stufenlos"),
        pruef_satz=build_pruefsatz(angebot, daten.get("quellensatz", "")),
        ist_bestaetigt=angebot.ist_bestaetigt,
        zugang_saetze=tuple(daten.get("zugangssaetze", ())),
    )


def _build_wann(angebot: Angebot, termine: Sequence[Termin], *, heute: date) -> tuple[str, str]:
    """The next real date in words and the one after it; without dates what is known about the times instead."""
    zeitsaetze: list[str] = angebot.kartendaten.get("zeitsaetze", [])
    if not termine:
        return _build_ohne_termin(zeitsaetze)
    erster = build_terminsatz(termine[0].datum, termine[0].beginn, termine[0].ende, heute=heute)
    if ist_oeffnungszeit(angebot, termine):
        return _("Geöffnet %(termin)s") % {"termin": _lower_tageswort(erster, termine[0].datum, heute)}, ""
    if len(termine) == 1:
        return erster, ""
    return erster, _("danach %(datum)s") % {"datum": build_datumssatz(termine[1].datum, heute=heute)}


def ist_oeffnungszeit(angebot: Angebot, termine: Sequence[Termin]) -> bool:
    """A house that is open several times a week has opening hours rather than dates."""
    return angebot.format == Format.OFFEN and len(termine) > 1 and termine[1].datum - termine[0].datum < WOCHE


def _lower_tageswort(satz: str, datum: date, heute: date) -> str:
    """ "Heute" and "Morgen" lose their capital inside a sentence, weekdays keep it."""
    return satz[:1].lower() + satz[1:] if datum <= heute + timedelta(days=1) else satz


def _build_ohne_termin(zeitsaetze: Sequence[str]) -> tuple[str, str]:
    if not zeitsaetze:
        return _("Zeiten nicht bekannt – bitte anrufen"), ""
    satz = zeitsaetze[0][:1].upper() + zeitsaetze[0][1:]
    return satz, "; ".join(zeitsaetze[1:])
