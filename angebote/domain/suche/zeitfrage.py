"""What a search asks about time: day, time of day and period hold together for one Termin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from angebote.choices import Tageszeit
from angebote.domain.suche.anfrage import (
    Suchanfrage,
    Tag,
    Zeitraum,
    compute_wann_zeitraeume,
    compute_zeitraum,
)
from angebote.domain.suche.mengen import LEER, Menge, unite
from angebote.domain.suche.terminfolge import Abschnitt, Terminfolge, build_abschnitt
from angebote.domain.suche.terminkalender import Terminkalender, Termintag

ALLE_TAGE = tuple(tag.value for tag in Tag)
ALLE_ZEITEN = tuple(zeit.value for zeit in Tageszeit)
Raster = dict[tuple[str, str], Menge]  # weekday and time of day → offers with such a Termin


@dataclass(frozen=True)
class Zeitfrage:
    """termintage: days ahead with what is not over yet, ascending."""

    anfrage: Suchanfrage
    heute: date
    termintage: Sequence[Termintag]

    @cached_property
    def termine(self) -> Terminfolge:
        """The Termine that fit; where no time is asked, all of them."""
        return Terminfolge(_unite(self._raster, self._tage, self._zeiten), self._walk_termine)

    @cached_property
    def oeffnungen(self) -> Terminfolge:
        """Opening hours that began before an asked time of day, on an asked day, and last into it (docs/adr/0011)."""
        return Terminfolge(unite(abschnitt.alle for abschnitt in self._walk_oeffnungen()), self._walk_oeffnungen)

    @property
    def passende(self) -> Menge:
        """Offers with a Termin that fits."""
        return self.termine.alle

    def unite_passende(self, *, ausser: str) -> Menge:
        """As if one of tag, zeit, wann were not asked."""
        if ausser == "wann":
            return _unite(self._build_raster(Zeitraum(self.heute)), self._tage, self._zeiten)
        if ausser == "tag":
            return _unite(self._raster, ALLE_TAGE, self._zeiten)
        return _unite(self._raster, self._tage, ALLE_ZEITEN)

    def list_werte(self) -> Iterator[tuple[str, str, Menge]]:
        """Group, value and who fits if this value were chosen in its group and the other two stayed."""
        for tag in ALLE_TAGE:
            yield "tag", tag, _unite(self._raster, (tag,), self._zeiten)
        for zeit in ALLE_ZEITEN:
            yield "zeit", zeit, _unite(self._raster, self._tage, (zeit,))
        for wann, zeitraum in compute_wann_zeitraeume(heute=self.heute).items():
            yield "wann", wann, _unite(self._build_raster(zeitraum), self._tage, self._zeiten)

    def _walk_termine(self) -> Iterator[Abschnitt]:
        for tag in self._list_tage():
            for zeit in self._zeiten:
                if abschnitt := tag.beginne.get(zeit):
                    yield abschnitt

    def _walk_oeffnungen(self) -> Iterator[Abschnitt]:
        """A house that is open into two of the asked times of day counts once, when it opens."""
        for tag in self._list_tage() if self.anfrage.zeit else ():
            je_beginn: dict[datetime, Menge] = defaultdict(int)
            for zeit in self._zeiten:
                if abschnitt := tag.geoeffnet.get(zeit):
                    for beginn, menge in abschnitt.momente:
                        je_beginn[beginn] |= menge
            yield build_abschnitt(je_beginn)

    @property
    def _tage(self) -> tuple[str, ...]:
        return self.anfrage.tag or ALLE_TAGE

    @cached_property
    def _zeiten(self) -> tuple[str, ...]:
        """In the order of the day."""
        return tuple(zeit for zeit in ALLE_ZEITEN if zeit in self.anfrage.zeit) or ALLE_ZEITEN

    @property
    def _zeitraum(self) -> Zeitraum:
        return compute_zeitraum(self.anfrage, heute=self.heute)

    @cached_property
    def _raster(self) -> Raster:
        return self._build_raster(self._zeitraum)

    def _build_raster(self, zeitraum: Zeitraum) -> Raster:
        raster: Raster = defaultdict(int)
        for termintag in self._list_tage_im(zeitraum):
            tag = ALLE_TAGE[termintag.datum.weekday()]
            for zeit, abschnitt in termintag.beginne.items():
                raster[tag, zeit] |= abschnitt.alle
        return raster

    def _list_tage(self) -> Iterator[Termintag]:
        """The days that were asked for."""
        for termintag in self._list_tage_im(self._zeitraum):
            if ALLE_TAGE[termintag.datum.weekday()] in self._tage:
                yield termintag

    def _list_tage_im(self, zeitraum: Zeitraum) -> Iterator[Termintag]:
        for termintag in self.termintage:
            if zeitraum.bis is not None and termintag.datum > zeitraum.bis:
                return
            if termintag.datum >= zeitraum.von:
                yield termintag


def build_zeitfrage(anfrage: Suchanfrage, kalender: Terminkalender, jetzt: datetime) -> Zeitfrage:
    return Zeitfrage(anfrage, jetzt.date(), kalender.list_tage(jetzt))


def _unite(raster: Raster, tage: Sequence[str], zeiten: Sequence[str]) -> Menge:
    return unite(raster.get((tag, zeit), LEER) for tag in tage for zeit in zeiten)
