from django.urls import reverse

from angebote.domain.merkzettel import PARAMETER, Merkzettel


def build_merkzettel_url(liste: Merkzettel, *, name: str = "merkzettel") -> str:
    """The page of this list; other names: merkzettel-pdf, merkzettel-text. An empty list is named too: the page's own
    list would be carried on to the link otherwise (angebote/middleware.py)."""
    return f"{reverse(f'angebote:{name}')}?{liste.to_query() or f'{PARAMETER}='}"
