"""Who is found: a search against the Bestand, as sets. Counting and sorting start here, so they never disagree."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from angebote.domain.katalogstand import read_version
from angebote.domain.suche.anfrage import Suchanfrage
from angebote.domain.suche.bedingungen import Bedingung, build_bedingungen
from angebote.domain.suche.bestand import Bestand, load_bestand
from angebote.domain.suche.mengen import LEER, Menge
from angebote.domain.suche.volltext import Texttreffer, find_text
from angebote.domain.suche.zeitfrage import Zeitfrage, build_zeitfrage
from angebote.models import Gruppe
from pankow_einsamkeit.lib.text import split_woerter


@dataclass(frozen=True)
class Treffermengen:
    anfrage: Suchanfrage
    bestand: Bestand
    zeitfrage: Zeitfrage
    text: Texttreffer | None
    bedingungen: list[Bedingung]

    @cached_property
    def _gefiltert(self) -> tuple[Menge, Menge]:
        """Offers that pass every filter, and those that fail exactly one; time aside."""
        alle, fast = self.bestand.sichtbar, LEER
        for bedingung in self.bedingungen:
            alle, fast = alle & bedingung.erfuellt, alle & ~bedingung.erfuellt | fast & bedingung.erfuellt
        return alle, fast

    @property
    def gefilterte(self) -> Menge:
        """Offers that pass every filter, time aside."""
        return self._gefiltert[0]

    def find_ohne(self, bedingung: Bedingung) -> Menge:
        """Offers that pass every filter but this one, time aside."""
        alle, fast = self._gefiltert
        return alle | fast & ~bedingung.erfuellt

    def keep_passende(self, menge: Menge) -> Menge:
        """Those of them that fit the question about time, if there is one."""
        return menge & self.zeitfrage.passende if self.anfrage.fragt_nach_zeit else menge

    @cached_property
    def treffer(self) -> Menge:
        return self.keep_passende(self.gefilterte)

    @cached_property
    def schon_geoeffnet(self) -> Menge:
        """Nothing begins there at the asked time, but the house is open by then (docs/adr/0011)."""
        return (self.gefilterte ^ self.treffer) & self.zeitfrage.oeffnungen.alle

    @cached_property
    def ohne_zeiten(self) -> Menge:
        """They may take place at the asked time or not: nobody can tell."""
        uebrige = self.gefilterte ^ self.treffer ^ self.schon_geoeffnet
        return uebrige & self.bestand.unite_gruppe(Gruppe.ZEITLAGE)

    @cached_property
    def teilweise(self) -> Menge:
        """Hits but for some of the words."""
        if self.text is None or not self.text.einige:
            return LEER
        einige = self.text.einige & self.bestand.sichtbar
        for bedingung in self.bedingungen:
            if bedingung.gruppe != "q":
                einige &= bedingung.erfuellt
        return self.keep_passende(einige)

    @cached_property
    def gelistete(self) -> Menge:
        """All that stands on the pages with every word in it."""
        return self.treffer | self.schon_geoeffnet | self.ohne_zeiten

    def mit_unbekannten(self, *namen: str) -> Treffermengen:
        """As if what nobody knows were allowed for these filters too."""
        bedingungen = [
            replace(b, erfuellt=b.erfuellt | b.offen, offen=LEER) if b.gruppe in namen else b for b in self.bedingungen
        ]
        return Treffermengen(self.anfrage, self.bestand, self.zeitfrage, self.text, bedingungen)


def find_treffermengen(
    anfrage: Suchanfrage, *, jetzt: datetime, version: str | None = None, text: Texttreffer | None = None
) -> Treffermengen:
    """The queries of the words, and one for the mark of the catalogue; both spared for a caller who has them."""
    version = read_version() if version is None else version
    bestand = load_bestand(heute=jetzt.date(), version=version)
    if text is None and split_woerter(anfrage.q):
        text = find_text(anfrage.q, sichtbar=bestand.sichtbar, version=version)
    return Treffermengen(
        anfrage=anfrage,
        bestand=bestand,
        zeitfrage=build_zeitfrage(anfrage, bestand.kalender, jetzt),
        text=text,
        bedingungen=build_bedingungen(anfrage, bestand, text),
    )
