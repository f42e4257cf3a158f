"""What somebody meant: every typed word as the ways in which an offer can answer it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from angebote.domain.suche.volltext.sprachschatz import Sprachschatz, Stammfolge
from pankow_einsamkeit.lib.text import split_woerter
from pankow_einsamkeit.lib.wortstamm import LAENGE, build_stamm

WORTE_HOECHSTENS = 16  # what comes after is left out
ANFANG = 3  # letters of an unfinished word
VORSCHLAEGE = 6  # words somebody may have meant
Stammgruppe = frozenset[str]  # any of these stems


class Guete(IntEnum):
    """How well an offer answers a word: by the word itself, by a compound or beginning, by another word."""

    GENAU = 0
    NAH = 1
    WEIT = 2


@dataclass(frozen=True)
class Weg:
    """One way to answer: all of these groups, of each at least one stem."""

    guete: Guete
    gruppen: tuple[Stammgruppe, ...]


@dataclass(frozen=True)
class Begriff:
    """A word or a phrase the offers have to answer. `statt`: the typed word, if these ways are for another one."""

    worte: tuple[str, ...]
    wege: tuple[Weg, ...]
    zeigt_hilfe: bool = False


@dataclass(frozen=True)
class Vermutung:
    """An unknown word and what may be meant by it, the nearest first."""

    wort: str
    begriffe: tuple[Begriff, ...]
    abstaende: tuple[float, ...]


def read_woerter(q: str, schatz: Sprachschatz) -> list[str]:
    """The words that count, normalised."""
    return [wort[:LAENGE] for wort in schatz.drop_stoppworte(split_woerter(q))[:WORTE_HOECHSTENS]]


def build_begriffe(woerter: Sequence[str], schatz: Sprachschatz) -> list[Begriff]:
    """One Begriff per word, or per phrase that the Redaktion keeps; the last word may be unfinished."""
    staemme = [build_stamm(wort) for wort in woerter]
    begriffe, stelle = [], 0
    while stelle < len(woerter):
        laenge = _find_laenge(staemme[stelle:], schatz)
        if laenge > 1:
            folge = tuple(staemme[stelle : stelle + laenge])
            begriffe.append(_build_wortfolge(tuple(woerter[stelle : stelle + laenge]), folge, schatz))
        else:
            nachbarn = _join_nachbarn(woerter, stelle, schatz)
            begriff = build_begriff(woerter[stelle], schatz, nachbarn=nachbarn, ist_letztes=stelle == len(woerter) - 1)
            teile = schatz.zerleger.split_worte(woerter[stelle]) if ist_unbekannt(begriff, schatz) else ()
            begriffe += [build_begriff(teil, schatz) for teil in teile] or [begriff]
        stelle += laenge
    return begriffe


def _find_laenge(staemme: Sequence[str], schatz: Sprachschatz) -> int:
    for laenge in range(min(schatz.laengster_eintrag, len(staemme)), 1, -1):
        if tuple(staemme[:laenge]) in schatz.eintraege:
            return laenge
    return 1


def _join_nachbarn(woerter: Sequence[str], stelle: int, schatz: Sprachschatz) -> set[str]:
    """Some write in two words what the catalogue writes in one: "Schach Gruppe"."""
    paare = (woerter[anfang : anfang + 2] for anfang in (stelle - 1, stelle) if anfang >= 0)
    return {stamm for paar in paare if len(paar) == 2 and schatz.ist_bekannt(stamm := build_stamm("".join(paar)))}


def build_begriff(
    wort: str, schatz: Sprachschatz, *, nachbarn: Iterable[str] = (), ist_letztes: bool = False
) -> Begriff:
    stamm = build_stamm(wort)
    eintrag = schatz.eintraege.get((stamm,))
    nahe = schatz.find_zusammensetzungen(stamm) | frozenset(nachbarn)
    wege = [Weg(Guete.GENAU, (frozenset([stamm]),))]
    if ist_letztes and len(wort) >= ANFANG and not eintrag and not schatz.ist_bekannt(stamm):
        nahe |= schatz.find_wortanfaenge(wort)
        wege += _build_ziele(_follow_anfaenge(wort, schatz), schatz)
    if nahe - {stamm}:
        wege.append(Weg(Guete.NAH, (nahe - {stamm},)))
    if eintrag:
        wege += _build_ziele(eintrag.ziele, schatz)
    if teile := schatz.zerleger.split(wort):
        wege.append(Weg(Guete.WEIT, tuple(_expand(teil, schatz) for teil in teile)))
    return Begriff((wort,), tuple(wege), zeigt_hilfe=bool(eintrag and eintrag.zeigt_hilfe))


def _follow_anfaenge(wort: str, schatz: Sprachschatz) -> list[Stammfolge]:
    ziele: list[Stammfolge] = []
    for folge in schatz.find_eintragsanfaenge(wort):
        ziele += schatz.eintraege[folge].ziele if folge in schatz.eintraege else []
    return ziele


def _build_wortfolge(worte: tuple[str, ...], folge: Stammfolge, schatz: Sprachschatz) -> Begriff:
    eintrag = schatz.eintraege[folge]
    genau = Weg(Guete.GENAU, tuple(frozenset([stamm]) for stamm in folge))
    nahe = Weg(Guete.NAH, tuple(schatz.find_zusammensetzungen(stamm) | {stamm} for stamm in folge))
    return Begriff(worte, (genau, nahe, *_build_ziele(eintrag.ziele, schatz)), zeigt_hilfe=eintrag.zeigt_hilfe)


def _build_ziele(ziele: Iterable[Stammfolge], schatz: Sprachschatz) -> list[Weg]:
    """Single words go together into one question; a phrase needs all of its words."""
    einzelne: set[str] = set()
    wege = []
    for ziel in dict.fromkeys(ziele):
        if len(ziel) == 1:
            einzelne |= {ziel[0]} | schatz.find_zusammensetzungen(ziel[0])
        else:
            wege.append(Weg(Guete.WEIT, tuple(frozenset([stamm]) for stamm in ziel)))
    return [Weg(Guete.WEIT, (frozenset(einzelne),)), *wege] if einzelne else wege


def _expand(stamm: str, schatz: Sprachschatz) -> Stammgruppe:
    """A part of a compound: the word, its compounds, and single words that mean the same."""
    eintrag = schatz.eintraege.get((stamm,))
    gleiche = {ziel[0] for ziel in eintrag.ziele if len(ziel) == 1} if eintrag else set()
    return schatz.find_zusammensetzungen(stamm) | gleiche | {stamm}


def ist_unbekannt(begriff: Begriff, schatz: Sprachschatz) -> bool:
    """The word stands nowhere, neither by itself nor in a compound, and leads to no other."""
    genau, *andere = begriff.wege
    return not any(schatz.ist_bekannt(stamm) for stamm in genau.gruppen[0]) and all(
        len(weg.gruppen) > 1 and weg.guete == Guete.WEIT for weg in andere
    )


def build_vermutung(wort: str, schatz: Sprachschatz) -> Vermutung:
    vorschlaege = schatz.rechtschreibung.find_aehnliche(wort, hoechstens=VORSCHLAEGE)
    return Vermutung(
        wort,
        tuple(build_begriff(vorschlag.wort, schatz) for vorschlag in vorschlaege),
        tuple(vorschlag.abstand for vorschlag in vorschlaege),
    )
