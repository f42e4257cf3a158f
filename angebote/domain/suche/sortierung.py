"""The order of hits, in layers: sets one after the other, and inside each layer by title.

Layers are made only as far as a page needs them, and those before the page are counted, not listed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from angebote.choices import ZUGANG_OHNE_WEG, Zugang
from angebote.domain.naehe import Lage, Naehe
from angebote.domain.suche.anfrage import Sortierung, Suchanfrage
from angebote.domain.suche.bestand import Bestand
from angebote.domain.suche.mengen import LEER, Menge, build_menge, list_pks, mark_pks
from angebote.domain.suche.terminfolge import Terminfolge
from angebote.domain.suche.titelfolge import Titelfolge
from angebote.domain.suche.treffermengen import Treffermengen
from angebote.models import Gruppe
from pankow_einsamkeit.lib.geo import Punkt, compute_distance

Aufteilung = Callable[[Menge], Iterator[Menge]]


@dataclass(frozen=True)
class Entfernung:
    """As the crow flies. genau False: only the middle of the neighbourhood is known."""

    meter: int
    genau: bool


@dataclass(frozen=True)
class Ordnung:
    """start: where distances begin; None if there is no such place, then nothing is sorted by distance.

    ohne_weg: offers nobody goes to. They may have an address, but no distance. starke: those that answer the words
    directly; by distance they come first, since a word that is only mentioned nearby helps less than a longer way.
    hier: offers at the very address that was asked for; of others we may know no more than the same neighbourhood.
    """

    sortierung: Sortierung
    raenge: Sequence[Menge]
    start: Punkt | None
    lagen: Sequence[Lage]
    ohne_weg: Menge
    starke: Menge
    hier: frozenset[int] = frozenset()

    def split(self, menge: Menge, termine: Terminfolge) -> Iterator[Menge]:
        """Disjoint layers that hold all of `menge`, some perhaps empty. termine: what "next" means in this list."""
        if self.sortierung == Sortierung.NAME:
            yield menge
        elif self.sortierung == Sortierung.ENTFERNUNG:
            hinfuehrende = menge & ~self.ohne_weg
            for teil in (hinfuehrende & self.starke, hinfuehrende & ~self.starke):
                if teil:
                    yield from _split_nach_entfernung(teil, self._gleich_weite)
            yield menge & self.ohne_weg
        elif self.sortierung == Sortierung.RELEVANZ:
            for rang in self.raenge:
                yield from termine.split(menge & rang)
        else:
            yield from termine.split(menge)

    def puts_starke_first(self, menge: Menge) -> bool:
        """Whether the order is not by distance alone, as somebody reading it would see."""
        return bool(self.sortierung == Sortierung.ENTFERNUNG and menge & self.starke and menge & ~self.starke)

    @cached_property
    def _gleich_weite(self) -> list[list[Lage]]:
        """Places by their distance, nearest first."""
        je_meter: dict[int, list[Lage]] = defaultdict(list)
        if self.start is not None:
            for lage in self.lagen:
                meter = round(compute_distance(self.start, lage.punkt))
                if self.hier.isdisjoint(lage.pks):
                    je_meter[meter].append(lage)
                    continue
                for weite, ist_hier in ((-1, True), (meter, False)):
                    if pks := tuple(pk for pk in lage.pks if (pk in self.hier) == ist_hier):
                        je_meter[weite].append(replace(lage, pks=pks))
        return [je_meter[meter] for meter in sorted(je_meter)]

    def measure(self, pks: Iterable[int]) -> dict[int, Entfernung]:
        """The distance to each of these offers whose position is known."""
        if self.start is None:
            return {}
        gesucht = frozenset(list_pks(build_menge(pks) & ~self.ohne_weg))
        return {
            pk: Entfernung(round(compute_distance(self.start, lage.punkt)), lage.genau)
            for lage in self.lagen
            if not gesucht.isdisjoint(lage.pks)
            for pk in gesucht.intersection(lage.pks)
        }


def build_ordnung(mengen: Treffermengen, naehe: Naehe | None) -> Ordnung:
    sortierung = mengen.anfrage.wirksame_sortierung
    start = _find_start(mengen, naehe)
    if sortierung == Sortierung.ENTFERNUNG and start is None:
        sortierung = Suchanfrage(q=mengen.anfrage.q).standardsortierung
    raenge = mengen.text.raenge if mengen.text else (mengen.bestand.sichtbar,)
    starke = mengen.text.stark if mengen.text else LEER
    hier = frozenset(naehe.stelle.angebote) if naehe and naehe.stelle else frozenset()
    return Ordnung(sortierung, raenge, start, mengen.bestand.lagen, _find_ohne_weg(mengen.bestand), starke, hier)


def _find_start(mengen: Treffermengen, naehe: Naehe | None) -> Punkt | None:
    """The asked place, if it is known. A postcode is a filter first: distances from its middle only for the sorting."""
    if naehe is not None:
        return naehe.stelle.punkt if naehe.stelle else None
    gebiet = mengen.bestand.plzgebiete.get(mengen.anfrage.plz)
    return gebiet.punkt if gebiet and mengen.anfrage.wirksame_sortierung == Sortierung.ENTFERNUNG else None


def _find_ohne_weg(bestand: Bestand) -> Menge:
    """Offers that come home, or happen by phone or online, and in no other way."""
    ohne = bestand.unite_werte(Gruppe.ZUGANG, *(zugang.value for zugang in ZUGANG_OHNE_WEG))
    mit = bestand.unite_werte(Gruppe.ZUGANG, *(z.value for z in Zugang if z not in ZUGANG_OHNE_WEG))
    return ohne & ~mit


def list_sortiert(
    schichten: Iterable[Menge], titelfolge: Titelfolge, *, anfang: int = 0, ende: int | None = None
) -> list[int]:
    """The primary keys from place `anfang` to before `ende`."""
    pks: list[int] = []
    for schicht in schichten:
        anzahl = schicht.bit_count()
        if anzahl > anfang:
            pks += titelfolge.sort(schicht, anfang=anfang, ende=ende)
        anfang = max(anfang - anzahl, 0)
        if ende is not None:
            ende -= anzahl
            if ende <= 0:
                break
    return pks


def _split_nach_entfernung(menge: Menge, gleich_weite: Sequence[Sequence[Lage]]) -> Iterator[Menge]:
    """Offers without a position come last."""
    marken = mark_pks(menge, bis=max((lage.pks[-1] for lagen in gleich_weite for lage in lagen), default=0))
    for lagen in gleich_weite:
        pks = [pk for lage in lagen for pk in lage.pks if marken[pk]]
        if pks:
            schicht = build_menge(pks)
            yield schicht
            menge ^= schicht
    yield menge
