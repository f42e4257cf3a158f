"""What visitors missed in the last 12 months, Kiez by Kiez. Small numbers stay hidden, as in domain/suchluecken.py."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from angebote.domain.suchluecken import Luecke, Lueckensumme, list_luecken, sum_luecken

NICHTS = Lueckensumme(mindestens=0, ist_genau=True)


@dataclass(frozen=True)
class Gesuchtes:
    zeilen: Mapping[str, tuple[Luecke, ...]]

    def sum_kiez(self, kiez: str) -> Lueckensumme:
        return sum_luecken(self.zeilen[kiez]) if kiez in self.zeilen else NICHTS

    def count_kategorie(self, kiez: str, kategorie: str) -> int:
        """Only what may be shown: no order may tell of a hidden number."""
        return sum(zeile.anzahl or 0 for zeile in self.zeilen.get(kiez, ()) if zeile.kategorie == kategorie)


def load_gesuchtes(*, heute: date) -> Gesuchtes:
    """One query. This month and the eleven before it; searches without a Kiez are left aside."""
    ab = f"{heute.year - 1}-{heute.month + 1:02d}" if heute.month < 12 else f"{heute.year}-01"
    zeilen: dict[str, list[Luecke]] = {}
    for luecke in list_luecken():
        if luecke.kiez and luecke.monat >= ab:
            zeilen.setdefault(luecke.kiez, []).append(luecke)
    return Gesuchtes({kiez: tuple(liste) for kiez, liste in zeilen.items()})
