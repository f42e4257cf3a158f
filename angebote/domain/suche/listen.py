"""The lists of a result, in the order of its pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from angebote.domain.suche.anfrage import Sortierung, Suchanfrage
from angebote.domain.suche.mengen import LEER, Menge
from angebote.domain.suche.sortierung import Aufteilung, Ordnung, list_sortiert
from angebote.domain.suche.titelfolge import Titelfolge
from angebote.domain.suche.treffermengen import Treffermengen
from angebote.domain.suche.zeitfrage import Moment, Zeitfrage


@dataclass(frozen=True)
class Liste:
    """momente: the begins from which the next Termine on its cards are taken."""

    menge: Menge
    aufteilung: Aufteilung
    momente: Callable[[], Iterator[Moment]]

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
    zeitfrage = mengen.zeitfrage
    ohne_weg = mengen.treffer & ordnung.ohne_weg if ordnung.sortierung == Sortierung.ENTFERNUNG else LEER
    alle_zeiten = Zeitfrage(Suchanfrage(), zeitfrage.heute, zeitfrage.termintage)

    def sort_nach_termin(menge: Menge) -> Iterator[Menge]:
        return ordnung.split(menge, zeitfrage.split_nach_termin)

    def sort_nach_oeffnung(menge: Menge) -> Iterator[Menge]:
        return ordnung.split(menge, zeitfrage.split_nach_oeffnung)

    def sort_nach_titel(menge: Menge) -> Iterator[Menge]:
        yield menge

    return Listen(
        treffer=Liste(mengen.treffer ^ ohne_weg, sort_nach_termin, zeitfrage.list_termine),
        ohne_weg=Liste(ohne_weg, zeitfrage.split_nach_termin, zeitfrage.list_termine),
        schon_geoeffnet=Liste(mengen.schon_geoeffnet, sort_nach_oeffnung, zeitfrage.list_oeffnungen),
        ohne_zeiten=Liste(mengen.ohne_zeiten, sort_nach_titel, alle_zeiten.list_termine),
        teilweise=Liste(mengen.teilweise, sort_nach_termin, zeitfrage.list_termine),
    )
