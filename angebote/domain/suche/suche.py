"""The search itself: one Suchanfrage in, one page of hits with all numbers out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import connection
from django.db.models import Case, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Collate

from angebote.domain.suche.anfrage import Sortierung, Suchanfrage
from angebote.domain.suche.bedingungen import (
    filter_offene_termine,
    filter_ohne_zeiten,
    filter_schon_geoeffnet,
    filter_termine,
    filter_treffer,
)
from angebote.domain.suche.platzhalter import Naehe, Texttreffer
from angebote.domain.suche.zaehlung import Zaehlung, count_treffer
from angebote.models import Angebot, AngebotQuerySet, Termin
from pankow_einsamkeit.lib.text import split_woerter

TREFFER_JE_SEITE = 20


@dataclass(frozen=True)
class Entfernung:
    """As the crow flies. genau False: only the middle of the neighbourhood is known."""

    meter: int
    genau: bool


@dataclass(frozen=True)
class Suchergebnis:
    """One page. Pages run over the hits proper, then those without a way, then the houses open at that time of day,
    then the offers whose times are not known, then those with only some of the words.

    sortierung: what holds in fact; a place nobody knows sorts nothing. text: only if words were asked for.
    naehe: only if `nah` was asked for. entfernungen: by primary key, for the shown offers with a position.
    anzahl counts the hits proper with those without a way, which are told apart only when sorted by distance.
    """

    anfrage: Suchanfrage
    zaehlung: Zaehlung
    angebote: list[Angebot]
    angebote_schon_geoeffnet: list[Angebot]
    angebote_ohne_zeiten: list[Angebot]
    seite: int
    seiten: int
    sortierung: Sortierung = Sortierung.TERMIN
    text: Texttreffer | None = None
    naehe: Naehe | None = None
    entfernungen: Mapping[int, Entfernung] = field(default_factory=dict)
    angebote_ohne_weg: Sequence[Angebot] = ()
    anzahl_ohne_weg: int = 0
    angebote_teilweise: Sequence[Angebot] = ()
    anzahl_teilweise: int = 0

    @property
    def anzahl(self) -> int:
        return self.zaehlung.treffer

    @property
    def anzahl_schon_geoeffnet(self) -> int:
        return self.zaehlung.schon_geoeffnet

    @property
    def anzahl_ohne_zeiten(self) -> int:
        return self.zaehlung.ohne_zeiten


def search_angebote(
    anfrage: Suchanfrage, *, jetzt: datetime, seite: int = 1, je_seite: int = TREFFER_JE_SEITE
) -> Suchergebnis:
    """At most four queries. A page beyond the last one gives the last one, below the first the first."""
    zaehlung = count_treffer(anfrage, jetzt=jetzt)
    gruppen = (
        (zaehlung.treffer, list_treffer),
        (zaehlung.schon_geoeffnet, list_schon_geoeffnet),
        (zaehlung.ohne_zeiten, list_ohne_zeiten),
    )
    seiten = max(1, -(-sum(anzahl for anzahl, _liste in gruppen) // je_seite))
    seite = min(max(seite, 1), seiten)
    anfang, ende = (seite - 1) * je_seite, seite * je_seite
    gezeigte = []
    for anzahl, liste in gruppen:
        stueck = slice(max(anfang, 0), min(ende, anzahl))
        gezeigte.append(list(liste(anfrage, jetzt=jetzt)[stueck]) if stueck.start < stueck.stop else [])
        anfang, ende = anfang - anzahl, ende - anzahl
    angebote, schon_geoeffnet, ohne_zeiten = gezeigte
    return Suchergebnis(
        anfrage=anfrage,
        zaehlung=zaehlung,
        angebote=angebote,
        angebote_schon_geoeffnet=schon_geoeffnet,
        angebote_ohne_zeiten=ohne_zeiten,
        seite=seite,
        seiten=seiten,
    )


def list_treffer(anfrage: Suchanfrage, *, jetzt: datetime) -> AngebotQuerySet:
    """All hits proper, sorted; also for print, feed and export."""
    return _sort(filter_treffer(anfrage, jetzt=jetzt), anfrage, termine=filter_termine(anfrage, jetzt=jetzt))


def list_schon_geoeffnet(anfrage: Suchanfrage, *, jetzt: datetime) -> AngebotQuerySet:
    """Sorted like the hits proper, by the opening hours that made them listed."""
    return _sort(
        filter_schon_geoeffnet(anfrage, jetzt=jetzt), anfrage, termine=filter_offene_termine(anfrage, jetzt=jetzt)
    )


def list_ohne_zeiten(anfrage: Suchanfrage, *, jetzt: datetime) -> AngebotQuerySet:
    return filter_ohne_zeiten(anfrage, jetzt=jetzt).order_by(_titel(), "pk")


def _sort(angebote: AngebotQuerySet, anfrage: Suchanfrage, *, termine: QuerySet[Termin]) -> AngebotQuerySet:
    """relevanz: words of the query in the title first. termin: the next of these Termine."""
    if anfrage.wirksame_sortierung == Sortierung.NAME:
        return angebote.order_by(_titel(), "pk")
    termine = termine.filter(angebot=OuterRef("pk")).order_by("datum", "beginn")
    nach_termin = angebote.annotate(
        naechstes_datum=Subquery(termine.values("datum")[:1]), naechster_beginn=Subquery(termine.values("beginn")[:1])
    )
    nach_rang = anfrage.wirksame_sortierung == Sortierung.RELEVANZ and split_woerter(anfrage.q)
    rang: list[Combinable] = [_titelrang(anfrage.q)] if nach_rang else []
    naechster: list[Combinable] = [F(name).asc(nulls_last=True) for name in ("naechstes_datum", "naechster_beginn")]
    return nach_termin.order_by(*rang, *naechster, _titel(), "pk")


def _titel() -> Collate:
    """The folded title byte by byte, so that both databases sort alike."""
    return Collate(F("sortiertitel"), "C" if connection.vendor == "postgresql" else "BINARY")


def _titelrang(q: str) -> Case:
    """0: all words in the title, 1: some, 2: elsewhere only. Needs at least one word."""
    alle, einige = Q(), Q()
    for wort in split_woerter(q):
        alle &= Q(sortiertitel__contains=wort)
        einige |= Q(sortiertitel__contains=wort)
    return Case(When(alle, then=Value(0)), When(einige, then=Value(1)), default=Value(2), output_field=IntegerField())
