"""The words the checks look for, kept as tables in angebote/daten, and how they are found in a text. No ORM.

textworte.csv: a word with a capital letter is found with one only ("Betroffene", not "betroffen"); with a hyphen at its
end it is found as the beginning of a word, too ("Senior-" in "Seniorentanz"); a hyphen alone stands for any one word.
abkuerzungen.csv: short forms with what they stand for; without, everybody knows them.
"""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from angebote.choices import Befundart
from pankow_einsamkeit.lib.text import normalise_text
from pankow_einsamkeit.lib.wortstamm import build_stamm

DATEN = Path(__file__).resolve().parents[2] / "daten"
# "Senior*innen", "Senior:in" and "Betroffene/r" are one word each; "und/oder" is two.
ENDUNG_MIT_ZEICHEN = r"[*:_·/]-?(?=(?:innen|in|n|r)\b)"
WORT = re.compile(rf"[^\W\d_]+(?:{ENDUNG_MIT_ZEICHEN}[^\W\d_]+)?")
ZEICHEN = re.compile(ENDUNG_MIT_ZEICHEN)


@dataclass(frozen=True)
class Textteil:
    """A word of a text with where it stands."""

    von: int
    bis: int
    ist_gross: bool
    gefaltet: str


@dataclass(frozen=True)
class Muster:
    """One word of an entry."""

    gefaltet: str
    ist_gross: bool
    ist_anfang: bool

    def passt(self, teil: Textteil) -> bool:
        """Also in its other forms: same stem, and not shorter ("Alkoholiker" is not found in "Alkohol")."""
        if (self.ist_gross and not teil.ist_gross) or not teil.gefaltet.startswith(self.gefaltet):
            return False
        return self.ist_anfang or build_stamm(teil.gefaltet) == build_stamm(self.gefaltet)


@dataclass(frozen=True)
class Textwort:
    """bereich: where it counts; empty stands for everywhere."""

    art: Befundart
    bereich: str
    wort: str
    grund: str
    besser: str
    muster: tuple[Muster, ...]


@lru_cache(maxsize=1)
def read_textworte() -> tuple[Textwort, ...]:
    """Longest first, so that "an Einsamkeit leiden" is told before "Einsamkeit"."""
    worte = [
        Textwort(
            Befundart(zeile["art"]),
            zeile["bereich"],
            zeile["wort"],
            zeile["grund"],
            zeile["besser"],
            tuple(_build_muster(teil) for teil in zeile["wort"].split()),
        )
        for zeile in _read("textworte")
    ]
    return tuple(sorted(worte, key=lambda wort: -len(wort.muster)))


@lru_cache(maxsize=1)
def read_abkuerzungen() -> dict[str, str]:
    return {zeile["kurz"]: zeile["lang"] for zeile in _read("abkuerzungen")}


def find_textworte(text: str, worte: Sequence[Textwort]) -> Iterator[tuple[int, int, Textwort]]:
    """From, to and entry of everything found; a word that is part of a longer find is not told again."""
    teile = list_textteile(text)
    vergeben: set[int] = set()
    for wort in worte:
        for nummer in range(len(teile) - len(wort.muster) + 1):
            stellen = range(nummer, nummer + len(wort.muster))
            if vergeben.isdisjoint(stellen) and all(
                muster.passt(teile[stelle]) for muster, stelle in zip(wort.muster, stellen, strict=True)
            ):
                vergeben.update(stellen)
                yield teile[nummer].von, teile[stellen[-1]].bis, wort


def list_textteile(text: str) -> list[Textteil]:
    return [
        Textteil(treffer.start(), treffer.end(), treffer.group()[0].isupper(), gefaltet)
        for treffer in WORT.finditer(text)
        if (gefaltet := normalise_text(ZEICHEN.sub("", treffer.group())))
    ]


def _build_muster(wort: str) -> Muster:
    return Muster(normalise_text(wort), wort[0].isupper(), wort.endswith("-"))


def _read(name: str) -> list[dict[str, str]]:
    with (DATEN / f"{name}.csv").open(encoding="utf-8", newline="") as datei:
        return list(csv.DictReader(datei))
