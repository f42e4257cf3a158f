"""PLACEHOLDER: the address of the Merkzettel as plain text, until the Merkzettel brings a helper of its own."""

from collections.abc import Iterable
from urllib.parse import urlencode


def build_textliste_url(angebot_ids: Iterable[int]) -> str:
    return f"/merkzettel.txt?{urlencode([('id', pk) for pk in angebot_ids])}"
