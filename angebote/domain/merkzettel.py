"""The shortlist of a visitor (F8): up to thirty offers in an order of one's own, kept in the address alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Self
from urllib.parse import urlencode

PARAMETER = "id"  # design.md 5: /merkzettel/?id=…&id=…
HOECHSTENS = 30
EMPFOHLEN = 6  # with more, nobody knows where to begin (anforderungen.md 7)
ZITATE, ZITAT_LAENGE = 3, 40
GROESSTER_SCHLUESSEL = 2**63 - 1


@dataclass(frozen=True)
class Merkzettel:
    """Keys of offers, each once. Whether such offers exist is not known here.

    unlesbar: what stood in the address and is no key, as it was typed. ist_gekuerzt: there were more keys than
    fit on it.
    """

    angebot_ids: tuple[int, ...] = ()
    unlesbar: tuple[str, ...] = ()
    ist_gekuerzt: bool = False

    def __len__(self) -> int:
        return len(self.angebot_ids)

    def __contains__(self, angebot_id: int) -> bool:
        return angebot_id in self.angebot_ids

    @property
    def ist_voll(self) -> bool:
        return len(self) >= HOECHSTENS

    @property
    def genannte_unlesbare(self) -> tuple[str, ...]:
        """A few of them, cut, to be named in a note."""
        return tuple(wert[:ZITAT_LAENGE] for wert in self.unlesbar[:ZITATE])

    def mit(self, angebot_id: int) -> Self:
        """As it is where the offer stands on it already, or where it is full."""
        if angebot_id in self or self.ist_voll:
            return self
        return replace(self, angebot_ids=(*self.angebot_ids, angebot_id))

    def ohne(self, angebot_id: int) -> Self:
        return replace(self, angebot_ids=tuple(eine for eine in self.angebot_ids if eine != angebot_id))

    def verschoben(self, angebot_id: int, *, um: int) -> Self:
        """Up with a negative number of places, down with a positive one; no further than the end of the list."""
        if angebot_id not in self:
            return self
        stelle = max(0, min(len(self) - 1, self.angebot_ids.index(angebot_id) + um))
        uebrige = list(self.ohne(angebot_id).angebot_ids)
        return replace(self, angebot_ids=(*uebrige[:stelle], angebot_id, *uebrige[stelle:]))

    def to_query(self) -> str:
        """ "id=12&id=57": what stands in addresses."""
        return urlencode([(PARAMETER, angebot_id) for angebot_id in self.angebot_ids])


def read_merkzettel(werte: Iterable[str]) -> Merkzettel:
    """From the values of an address, whatever stands there: repeated keys count once, the first thirty are kept."""
    ids: dict[int, None] = {}
    unlesbar: dict[str, None] = {}
    for wert in werte:
        schluessel = _parse_schluessel(wert.strip())
        if schluessel is not None:
            ids.setdefault(schluessel)
        elif wert.strip():
            unlesbar.setdefault(wert.strip())
    alle = tuple(ids)
    return Merkzettel(alle[:HOECHSTENS], tuple(unlesbar), ist_gekuerzt=len(alle) > HOECHSTENS)


def _parse_schluessel(wert: str) -> int | None:
    """Only plain digits: int() alone would also read "1_0" and digits of other scripts."""
    if not (wert.isascii() and wert.isdigit() and len(wert) <= len(str(GROESSTER_SCHLUESSEL))):
        return None
    zahl = int(wert)
    return zahl if 0 < zahl <= GROESSTER_SCHLUESSEL else None
