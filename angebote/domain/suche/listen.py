"""The lists of a result, and the pages that run over them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum, auto
from functools import partial

from angebote.domain.suche.anfrage import Sortierung, Suchanfrage
from angebote.domain.suche.mengen import LEER, Menge
from angebote.domain.suche.naechste import JE_ANGEBOT
from angebote.domain.suche.sortierung import Aufteilung, Ordnung, list_sortiert
from angebote.domain.suche.terminfolge import Terminfolge
from angebote.domain.suche.titelfolge import Titelfolge
from angebote.domain.suche.treffermengen import Treffermengen


@dataclass(frozen=True)
class Liste:
    """termine: those from which the next ones on its cards are taken."""

    menge: Menge
    aufteilung: Aufteilung
    termine: Terminfolge

    @property
    def anzahl(self) -> int:
        return self.menge.bit_count()

    def list_pks(self, titelfolge: Titelfolge, *, anfang: int = 0, ende: int | None = None) -> list[int]:
        return list_sortiert(self.aufteilung(self.menge), titelfolge, anfang=anfang, ende=ende)


class Abteilung(Enum):
    """The parts of a result. The pages run over them in this order."""

    TREFFER = auto()
    OHNE_WEG = auto()  # hits nobody has to go to; only apart when sorted by distance
    SCHON_GEOEFFNET = auto()
    OHNE_ZEITEN = auto()
    TEILWEISE = auto()


@dataclass(frozen=True)
class Seite:
    """What stands on a page, in order. nummer: from 1 to seiten."""

    nummer: int
    seiten: int
    pks: Mapping[Abteilung, Sequence[int]]

    @property
    def alle_pks(self) -> list[int]:
        return [pk for abteilung in Abteilung for pk in self.pks[abteilung]]


@dataclass(frozen=True)
class Listen:
    je_abteilung: Mapping[Abteilung, Liste]
    titelfolge: Titelfolge

    def __getitem__(self, abteilung: Abteilung) -> Liste:
        return self.je_abteilung[abteilung]

    def list_pks(self, abteilung: Abteilung) -> list[int]:
        return self[abteilung].list_pks(self.titelfolge)

    def cut_seite(self, nummer: int, *, je_seite: int) -> Seite:
        """A page beyond the last one gives the last one, below the first the first."""
        seiten = max(1, -(-sum(self[abteilung].anzahl for abteilung in Abteilung) // je_seite))
        nummer = min(max(nummer, 1), seiten)
        anfang, ende = (nummer - 1) * je_seite, nummer * je_seite
        pks: dict[Abteilung, list[int]] = {}
        for abteilung in Abteilung:
            liste = self[abteilung]
            ist_dabei = anfang < liste.anzahl and ende > 0
            pks[abteilung] = liste.list_pks(self.titelfolge, anfang=max(anfang, 0), ende=ende) if ist_dabei else []
            anfang, ende = anfang - liste.anzahl, ende - liste.anzahl
        return Seite(nummer, seiten, pks)

    def find_naechste(self, seite: Seite) -> dict[int, list[datetime]]:
        """The next begins of each offer on the page, in the sense of the list it stands in."""
        gefunden: dict[int, list[datetime]] = {}
        for abteilung, pks in seite.pks.items():
            if pks:
                gefunden |= self[abteilung].termine.find_naechste(pks, anzahl=JE_ANGEBOT)
        return gefunden


def build_listen(mengen: Treffermengen, ordnung: Ordnung) -> Listen:
    termine, oeffnungen = mengen.zeitfrage.termine, mengen.zeitfrage.oeffnungen
    alle_termine = replace(mengen.zeitfrage, anfrage=Suchanfrage()).termine if mengen.ohne_zeiten else termine
    ohne_weg = mengen.treffer & ordnung.ohne_weg if ordnung.sortierung == Sortierung.ENTFERNUNG else LEER
    nach_termin = partial(ordnung.split, termine=termine)
    nach_oeffnung = partial(ordnung.split, termine=oeffnungen)
    je_abteilung = {
        Abteilung.TREFFER: Liste(mengen.treffer ^ ohne_weg, nach_termin, termine),
        Abteilung.OHNE_WEG: Liste(ohne_weg, termine.split, termine),
        Abteilung.SCHON_GEOEFFNET: Liste(mengen.schon_geoeffnet, nach_oeffnung, oeffnungen),
        Abteilung.OHNE_ZEITEN: Liste(mengen.ohne_zeiten, _keep, alle_termine),
        Abteilung.TEILWEISE: Liste(mengen.teilweise, nach_termin, termine),
    }
    return Listen(je_abteilung, mengen.bestand.titelfolge)


def _keep(menge: Menge) -> Iterator[Menge]:
    """One layer: sorted by title alone."""
    yield menge
