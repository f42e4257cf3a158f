"""Keys of the directory that look like another one: a slip apart, or its beginning or end. Pure."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, takewhile

from rapidfuzz import process
from rapidfuzz.distance import OSA

from angebote.domain.naehe.namen import compute_tippfehler, strip_endung

GENUG = 10
TEIL_LAENGE = 4  # letters of a name that may be completed
ANGESEHEN = 200  # keys that begin alike: the shortest of so many will do


class Anklang:
    """Sorted once, so that tens of thousands of names cost no more than a few."""

    def __init__(self, schluessel: Iterable[str]) -> None:
        self._vorwaerts = sorted(schluessel)
        self._rueckwaerts = sorted(einer[::-1] for einer in self._vorwaerts)
        self._nach_laenge: defaultdict[int, list[str]] = defaultdict(list)
        for einer in self._vorwaerts:
            self._nach_laenge[len(einer)].append(einer)

    def list_aehnliche(self, schluessel: str) -> list[str]:
        """As many letters apart as a name of this length allows, nearest first; two that changed places count once."""
        grenze = compute_tippfehler(schluessel)
        if not grenze:
            return []
        treffer = [
            (entfernung, einer)
            for laenge in range(len(schluessel) - grenze, len(schluessel) + grenze + 1)
            for einer, entfernung, _nr in process.extract(
                schluessel, self._nach_laenge.get(laenge, ()), scorer=OSA.distance, score_cutoff=grenze, limit=GENUG
            )
        ]
        return [einer for _entfernung, einer in sorted(treffer)][:GENUG]

    def is_fast_genau(self, schluessel: str) -> bool:
        """Whether one letter makes it a name of ours."""
        return any(OSA.distance(schluessel, einer) == 1 for einer in self.list_aehnliche(schluessel)[:1])

    def list_laengere(self, schluessel: str) -> list[str]:
        """Names that begin so, the shortest first, then names that end so."""
        if len(strip_endung(schluessel)) < TEIL_LAENGE:
            return []
        anfaenge = _iterate_anfaenge(self._vorwaerts, schluessel)
        enden = (einer[::-1] for einer in _iterate_anfaenge(self._rueckwaerts, schluessel[::-1]))
        return [*sorted(anfaenge, key=len), *sorted(enden, key=len)][:GENUG]


def _iterate_anfaenge(sortierte: Sequence[str], anfang: str) -> Iterator[str]:
    ab = islice(sortierte, bisect_left(sortierte, anfang), None)
    return islice(takewhile(lambda einer: einer.startswith(anfang), ab), ANGESEHEN)
