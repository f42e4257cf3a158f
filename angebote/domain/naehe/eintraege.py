"""Entries of the directory of places, and when two of the same name are one place to the people who search."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from angebote.domain.naehe.namen import build_namensschluessel
from angebote.domain.naehe.stellen import Stellenart
from pankow_einsamkeit.lib.geo import Punkt, compute_distance

NAH_BEIEINANDER = 1500.0  # metres: nearer than this a choice would ask for a difference that does not matter


@dataclass(frozen=True)
class Umgebung:
    """The areas something lies in, by name, the one with most of it first. raeume: keys of the Planungsräume."""

    ortsteile: tuple[str, ...] = ()
    viertel: tuple[str, ...] = ()  # Kieze and Planungsräume
    plz: tuple[str, ...] = ()
    raeume: frozenset[int] = frozenset()

    @cached_property
    def schluessel(self) -> frozenset[str]:
        return frozenset(self.plz) | {build_namensschluessel(name) for name in (*self.ortsteile, *self.viertel)}


@dataclass(frozen=True, slots=True)
class Eintrag:
    """A place under its official name, or one section of a street (then grouped before it is shown).

    rang: which of several near each other is meant, the smallest. gewicht: addresses, or how often a tram stops.
    ist_raummitte: of a street only the middle of its one Planungsraum is known. angebote: at a house, by primary key.
    """

    art: Stellenart
    name: str
    punkt: Punkt
    rang: int = field(compare=False)
    ist_gebiet: bool = True
    gewicht: float = 0.0
    umgebung: Umgebung = field(default_factory=Umgebung)
    ist_raummitte: bool = False
    angebote: tuple[int, ...] = ()


def compute_mitte(punkte: Iterable[tuple[Punkt, float]]) -> Punkt:
    """The weighted mean; for the few kilometres of a district degrees may be averaged. Needs a point."""
    liste = [(punkt, max(gewicht, 1e-9)) for punkt, gewicht in punkte]
    summe = sum(gewicht for _punkt, gewicht in liste)
    return Punkt(
        sum(punkt.lat * gewicht for punkt, gewicht in liste) / summe,
        sum(punkt.lon * gewicht for punkt, gewicht in liste) / summe,
    )


def build_adressen(haeuser: Iterable[tuple[str, Eintrag]]) -> list[Eintrag]:
    """One entry for all houses with the same address and postcode, at the best known of their positions."""
    gleiche: defaultdict[tuple[str, ...], list[tuple[str, Eintrag]]] = defaultdict(list)
    for adresse, haus in haeuser:
        gleiche[haus.umgebung.plz].append((adresse, haus))
    adressen = []
    for gruppe in gleiche.values():
        adresse, bestes = min(gruppe, key=lambda paar: paar[1].ist_gebiet)
        angebote = sorted(pk for _adresse, haus in gruppe for pk in haus.angebote)
        adressen.append(replace(bestes, name=adresse, angebote=tuple(angebote)))
    return adressen


def merge_eintraege(eintraege: Iterable[Eintrag]) -> list[Eintrag]:
    """What is left to choose from among these entries: one for each place on the ground, the one meant most first."""
    verschiedene: list[Eintrag] = []
    for eintrag in sorted(_join_strassen(eintraege), key=lambda e: (e.rang, -e.gewicht, e.name)):
        if not any(_are_one(eintrag, anderer) for anderer in verschiedene):
            verschiedene.append(eintrag)
    return verschiedene


def _join_strassen(eintraege: Iterable[Eintrag]) -> list[Eintrag]:
    """Streets instead of their sections; all else as it is."""
    abschnitte: defaultdict[str, list[Eintrag]] = defaultdict(list)
    andere = []
    for eintrag in eintraege:
        if eintrag.art == Stellenart.STRASSE:
            abschnitte[eintrag.name].append(eintrag)
        else:
            andere.append(eintrag)
    for gleichnamige in abschnitte.values():
        strassen = _group(gleichnamige, _is_continued)
        andere += _group(strassen, _are_near)
    return andere


def _group(teile: Iterable[Eintrag], is_same: Callable[[Eintrag, Eintrag], bool]) -> list[Eintrag]:
    gruppen: list[list[Eintrag]] = []
    for teil in teile:
        verbundene = [gruppe for gruppe in gruppen if any(is_same(teil, anderer) for anderer in gruppe)]
        gruppen = [gruppe for gruppe in gruppen if gruppe not in verbundene]
        gruppen.append([*(anderer for gruppe in verbundene for anderer in gruppe), teil])
    return [_build_strasse(gruppe) for gruppe in gruppen]


def _is_continued(a: Eintrag, b: Eintrag) -> bool:
    """In Berlin a street name is given once in an Ortsteil and once in a postcode, however long the street is."""
    return not set(a.umgebung.plz).isdisjoint(b.umgebung.plz) or not set(a.umgebung.ortsteile).isdisjoint(
        b.umgebung.ortsteile
    )


def _build_strasse(teile: Sequence[Eintrag]) -> Eintrag:
    raeume = frozenset(raum for teil in teile for raum in teil.umgebung.raeume)
    return Eintrag(
        art=Stellenart.STRASSE,
        name=teile[0].name,
        punkt=compute_mitte((teil.punkt, teil.gewicht) for teil in teile),
        rang=teile[0].rang,
        gewicht=sum(teil.gewicht for teil in teile),
        umgebung=Umgebung(
            ortsteile=_order((name, teil.gewicht) for teil in teile for name in teil.umgebung.ortsteile),
            viertel=_order((name, teil.gewicht) for teil in teile for name in teil.umgebung.viertel),
            plz=_order((plz, teil.gewicht) for teil in teile for plz in teil.umgebung.plz),
            raeume=raeume,
        ),
        ist_raummitte=len(raeume) == 1 and all(teil.ist_raummitte for teil in teile),
    )


def _order(namen: Iterable[tuple[str, float]]) -> tuple[str, ...]:
    summen: defaultdict[str, float] = defaultdict(float)
    for name, gewicht in namen:
        summen[name] += gewicht
    return tuple(sorted(summen, key=lambda name: -summen[name]))


def _are_one(a: Eintrag, b: Eintrag) -> bool:
    """Two areas of one name are meant as the same (Kiez and Ortsteil Weißensee), wherever their middles lie."""
    return a.art == b.art == Stellenart.GEBIET or _are_near(a, b)


def _are_near(a: Eintrag, b: Eintrag) -> bool:
    """In the same Planungsraum, or a short walk apart."""
    return not a.umgebung.raeume.isdisjoint(b.umgebung.raeume) or compute_distance(a.punkt, b.punkt) <= NAH_BEIEINANDER
