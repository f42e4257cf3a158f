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
from angebote.domain.suche.terminkalender import Terminkalender, Termintag
from pankow_einsamkeit.lib.kalender import tageszeit_of

ALLE_TAGE = tuple(tag.value for tag in Tag)
ALLE_ZEITEN = tuple(zeit.value for zeit in Tageszeit)
Moment = tuple[datetime, Menge]
Raster = dict[tuple[str, str], Menge]  # weekday and time of day → offers with such a Termin


@dataclass(frozen=True)
class Zeitfrage:
    """termintage: days ahead with what is not over yet, ascending."""

    anfrage: Suchanfrage
    heute: date
    termintage: Sequence[Termintag]

    @cached_property
    def passende(self) -> Menge:
        """Offers with a Termin that fits; where no time is asked, with any Termin."""
        return _unite(self._raster, self._tage, self._zeiten)

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

    @cached_property
    def geoeffnete(self) -> Menge:
        """Houses that are open by the asked time of day, on an asked day."""
        return unite(menge for _beginn, menge in self.list_oeffnungen())

    def split_nach_termin(self, menge: Menge) -> Iterator[Menge]:
        """In layers: who begins first comes first, offers without a fitting Termin come last."""
        yield from _split(menge & self.passende, self.list_termine())
        yield menge & ~self.passende

    def split_nach_oeffnung(self, menge: Menge) -> Iterator[Menge]:
        yield from _split(menge & self.geoeffnete, self.list_oeffnungen())
        yield menge & ~self.geoeffnete

    def list_termine(self) -> Iterator[Moment]:
        """Begins that fit, ascending, with the offers that begin then."""
        for tag in self._list_termintage():
            for beginn, menge in tag.beginne:
                if tageszeit_of(beginn) in self._zeiten:
                    yield datetime.combine(tag.datum, beginn), menge

    def list_oeffnungen(self) -> Iterator[Moment]:
        """Ascending, like list_termine; nothing unless a time of day is asked that a house can have opened before."""
        for tag in self._list_termintage() if self.anfrage.zeit else ():
            je_beginn: dict[datetime, Menge] = defaultdict(int)
            for zeit in self.anfrage.zeit:
                for beginn, menge in tag.geoeffnet.get(zeit, ()):
                    je_beginn[datetime.combine(tag.datum, beginn)] |= menge
            yield from sorted(je_beginn.items())

    @property
    def _tage(self) -> tuple[str, ...]:
        return self.anfrage.tag or ALLE_TAGE

    @property
    def _zeiten(self) -> tuple[str, ...]:
        return self.anfrage.zeit or ALLE_ZEITEN

    @cached_property
    def _raster(self) -> Raster:
        return self._build_raster(compute_zeitraum(self.anfrage, heute=self.heute))

    def _build_raster(self, zeitraum: Zeitraum) -> Raster:
        raster: Raster = defaultdict(int)
        for termintag in self.termintage:
            if zeitraum.umfasst(termintag.datum):
                tag = ALLE_TAGE[termintag.datum.weekday()]
                for zeit, menge in termintag.je_tageszeit.items():
                    raster[tag, zeit] |= menge
        return raster

    def _list_termintage(self) -> Iterator[Termintag]:
        zeitraum = compute_zeitraum(self.anfrage, heute=self.heute)
        for tag in self.termintage:
            if zeitraum.umfasst(tag.datum) and ALLE_TAGE[tag.datum.weekday()] in self._tage:
                yield tag


def build_zeitfrage(anfrage: Suchanfrage, kalender: Terminkalender, jetzt: datetime) -> Zeitfrage:
    return Zeitfrage(anfrage, jetzt.date(), kalender.list_tage(jetzt))


def _split(menge: Menge, momente: Iterator[Moment]) -> Iterator[Menge]:
    """Each offer once, in the layer of its first moment; every one of them must have one."""
    while menge:
        _moment, angebote = next(momente)
        if schicht := menge & angebote:
            yield schicht
            menge ^= schicht


def _unite(raster: Raster, tage: Sequence[str], zeiten: Sequence[str]) -> Menge:
    return unite(raster.get((tag, zeit), LEER) for tag in tage for zeit in zeiten)
