"""Second languages for printed sheets: our own short glossary of labels, one file per language.

Only fixed labels, weekdays and months are translated; what an offer says of itself stays German.
"""

from functools import cache
from pathlib import Path

from angebote.druck.sprachen.sprachdatei import read_sprachdatei
from angebote.druck.sprachen.zweitsprache import Zweitsprache


@cache
def load_zweitsprachen() -> tuple[Zweitsprache, ...]:
    """By their German names. Read once a process: a changed file needs a restart."""
    sprachen = [read_sprachdatei(pfad) for pfad in Path(__file__).parent.glob("*.toml")]
    return tuple(sorted(sprachen, key=lambda sprache: sprache.name_deutsch))


def get_zweitsprache(code: str) -> Zweitsprache | None:
    return next((sprache for sprache in load_zweitsprachen() if sprache.code == code), None)
