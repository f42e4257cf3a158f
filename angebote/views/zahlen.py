"""How many public offers stand behind a link of a page that is no search, counted as the search does.

`version` spares reading the mark of the catalogue; numbers of one page should come from one state of it.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime

from angebote.domain.suche.anfrage import Suchanfrage, Zeitraum
from angebote.domain.suche.bestand import load_bestand
from angebote.domain.suche.mengen import unite
from angebote.domain.suche.treffermengen import find_treffermengen
from angebote.domain.suche.zeitfrage import build_zeitfrage
from angebote.models import Gruppe, Kiez


def count_je_wert(
    gruppen: Collection[Gruppe], *, heute: date, kiez: Kiez | None = None, version: str | None = None
) -> dict[tuple[str, str], int]:
    """Public offers per search group and value; with a Kiez only those the search finds for it."""
    bestand = load_bestand(heute=heute, version=version)
    angebote = bestand.sichtbar
    if kiez is not None:
        angebote &= bestand.unite_werte(Gruppe.KIEZ, kiez.slug)
    return {
        (gruppe.value, wert): anzahl
        for gruppe in gruppen
        for wert, menge in bestand.gruppen.get(gruppe, {}).items()
        if (anzahl := (angebote & menge).bit_count())
    }


def count_je_auswahl(
    auswahlen: Sequence[Sequence[tuple[str, str]]], *, heute: date, version: str | None = None
) -> list[int]:
    """Public offers for each choice, a list of (group, value) pairs of which one must hold."""
    bestand = load_bestand(heute=heute, version=version)
    mengen = (unite(bestand.unite_werte(gruppe, wert) for gruppe, wert in auswahl) for auswahl in auswahlen)
    return [(bestand.sichtbar & menge).bit_count() for menge in mengen]


def count_je_anfrage(anfragen: Sequence[Suchanfrage], *, jetzt: datetime, version: str | None = None) -> list[int]:
    """The hits proper of each search; its words are the only thing that costs queries."""
    mengen = (find_treffermengen(anfrage, jetzt=jetzt, version=version) for anfrage in anfragen)
    return [eine.treffer.bit_count() for eine in mengen]


def count_je_zeitraum(
    zeitraeume: Mapping[str, Zeitraum], *, jetzt: datetime, version: str | None = None
) -> dict[str, int]:
    """Public offers with a Termin ahead in each period (first and last day inclusive)."""
    bestand = load_bestand(heute=jetzt.date(), version=version)
    anfragen = {name: Suchanfrage(von=zeitraum.von, bis=zeitraum.bis) for name, zeitraum in zeitraeume.items()}
    return {
        name: (bestand.sichtbar & build_zeitfrage(anfrage, bestand.kalender, jetzt).passende).bit_count()
        for name, anfrage in anfragen.items()
    }


def count_oeffentliche(*, heute: date, version: str | None = None) -> int:
    return load_bestand(heute=heute, version=version).sichtbar.bit_count()
