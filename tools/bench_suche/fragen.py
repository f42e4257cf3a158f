"""Reads the queries and what fits them. Knows nothing of the search."""

import csv
import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

ORDNER = Path(__file__).resolve().parent
OFFEN, VERDECKT = "fragen.csv", "fragen_verdeckt.csv"
KENNUNG = re.compile(r"q\d{3}")


@dataclass(frozen=True)
class Steckbrief:
    """What a judgement needs to know of an offer. kennung: "q001", empty for the synthetic ones; orte: folded words."""

    pk: int
    titel: str
    kennung: str = ""
    orte: str = ""
    kiez: str = ""
    ueberall: bool = False  # also by phone, online or at home


@dataclass(frozen=True)
class Thema:
    """A wish and what fits it: real offers by id, synthetic ones by a part of their title."""

    kennungen: frozenset[str]
    muster: tuple[str, ...]

    def passt(self, steckbrief: Steckbrief) -> bool:
        if steckbrief.kennung:
            return steckbrief.kennung in self.kennungen
        return any(teil in steckbrief.titel for teil in self.muster)


@dataclass(frozen=True)
class Frage:
    """One query of one person. soll, nie: see the head of fragen.csv."""

    wer: str
    q: str
    soll: str
    nie: str
    ort: str
    nah: str
    kiez: str

    @property
    def text(self) -> str:
        zusaetze = [f"{name}={wert}" for name in ("nah", "kiez") if (wert := getattr(self, name))]
        return " ".join([f"„{self.q}“", *zusaetze])


def load_themen() -> dict[str, Thema]:
    daten = tomllib.loads((ORDNER / "themen.toml").read_text(encoding="utf-8"))
    return {name: Thema(frozenset(d["echt"].split()), tuple(d["muster"])) for name, d in daten.items()}


def load_fragen(datei: str) -> list[Frage]:
    zeilen = (ORDNER / datei).read_text(encoding="utf-8").splitlines()
    return [Frage(**zeile) for zeile in csv.DictReader((z for z in zeilen if not z.startswith("#")), delimiter=";")]


def list_kennungen(fragen: Iterable[Frage], themen: Mapping[str, Thema]) -> set[str]:
    """Every id of a real offer that a judgement names."""
    namen = {wort for frage in fragen for wort in f"{frage.soll} {frage.nie}".split()}
    kennungen = {wort.removeprefix("-") for wort in namen if KENNUNG.fullmatch(wort.removeprefix("-"))}
    return kennungen.union(*(thema.kennungen for thema in themen.values()))


def find_soll(
    frage: Frage, steckbriefe: Iterable[Steckbrief], themen: Mapping[str, Thema], *, falte: Callable[[str], str]
) -> set[int]:
    """What should come for it: only at the place and in the Kiez it names. falte: makes place names comparable."""
    ort = f" {falte(frage.ort)} "
    return {
        s.pk
        for s in _select(frage.soll, steckbriefe, themen)
        if (not frage.ort or ort in f" {s.orte} ") and (not frage.kiez or s.ueberall or s.kiez == frage.kiez)
    }


def find_nie(frage: Frage, steckbriefe: Iterable[Steckbrief], themen: Mapping[str, Thema]) -> set[int]:
    return {s.pk for s in _select(frage.nie, steckbriefe, themen)}


def _select(ausdruck: str, steckbriefe: Iterable[Steckbrief], themen: Mapping[str, Thema]) -> list[Steckbrief]:
    """Every word adds what it names; "-q012" takes one away. An unknown name is a KeyError."""
    worte = ausdruck.split()
    ohne = {wort[1:] for wort in worte if wort.startswith("-")}
    regeln = [_build_regel(wort, themen) for wort in worte if not wort.startswith("-")]
    return [s for s in steckbriefe if s.kennung not in ohne and any(regel(s) for regel in regeln)]


def _build_regel(wort: str, themen: Mapping[str, Thema]) -> Callable[[Steckbrief], bool]:
    if KENNUNG.fullmatch(wort):
        return lambda s: s.kennung == wort
    if wort.startswith("titel:"):
        teil = wort.removeprefix("titel:").replace("_", " ")
        return lambda s: teil in s.titel
    return themen[wort].passt
