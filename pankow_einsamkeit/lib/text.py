"""German words made comparable: case, umlauts, ß and accents do not matter. Pure functions."""

import re
import unicodedata

UMLAUTE = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe", "œ": "oe", "ł": "l"})
OHNE_UMLAUT = re.compile(r"(?<=[aou])e")
NICHT_WORT = re.compile(r"[\W_]+")


def normalise_text(text: str) -> str:
    """Small letters and digits, one space between words: "Café-Treff in Weißensee" → "cafe treff in weissensee".

    Umlauts become two letters, as on a keyboard without them; other accents fall away. Twice is the same as once.
    """
    if text.isascii():  # most words, in a tenth of the time
        return NICHT_WORT.sub(" ", text.lower()).strip()
    klein = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text).casefold()).translate(UMLAUTE)
    zerlegt = unicodedata.normalize("NFKD", klein).casefold()
    ohne_akzente = "".join(zeichen for zeichen in zerlegt if not unicodedata.combining(zeichen))
    return NICHT_WORT.sub(" ", ohne_akzente).strip()


def split_woerter(text: str) -> list[str]:
    """The normalised words of a text, each once, in their order."""
    return list(dict.fromkeys(normalise_text(text).split()))


def fold_umlaute(wort: str) -> str:
    """The bare vowel of a normalised word, for those who type neither ä nor ae: "maenner" → "manner"."""
    return OHNE_UMLAUT.sub("", wort)
