"""Page numbers of a list as plain links."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

NACHBARN = 1  # pages shown on each side of the current one, besides the first and the last


@dataclass(frozen=True)
class Seitenlink:
    """Without a number it stands for the pages left out."""

    nummer: int | None
    href: str = ""


@dataclass(frozen=True)
class Seiten:
    """As templates/_components/pagination.html takes it."""

    number: int
    num_pages: int
    vorherige: str
    naechste: str
    links: list[Seitenlink]


def build_seiten(seite: int, seiten: int, *, build_href: Callable[[int], str]) -> Seiten:
    gezeigte = sorted({1, seiten, *range(max(1, seite - NACHBARN), min(seiten, seite + NACHBARN) + 1)})
    links: list[Seitenlink] = []
    for vorige, nummer in zip([0, *gezeigte], gezeigte, strict=False):
        if nummer == vorige + 2:  # a gap of one page takes as much room as the page itself
            links.append(Seitenlink(nummer - 1, build_href(nummer - 1)))
        elif nummer > vorige + 2:
            links.append(Seitenlink(None))
        links.append(Seitenlink(nummer, build_href(nummer)))
    return Seiten(
        number=seite,
        num_pages=seiten,
        vorherige=build_href(seite - 1) if seite > 1 else "",
        naechste=build_href(seite + 1) if seite < seiten else "",
        links=links,
    )
