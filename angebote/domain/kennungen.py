"""Web addresses that are given once and kept: whoever wrote one down finds the same page again."""

from collections.abc import Container
from itertools import count

from pankow_einsamkeit.lib.slug import slugify_german

PLATZ_FUER_NUMMER = 5
RESERVIERT = frozenset({"standort"})  # /angebote/standort/ is no offer


def build_slug(titel: str, *, vergeben: Container[str], laenge: int = 90, ersatz: str = "eintrag") -> str:
    """A slug of the title that is not in `vergeben`, at most `laenge` characters; never empty."""
    stamm = slugify_german(titel, max_length=laenge - PLATZ_FUER_NUMMER) or ersatz
    kandidaten = (stamm if nummer == 1 else f"{stamm}-{nummer}" for nummer in count(1))
    return next(slug for slug in kandidaten if slug not in vergeben and slug not in RESERVIERT)
