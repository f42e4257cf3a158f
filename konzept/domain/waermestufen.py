"""Four levels of one colour above zero, for the gap table and the map of tiles alike."""

from __future__ import annotations

from dataclasses import dataclass

STUFEN = 4


@dataclass(frozen=True)
class Stufe:
    """nummer: 0 for none, then 1 to 4. von, bis: the figures it stands for, both included."""

    nummer: int
    von: int
    bis: int


def compute_stufe(anzahl: int, *, hoechste: int) -> int:
    """0 only for none at all; then in quarters of the highest figure, which has 4."""
    return -(-STUFEN * anzahl // hoechste) if anzahl else 0


def list_stufen(hoechste: int) -> list[Stufe]:
    """For a legend: only levels that a whole number up to the highest one can have."""
    grenzen = [nummer * hoechste // STUFEN for nummer in range(STUFEN + 1)]
    stufen = [Stufe(nummer, grenzen[nummer - 1] + 1, grenzen[nummer]) for nummer in range(1, STUFEN + 1)]
    return [Stufe(0, 0, 0), *(stufe for stufe in stufen if stufe.von <= stufe.bis)]
