"""Search in the catalogue (design.md 5): a Suchanfrage in, a Suchergebnis out."""

from angebote.domain.suche.anfrage import Sortierung, Suchanfrage, Tag, Wann
from angebote.domain.suche.suche import Suchergebnis, list_ohne_zeiten, list_treffer, search_angebote

__all__ = [
    "Sortierung",
    "Suchanfrage",
    "Suchergebnis",
    "Tag",
    "Wann",
    "list_ohne_zeiten",
    "list_treffer",
    "search_angebote",
]
