"""How the search reads a text, in words of the catalogue: for the Redaktion, who keep the groups and filler words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from angebote.domain.suche.volltext.deutung import (
    Begriff,
    Guete,
    Stammgruppe,
    Weg,
    build_begriffe,
    read_text,
)
from angebote.domain.suche.volltext.sprachschatz import Sprachschatz
from pankow_einsamkeit.lib.wortstamm import build_stamm, list_anzeigeworte

VERBUNDEN = " + "  # all of these words together


@dataclass(frozen=True)
class Worterklaerung:
    """A word or phrase, and the words of offers that answer it, as offers write them, each list in alphabetical order.

    gleiche: the word itself in all its forms. verwandte: compounds and words that begin so. andere: what else it leads
    to; a phrase or the parts of a compound as "Kaffee + Klatsch". fehlende: where a group leads to but no offer does.
    """

    wort: str
    gleiche: tuple[str, ...]
    verwandte: tuple[str, ...]
    andere: tuple[str, ...]
    fehlende: tuple[str, ...]
    zeigt_hilfe: bool

    @property
    def ist_unbekannt(self) -> bool:
        return not (self.gleiche or self.verwandte or self.andere)


@dataclass(frozen=True)
class Texterklaerung:
    """worte: those that are searched. fuellwoerter: left out. zu_viele: beyond the limit of words."""

    worte: tuple[Worterklaerung, ...]
    fuellwoerter: tuple[str, ...]
    zu_viele: tuple[str, ...]


def explain_text(q: str, schatz: Sprachschatz) -> Texterklaerung:
    """What find_text reads in the same text before it asks the database or guesses at typing mistakes. No query."""
    lesung = read_text(q, schatz)
    geschrieben = dict(list_anzeigeworte(q))
    return Texterklaerung(
        worte=tuple(_explain_begriff(begriff, schatz, geschrieben) for begriff in build_begriffe(lesung, schatz)),
        fuellwoerter=tuple(geschrieben.get(wort, wort) for wort in lesung.fuellwoerter),
        zu_viele=tuple(geschrieben.get(wort, wort) for wort in lesung.zu_viele),
    )


def _explain_begriff(begriff: Begriff, schatz: Sprachschatz, geschrieben: Mapping[str, str]) -> Worterklaerung:
    namen = {guete: _name_wege((weg for weg in begriff.wege if weg.guete == guete), schatz) for guete in Guete}
    verwandte = namen[Guete.NAH] - namen[Guete.GENAU]
    return Worterklaerung(
        wort=" ".join(geschrieben.get(wort) or schatz.find_anzeige(wort) for wort in begriff.worte),
        gleiche=_sort(namen[Guete.GENAU]),
        verwandte=_sort(verwandte),
        andere=_sort((namen[Guete.WEIT] | namen[Guete.FERN]) - namen[Guete.GENAU] - verwandte),
        fehlende=_sort(_list_fehlende(begriff, schatz)),
        zeigt_hilfe=begriff.zeigt_hilfe,
    )


def _name_wege(wege: Iterable[Weg], schatz: Sprachschatz) -> set[str]:
    """A way of several groups is gone only where an offer can answer each of them."""
    namen: set[str] = set()
    for weg in wege:
        worte = [_name_gruppe(gruppe, schatz) for gruppe in weg.gruppen]
        if len(worte) == 1:
            namen |= worte[0]
        elif all(worte):
            namen.add(VERBUNDEN.join(min(teil, key=lambda wort: (len(wort), wort)) for teil in worte))
    return namen


def _name_gruppe(gruppe: Stammgruppe, schatz: Sprachschatz) -> set[str]:
    return {schatz.find_anzeige(wort) for stamm in gruppe for wort in schatz.formen.get(stamm, ())}


def _list_fehlende(begriff: Begriff, schatz: Sprachschatz) -> set[str]:
    """Words of the Redaktion without a form in the catalogue."""
    eintrag = schatz.eintraege.get(tuple(build_stamm(wort) for wort in begriff.worte))
    staemme = {stamm for ziel in (eintrag.ziele if eintrag else ()) for stamm in ziel if not schatz.ist_bekannt(stamm)}
    return {anzeige for wort, anzeige in schatz.gruppenworte.items() if build_stamm(wort) in staemme}


def _sort(worte: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(worte, key=lambda wort: (wort.casefold(), wort)))
