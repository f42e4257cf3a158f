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

    ist_gebiet: the point is the middle of something wider, or only roughly known. ist_viertelmitte: of a street only
    the middle of the Planungsraum around it is known. angebote: the public offers at this very address, by primary key.
    """

    name: str
    punkt: Punkt
    ist_gebiet: bool
    art: Stellenart = Stellenart.GEBIET
    ist_viertelmitte: bool = False
    angebote: tuple[int, ...] = ()


@dataclass(frozen=True)
class Naehe:
    """Either a Stelle, or a choice, or neither. vorschlaege: what may be meant where the text itself is not known;

    beside a Stelle they are places in or near it (an unknown street in a known area), or of the same name.
    abschnitte: parts of a long street that the Stelle stands for. hausnummer: was typed and is not used. ist_vermutet:
    the text is not known; the Stelle is the only one that is spelled nearly so.
    """

    stelle: Stelle | None = None
    auswahl: tuple[Stelle, ...] = ()
    vorschlaege: tuple[Stelle, ...] = ()
    abschnitte: tuple[Stelle, ...] = ()
    hausnummer: str = ""
    ist_vermutet: bool = False
