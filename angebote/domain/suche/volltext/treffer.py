"""From typed words to offers: understand, ask the database once, correct mistakes, rank."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_
from typing import Any

from angebote.domain.suche.mengen import ALLE, LEER, Menge, sum_punkte, unite
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
from angebote.domain.suche.volltext.rang import split_klassen
from angebote.domain.suche.volltext.sprachschatz import Sprachschatz, sprachschatz
from pankow_einsamkeit.lib.text import normalise_text

# Points of a word by how well (Guete) and where (Feld) it is found. Where other words stand in for the typed one, the
# names of streets and stops do not count: "Garten" is not the Gartenstraße.
PUNKTE = ((16, 8, 4, 2, 2), (12, 6, 3, 2, 1), (8, 4, 2, 1, 0), (3, 2, 1, 1, 0))
# More for whoever has one of these, wherever it stands: the word or a compound before any synonym, a synonym before all
# that it only leads to.
STUFEN = (((Guete.GENAU, Guete.NAH), 16), ((Guete.GENAU, Guete.NAH, Guete.WEIT), 8))
GRUNDPUNKTE = 64  # for every word found at all, where not all are: more words beat better places
SELTENHEITEN = (2, 4, 8, 16)  # a word with as many times fewer offers than the most common one counts once more each
STRENG = 2  # times as much as a verb like "spielen" counts whatever it is done with
BESTIMMUNG = 20  # "Haus" in Hausarzt stands for nothing alone, unless at most this part of all offers has it
KLEIN = 100  # offers; what a few of less have is rare there too
GLEICH_NAH = 0.05  # guesses that differ less in distance are told apart by how much they find
KORREKTUR_LAENGE = 200  # characters of the query; of a longer one only the words are given back
DIREKT = (Guete.GENAU, Guete.NAH)
VERTRETEND = (Guete.WEIT,)
VORN = (Feld.TITEL, Feld.KATEGORIEN, Feld.NUTZEN)
INHALT = tuple(feld for feld in Feld if feld != Feld.ORT)


@dataclass(frozen=True)
class Texttreffer:
    """alle: offers that hold every word that counts. einige: some of them only; empty for a single word.

    raenge: all of them, best first, those of `alle` before those of `einige`. korrektur: what was searched instead, if
    what was typed finds nothing. marken: normalised words that made the hits. zeigt_hilfe: a word of hardship was used.
    stark: those of `alle` that answer every word as directly as it gets, by itself or a compound, in title, category or
    benefit if any offer does.
    """

    alle: Menge = LEER
    einige: Menge = LEER
    raenge: tuple[Menge, ...] = ()
    korrektur: str = ""
    marken: frozenset[str] = frozenset()
    zeigt_hilfe: bool = False
    stark: Menge = LEER


@dataclass(frozen=True)
class Fund:
    """The offers that answer one Begriff, by how well and where."""

    begriff: Begriff
    mengen: tuple[Feldmengen, ...]  # one for each Guete

    @property
    def gesamt(self) -> Menge:
        return unite(menge for felder in self.mengen for menge in felder)

    @property
    def direkt(self) -> Menge:
        return unite(menge for guete in DIREKT for menge in self.mengen[guete])

    @property
    def stark(self) -> Menge:
        """The best there is."""
        felder = [feld for feld in VORN if feld != Feld.KATEGORIEN or not self.begriff.ist_mehrdeutig]
        vorn = (
            unite(self.mengen[guete][feld] for guete in gueten for feld in felder) for gueten in (DIREKT, VERTRETEND)
        )
        direkte, vertretende = vorn
        return direkte or self.direkt or vertretende or self.gesamt


def find_text(q: str, *, sichtbar: Menge = ALLE, version: str | None = None) -> Texttreffer:
    """One query, a second one if a known word finds nothing; the words themselves are kept in memory.

    Text without a word in it finds nothing. sichtbar: the offers the public may see; words that stand in others alone
    find nothing and are nobody's correction. `version` spares reading the mark of the catalogue.
    """
    schatz = sprachschatz.get(version=version)
    lesung = read_text(q, schatz)
    begriffe = build_begriffe(lesung, schatz)
    if not begriffe:
        return Texttreffer()
    funde = _find_funde(begriffe, schatz, sichtbar=sichtbar, ist_offen=lesung.ist_offen)
    return Texttreffer(
        **_rank(funde, anzahl=schatz.anzahl),
        korrektur=_build_korrektur(q, begriffe, funde, schatz),
        marken=_collect_marken(funde, schatz),
        zeigt_hilfe=any(fund.begriff.zeigt_hilfe for fund in funde),
    )


def _find_funde(begriffe: Sequence[Begriff], schatz: Sprachschatz, *, sichtbar: Menge, ist_offen: bool) -> list[Fund]:
    """The typed words, or what stands in for those that find nothing."""

    def build_vermutungen(stellen: Iterable[int]) -> dict[int, Vermutung]:
        letzte = len(begriffe) - 1
        return {
            stelle: build_vermutung(begriffe[stelle].worte[0], schatz, ist_unfertig=ist_offen and stelle == letzte)
            for stelle in stellen
            if len(begriffe[stelle].worte) == 1 and not begriffe[stelle].ist_teil
        }

    unbekannte = [stelle for stelle, begriff in enumerate(begriffe) if ist_unbekannt(begriff, schatz)]
    funde, ersatz = _ask(begriffe, build_vermutungen(unbekannte), schatz, sichtbar)
    # Words that stand only in offers the public does not see are known, but find nothing.
    leere = [stelle for stelle, fund in enumerate(funde) if not fund.gesamt and stelle not in unbekannte]
    weitere = build_vermutungen(leere)
    if any(vermutung.begriffe for vermutung in weitere.values()):
        ersatz |= _ask((), weitere, schatz, sichtbar)[1]
    return [ersatz.get(stelle, fund) if not fund.gesamt else fund for stelle, fund in enumerate(funde)]


def _ask(
    begriffe: Sequence[Begriff], vermutungen: dict[int, Vermutung], schatz: Sprachschatz, sichtbar: Menge
) -> tuple[list[Fund], dict[int, Fund]]:
    """One query for all of them; of each guess the nearest that finds most."""
    alle = [*begriffe, *(begriff for vermutung in vermutungen.values() for begriff in vermutung.begriffe)]
    gruppen = dict.fromkeys(gruppe for begriff in alle for weg in begriff.wege for gruppe in weg.gruppen)
    antworten = {
        gruppe: tuple(menge & sichtbar for menge in mengen) for gruppe, mengen in schatz.antworten.get(gruppen).items()
    }
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
    if begriff.ist_teil:
        for felder in mengen:
            felder[Feld.ORT] = LEER
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


def _rank(funde: Sequence[Fund], *, anzahl: int) -> dict[str, Any]:
    """The fields alle, einige, raenge and stark of a Texttreffer. anzahl: of all offers."""
    sagt_viel = any(not fund.begriff.ist_leicht and not fund.begriff.ist_schwach for fund in funde)
    verlangte = [fund for fund in funde if not (sagt_viel and fund.begriff.ist_leicht)]
    tragende = [fund for fund in verlangte if _ist_tragend(fund, anzahl)]
    starke = [fund.gesamt for fund in tragende if not fund.begriff.ist_schwach]
    starke = starke or [fund.gesamt for fund in tragende] or [LEER]
    alle = reduce(and_, (fund.gesamt for fund in verlangte)) or reduce(and_, starke)
    einige = unite(starke) & ~alle
    gewichte = _weigh(funde)
    summanden = [
        (gewicht * punkte, teil)
        for fund, gewicht in zip(funde, gewichte, strict=True)
        for punkte, teil in _list_punkte(fund)
    ]
    raenge = split_klassen(alle, sum_punkte((punkte, menge & alle) for punkte, menge in summanden))
    if einige:
        grund = [(GRUNDPUNKTE * gewicht, fund.gesamt) for fund, gewicht in zip(funde, gewichte, strict=True)]
        raenge += split_klassen(einige, sum_punkte((punkte, menge & einige) for punkte, menge in summanden + grund))
    stark = reduce(and_, (fund.stark for fund in tragende), alle)
    return {"alle": alle, "einige": einige, "raenge": tuple(raenge), "stark": stark}


def _ist_tragend(fund: Fund, anzahl: int) -> bool:
    return not fund.begriff.ist_bestimmung or fund.gesamt.bit_count() * BESTIMMUNG <= max(anzahl, KLEIN)


def _weigh(funde: Sequence[Fund]) -> list[int]:
    """By how few offers answer directly: of "aufsuchende Hilfe" the first word tells what is looked for."""
    anzahlen = [(fund.direkt or fund.gesamt).bit_count() for fund in funde]
    haeufigste = max(anzahlen)
    return [
        1
        if fund.begriff.ist_leicht or fund.begriff.ist_bestimmung
        else STRENG + sum(anzahl * mal <= haeufigste for mal in SELTENHEITEN)
        for fund, anzahl in zip(funde, anzahlen, strict=True)
    ]


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
