"""Text our fonts can print: a tagged PDF must not hold a letter without a glyph, so typst would refuse all of it.

A script nobody here has letters for becomes "[…]", so that it is seen to be missing; a pictogram just goes, unless it
is all there is. Controls, among them those that turn the direction of writing, go too: that is up to the page.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

AUSGELASSEN = "[…]"
LATEINISCH, ARABISCH = "FiraSans*.ttf", "vazirmatn*.ttf"  # in the order in which typst tries them
ZEILENENDE = re.compile("[\u000b\u000c\u001c-\u001f\u0085\u2028\u2029]")
# Nothing to see, and typst has no glyph for some: zero-width marks, directions, variation selectors, noncharacters.
UNSICHTBAR = re.compile(
    "[\u0000-\u0008\u000e-\u001b\u007f-\u0084\u0086-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200c-\u200f\u202a-\u202e\u2060-\u206f\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\ufff0-\uffff\ud800-\udfff\ue000-\uf8ff]"
)


def keep_druckbares(wert: Any, *, schriften: Path) -> Any:
    """The same with every text in it made printable; `schriften` is the folder of the fonts."""
    if isinstance(wert, str):
        return wert if wert.isascii() and wert.isprintable() else _clean(wert, _load_muster(schriften))
    if isinstance(wert, dict):
        return {name: keep_druckbares(teil, schriften=schriften) for name, teil in wert.items()}
    if isinstance(wert, list | tuple):
        return [keep_druckbares(teil, schriften=schriften) for teil in wert]
    return wert


def _clean(text: str, muster: re.Pattern[str]) -> str:
    sichtbar = unicodedata.normalize("NFC", UNSICHTBAR.sub("", ZEILENENDE.sub(" ", text)))
    druckbar = muster.sub(lambda lauf: AUSGELASSEN if any(map(str.isalnum, lauf[0])) else "", sichtbar)
    return druckbar if druckbar.strip() or not text.strip() else AUSGELASSEN  # no heading may be empty


@lru_cache(maxsize=4)
def _load_muster(schriften: Path) -> re.Pattern[str]:
    """Finds runs that cannot be printed: letters of no font, and marks that stand on a letter of another font."""
    lateinisch = _read_zeichen(schriften.glob(LATEINISCH)) | {9, 10, 13}
    arabisch = _read_zeichen(schriften.glob(ARABISCH)) - lateinisch
    ohne_zeichen = _build_klasse(lateinisch | arabisch, anfang="[^")
    einer = "|".join(
        [
            ohne_zeichen,
            f"(?<!{_build_klasse(lateinisch)}){_build_klasse(filter(_is_akzent, lateinisch))}+",
            f"(?<!{_build_klasse(arabisch)}){_build_klasse(filter(_is_akzent, arabisch))}+",
        ]
    )
    return re.compile(rf"(?:{einer})+(?:\s+(?:{ohne_zeichen})+)*")


def _read_zeichen(dateien: Iterable[Path]) -> set[int]:
    """What every weight of a font has."""
    vorraete = []
    for datei in dateien:
        with TTFont(datei, lazy=True) as schrift:
            vorraete.append(set(schrift.getBestCmap()))
    return set.intersection(*vorraete) if vorraete else set()


def _is_akzent(zeichen: int) -> bool:
    return unicodedata.category(chr(zeichen)) in {"Mn", "Mc", "Me"}


def _build_klasse(zeichen: Iterable[int], *, anfang: str = "[") -> str:
    """A class of a regular expression, in ranges; begun with "[^" it holds all the others."""
    laeufe: list[list[int]] = []
    for eines in sorted(zeichen):
        if laeufe and eines == laeufe[-1][1] + 1:
            laeufe[-1][1] = eines
        else:
            laeufe.append([eines, eines])
    return anfang + "".join(rf"\U{von:08x}-\U{bis:08x}" for von, bis in laeufe) + "]"
