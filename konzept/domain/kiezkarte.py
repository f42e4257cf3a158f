"""The map of tiles: each Kiez with its offers per 1,000 residents, in the levels of colour of the gap table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from konzept.domain.bevoelkerung import STELLEN, format_je_tausend
from konzept.domain.kiezlage import Kiezlage
from konzept.domain.waermestufen import compute_stufe, list_stufen

TEILE = 10**STELLEN  # of the unit: figures are compared as they are written


@dataclass(frozen=True)
class Kiezkachel:
    """stufe: 0 for none, then 1 to 4; None where nobody has entered the residents."""

    lage: Kiezlage
    stufe: int | None


@dataclass(frozen=True)
class Quotenstufe:
    """von, bis: offers per 1,000 as people read them, both included."""

    nummer: int
    von: str
    bis: str


@dataclass(frozen=True)
class Kiezkarte:
    """stufen: for the legend; none where no Kiez has a figure."""

    kacheln: Sequence[Kiezkachel]
    stufen: Sequence[Quotenstufe]


def build_kiezkarte(lagen: Sequence[Kiezlage]) -> Kiezkarte:
    """In the order of `lagen`."""
    quoten = [None if lage.je_tausend is None else round(lage.je_tausend * TEILE) for lage in lagen]
    bekannte = [quote for quote in quoten if quote is not None]
    hoechste = max(bekannte, default=0)
    return Kiezkarte(
        kacheln=[
            Kiezkachel(lage, None if quote is None else compute_stufe(quote, hoechste=hoechste))
            for lage, quote in zip(lagen, quoten, strict=True)
        ],
        stufen=_list_quotenstufen(hoechste) if bekannte else [],
    )


def _list_quotenstufen(hoechste: int) -> list[Quotenstufe]:
    """hoechste: in parts of the unit."""
    return [
        Quotenstufe(stufe.nummer, format_je_tausend(stufe.von / TEILE), format_je_tausend(stufe.bis / TEILE))
        for stufe in list_stufen(hoechste)
    ]
