"""The search itself: one Suchanfrage in, one page of hits with all numbers out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import connection
from django.db.models import Case, F, IntegerField, OuterRef, Q, Subquery, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Collate

from angebote.domain.suche.anfrage import Sortierung, Suchanfrage
from angebote.domain.suche.bedingungen import filter_ohne_zeiten, filter_termine, filter_treffer
from angebote.domain.suche.zaehlung import Zaehlung, count_treffer
from angebote.models import Angebot, AngebotQuerySet
from pankow_einsamkeit.lib.text import split_woerter

TREFFER_JE_SEITE = 20


@dataclass(frozen=True)
class Suchergebnis:
    """One page. Pages run over the hits proper and then over the offers whose times are not known."""

    anfrage: Suchanfrage
    zaehlung: Zaehlung
    angebote: list[Angebot]
    angebote_ohne_zeiten: list[Angebot]
    seite: int
    seiten: int

    @property
    def anzahl(self) -> int:
        return self.zaehlung.treffer

    @property
    def anzahl_ohne_zeiten(self) -> int:
        return self.zaehlung.ohne_zeiten


def search_angebote(
    anfrage: Suchanfrage, *, heute: date, seite: int = 1, je_seite: int = TREFFER_JE_SEITE
) -> Suchergebnis:
    """At most three queries. A page beyond the last one gives the last one, below the first the first."""
    zaehlung = count_treffer(anfrage, heute=heute)
    seiten = max(1, -(-(zaehlung.treffer + zaehlung.ohne_zeiten) // je_seite))
    seite = min(max(seite, 1), seiten)
    anfang, ende = (seite - 1) * je_seite, seite * je_seite
    return Suchergebnis(
        anfrage=anfrage,
        zaehlung=zaehlung,
        angebote=list(list_treffer(anfrage, heute=heute)[anfang:ende]) if anfang < zaehlung.treffer else [],
        angebote_ohne_zeiten=list(
            list_ohne_zeiten(anfrage, heute=heute)[max(anfang - zaehlung.treffer, 0) : ende - zaehlung.treffer]
        )
        if zaehlung.ohne_zeiten and ende > zaehlung.treffer
        else [],
        seite=seite,
        seiten=seiten,
    )


def list_treffer(anfrage: Suchanfrage, *, heute: date) -> AngebotQuerySet:
    """All hits proper, sorted; also for print, feed and export."""
    return _sort(filter_treffer(anfrage, heute=heute), anfrage, heute=heute)


def list_ohne_zeiten(anfrage: Suchanfrage, *, heute: date) -> AngebotQuerySet:
    return filter_ohne_zeiten(anfrage, heute=heute).order_by(_titel(), "pk")


def _sort(angebote: AngebotQuerySet, anfrage: Suchanfrage, *, heute: date) -> AngebotQuerySet:
    """relevanz: words of the query in the title first. termin: the next Termin that fits what was asked."""
    if anfrage.wirksame_sortierung == Sortierung.NAME:
        return angebote.order_by(_titel(), "pk")
    termine = filter_termine(anfrage, heute=heute).filter(angebot=OuterRef("pk")).order_by("datum", "beginn")
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
