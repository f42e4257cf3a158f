"""Sorts offers by their sums of points into a few classes."""

from collections.abc import Iterable

from angebote.domain.suche.mengen import Menge, split_summen

GENAUIGKEIT = 8  # planes that count: at most 256 classes, in practice below 50


def split_klassen(grundmenge: Menge, ebenen: Iterable[Menge]) -> list[Menge]:
    """Highest first; sums that differ little against the highest share a class. ebenen: as of sum_punkte."""
    geordnet = [ebene & grundmenge for ebene in ebenen]
    while geordnet and not geordnet[-1]:
        geordnet.pop()
    return [klasse for _summe, klasse in split_summen(grundmenge, geordnet[-GENAUIGKEIT:])]
