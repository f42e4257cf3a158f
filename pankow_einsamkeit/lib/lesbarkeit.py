"""How hard a German text is to read: LIX, "läsbarhetsindex" (C.-H. Björnsson: Läsbarhet. Liber, Stockholm 1968).

LIX = words per sentence + per cent of words with more than six letters. Chosen over Amstad's German Flesch (1978),
because that counts syllables, which a few lines guess wrong for names and compounds; letters can be counted by anybody.
Bands: Rosebrock, Nix: Leseflüssigkeit fördern. Seelze 2017, as the Berlin school portal gives them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pankow_einsamkeit.lib.saetze import list_worte, split_saetze

LANGES_WORT = 6  # letters; what has more is long
WORTTEILE = re.compile(r"[-\u2010\u2011/]")
SEHR_LEICHT, LEICHT, DURCHSCHNITTLICH, SCHWIERIG = 30, 40, 50, 60  # the upper ends of the bands


@dataclass(frozen=True)
class Lesbarkeit:
    """`lix` is a whole number; 0 for a text without words."""

    lix: int
    worte: int
    saetze: int


def compute_lesbarkeit(text: str) -> Lesbarkeit:
    return compute_lesbarkeit_of_saetze(split_saetze(text))


def compute_lesbarkeit_of_saetze(saetze: Sequence[str]) -> Lesbarkeit:
    mit_worten = [worte for satz in saetze if (worte := list_worte(satz))]
    worte = [wort for satz in mit_worten for wort in satz]
    if not worte:
        return Lesbarkeit(0, 0, 0)
    lange = sum(ist_lang(wort) for wort in worte)
    return Lesbarkeit(round(len(worte) / len(mit_worten) + 100 * lange / len(worte)), len(worte), len(mit_worten))


def ist_lang(wort: str) -> bool:
    """Judged by its longest part, since a hyphen makes it easy: "Nachbarschafts-Café" is long, "Repair-Café" not."""
    return any(sum(zeichen.isalpha() for zeichen in teil) > LANGES_WORT for teil in WORTTEILE.split(wort))


def list_schwerste_saetze(saetze: Sequence[str], *, ueber: int, hoechstens: int) -> list[tuple[str, Lesbarkeit]]:
    """The sentences whose own value is above `ueber`, hardest first, each once."""
    werte = [(satz, compute_lesbarkeit_of_saetze([satz])) for satz in dict.fromkeys(saetze)]
    schwere = [(satz, wert) for satz, wert in werte if wert.lix > ueber]
    return sorted(schwere, key=lambda eintrag: -eintrag[1].lix)[:hoechstens]
