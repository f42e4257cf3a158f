"""All numbers of the search page, counted in sets: hits, hits per value, hits without one filter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from angebote.choices import Barrierefrei, Kostenfilter
from angebote.domain.suche.anfrage import Suchanfrage, Unbekannt
from angebote.domain.suche.bedingungen import (
    EINFACHE_GRUPPEN,
    MEHRFACHE_GRUPPEN,
    FilterSchluessel,
    allow_unbekannte,
)
from angebote.domain.suche.mengen import LEER, Menge
from angebote.domain.suche.treffermengen import Treffermengen, find_treffermengen
from angebote.domain.suche.volltext import Texttreffer
from angebote.models import Gruppe

MERKMALGRUPPEN = (*EINFACHE_GRUPPEN, *MEHRFACHE_GRUPPEN, Gruppe.BARRIEREFREI)


@dataclass(frozen=True)
class Zaehlung:
    """facetten: group → value → hits if this value were chosen, its own group left aside; zero is left out.

    ohne_filter: (group, value or None) → hits without this filter; a value only in barrierefrei, where AND holds.
    schon_geoeffnet, ohne_zeiten: offers listed below the hits. unbekannte: how many would join the three lists if
    `unbekannt` had all its values; mit_unbekannten: value → all that is listed if it had this one too.
    """

    treffer: int
    schon_geoeffnet: int
    ohne_zeiten: int
    unbekannte: int
    mit_unbekannten: Mapping[str, int]
    facetten: Mapping[str, Mapping[str, int]]
    ohne_filter: Mapping[FilterSchluessel, int]


def count_treffer(anfrage: Suchanfrage, *, jetzt: datetime, version: str | None = None) -> Zaehlung:
    return count_mengen(find_treffermengen(anfrage, jetzt=jetzt, version=version))


def count_mengen(mengen: Treffermengen) -> Zaehlung:
    gelistete = mengen.gelistete.bit_count()
    return Zaehlung(
        treffer=mengen.treffer.bit_count(),
        schon_geoeffnet=mengen.schon_geoeffnet.bit_count(),
        ohne_zeiten=mengen.ohne_zeiten.bit_count(),
        unbekannte=_count_gelistete(mengen, *Unbekannt) - gelistete if mengen.anfrage.strenge_filter else 0,
        mit_unbekannten={name: _count_gelistete(mengen, name) for name in Unbekannt if getattr(mengen.anfrage, name)},
        facetten=_count_facetten(mengen),
        ohne_filter=dict(_count_ohne_filter(mengen)),
    )


def _count_gelistete(mengen: Treffermengen, *namen: str) -> int:
    return mengen.mit_unbekannten(*namen).gelistete.bit_count()


def _count_facetten(mengen: Treffermengen) -> dict[str, dict[str, int]]:
    grundmengen = {
        bedingung.gruppe: mengen.keep_passende(mengen.find_ohne(bedingung))
        for bedingung in mengen.bedingungen
        if bedingung.wert is None
    }
    facetten: dict[str, dict[str, int]] = {}
    for gruppe in MERKMALGRUPPEN:
        grundmenge = grundmengen.get(gruppe, mengen.treffer)
        for wert, menge in _list_werte(mengen, gruppe):
            if anzahl := (grundmenge & menge).bit_count():
                facetten.setdefault(gruppe.value, {})[wert] = anzahl
    for zeitgruppe, wert, menge in mengen.zeitfrage.list_werte():
        if anzahl := (mengen.gefilterte & menge).bit_count():
            facetten.setdefault(zeitgruppe, {})[wert] = anzahl
    return facetten


def _list_werte(mengen: Treffermengen, gruppe: Gruppe) -> Iterator[tuple[str, Menge]]:
    """The values of a group. What nobody knows fits every value, if it is allowed."""
    werte = mengen.bestand.gruppen.get(gruppe, {})
    if gruppe.value not in mengen.anfrage.unbekannt:
        yield from werte.items()
        return
    moegliche = Kostenfilter if gruppe == Gruppe.KOSTEN else Barrierefrei
    for wert in moegliche:
        yield wert.value, allow_unbekannte(mengen.anfrage, mengen.bestand, gruppe, wert, werte.get(wert, LEER))


def _count_ohne_filter(mengen: Treffermengen) -> Iterator[tuple[FilterSchluessel, int]]:
    for bedingung in mengen.bedingungen:
        yield bedingung.schluessel, mengen.keep_passende(mengen.find_ohne(bedingung)).bit_count()
    gesetzte = mengen.anfrage.zeitfilter
    for gruppe in gesetzte:
        # The only question about time gone, offers without any Termin are hits again.
        passende = mengen.zeitfrage.unite_passende(ausser=gruppe) if len(gesetzte) > 1 else mengen.gefilterte
        yield (gruppe, None), (mengen.gefilterte & passende).bit_count()


def count_ohne_mehrere(
    anfrage: Suchanfrage, *, jetzt: datetime, version: str | None = None, text: Texttreffer | None = None
) -> dict[frozenset[FilterSchluessel], int]:
    """Hits without several filters at once, for searches that no single filter spoils.

    The keys are the sets of as few filters as possible whose removal gives hits. Time counts as one filter, under
    ("zeit", None).
    """
    mengen = find_treffermengen(anfrage, jetzt=jetzt, version=version, text=text)
    filter_ = [(bedingung.schluessel, bedingung.erfuellt) for bedingung in mengen.bedingungen]
    if anfrage.fragt_nach_zeit:
        filter_.append((("zeit", None), mengen.zeitfrage.passende))
    naechste = _find_naechste(mengen.bestand.sichtbar, [erfuellt for _schluessel, erfuellt in filter_])
    je_fehlend = {frozenset[FilterSchluessel](): naechste}
    for schluessel, erfuellt in filter_:
        je_fehlend = {
            fehlend: teil
            for bisher, menge in je_fehlend.items()
            for fehlend, teil in ((bisher, menge & erfuellt), (bisher | {schluessel}, menge & ~erfuellt))
            if teil
        }
    return {fehlend: menge.bit_count() for fehlend, menge in je_fehlend.items()}


def _find_naechste(sichtbar: Menge, filter_: list[Menge]) -> Menge:
    """The offers that fail the fewest of these filters."""
    je_anzahl = [sichtbar]  # place n: offers that fail n of the filters so far
    for erfuellt in filter_:
        je_anzahl = [
            gleich & erfuellt | einer_weniger & ~erfuellt
            for gleich, einer_weniger in zip([*je_anzahl, LEER], [LEER, *je_anzahl], strict=True)
        ]
    return next((menge for menge in je_anzahl if menge), LEER)
