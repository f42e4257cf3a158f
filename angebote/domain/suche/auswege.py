"""Ways out of a search without hits: which filter costs them, and where else to look, each with its number of hits."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime

from django.utils.translation import gettext as _

from angebote.choices import Zugang
from angebote.domain.suche.anfrage import ZEITGRUPPEN, Suchanfrage, Unbekannt
from angebote.domain.suche.auswahl import Auswahl
from angebote.domain.suche.bedingungen import FilterSchluessel
from angebote.domain.suche.beschreibung import Filterwort, build_filterwort, build_filterworte
from angebote.domain.suche.suche import Suchergebnis
from angebote.domain.suche.zaehlung import Zaehlung, count_ohne_mehrere, count_treffer
from angebote.models import Kiez

MEHRERE_MAX = 3  # ways out that drop several filters at once
OHNE_WEG = (Zugang.ZUHAUSE, Zugang.TELEFON, Zugang.ONLINE)


@dataclass(frozen=True)
class Ausweg:
    """One click: the words, the search behind it, and how many hits it has (never zero)."""

    label: str
    anfrage: Suchanfrage
    anzahl: int


@dataclass(frozen=True)
class Auswege:
    unbekannte: list[Ausweg]
    ohne_filter: list[Ausweg]
    nachbarkieze: list[Ausweg]
    andere_zeiten: list[Ausweg]
    ohne_weg: list[Ausweg]
    alles: list[Ausweg]


def find_auswege(ergebnis: Suchergebnis, *, auswahl: Auswahl, jetzt: datetime) -> Auswege:
    """At most one query, for the Kieze nearby: all is counted in the state of the catalogue that gave the result."""
    anfrage, zaehlung = ergebnis.anfrage, ergebnis.zaehlung
    weite = _widen(anfrage)
    weite_zaehlung = count_treffer(weite, jetzt=jetzt, version=ergebnis.version)
    return Auswege(
        unbekannte=find_unbekannte(ergebnis),
        ohne_filter=_find_ohne_filter(anfrage, zaehlung, auswahl) or _find_ohne_mehrere(ergebnis, auswahl, jetzt=jetzt),
        nachbarkieze=_find_nachbarkieze(anfrage, zaehlung, auswahl),
        andere_zeiten=_find_andere_zeiten(anfrage, zaehlung, auswahl),
        ohne_weg=_find_ohne_weg(weite, weite_zaehlung, auswahl),
        alles=_find_alles(weite, weite_zaehlung, auswahl),
    )


def find_unbekannte(ergebnis: Suchergebnis) -> list[Ausweg]:
    """The search that shows offers too whose cost or accessibility is not known, with how many more it lists."""
    anfrage, anzahl = ergebnis.anfrage, ergebnis.zaehlung.unbekannte
    worte = {
        (Unbekannt.KOSTEN,): _("die Kosten"),
        (Unbekannt.BARRIEREFREI,): _("die Barrieren"),
        (Unbekannt.KOSTEN, Unbekannt.BARRIEREFREI): _("Kosten oder Barrieren"),
    }
    strenge = anfrage.strenge_filter
    weit = anfrage.mit(unbekannt=(*anfrage.unbekannt, *(name.value for name in strenge)))
    return [Ausweg(worte[strenge], weit, anzahl)] if anzahl else []


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
    worte = _collect_worte(anfrage, auswahl)
    auswege = [
        Ausweg(worte[filter_], anfrage.ohne(*filter_), anzahl)
        for filter_, anzahl in zaehlung.ohne_filter.items()
        if anzahl > zaehlung.treffer
    ]
    return sorted(auswege, key=lambda ausweg: -ausweg.anzahl)


def _find_ohne_mehrere(ergebnis: Suchergebnis, auswahl: Auswahl, *, jetzt: datetime) -> list[Ausweg]:
    """Where no single filter is to blame: as few as possible, then as many hits as possible."""
    anfrage = ergebnis.anfrage
    zahlen = count_ohne_mehrere(anfrage, jetzt=jetzt, version=ergebnis.version, text=ergebnis.text)
    worte = _collect_worte(anfrage, auswahl)
    beste = sorted(zahlen.items(), key=lambda eintrag: (len(eintrag[0]), -eintrag[1], sorted(map(str, eintrag[0]))))
    auswege = []
    for filter_, anzahl in beste[:MEHRERE_MAX]:
        weite, labels = anfrage, []
        for gruppe, wert in (schluessel for schluessel in _order_filter(anfrage) if schluessel in filter_):
            if gruppe == "zeit":
                labels += [worte[zeit, None] for zeit in ZEITGRUPPEN if (zeit, None) in worte]
                weite = weite.ohne("tag").ohne("zeit").ohne("wann")
            else:
                labels.append(worte[gruppe, wert])
                weite = weite.ohne(gruppe, wert)
        auswege.append(
            Ausweg(_(" und ").join([", ".join(labels[:-1]), labels[-1]] if labels[1:] else labels), weite, anzahl)
        )
    return auswege


def _order_filter(anfrage: Suchanfrage) -> list[FilterSchluessel]:
    """Time last, and once."""
    namen = [feld.name for feld in fields(anfrage) if feld.name not in (*ZEITGRUPPEN, "barrierefrei")]
    filter_: list[FilterSchluessel] = [(name, None) for name in namen]
    return [*filter_, *(("barrierefrei", wert) for wert in anfrage.barrierefrei), ("zeit", None)]


def _collect_worte(anfrage: Suchanfrage, auswahl: Auswahl) -> dict[FilterSchluessel, str]:
    """The words of each filter that can be taken away by itself, in quotation marks."""
    worte: dict[FilterSchluessel, list[str]] = {}
    for wort in build_filterworte(anfrage, auswahl=auswahl):
        wert = wort.wert if wort.gruppe == "barrierefrei" else None
        worte.setdefault((wort.gruppe, wert), []).append(_quote(wort, anfrage.q))
    return {filter_: _(" oder ").join(labels) for filter_, labels in worte.items()}


def _quote(wort: Filterwort, q: str) -> str:
    return _("das Suchwort „%(wort)s“") % {"wort": q} if wort.gruppe == "q" else f"„{wort.label}“"


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
