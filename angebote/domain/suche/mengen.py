"""Sets of offers as one whole number: bit n is set if the offer with the primary key n is in it.

AND, OR and counting cost microseconds for 100,000 offers, which is what makes exact facet counts cheap.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from operator import or_

Menge = int
LEER: Menge = 0
ALLE: Menge = -1  # every offer there may be: of whole numbers, all bits

NICHT_NULL = re.compile(rb"[^\0]")
BITS_IM_BYTE = tuple(tuple(bit for bit in range(8) if byte >> bit & 1) for byte in range(256))
ZIFFER_ZU_BYTE = bytes.maketrans(b"01", b"\0\1")


def build_menge(pks: Iterable[int]) -> Menge:
    pks = list(pks)
    bits = bytearray(max(pks, default=0) // 8 + 1)
    for pk in pks:
        bits[pk >> 3] |= 1 << (pk & 7)
    return int.from_bytes(bits, "little")


def unite(mengen: Iterable[Menge]) -> Menge:
    """Of a single one no copy: kept sets are large."""
    folge = iter(mengen)
    return reduce(or_, folge, next(folge, LEER))


def list_pks(menge: Menge) -> Iterator[int]:
    """Ascending. What is empty is skipped by C code, so that few members of a long set are found fast."""
    if not menge:
        return
    for byte in NICHT_NULL.finditer(dump_menge(menge)):
        stelle = byte.start() * 8
        for bit in BITS_IM_BYTE[byte[0][0]]:
            yield stelle + bit


def mark_pks(menge: Menge, *, bis: int) -> bytes:
    """One byte for each key from 0 to `bis` at least, 1 for the members: fast to look up one by one."""
    return bin(menge)[:1:-1].encode().translate(ZIFFER_ZU_BYTE).ljust(bis + 1, b"\0")


def dump_menge(menge: Menge) -> bytes:
    """As it is stored; `load_menge` reads it back."""
    return menge.to_bytes((menge.bit_length() + 7) // 8, "little")


def load_menge(bits: bytes | memoryview) -> Menge:
    return int.from_bytes(bits, "little")


def sum_punkte(summanden: Iterable[tuple[int, Menge]]) -> list[Menge]:
    """Adds up points for all offers at once; each summand gives its points to every offer of its set.

    Plane n of the answer holds the offers whose sum has bit n set. A set is added with a handful of AND and XOR,
    whatever its size.
    """
    ebenen: list[Menge] = []
    for punkte, menge in summanden:
        for stelle in range(punkte.bit_length()):
            if punkte >> stelle & 1:
                _add_at(ebenen, stelle, menge)
    return ebenen


def _add_at(ebenen: list[Menge], stelle: int, uebertrag: Menge) -> None:
    """As on paper, with a carry."""
    while uebertrag:
        ebenen.extend([LEER] * (stelle + 1 - len(ebenen)))
        ebenen[stelle], uebertrag = ebenen[stelle] ^ uebertrag, ebenen[stelle] & uebertrag
        stelle += 1


def split_summen(menge: Menge, ebenen: Sequence[Menge]) -> list[tuple[int, Menge]]:
    """The sums that occur in `menge`, highest first, each with those that have exactly this one."""
    teile = [(0, menge)] if menge else []
    for ebene in reversed(ebenen):
        teile = [
            (summe * 2 + bit, davon)
            for summe, teil in teile
            for bit, davon in ((1, teil & ebene), (0, teil & ~ebene))
            if davon
        ]
    return teile
