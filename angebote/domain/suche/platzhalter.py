"""Until the full text and the directory of places have landed: their interfaces, filled as simply as possible."""

from __future__ import annotations

from dataclasses import dataclass, field

from angebote.domain.suche.mengen import LEER, Menge
from pankow_einsamkeit.lib.geo import Punkt


@dataclass(frozen=True)
class Texttreffer:
    alle: Menge = LEER
    einige: Menge = LEER
    raenge: tuple[Menge, ...] = ()
    korrektur: str = ""
    marken: frozenset[str] = field(default_factory=frozenset)
    zeigt_hilfe: bool = False


@dataclass(frozen=True)
class Stelle:
    name: str
    punkt: Punkt
    ist_gebiet: bool


@dataclass(frozen=True)
class Naehe:
    stelle: Stelle | None = None
    auswahl: tuple[Stelle, ...] = ()
    vorschlaege: tuple[Stelle, ...] = ()
