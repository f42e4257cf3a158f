"""German words reduced to what their forms share: "Männer", "Maenner", "Manner" and "Mann" have one stem.

Pure functions on top of the Snowball stemmer; the same stems feed both databases and the words people type.
"""

import re
import threading
from collections.abc import Iterator
from functools import lru_cache

import snowballstemmer

from pankow_einsamkeit.lib.text import normalise_text

LAENGE = 80  # characters; longer "words" are cut, in the index and in what is looked for alike
GEMERKT = 1 << 15
# Seniorin, Seniorinnen: what the stemmer leaves of the ending. Not Verein, allein, daheim.
WEIBLICH = re.compile(r"(?<=[a-z]{4})(?<!e)inn?$")
# Where the stemmer throws two words together or takes one apart: the books and Buch, which is a part of Pankow; the
# elderly and everything old; Kurs and Kurse. Who is in grief (Trauer) is not somebody who dares (trauen), a Bauer does
# not build, wine is not weeping, and a quiet place is not for nursing. Foreign words have their plural with s.
EIGENE_STAEMME = (
    (re.compile(r"(\w*trauer)(n|nd|nde[mnrs]?|t|te|ten)?$"), r"\1"),
    (re.compile(r"(\w*(?:b|d|m|s|sch)auer)[ns]?$"), r"\1"),
    (re.compile(r"(?:weine|weinen|weint|weinende?[mnrs]?)$"), "weinen"),
    (re.compile(r"(?:stillen|stillt|stillende?[mnrs]?)$"), "stillen"),
    (re.compile(r"(\w+[a-z][py])s$"), r"\1"),
    (re.compile(r"buecher(n|s)?$"), "buecher"),
    (re.compile(r"aelter(e[mnrs]?)?$|altere[mnrs]?$"), "aelter"),
    (re.compile(r"(\w*kurs)(e[ns]?)?$"), r"\1"),
)
BINDESTRICH = re.compile(r"[-\u2010\u2011]")
VERBUNDEN_HOECHSTENS = 4
_je_thread = threading.local()  # a stemmer keeps the word it works on


@lru_cache(maxsize=GEMERKT)
def build_stamm(wort: str) -> str:
    """The stem of a normalised word; never empty for a word. Numbers and foreign scripts stay as they are."""
    if not hasattr(_je_thread, "stemmer"):
        _je_thread.stemmer = snowballstemmer.stemmer("german")
    kurz = wort[:LAENGE]
    for muster, stamm in EIGENE_STAEMME:
        if treffer := muster.match(kurz):
            return treffer.expand(stamm)
    return WEIBLICH.sub("", _je_thread.stemmer.stemWord(kurz)) or kurz


def list_anzeigeworte(text: str) -> Iterator[tuple[str, str]]:
    """Every word as (normalised, written); parts joined by a hyphen one by one and as a whole.

    "Repair-Café" gives repair, cafe and repaircafe, because some write it in one word.
    """
    for stueck in text.split():
        teile = [teil for teil in BINDESTRICH.split(stueck) if normalise_text(teil)]
        for teil in teile:
            woerter = normalise_text(teil).split()
            yield from ((wort, _strip_zeichen(teil) if len(woerter) == 1 else wort) for wort in woerter)
        if 1 < len(teile) <= VERBUNDEN_HOECHSTENS:
            yield normalise_text("".join(teile)).replace(" ", ""), _strip_zeichen(stueck)


def _strip_zeichen(wort: str) -> str:
    """Without the brackets and stops around it."""
    von, bis = 0, len(wort)
    while von < bis and not wort[von].isalnum():
        von += 1
    while bis > von and not wort[bis - 1].isalnum():
        bis -= 1
    return wort[von:bis]
