"""The cards of a list: what stands in Angebot.kartendaten plus the next two Termine, whatever list they are for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Exists, F, OuterRef, Window
from django.db.models.functions import RowNumber
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from angebote.choices import Format
from angebote.domain.zeitsaetze import (
    NACH_VEREINBARUNG,
    ZEITEN_UNBEKANNT,
    ZEITEN_UNSICHER,
    build_datumssatz,
    build_terminsatz,
    build_unbekanntsatz,
)
from angebote.models import Angebot, Termin, TerminQuerySet
from pankow_einsamkeit.lib.telefon import Telefonnummer, parse_telefonliste

WOCHE = timedelta(days=7)
ALT_NACH_JAHREN = 3
OHNE_REGEL = (NACH_VEREINBARUNG, ZEITEN_UNBEKANNT, ZEITEN_UNSICHER)
UNBEKANNTES = {
    "zeiten": gettext_lazy("Zeiten"),
    "ort": gettext_lazy("Ort"),
    "kosten": gettext_lazy("Kosten"),
    "barrieren": gettext_lazy("Barrieren"),
}


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
    telefon: Telefonnummer | None
    unbekannt_satz: str
    pruef_satz: str
    pruef_icon: str
    ist_bestaetigt: bool
    zugang_saetze: tuple[str, ...]


def build_karten(
    angebote: Sequence[Angebot], *, jetzt: datetime, termine: TerminQuerySet | None = None, geoeffnet: bool = False
) -> list[Karte]:
    """One query for all given offers, in their order; `termine`: those ahead to choose the next two from (else all).

    geoeffnet: the Termine are opening hours, even if there is only one.
    """
    heute, kommende = jetzt.date(), Termin.objects.kommende(jetzt) if termine is None else termine
    naechste = _load_naechste_termine(angebote, kommende, heute=heute)
    return [_build_karte(angebot, naechste[angebot.pk], heute=heute, geoeffnet=geoeffnet) for angebot in angebote]


def build_pruefsatz(angebot: Angebot) -> str:
    """When it was checked; if never, how to ask before the visit, and where the facts come from."""
    if angebot.geprueft_am is not None:
        return _("Zuletzt geprüft am %(datum)s") % {"datum": date_format(angebot.geprueft_am, "j. F Y")}
    nachfrage = angebot.kartendaten.get("nachfrage_vorher") or _("bitte vorher nachfragen")
    satz = _("Noch nicht bestätigt. %(nachfrage)s.") % {"nachfrage": capfirst(nachfrage)}
    return " ".join(teil for teil in (satz, angebot.kartendaten.get("quellensatz", "")) if teil)


def _load_naechste_termine(
    angebote: Sequence[Angebot], termine: TerminQuerySet, *, heute: date
) -> dict[int, list[Termin]]:
    nummer = Window(RowNumber(), partition_by=F("angebot"), order_by=[F("datum"), F("beginn")])
    naechste: dict[int, list[Termin]] = defaultdict(list)
    if not angebote:
        return naechste
    kommende = termine.filter(angebot__in=[angebot.pk for angebot in angebote])
    gezaehlte = kommende.annotate(nummer=nummer, auch_an_anderem_tag=_build_auch_an_anderem_tag(heute))
    for termin in gezaehlte.filter(nummer__lte=2).order_by("angebot", "datum", "beginn"):
        naechste[termin.angebot_id].append(termin)
    return naechste


def _build_auch_an_anderem_tag(heute: date) -> Exists:
    """Whether there is a date on another weekday this week, even if the list asks for one day only."""
    woche = Termin.objects.filter(angebot=OuterRef("angebot"), datum__gte=heute, datum__lt=heute + WOCHE)
    return Exists(woche.exclude(wochentag=OuterRef("wochentag")))


def _build_karte(angebot: Angebot, termine: Sequence[Termin], *, heute: date, geoeffnet: bool) -> Karte:
    daten: dict[str, Any] = angebot.kartendaten
    termin_satz, danach_satz = _build_wann(angebot, termine, heute=heute, geoeffnet=geoeffnet)
    unbekannt = [*([] if termin_satz else ["zeiten"]), *daten.get("unbekannt", ())]
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
        ort_satz="" if "ort" in unbekannt else daten.get("ortsatz", ""),
        kiez_name=daten.get("kiez_name", ""),
        haltestelle_satz=daten.get("haltestellensatz", ""),
        kosten_satz="" if "kosten" in unbekannt else daten.get("kostensatz", ""),
        ist_kostenlos=daten.get("ist_kostenlos", False),
        ohne_anmeldung=daten.get("ohne_anmeldung", False),
        barriere_satz="" if "barrieren" in unbekannt else daten.get("barrieresatz", ""),
        ist_stufenlos=daten.get("ist_stufenlos"),
        telefon=_find_telefon(angebot),
        unbekannt_satz=_build_unbekanntsatz(angebot, unbekannt),
        pruef_satz=build_pruefsatz(angebot),
        pruef_icon=_name_pruefzeichen(angebot),
        ist_bestaetigt=angebot.ist_bestaetigt,
        zugang_saetze=tuple(daten.get("zugangssaetze", ())),
    )


def _find_telefon(angebot: Angebot) -> Telefonnummer | None:
    """The offer's own first number that a phone can dial; a provider's would cost a query and may lead elsewhere."""
    return next((nummer for nummer in parse_telefonliste(angebot.telefon) if nummer.href), None)


def _build_unbekanntsatz(angebot: Angebot, unbekannt: Sequence[str]) -> str:
    """All that is not known in one line. An unconfirmed offer asks to call in the line below, and once is enough."""
    if not unbekannt:
        return ""
    satz = _("Nicht bekannt: %(was)s") % {"was": ", ".join(str(UNBEKANNTES[name]) for name in unbekannt)}
    if not angebot.ist_bestaetigt:
        return satz
    return f"{satz} – {angebot.kartendaten.get('nachfrage') or _('bitte nachfragen')}"


def _name_pruefzeichen(angebot: Angebot) -> str:
    if angebot.ist_bestaetigt:
        return "circle-check"
    return "phone" if angebot.kartendaten.get("hat_telefon") else "circle-help"


def _build_wann(angebot: Angebot, termine: Sequence[Termin], *, heute: date, geoeffnet: bool) -> tuple[str, str]:
    """The next real date in words and the one after it; without dates what is known about the times instead.

    Both are empty where nothing is known about the times.
    """
    if not termine:
        unbekannt = build_unbekanntsatz(angebot.kartendaten.get("nachfrage", ""))
        return _build_ohne_termin([satz for satz in angebot.kartendaten.get("zeitsaetze", ()) if satz != unbekannt])
    erster = build_naechster_termin(angebot, termine, heute=heute, geoeffnet=geoeffnet)
    if geoeffnet or len(termine) == 1 or ist_oeffnungszeit(angebot, termine):
        return erster, ""
    danach = build_datumssatz(termine[1].datum, heute=heute, im_satz=True)
    return erster, _("danach %(datum)s") % {"datum": danach}


def build_naechster_termin(angebot: Angebot, termine: Sequence[Termin], *, heute: date, geoeffnet: bool = False) -> str:
    """ "Dienstag, 24. November, 14 bis 16 Uhr"; for a house with opening hours "Geöffnet heute, 9 bis 17 Uhr".

    A date that follows from an old source says so itself: "Morgen, 15 bis 17 Uhr (Angabe von 2013)".
    """
    erster = termine[0]
    ist_offen = geoeffnet or ist_oeffnungszeit(angebot, termine)
    satz = build_terminsatz(erster.datum, erster.beginn, erster.ende, heute=heute, im_satz=ist_offen)
    if ist_offen:
        satz = _("Geöffnet %(termin)s") % {"termin": satz}
    return " ".join(teil for teil in (satz, _build_altersvermerk(angebot, heute=heute)) if teil)


def sind_zeiten_alt(angebot: Angebot, *, heute: date) -> bool:
    """Nobody has confirmed them, and their newest source is three years old or has no date."""
    jahr = angebot.kartendaten.get("stand_jahr")
    return not angebot.ist_bestaetigt and (jahr is None or heute.year - jahr >= ALT_NACH_JAHREN)


def _build_altersvermerk(angebot: Angebot, *, heute: date) -> str:
    if not sind_zeiten_alt(angebot, heute=heute):
        return ""
    jahr = angebot.kartendaten.get("stand_jahr")
    return _("(Angabe von %(jahr)d)") % {"jahr": jahr} if jahr else _("(Angabe ohne Datum)")


def ist_oeffnungszeit(angebot: Angebot, termine: Sequence[Termin]) -> bool:
    """A house that is open several times a week has opening hours rather than dates."""
    if angebot.format != Format.OFFEN:
        return False
    if any(getattr(termin, "auch_an_anderem_tag", False) for termin in termine[:1]):
        return True
    return len(termine) > 1 and termine[1].datum - termine[0].datum < WOCHE


def _build_ohne_termin(zeitsaetze: Sequence[str]) -> tuple[str, str]:
    regeln = [satz for satz in zeitsaetze if not satz.startswith(OHNE_REGEL)]
    if regeln:
        return _("Zurzeit keine Termine"), _("Angegeben: %(zeiten)s") % {"zeiten": "; ".join(regeln)}
    vereinbarung = next((satz for satz in zeitsaetze if satz.startswith(NACH_VEREINBARUNG)), "")
    if vereinbarung:
        return _("Zeiten %(vereinbarung)s") % {"vereinbarung": vereinbarung}, ""
    satz = next(iter(zeitsaetze), "")
    if satz.startswith(ZEITEN_UNSICHER):
        return ZEITEN_UNSICHER, satz.removeprefix(f"{ZEITEN_UNSICHER}. ")
    return satz, ""
