"""From typed words to offers: understand, ask the database once, correct mistakes, rank."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_
from typing import Any

from angebote.domain.suche.mengen import LEER, Menge, unite
from angebote.domain.suche.volltext.datenbank import Feldmengen
from angebote.domain.suche.volltext.deutung import (
    Begriff,
    Guete,
    Stammgruppe,
    Vermutung,
    Weg,
    build_begriffe,
    build_vermutung,
    ist_unbekannt,
    read_text,
)
from angebote.domain.suche.volltext.felder import Feld
from angebote.domain.suche.volltext.rang import split_klassen, sum_punkte
from angebote.domain.suche.volltext.sprachschatz import Sprachschatz, sprachschatz
from pankow_einsamkeit.lib.text import normalise_text

# Points of a word by how well (Guete) and where (Feld) it is found. Where other words stand in for the typed one, the
# names of streets and stops do not count: "Garten" is not the Gartenstraße.
PUNKTE = ((16, 8, 4, 2, 2), (12, 6, 3, 2, 1), (8, 4, 2, 1, 0), (3, 2, 1, 1, 0))
# More for whoever has one of these, wherever it stands: the word or a compound before any synonym, a synonym before all
# that it only leads to.
STUFEN = (((Guete.GENAU, Guete.NAH), 16), ((Guete.GENAU, Guete.NAH, Guete.WEIT), 8))
GRUNDPUNKTE = 64  # for every word found at all, where not all are: more words beat better places
SELTEN, SEHR_SELTEN = 2, 8  # a word with as many times fewer offers than the most common one counts double, threefold
GLEICH_NAH = 0.05  # guesses that differ less in distance are told apart by how much they find
KORREKTUR_LAENGE = 200  # characters of the query; of a longer one only the words are given back
INHALT = tuple(feld for feld in Feld if feld != Feld.ORT)


@dataclass(frozen=True)
class Texttreffer:
    """alle: offers that hold every word that counts. einige: some of them only; empty for a single word.

    raenge: all of them, best first, those of `alle` before those of `einige`. korrektur: what was searched instead, if
    what was typed finds nothing. marken: normalised words that made the hits. zeigt_hilfe: a word of hardship was used.
    """

    alle: Menge = LEER
    einige: Menge = LEER
    raenge: tuple[Menge, ...] = ()
    korrektur: str = ""
    marken: frozenset[str] = frozenset()
    zeigt_hilfe: bool = False


@dataclass(frozen=True)
class Fund:
    """The offers that answer one Begriff, by how well and where."""

    begriff: Begriff
    mengen: tuple[Feldmengen, ...]  # one for each Guete

    @property
    def gesamt(self) -> Menge:
        return unite(menge for felder in self.mengen for menge in felder)


def find_text(q: str, *, version: str | None = None) -> Texttreffer:
    """One query, a second one if a known word finds nothing; the words themselves are kept in memory.

    Text without a word in it finds nothing. `version` spares reading the mark of the catalogue.
    """
    schatz = sprachschatz.get(version=version)
    lesung = read_text(q, schatz)
    begriffe = build_begriffe(lesung, schatz)
    if not begriffe:
        return Texttreffer()
    funde = _find_funde(begriffe, schatz, ist_offen=lesung.ist_offen)
    return Texttreffer(
        **_rank(funde),
        korrektur=_build_korrektur(q, begriffe, funde, schatz),
        marken=_collect_marken(funde, schatz),
        zeigt_hilfe=any(fund.begriff.zeigt_hilfe for fund in funde),
    )


def _find_funde(begriffe: Sequence[Begriff], schatz: Sprachschatz, *, ist_offen: bool) -> list[Fund]:
    """The typed words, or what stands in for those that find nothing."""

    def build_vermutungen(stellen: Iterable[int]) -> dict[int, Vermutung]:
        letzte = len(begriffe) - 1
        return {
            stelle: build_vermutung(begriffe[stelle].worte[0], schatz, ist_unfertig=ist_offen and stelle == letzte)
            for stelle in stellen
            if len(begriffe[stelle].worte) == 1
        }

    unbekannte = [stelle for stelle, begriff in enumerate(begriffe) if ist_unbekannt(begriff, schatz)]
    funde, ersatz = _ask(begriffe, build_vermutungen(unbekannte), schatz)
    # Words only offers hold that are no longer public are known, but find nothing.
    leere = [stelle for stelle, fund in enumerate(funde) if not fund.gesamt and stelle not in unbekannte]
    weitere = build_vermutungen(leere)
    if any(vermutung.begriffe for vermutung in weitere.values()):
        ersatz |= _ask((), weitere, schatz)[1]
    return [ersatz.get(stelle, fund) if not fund.gesamt else fund for stelle, fund in enumerate(funde)]


def _ask(
    begriffe: Sequence[Begriff], vermutungen: dict[int, Vermutung], schatz: Sprachschatz
) -> tuple[list[Fund], dict[int, Fund]]:
    """One query for all of them; of each guess the nearest that finds most."""
    alle = [*begriffe, *(begriff for vermutung in vermutungen.values() for begriff in vermutung.begriffe)]
    gruppen = dict.fromkeys(gruppe for begriff in alle for weg in begriff.wege for gruppe in weg.gruppen)
    antworten = schatz.antworten.get(gruppen)
    funde = [build_fund(begriff, antworten) for begriff in alle]
    geraten = iter(funde[len(begriffe) :])
    ersatz = {}
    for stelle, vermutung in vermutungen.items():
        kandidaten = [(next(geraten), abstand) for abstand in vermutung.abstaende]
        if treffende := [(fund, abstand) for fund, abstand in kandidaten if fund.gesamt]:
            naechster = min(abstand for _fund, abstand in treffende)
            nahe = [fund for fund, abstand in treffende if abstand <= naechster + GLEICH_NAH]
            ersatz[stelle] = max(nahe, key=lambda fund: fund.gesamt.bit_count())
    return funde[: len(begriffe)], ersatz


def build_fund(begriff: Begriff, antworten: dict[Stammgruppe, Feldmengen]) -> Fund:
    mengen = [[LEER] * len(Feld) for _guete in Guete]
    for weg in begriff.wege:
        for feld, menge in enumerate(_answer_weg(weg, antworten)):
            mengen[weg.guete][feld] |= menge
    nahe = mengen[Guete.NAH]
    if any(mengen[Guete.GENAU]) or any(nahe[feld] for feld in INHALT):
        nahe[Feld.ORT] = LEER
    mengen[Guete.WEIT][Feld.ORT] = mengen[Guete.FERN][Feld.ORT] = LEER
    return Fund(begriff, tuple(tuple(felder) for felder in mengen))


def _answer_weg(weg: Weg, antworten: dict[Stammgruppe, Feldmengen]) -> Feldmengen:
    """Words of one way may stand in different fields; then they count where the text is."""
    teile = [antworten[gruppe] for gruppe in weg.gruppen]
    if len(teile) == 1:
        return teile[0]
    felder = [reduce(and_, mengen) for mengen in zip(*teile, strict=True)]
    ueberall = reduce(and_, (unite(teil[feld] for feld in INHALT) for teil in teile))
    felder[Feld.TEXT] |= ueberall
    return tuple(felder)


def _rank(funde: Sequence[Fund]) -> dict[str, Any]:
    """The fields alle, einige and raenge of a Texttreffer."""
    mengen = [fund.gesamt for fund in funde]
    starke = [menge for fund, menge in zip(funde, mengen, strict=True) if not fund.begriff.ist_schwach] or mengen
    alle = reduce(and_, mengen) or reduce(and_, starke)
    einige = unite(starke) & ~alle
    haeufigste = max(menge.bit_count() for menge in mengen)
    summanden = []
    for fund, menge in zip(funde, mengen, strict=True):
        gewicht = _weigh(menge.bit_count(), haeufigste)
        summanden += [(gewicht * punkte, teil) for punkte, teil in _list_punkte(fund)]
    raenge = split_klassen(alle, sum_punkte((punkte, menge & alle) for punkte, menge in summanden))
    if einige:
        grund = [(GRUNDPUNKTE * _weigh(menge.bit_count(), haeufigste), menge) for menge in mengen]
        raenge += split_klassen(einige, sum_punkte((punkte, menge & einige) for punkte, menge in summanden + grund))
    return {"alle": alle, "einige": einige, "raenge": tuple(raenge)}


def _weigh(anzahl: int, haeufigste: int) -> int:
    return 1 + (anzahl * SELTEN <= haeufigste) + (anzahl * SEHR_SELTEN <= haeufigste)


def _list_punkte(fund: Fund) -> Iterable[tuple[int, Menge]]:
    """In every field only the best answer counts."""
    for gueten, punkte in STUFEN:
        yield punkte, unite(menge for guete in gueten for menge in fund.mengen[guete])
    for feld in Feld:
        schon = LEER
        for guete in Guete:
            menge = fund.mengen[guete][feld] & ~schon
            schon |= menge
            if menge and PUNKTE[guete][feld]:
                yield PUNKTE[guete][feld], menge


def _build_korrektur(q: str, getippte: Sequence[Begriff], funde: Sequence[Fund], schatz: Sprachschatz) -> str:
    """What was typed with the right words in place; empty if nothing had to be corrected."""
    ersetzt = {
        getippt.worte[0]: schatz.find_anzeige(fund.begriff.worte[0])
        for getippt, fund in zip(getippte, funde, strict=True)
        if fund.begriff is not getippt
    }
    if not ersetzt:
        return ""
    stuecke = [ersetzt.get(normalise_text(stueck), stueck) for stueck in q.split()]
    if len(q) > KORREKTUR_LAENGE or not set(ersetzt.values()) <= set(stuecke):
        return " ".join(ersetzt.get(wort, wort) for getippt in getippte for wort in getippt.worte)
    return " ".join(stuecke)


def _collect_marken(funde: Iterable[Fund], schatz: Sprachschatz) -> frozenset[str]:
    marken: set[str] = set()
    for fund in funde:
        for weg in fund.begriff.wege:
            for stamm in frozenset[str]().union(*weg.gruppen):
                marken.update(schatz.formen.get(stamm, ()))
    return frozenset(marken)
