"""How alike two offers are: points for facts that agree. Pure; all offers get their points at once, as sets of bits.

The points are few and small, so that anybody can follow why an offer is proposed. What is not known agrees with
nothing. Each kind of fact counts once, however many of its values agree.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from angebote.domain.suche.mengen import LEER, Menge, split_summen, sum_punkte


class Art(Enum):
    """Kinds of facts that are compared."""

    KATEGORIE = "kategorie"
    OHNE_WEG = "ohne-weg"
    KIEZ = "kiez"
    SPRACHE = "sprache"
    NACHBARKIEZ = "nachbarkiez"
    TAG = "tag"
    ZIELGRUPPE = "zielgruppe"
    TAGESZEIT = "tageszeit"
    DRAUSSEN = "draussen"
    KOSTENLOS = "kostenlos"
    OHNE_ANMELDUNG = "ohne-anmeldung"
    STUFENLOS = "stufenlos"


PUNKTE: Mapping[Art, int] = {
    Art.KATEGORIE: 6,  # what people do there; enough by itself
    Art.OHNE_WEG: 4,  # who cannot go out is not helped by a place, however alike
    Art.KIEZ: 3,  # a way people know
    Art.SPRACHE: 3,  # another language than German: for some the only one they can talk in
    Art.NACHBARKIEZ: 2,
    Art.TAG: 2,  # the day on which they have time
    Art.ZIELGRUPPE: 2,  # counts, but is never said: it would tell something about who reads it
    Art.TAGESZEIT: 1,  # on top of the day
    Art.DRAUSSEN: 1,
    Art.KOSTENLOS: 1,
    Art.OHNE_ANMELDUNG: 1,
    Art.STUFENLOS: 1,
}
GENUG = 6  # the same activity; or several of the rest, such as the same Kiez, day and time of day
Gemeinsames = Mapping[Art, tuple[str, ...]]


@dataclass(frozen=True)
class Vergleichspunkt:
    """One fact about an offer, and all offers of which it is true as well.

    wert: slug of a Kategorie, Kiez or Zielgruppe, code of a Sprache, number of a Wochentag, value of a Zugang.
    """

    art: Art
    wert: str
    menge: Menge


def rank_kandidaten(vergleichspunkte: Iterable[Vergleichspunkt], *, unter: Menge) -> Iterator[tuple[int, Menge]]:
    """Points and the offers that have exactly as many, most points first; none with fewer than GENUG."""
    je_art: dict[Art, Menge] = {}
    for punkt in vergleichspunkte:
        je_art[punkt.art] = je_art.get(punkt.art, LEER) | (punkt.menge & unter)
    ebenen = sum_punkte((PUNKTE[art], menge) for art, menge in je_art.items())
    for punkte, menge in split_summen(unter, ebenen):
        if punkte >= GENUG:
            yield punkte, menge


def list_gemeinsames(vergleichspunkte: Iterable[Vergleichspunkt], *, pk: int) -> Gemeinsames:
    """What is true of the offer with this key too, in the order of the given facts."""
    gemeinsames: dict[Art, tuple[str, ...]] = {}
    for punkt in vergleichspunkte:
        if punkt.menge >> pk & 1:
            gemeinsames[punkt.art] = (*gemeinsames.get(punkt.art, ()), punkt.wert)
    return gemeinsames
