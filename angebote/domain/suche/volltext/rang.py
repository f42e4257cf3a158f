"""Adds up points for whole sets of offers at once and sorts the offers into a few classes.

A number per offer would cost a loop over every hit. Here plane n holds the offers whose sum has bit n set, and a set is
added to the sums with a handful of AND and XOR, whatever its size.
"""

from collections.abc import Iterable

from angebote.domain.suche.mengen import Menge

GENAUIGKEIT = 8  # planes that count: at most 256 classes, in practice below 50


def sum_punkte(summanden: Iterable[tuple[int, Menge]]) -> list[Menge]:
    """The sums as planes, lowest bit first; each summand gives its points to every offer of its set."""
    ebenen: list[Menge] = []
    for punkte, menge in summanden:
        stelle = 0
        while punkte >> stelle:
            if punkte >> stelle & 1:
                _add(ebenen, stelle, menge)
            stelle += 1
    return ebenen


def _add(ebenen: list[Menge], stelle: int, uebertrag: Menge) -> None:
    while uebertrag:
        ebenen.extend([0] * (stelle + 1 - len(ebenen)))
        ebenen[stelle], uebertrag = ebenen[stelle] ^ uebertrag, ebenen[stelle] & uebertrag
        stelle += 1


def split_klassen(grundmenge: Menge, ebenen: Iterable[Menge]) -> list[Menge]:
    """The offers by their sums, highest first; sums that differ little against the highest share a class."""
    geordnet = [ebene & grundmenge for ebene in ebenen]
    while geordnet and not geordnet[-1]:
        geordnet.pop()
    klassen = [grundmenge] if grundmenge else []
    for ebene in reversed(geordnet[-GENAUIGKEIT:]):
        klassen = [teil for klasse in klassen for teil in (klasse & ebene, klasse & ~ebene) if teil]
    return klassen
