"""The search itself: one Suchanfrage in, one page of hits with all numbers out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from angebote.domain.katalogstand import read_version
from angebote.domain.naehe import Naehe, find_naehe
from angebote.domain.suche.anfrage import Sortierung, Suchanfrage
from angebote.domain.suche.bestand import Bestand
from angebote.domain.suche.listen import Liste, Listen, build_listen
from angebote.domain.suche.naechste import JE_ANGEBOT, Naechste, load_naechste
from angebote.domain.suche.sortierung import Entfernung, build_ordnung
from angebote.domain.suche.titelfolge import Titelfolge
from angebote.domain.suche.treffermengen import find_treffermengen
from angebote.domain.suche.volltext import Texttreffer
from angebote.domain.suche.zaehlung import Zaehlung, count_mengen
from angebote.models import Angebot

TREFFER_JE_SEITE = 20
# What a card shows; an offer has three times as many fields, which would cost more to read than all counting does.
KARTENFELDER = ("titel", "slug", "nutzen", "bereich", "format", "telefon", "geprueft_am", "kartendaten")


@dataclass(frozen=True)
class Suchergebnis:
    """One page. Pages run over the hits proper, then those without a way, then the houses open at that time of day,
    then the offers whose times are not known, then those with only some of the words.

    sortierung: what holds in fact; a place nobody knows sorts nothing. text: only if words were asked for.
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
    seiten = max(1, -(-listen.anzahl // je_seite))
    seite = min(max(seite, 1), seiten)
    titelfolge = mengen.bestand.titelfolge
    ausschnitte = listen.cut_seite(titelfolge, anfang=(seite - 1) * je_seite, ende=seite * je_seite)
    gezeigte = [pk for pks in ausschnitte.values() for pk in pks]
    angebote = Angebot.objects.oeffentlich(jetzt.date()).only(*KARTENFELDER).in_bulk(gezeigte)

    def take(liste: str) -> list[Angebot]:
        """An offer that was deleted or hidden a moment ago is not there any more."""
        return [angebote[pk] for pk in ausschnitte[liste] if pk in angebote]

    return Suchergebnis(
        anfrage=anfrage,
        angebote=take("treffer"),
        angebote_ohne_weg=take("ohne_weg"),
        angebote_schon_geoeffnet=take("schon_geoeffnet"),
        angebote_ohne_zeiten=take("ohne_zeiten"),
        angebote_teilweise=take("teilweise"),
        zaehlung=count_mengen(mengen),
        seite=seite,
        seiten=seiten,
        anzahl_ohne_weg=listen.ohne_weg.anzahl,
        anzahl_teilweise=listen.teilweise.anzahl,
        sortierung=ordnung.sortierung,
        text=mengen.text,
        naehe=naehe,
        entfernungen=ordnung.measure(gezeigte),
        naechste_termine=_load_naechste(listen, ausschnitte, mengen.bestand, jetzt),
    )


def list_treffer(anfrage: Suchanfrage, *, jetzt: datetime) -> list[int]:
    """The keys of all hits proper, sorted; also for print, feed and export."""
    listen, titelfolge = _find_listen(anfrage, jetzt)
    return [*listen.treffer.list_pks(titelfolge), *listen.ohne_weg.list_pks(titelfolge)]


def list_schon_geoeffnet(anfrage: Suchanfrage, *, jetzt: datetime) -> list[int]:
    """Sorted like the hits proper, by the opening hours that made them listed."""
    listen, titelfolge = _find_listen(anfrage, jetzt)
    return listen.schon_geoeffnet.list_pks(titelfolge)


def list_ohne_zeiten(anfrage: Suchanfrage, *, jetzt: datetime) -> list[int]:
    listen, titelfolge = _find_listen(anfrage, jetzt)
    return listen.ohne_zeiten.list_pks(titelfolge)


def _find_listen(anfrage: Suchanfrage, jetzt: datetime) -> tuple[Listen, Titelfolge]:
    mengen = find_treffermengen(anfrage, jetzt=jetzt)
    ordnung = build_ordnung(mengen, find_naehe(anfrage.nah, heute=jetzt.date()) if anfrage.nah else None)
    return build_listen(mengen, ordnung), mengen.bestand.titelfolge


def _load_naechste(
    listen: Listen, ausschnitte: Mapping[str, Sequence[int]], bestand: Bestand, jetzt: datetime
) -> Naechste:
    gefunden: dict[int, list[datetime]] = {}
    for name, pks in ausschnitte.items():
        if pks:
            liste: Liste = getattr(listen, name)
            gefunden |= liste.termine.find_naechste(pks, anzahl=JE_ANGEBOT)
    return load_naechste(gefunden, bestand=bestand, heute=jetzt.date())
