"""Cutting work into batches, so that one statement never carries more values than a database takes."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

Element = TypeVar("Element")


def split_batches(elemente: Sequence[Element], groesse: int) -> Iterator[Sequence[Element]]:
    """Consecutive slices of at most `groesse` elements; nothing for nothing."""
    for anfang in range(0, len(elemente), groesse):
        yield elemente[anfang : anfang + groesse]
