"""The columns of the gap analysis: which values an offer can have, and who has them, as sets of the search."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from angebote.choices import Barrierefrei, Kostenfilter, Wochentag, Zugang
from angebote.domain.suche.bestand import Bestand
from angebote.domain.suche.mengen import LEER, Menge, unite
from angebote.models import Gruppe, Kategorie, Zielgruppe
from konzept.choices import Lueckendimension
from konzept.domain.lueckenworte import RESTWORTE, list_kostenworte, list_stufenlosworte, list_zeitworte

WOCHEN = 4  # so far ahead a Termin counts: what comes once a month is in it


@dataclass(frozen=True)
class Spalte:
    """ist_rest: what is unknown, missing or has to be paid; that there is none of it is no gap.

    ist_offen: nobody knows yet, so ask first.
    """

    wert: str
    titel: str
    menge: Menge
    ist_rest: bool = False
    ist_offen: bool = False


def build_spalten(dimension: Lueckendimension, bestand: Bestand, *, basis: Menge, bereich: str) -> Iterator[Spalte]:
    """Every offer of `basis` stands in at least one of them. At most one query."""
    spalten = list(_list_kategorien(bestand, bereich) if dimension == "kategorie" else AUFTEILUNGEN[dimension](bestand))
    yield from spalten
    if rest := basis & ~unite(spalte.menge for spalte in spalten):
        yield Spalte("", RESTWORTE[dimension](), rest, ist_rest=True, ist_offen=dimension == Lueckendimension.ZUGANG)


def _list_kategorien(bestand: Bestand, bereich: str) -> Iterator[Spalte]:
    kategorien = Kategorie.objects.filter(bereich=bereich) if bereich else Kategorie.objects.all()
    for kategorie in kategorien:
        yield Spalte(kategorie.slug, kategorie.name, bestand.unite_werte(Gruppe.KATEGORIE, kategorie.slug))


def _list_zielgruppen(bestand: Bestand) -> Iterator[Spalte]:
    for gruppe in Zielgruppe.objects.all():
        yield Spalte(gruppe.slug, gruppe.name, bestand.unite_werte(Gruppe.FUER, gruppe.slug))


def _list_zugaenge(bestand: Bestand) -> Iterator[Spalte]:
    for zugang in Zugang:
        yield Spalte(zugang.value, str(zugang.label), bestand.unite_werte(Gruppe.ZUGANG, zugang.value))


def _list_kosten(bestand: Bestand) -> Iterator[Spalte]:
    """What is neither free nor on donation, paid by an insurance or unknown has to be paid."""
    worte = list_kostenworte()
    gefragte = (Kostenfilter.KOSTENLOS, Kostenfilter.SPENDE, Kostenfilter.KASSE, Kostenfilter.ERMAESSIGT)
    mengen = {wert: bestand.unite_werte(Gruppe.KOSTEN, wert.value) for wert in gefragte}
    unbekannt = bestand.unite_werte(Gruppe.OFFEN, Gruppe.KOSTEN.value)
    frei = unite([mengen[Kostenfilter.KOSTENLOS], mengen[Kostenfilter.SPENDE], mengen[Kostenfilter.KASSE]])
    for wert, menge in mengen.items():
        yield Spalte(wert.value, worte[wert.value], menge)
    yield Spalte("kostet", worte["kostet"], bestand.sichtbar & ~frei & ~unbekannt, ist_rest=True)
    yield Spalte("unbekannt", worte["unbekannt"], unbekannt, ist_rest=True, ist_offen=True)


def _list_stufenlos(bestand: Bestand) -> Iterator[Spalte]:
    """Where nobody has to go, no step is in the way: that counts as yes, as in the search."""
    ja = bestand.unite_werte(Gruppe.BARRIEREFREI, Barrierefrei.STUFENLOS.value)
    unbekannt = bestand.unite_werte(Gruppe.OFFEN, Barrierefrei.STUFENLOS.value) & ~ja
    worte = list_stufenlosworte()
    yield Spalte("ja", worte["ja"], ja)
    yield Spalte("nein", worte["nein"], bestand.sichtbar & ~ja & ~unbekannt, ist_rest=True)
    yield Spalte("unbekannt", worte["unbekannt"], unbekannt, ist_rest=True, ist_offen=True)


def _list_zeiten(bestand: Bestand) -> Iterator[Spalte]:
    """Weekday by time of day: who begins then at least once in the coming four weeks, today included."""
    raster: dict[str, Menge] = defaultdict(int)
    heute = bestand.kalender.heute
    for termintag in bestand.kalender.list_tage(datetime.combine(heute, time.min)):
        if termintag.datum < heute + timedelta(weeks=WOCHEN):
            for tageszeit, menge in termintag.je_tageszeit.items():
                raster[f"{Wochentag(termintag.datum.weekday()).name.lower()}-{tageszeit}"] |= menge
    for wert, titel in list_zeitworte().items():
        yield Spalte(wert, titel, raster.get(wert, LEER))


AUFTEILUNGEN: dict[Lueckendimension, Callable[[Bestand], Iterator[Spalte]]] = {
    Lueckendimension.ZEIT: _list_zeiten,
    Lueckendimension.KOSTEN: _list_kosten,
    Lueckendimension.STUFENLOS: _list_stufenlos,
    Lueckendimension.ZUGANG: _list_zugaenge,
    Lueckendimension.ZIELGRUPPE: _list_zielgruppen,
}
