"""The words that made a hit, told apart from the rest of a text. What they look like is the template's business."""

import re
from collections.abc import Collection
from functools import lru_cache

from pankow_einsamkeit.lib.text import normalise_text

Teile = tuple[tuple[str, bool], ...]
WORT = re.compile(r"[^\W_][\w\u0300-\u036f]*")  # with the accents that stand as characters of their own


def split_marken(text: str, marken: Collection[str]) -> Teile:
    """The text in pieces, each with whether it is to be marked; joined they are the text again.

    marken: folded words, as normalise_text folds them. Whole words are marked: with "nachbarschaftscafe" all of
    "Nachbarschaftscafé" in "Nachbarschaftscafé-Treff".
    """
    if not marken:
        return ((text, False),)
    teile, ende = [], 0
    for wort in WORT.finditer(text):
        if _fold(wort[0]) not in marken:
            continue
        if wort.start() > ende:
            teile.append((text[ende : wort.start()], False))
        teile.append((wort[0], True))
        ende = wort.end()
    if ende < len(text) or not teile:
        teile.append((text[ende:], False))
    return tuple(teile)


@lru_cache(maxsize=20_000)
def _fold(wort: str) -> str:
    return normalise_text(wort)
