"""What a search near a place is about: the place found, or the choice, or names that are spelled nearly so."""

from dataclasses import dataclass
from enum import StrEnum

from pankow_einsamkeit.lib.geo import Punkt


class Stellenart(StrEnum):
    POSTLEITZAHL = "plz"
    HALTESTELLE = "haltestelle"
    HAUS = "haus"
    GEBIET = "gebiet"
    STRASSE = "strasse"


@dataclass(frozen=True)
class Stelle:
    """A place to measure from. find_naehe(name) gives the same Stelle again, so the name may stand in an address.

    ist_gebiet: the point is the middle of something wider, or only roughly known.
    """

    name: str
    punkt: Punkt
    ist_gebiet: bool
    art: Stellenart = Stellenart.GEBIET


@dataclass(frozen=True)
class Naehe:
    """Either a Stelle, or a choice, or neither. vorschlaege: what may be meant where the text itself is not known;

    beside a Stelle they are places in or near it (an unknown street in a known area).
    """

    stelle: Stelle | None = None
    auswahl: tuple[Stelle, ...] = ()
    vorschlaege: tuple[Stelle, ...] = ()
