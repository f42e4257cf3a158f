"""Names of places made comparable, in any spelling people use. Pure; a name is a list of bare words.

"Erich-Weinert-Str.", "erich weinert strasse" and "ERICH WEINERT STR" give the same key; ä, ae and a count as one.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from pankow_einsamkeit.lib.text import fold_umlaute, normalise_text

LAENGE = 200  # characters that are read; nobody's address is longer
WORTE = 12
PLZ = re.compile(r"\d{5}", re.ASCII)
ENDUNGEN = ("strasse", "platz", "allee", "weg", "damm", "park", "kirche", "viertel", "kiez")
ENDUNG = re.compile(rf"(?:{'|'.join(ENDUNGEN)})$")
# In this order; the text is one line of normalised words.
SCHREIBWEISEN = (
    (re.compile(r"(?<=str)(?=\d)|(?<=strasse)(?=\d)"), " "),
    (re.compile(r"str\b"), "strasse"),
    (re.compile(r"pl\b"), "platz"),
    (re.compile(r"\bch\b(?<!^ch)"), "chaussee"),
    (re.compile(r"prom\b"), "promenade"),
    (re.compile(r"\b(?:frz|franz) (?=buchholz)"), "franzoesisch "),
    (re.compile(r"\b(?:prenz(?:el|l)?berg|p berg|prenzlauer bg)\b"), "prenzlauer berg"),
    (re.compile(r"\becke "), ""),
)
HALT = r"(?:bus|tram|strassenbahn)?(?:haltestelle|halt)|tram|bus|(?:[su] ?)+(?:bahnhof|bhf|bf|bahn)?|bahnhof|bhf|bf"
HALT_VORN = re.compile(rf"^(?:{HALT}) (?=\S)")
HALT_HINTEN = re.compile(r"(?<=\S) (?:[su] ?)*(?:bahnhof|bhf|bf|bahn|haltestelle)$")
GEBIET_VORN = re.compile(r"^(?:kiez|ortsteil|stadtteil|bezirk|viertel) (?=\S)")
BAHN = re.compile(r"^(?:S\+U|U\+S|S|U) ")
NUMMER = re.compile(r"\d{1,4}[a-z]?|[a-z]|nr|hausnummer|bis", re.ASCII)
HAUSNUMMER = re.compile(r"\d{1,4}[a-z]?", re.ASCII)
SPANNE = re.compile(r"(\d+ ?[a-zA-Z]?) ?[-–/] ?(\d+ ?[a-zA-Z]?)", re.ASCII)
LINIEN = frozenset({"tram", "bus", "linie", "strassenbahn"})
FUELLWORTE = frozenset(  # folded: "nähe" is "nahe"
    {"am", "an", "auf", "bei", "beim", "bin", "das", "dem", "den", "der", "die", "hier", "ich", "im", "in", "meiner"}
    | {"nah", "nahe", "rund", "um", "und", "vom", "von", "wohne", "zu", "zum", "zur"}
)


def split_name(text: str) -> list[str]:
    """The words of a name; empty for a text without letters and digits. Twice is the same as once."""
    zeile = " ".join(normalise_text(text[:LAENGE]).split()[:WORTE])
    for muster, ersatz in SCHREIBWEISEN:
        zeile = muster.sub(ersatz, zeile)
    return [fold_umlaute(wort) for wort in zeile.split()]


def build_schluessel(worte: Sequence[str]) -> str:
    """Joined: hyphens and blanks differ from source to source."""
    return "".join(worte)


@lru_cache(maxsize=65_536)
def build_namensschluessel(name: str) -> str:
    """For names of the directory only: they are kept for the next time, and what people type shall not be."""
    return build_schluessel(split_name(name))


def build_adressschluessel(worte: Sequence[str]) -> str:
    return build_schluessel([wort for wort in worte if wort not in ("nr", "hausnummer")])


def list_hausnummern(hausnummer: str) -> list[str]:
    """ "49-51" is found as a whole and under either end; nothing for a house without number."""
    spanne = SPANNE.fullmatch(hausnummer.strip())
    return [hausnummer, *spanne.groups()] if spanne else [hausnummer] if hausnummer.strip() else []


def find_hausnummer(worte: Sequence[str]) -> str:
    """ "danziger strasse 12 a pankow" → "12a"; empty without any."""
    for nr in range(1, len(worte)):
        if HAUSNUMMER.fullmatch(worte[nr]) and worte[nr - 1] not in LINIEN:
            zusatz = worte[nr + 1] if len("".join(worte[nr + 1 : nr + 2])) == 1 else ""
            return worte[nr] + (zusatz if zusatz.isalpha() else "")
    return ""


def list_kuerzungen(worte: Sequence[str]) -> Iterator[Sequence[str]]:
    """The name itself, then without what may be a house number; "Straße 74" stays one as long as it can."""
    yield worte
    for ende in range(len(worte) - 1, 0, -1):
        if not NUMMER.fullmatch(worte[ende]):
            return
        yield worte[:ende]


def list_teilungen(worte: Sequence[str]) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """Every way to read a name with an area behind or before it: "Berliner Straße | in Pankow Zentrum"."""
    for schnitt in range(1, len(worte)):
        yield strip_fuellworte(worte[:schnitt]), strip_fuellworte(worte[schnitt:])
    for schnitt in range(1, len(worte)):
        yield strip_fuellworte(worte[schnitt:]), strip_fuellworte(worte[:schnitt])


def strip_fuellworte(worte: Sequence[str]) -> Sequence[str]:
    """Without "am", "in der Nähe von" and the like at either end; empty if nothing else is there."""
    anfang, ende = 0, len(worte)
    while anfang < ende and worte[anfang] in FUELLWORTE:
        anfang += 1
    while anfang < ende and worte[ende - 1] in FUELLWORTE:
        ende -= 1
    return worte[anfang:ende]


def strip_berlin(worte: Sequence[str]) -> Sequence[str]:
    return [wort for wort in worte if wort != "berlin"]


def strip_halt(worte: Sequence[str]) -> Sequence[str] | None:
    """ "s bahnhof pankow", "haltestelle antonplatz" → the bare name; None if no word tells of a stop."""
    zeile = " ".join(worte)
    ohne = HALT_HINTEN.sub("", HALT_VORN.sub("", zeile))
    return ohne.split() if ohne != zeile else None


def strip_bahn(name: str) -> str:
    """ "S+U Pankow" → "Pankow", as the timetable writes it."""
    return BAHN.sub("", name)


def strip_gebietsart(worte: Sequence[str]) -> Sequence[str] | None:
    """ "ortsteil karow" → "karow"; None if no word tells of an area."""
    zeile = " ".join(worte)
    ohne = GEBIET_VORN.sub("", zeile)
    return ohne.split() if ohne != zeile else None


def list_verwandte(schluessel: str) -> list[str]:
    """Keys of what may be meant: "gleimviertel", "gleim" → "gleimstrasse", "gleimplatz" …"""
    stamm = strip_endung(schluessel) if schluessel.endswith(("viertel", "kiez")) else schluessel
    return [stamm + endung for endung in ENDUNGEN if stamm + endung != schluessel] if len(stamm) >= 4 else []


def strip_endung(schluessel: str) -> str:
    """What is special in a name; "platz" and "strasse" stand in hundreds."""
    return ENDUNG.sub("", schluessel)


def compute_tippfehler(schluessel: str) -> int:
    """How many letters may differ."""
    laenge = len(strip_endung(schluessel))
    return 0 if laenge < 4 else 1 if laenge < 6 else 2 if laenge < 10 else 3
