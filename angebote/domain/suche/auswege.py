"""Ways out of a search without hits: which filter costs them, and where else to look, each with its number of hits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from angebote.choices import Zugang
from angebote.domain.suche.anfrage import ZEITGRUPPEN, Suchanfrage
from angebote.domain.suche.auswahl import Auswahl
from angebote.domain.suche.beschreibung import build_filterwort, build_filterworte
from angebote.domain.suche.suche import Suchergebnis
from angebote.domain.suche.zaehlung import Zaehlung, count_treffer
from angebote.models import Kiez

OHNE_WEG = (Zugang.ZUHAUSE, Zugang.TELEFON, Zugang.ONLINE)


@dataclass(frozen=True)
class Ausweg:
    """One click: the words, the search behind it, and how many hits it has (never zero)."""

    label: str
    anfrage: Suchanfrage
    anzahl: int


@dataclass(frozen=True)
class Auswege:
    ohne_filter: list[Ausweg]
    nachbarkieze: list[Ausweg]
    andere_zeiten: list[Ausweg]
    ohne_weg: list[Ausweg]
    alles: list[Ausweg]


def find_auswege(ergebnis: Suchergebnis, *, auswahl: Auswahl, heute: date) -> Auswege:
    """At most two queries: most numbers have been counted with the empty result already."""
    anfrage, zaehlung = ergebnis.anfrage, ergebnis.zaehlung
    weite = _widen(anfrage)
    weite_zaehlung = count_treffer(weite, heute=heute)
    return Auswege(
        ohne_filter=_find_ohne_filter(anfrage, zaehlung, auswahl),
        nachbarkieze=_find_nachbarkieze(anfrage, zaehlung, auswahl),
        andere_zeiten=_find_andere_zeiten(anfrage, zaehlung, auswahl),
        ohne_weg=_find_ohne_weg(weite, weite_zaehlung, auswahl),
        alles=_find_alles(weite, weite_zaehlung, auswahl),
    )


def _widen(anfrage: Suchanfrage) -> Suchanfrage:
    """Only where, for whom and what kind of help: what somebody can hardly change."""
    return Suchanfrage(
        bereich=anfrage.bereich,
        kiez=anfrage.kiez,
        ortsteil=anfrage.ortsteil,
        plz=anfrage.plz,
        sprache=anfrage.sprache,
        fuer=anfrage.fuer,
    )


def _find_ohne_filter(anfrage: Suchanfrage, zaehlung: Zaehlung, auswahl: Auswahl) -> list[Ausweg]:
    """The costliest filter first. A group with several values falls as a whole, since OR holds inside."""
    worte: dict[tuple[str, str | None], list[str]] = {}
    for wort in build_filterworte(anfrage, auswahl=auswahl):
        wert = wort.wert if wort.gruppe == "barrierefrei" else None
        worte.setdefault((wort.gruppe, wert), []).append(wort.label)
    auswege = [
        Ausweg(_(" oder ").join(worte[filter_]), anfrage.ohne(*filter_), anzahl)
        for filter_, anzahl in zaehlung.ohne_filter.items()
        if anzahl > zaehlung.treffer
    ]
    return sorted(auswege, key=lambda ausweg: -ausweg.anzahl)


def _find_nachbarkieze(anfrage: Suchanfrage, zaehlung: Zaehlung, auswahl: Auswahl) -> list[Ausweg]:
    if not anfrage.kiez:
        return []
    nachbarn = set(
        Kiez.objects.filter(nachbarn__slug__in=anfrage.kiez).order_by().values_list("slug", flat=True).distinct()
    )
    return [
        Ausweg(option.label, anfrage.mit(kiez=(option.wert,)), anzahl)
        for option in auswahl["kiez"]
        if option.wert in nachbarn and (anzahl := zaehlung.facetten.get("kiez", {}).get(option.wert))
    ]


def _find_andere_zeiten(anfrage: Suchanfrage, zaehlung: Zaehlung, auswahl: Auswahl) -> list[Ausweg]:
    """Other days, times of day or periods, each with the other two as they were asked."""
    auswege = []
    for gruppe in ZEITGRUPPEN:
        if not (anfrage.hat_zeitraum if gruppe == "wann" else getattr(anfrage, gruppe)):
            continue
        for option in auswahl[gruppe]:
            if anzahl := zaehlung.facetten.get(gruppe, {}).get(option.wert):
                neu = anfrage.mit(**{gruppe: option.wert if gruppe == "wann" else (option.wert,)})
                auswege.append(Ausweg(build_filterwort(gruppe, option.wert, auswahl=auswahl), neu, anzahl))
    return auswege


def _find_ohne_weg(weite: Suchanfrage, zaehlung: Zaehlung, auswahl: Auswahl) -> list[Ausweg]:
    zahlen = zaehlung.facetten.get("zugang", {})
    return [
        Ausweg(build_filterwort("zugang", zugang.value, auswahl=auswahl), weite.mit(zugang=(zugang.value,)), anzahl)
        for zugang in OHNE_WEG
        if (anzahl := zahlen.get(zugang.value))
    ]


def _find_alles(weite: Suchanfrage, zaehlung: Zaehlung, auswahl: Auswahl) -> list[Ausweg]:
    worte = " · ".join(wort.label for wort in build_filterworte(weite, auswahl=auswahl))
    label = _("Alle Angebote %(worte)s") % {"worte": worte} if worte else _("Alle Angebote")
    return [Ausweg(label, weite, zaehlung.treffer)] if zaehlung.treffer else []
