"""The known words that somebody may have meant who typed another one. Pure; distances by rapidfuzz."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from rapidfuzz import process
from rapidfuzz.distance import OSA

KUERZESTES = 4  # letters; in shorter words one other letter is another word
KURZ = 7  # up to this many letters another letter makes another word, unless it sounds the same
ZUSATZ_KURZ = 9  # up to this many letters one more makes another word (Kirsche, Kirche), unless the finger slipped
LANG, SEHR_LANG = 8, 12  # from this many letters two, three mistakes may be one word
TASTEN = ("qwertzuiopü", "asdfghjklöä", "yxcvbnm")  # a finger that slips hits the key beside, above or below
LAENGENUNTERSCHIED = 3  # letters between words that sound alike
GEMERKT = 1 << 15
KLANGFEHLER, SCHREIBFEHLER = 0.4, 0.1  # what a letter costs that is written otherwise and sounds the same
# What German ears do not tell apart, in this order: (pattern, sound)
KLAENGE = tuple(
    (re.compile(muster), klang)
    for muster, klang in (
        (r"ph|v", "f"),
        (r"rh", "r"),
        (r"ck|[cq]u?|g(?=s?t|$)", "k"),
        (r"chs|x", "ks"),
        (r"tz|z|ts", "z"),
        (r"dt|th|d(?=$)", "t"),
        (r"b(?=$)", "p"),
        (r"aeu|eu|oi|oy", "oi"),
        (r"ai|ei|ey|ay", "ei"),
        (r"ae", "e"),
        (r"oe", "o"),
        (r"ue|y", "i"),
        (r"ie|j", "i"),
        (r"(?<=[aeiou])h", ""),
        (r"(.)\1+", r"\1"),
    )
)


_nebeneinander = frozenset(frozenset(paar) for reihe in TASTEN for paar in pairwise(reihe)) | frozenset(
    frozenset((oben[stelle], taste))
    for oben, unten in pairwise(TASTEN)
    for platz, taste in enumerate(unten)
    for stelle in (platz, platz + 1)
    if stelle < len(oben)
)


@dataclass(frozen=True)
class Vorschlag:
    """A known word and how far away it is, in letters; a word that sounds the same is nearer than its letters."""

    wort: str
    abstand: float


@lru_cache(maxsize=GEMERKT)
def build_klang(wort: str) -> str:
    """How a normalised word sounds: "filosofie" and "philosophie" are the same."""
    for muster, klang in KLAENGE:
        wort = muster.sub(klang, wort)
    return wort


def count_erlaubte_fehler(wort: str) -> int:
    if len(wort) < KUERZESTES:
        return 0
    return 1 + (len(wort) >= LANG) + (len(wort) >= SEHR_LANG)


class Rechtschreibung:
    """The known words, prepared once for many questions."""

    def __init__(self, woerter: Sequence[str]) -> None:
        self._woerter = [wort for wort in woerter if len(wort) >= KUERZESTES and wort.isalpha()]
        self._klaenge = [build_klang(wort) for wort in self._woerter]

    def find_aehnliche_anfaenge(self, wort: str, *, hoechstens: int) -> list[Vorschlag]:
        """The shortest words that begin almost so, for a word that is still being typed; one mistake at most."""
        if len(wort) <= KUERZESTES or not wort.isalpha():
            return []
        gefunden: set[str] = set()
        for laenge in range(len(wort) - 1, len(wort) + 2):
            laengere = [gemeint for gemeint in self._woerter if len(gemeint) > laenge]
            anfaenge = [gemeint[:laenge] for gemeint in laengere]
            for anfang, _abstand, stelle in process.extract(
                wort, anfaenge, scorer=OSA.distance, score_cutoff=1, limit=None
            ):
                if _gleicher_anfang(wort, anfang) and _ist_glaubhaft(wort, anfang):
                    gefunden.add(laengere[stelle])
        return [Vorschlag(gemeint, 1) for gemeint in sorted(gefunden, key=lambda wort: (len(wort), wort))[:hoechstens]]

    def find_aehnliche(self, wort: str, *, hoechstens: int) -> list[Vorschlag]:
        """The nearest words, nearest first, then in the order of the alphabet; none for numbers and short words."""
        erlaubt = count_erlaubte_fehler(wort)
        if not erlaubt or not wort.isalpha():
            return []
        abstaende: dict[str, float] = {}
        for _treffer, abstand, stelle in process.extract(
            wort, self._woerter, scorer=OSA.distance, score_cutoff=erlaubt, limit=None
        ):
            gemeint = self._woerter[stelle]
            if _gleicher_anfang(wort, gemeint) and _ist_glaubhaft(wort, gemeint):
                abstaende[gemeint] = abstand
        klang = build_klang(wort)
        for _treffer, abstand, stelle in process.extract(
            klang, self._klaenge, scorer=OSA.distance, score_cutoff=max(count_erlaubte_fehler(klang) - 1, 0), limit=None
        ):
            gemeint = self._woerter[stelle]
            if abs(len(gemeint) - len(wort)) > LAENGENUNTERSCHIED or (abstand and not _ist_glaubhaft(wort, gemeint)):
                continue
            gehoert = abstand + KLANGFEHLER + OSA.distance(wort, gemeint) * SCHREIBFEHLER
            abstaende[gemeint] = min(abstaende.get(gemeint, gehoert), gehoert)
        rangfolge = sorted(abstaende.items(), key=lambda paar: (paar[1], paar[0]))
        return [Vorschlag(gemeint, abstand) for gemeint, abstand in rangfolge[:hoechstens]]


def _gleicher_anfang(wort: str, gemeint: str) -> bool:
    """People rarely miss the first letter; if they do, then by its sound or by one place."""
    return build_klang(wort)[:1] == build_klang(gemeint)[:1] or wort[:2] == gemeint[1::-1] or wort[1:3] == gemeint[:2]


def _ist_glaubhaft(wort: str, gemeint: str) -> bool:
    """With one other letter a short word is another word (reiten, reisen); two swapped or one forgotten are a slip."""
    if build_klang(wort) == build_klang(gemeint) or sorted(wort) == sorted(gemeint):
        return True
    if len(wort) > len(gemeint):
        return len(wort) > ZUSATZ_KURZ or _ist_ausgerutscht(wort, gemeint)
    return len(wort) > (KURZ if len(wort) == len(gemeint) else KUERZESTES)


def _ist_ausgerutscht(wort: str, gemeint: str) -> bool:
    """One letter too many, the same as before or after it or a neighbour of it on the keyboard."""
    stellen = (stelle for stelle in range(len(wort)) if wort[:stelle] + wort[stelle + 1 :] == gemeint)
    return any(
        nachbar == wort[stelle] or frozenset((nachbar, wort[stelle])) in _nebeneinander
        for stelle in stellen
        for nachbar in wort[max(stelle - 1, 0) : stelle] + wort[stelle + 1 : stelle + 2]
    )
