"""The lists of a result, in the order of its pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from angebote.domain.suche.anfrage import Sortierung, Suchanfrage
from angebote.domain.suche.mengen import LEER, Menge
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


@dataclass(frozen=True)
class Listen:
    """Hits proper, those of them nobody has to go to (only apart when sorted by distance), and what stands below."""

    treffer: Liste
    ohne_weg: Liste
    schon_geoeffnet: Liste
    ohne_zeiten: Liste
    teilweise: Liste

    def cut_seite(self, titelfolge: Titelfolge, *, anfang: int, ende: int) -> Mapping[str, list[int]]:
        """What stands on a page, by name of the list."""
        ausschnitte: dict[str, list[int]] = {}
        for name, liste in vars(self).items():
            ist_dabei = anfang < liste.anzahl and ende > 0
            ausschnitte[name] = liste.list_pks(titelfolge, anfang=max(anfang, 0), ende=ende) if ist_dabei else []
            anfang, ende = anfang - liste.anzahl, ende - liste.anzahl
        return ausschnitte

    @property
    def anzahl(self) -> int:
        return sum(liste.anzahl for liste in vars(self).values())


def build_listen(mengen: Treffermengen, ordnung: Ordnung) -> Listen:
    termine, oeffnungen = mengen.zeitfrage.termine, mengen.zeitfrage.oeffnungen
    alle_termine = replace(mengen.zeitfrage, anfrage=Suchanfrage()).termine if mengen.ohne_zeiten else termine
    ohne_weg = mengen.treffer & ordnung.ohne_weg if ordnung.sortierung == Sortierung.ENTFERNUNG else LEER
    nach_termin = partial(ordnung.split, termine=termine)
    return Listen(
        treffer=Liste(mengen.treffer ^ ohne_weg, nach_termin, termine),
        ohne_weg=Liste(ohne_weg, termine.split, termine),
        schon_geoeffnet=Liste(mengen.schon_geoeffnet, partial(ordnung.split, termine=oeffnungen), oeffnungen),
        ohne_zeiten=Liste(mengen.ohne_zeiten, _keep, alle_termine),
        teilweise=Liste(mengen.teilweise, nach_termin, termine),
    )


def _keep(menge: Menge) -> Iterator[Menge]:
    """One layer: sorted by title alone."""
    yield menge
