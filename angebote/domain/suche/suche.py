"""The search itself: one Suchanfrage in, one page of hits with all numbers out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from angebote.domain.katalogstand import read_version
from angebote.domain.naehe import Naehe, find_naehe
from angebote.domain.suche.anfrage import Sortierung, Suchanfrage
from angebote.domain.suche.listen import Abteilung, Listen, Seite, build_listen
from angebote.domain.suche.naechste import Naechste, load_naechste
from angebote.domain.suche.sortierung import Entfernung, build_ordnung
from angebote.domain.suche.treffermengen import find_treffermengen
from angebote.domain.suche.volltext import Texttreffer
from angebote.domain.suche.zaehlung import Zaehlung, count_mengen
from angebote.models import Angebot

TREFFER_JE_SEITE = 20
# What a card shows; an offer has three times as many fields, which would cost more to read than all counting does.
KARTENFELDER = ("titel", "slug", "nutzen", "bereich", "format", "telefon", "geprueft_am", "hinweis_ab", "kartendaten")


@dataclass(frozen=True)
class Suchergebnis:
    """One page. Pages run over the hits proper, then those without a way, then the houses open at that time of day,
    then the offers whose times are not known, then those with only some of the words.

    sortierung: what holds in fact; a place nobody knows sorts nothing. text: only if words were asked for.
    starke_zuerst: by distance, but first the hits that answer the words directly, and there are others. version: the
    state of the catalogue it was answered from, for whoever counts something else for the same page.
    naehe: only if `nah` was asked for. entfernungen: by primary key, for the shown offers with a position.
    anzahl counts the hits proper with those without a way, which are told apart only when sorted by distance.
    naechste_termine: by primary key up to two that fit the search; for schon_geoeffnet the hours that made them listed.
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
    naechste_termine: Naechste = field(default_factory=dict)
    starke_zuerst: bool = False
    version: str = ""

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
    anfrage: Suchanfrage,
    *,
    jetzt: datetime,
    seite: int = 1,
    je_seite: int = TREFFER_JE_SEITE,
    version: str | None = None,
) -> Suchergebnis:
    """At most three queries and those of the words and the place, whatever the number of offers.

    A page beyond the last one gives the last one, below the first the first. `version` spares reading the mark of the
    catalogue (katalogstand.read_version).
    """
    version = read_version() if version is None else version
    mengen = find_treffermengen(anfrage, jetzt=jetzt, version=version)
    naehe = find_naehe(anfrage.nah, heute=jetzt.date(), version=version) if anfrage.nah else None
    ordnung = build_ordnung(mengen, naehe)
    listen = build_listen(mengen, ordnung)
    ausschnitt = listen.cut_seite(seite, je_seite=je_seite)
    angebote = _load_karten(ausschnitt, heute=jetzt.date())
    return Suchergebnis(
        anfrage=anfrage,
        angebote=angebote[Abteilung.TREFFER],
        angebote_ohne_weg=angebote[Abteilung.OHNE_WEG],
        angebote_schon_geoeffnet=angebote[Abteilung.SCHON_GEOEFFNET],
        angebote_ohne_zeiten=angebote[Abteilung.OHNE_ZEITEN],
        angebote_teilweise=angebote[Abteilung.TEILWEISE],
        zaehlung=count_mengen(mengen),
        seite=ausschnitt.nummer,
        seiten=ausschnitt.seiten,
        anzahl_ohne_weg=listen[Abteilung.OHNE_WEG].anzahl,
        anzahl_teilweise=listen[Abteilung.TEILWEISE].anzahl,
        sortierung=ordnung.sortierung,
        text=mengen.text,
        naehe=naehe,
        entfernungen=ordnung.measure(ausschnitt.alle_pks),
        naechste_termine=load_naechste(listen.find_naechste(ausschnitt), bestand=mengen.bestand, heute=jetzt.date()),
        starke_zuerst=ordnung.puts_starke_first(listen[Abteilung.TREFFER].menge),
        version=version,
    )


def list_treffer(anfrage: Suchanfrage, *, jetzt: datetime) -> list[int]:
    """The keys of all hits proper, sorted; also for print, feed and export."""
    listen = _find_listen(anfrage, jetzt)
    return [*listen.list_pks(Abteilung.TREFFER), *listen.list_pks(Abteilung.OHNE_WEG)]


def list_schon_geoeffnet(anfrage: Suchanfrage, *, jetzt: datetime) -> list[int]:
    """Sorted like the hits proper, by the opening hours that made them listed."""
    return _find_listen(anfrage, jetzt).list_pks(Abteilung.SCHON_GEOEFFNET)


def list_ohne_zeiten(anfrage: Suchanfrage, *, jetzt: datetime) -> list[int]:
    return _find_listen(anfrage, jetzt).list_pks(Abteilung.OHNE_ZEITEN)


def _find_listen(anfrage: Suchanfrage, jetzt: datetime) -> Listen:
    version = read_version()
    mengen = find_treffermengen(anfrage, jetzt=jetzt, version=version)
    naehe = find_naehe(anfrage.nah, heute=jetzt.date(), version=version) if anfrage.nah else None
    return build_listen(mengen, build_ordnung(mengen, naehe))


def _load_karten(seite: Seite, *, heute: date) -> dict[Abteilung, list[Angebot]]:
    """One query. An offer that was deleted or hidden a moment ago is not there any more."""
    angebote = Angebot.objects.oeffentlich(heute).only(*KARTENFELDER).in_bulk(seite.alle_pks)
    return {abteilung: [angebote[pk] for pk in pks if pk in angebote] for abteilung, pks in seite.pks.items()}
