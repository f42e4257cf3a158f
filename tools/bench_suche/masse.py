"""The arithmetic of the judgement. Pure functions over primary keys, best hit first."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

ERSTE = 10
SUCHE, EINFACH = "search", "icontains"  # the search itself and the baseline


@dataclass(frozen=True)
class Mittelwerte:
    """Over the queries that have something to find; irrefuehrend counts the queries with a misleading hit."""

    fragen: int
    recall: float
    mrr: float
    irrefuehrend: int


def compute_recall(treffer: Sequence[int], soll: Collection[int]) -> float:
    """The fitting ones among the first ten, of as many as can stand there. Needs something that fits."""
    return len(set(treffer[:ERSTE]) & set(soll)) / min(ERSTE, len(soll))


def compute_kehrwert(treffer: Sequence[int], soll: Collection[int]) -> float:
    """1 / rank of the first fitting one among the first ten, 0 without one."""
    return next((1 / rang for rang, pk in enumerate(treffer[:ERSTE], start=1) if pk in soll), 0.0)


def compute_mittelwerte(
    recalls: Sequence[float], kehrwerte: Sequence[float], irrefuehrungen: Sequence[int]
) -> Mittelwerte:
    """recalls and kehrwerte: one each per query with something to find. Nothing to find is no fault: 1."""
    return Mittelwerte(
        fragen=len(recalls),
        recall=sum(recalls) / len(recalls) if recalls else 1.0,
        mrr=sum(kehrwerte) / len(kehrwerte) if kehrwerte else 1.0,
        irrefuehrend=sum(1 for anzahl in irrefuehrungen if anzahl),
    )
