"""Termine one after the other, with the offers that begin then: the source of sorting by date and of the next dates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from angebote.domain.suche.mengen import Menge, build_menge, list_pks, unite

Moment = tuple[datetime, Menge]


@dataclass(frozen=True)
class Abschnitt:
    """Moments of one day that follow each other; alle: their offers together, to pass by what holds nothing wanted."""

    alle: Menge
    momente: tuple[Moment, ...]


def build_abschnitt(momente: Mapping[datetime, Menge]) -> Abschnitt:
    return Abschnitt(unite(momente.values()), tuple(sorted(momente.items())))


@dataclass(frozen=True)
class Terminfolge:
    """alle: the offers of all sections together. These come in ascending order, and only as far as they are needed."""

    alle: Menge
    abschnitte: Callable[[], Iterator[Abschnitt]]

    def split(self, menge: Menge) -> Iterator[Menge]:
        """Disjoint layers of `menge`, some perhaps empty: who begins first comes first, who has no Termin last."""
        rest = menge & self.alle
        for abschnitt in self.abschnitte() if rest else ():
            for _beginn, angebote in abschnitt.momente if rest & abschnitt.alle else ():
                schicht = rest & angebote
                yield schicht
                rest ^= schicht
            if not rest:
                break
        yield menge & ~self.alle

    def find_naechste(self, pks: Collection[int], *, anzahl: int) -> dict[int, list[datetime]]:
        """The first begins of each of these offers, as far as it has any."""
        gefunden: dict[int, list[datetime]] = defaultdict(list)
        offen = build_menge(pks) & self.alle
        for abschnitt in self.abschnitte() if offen else ():
            for beginn, angebote in abschnitt.momente if offen & abschnitt.alle else ():
                for pk in list_pks(offen & angebote):
                    gefunden[pk].append(beginn)
                    if len(gefunden[pk]) == anzahl:
                        offen ^= 1 << pk
            if not offen:
                break
        return dict(gefunden)
