"""The communication plan as months, each with what appears in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from konzept.models import Kommunikation


@dataclass(frozen=True)
class Planzeile:
    kommunikation: Kommunikation
    ist_ueberfaellig: bool


@dataclass(frozen=True)
class Planmonat:
    """monat: its first day."""

    monat: date
    zeilen: tuple[Planzeile, ...]


def list_planmonate(kommunikationen: Iterable[Kommunikation], *, heute: date) -> list[Planmonat]:
    """kommunikationen in the order of their days; months without any are left out."""
    gruppen = groupby(kommunikationen, key=lambda eine: eine.faellig_am.replace(day=1))
    return [
        Planmonat(monat, tuple(Planzeile(eine, eine.ist_ueberfaellig(heute)) for eine in gruppe))
        for monat, gruppe in gruppen
    ]
