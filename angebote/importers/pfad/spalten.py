"""The columns of the list as data: one table for template, guide, reading and writing."""

from __future__ import annotations

from functools import cache

from angebote.importers.pfad.angebotsspalten import (
    list_kennungen,
    list_mitmachen,
    list_pflege,
    list_rahmen,
    list_was,
    list_wer,
)
from angebote.importers.pfad.spaltenarten import Rolle, Spalte
from angebote.importers.pfad.terminspalten import list_wann, list_wo


@cache
def list_spalten() -> tuple[Spalte, ...]:
    """All, in the order of the file."""
    return (
        *list_kennungen(),
        *list_was(),
        *list_wann(),
        *list_wo(),
        *list_wer(),
        *list_rahmen(),
        *list_mitmachen(),
        *list_pflege(),
    )


def get_spalte(name: str) -> Spalte:
    return next(spalte for spalte in list_spalten() if spalte.name == name)


def list_ausgabespalten() -> list[Spalte]:
    return [spalte for spalte in list_spalten() if spalte.rolle != Rolle.EINGABE]


def list_vorlagespalten() -> list[Spalte]:
    return [spalte for spalte in list_spalten() if spalte.rolle == Rolle.BEIDES]
