"""Search in the catalogue (design.md 5): a Suchanfrage in, a Suchergebnis out."""

from angebote.domain.suche.anfrage import Q_LAENGE, Sortierung, Suchanfrage, Tag, Unbekannt, Wann
from angebote.domain.suche.auswahl import Auswahl, Option, load_auswahl
from angebote.domain.suche.auswege import Ausweg, Auswege, find_auswege, find_unbekannte
from angebote.domain.suche.beschreibung import KEINE_FILTER, Filterwort, build_filterworte
from angebote.domain.suche.suche import (
    Entfernung,
    Suchergebnis,
    list_ohne_zeiten,
    list_schon_geoeffnet,
    list_treffer,
    search_angebote,
)
from angebote.domain.suche.zaehlung import Zaehlung, count_treffer

__all__ = [
    "KEINE_FILTER",
    "Q_LAENGE",
    "Auswahl",
    "Ausweg",
    "Auswege",
    "Entfernung",
    "Filterwort",
    "Option",
    "Sortierung",
    "Suchanfrage",
    "Suchergebnis",
    "Tag",
    "Unbekannt",
    "Wann",
    "Zaehlung",
    "build_filterworte",
    "count_treffer",
    "find_auswege",
    "find_unbekannte",
    "list_ohne_zeiten",
    "list_schon_geoeffnet",
    "list_treffer",
    "load_auswahl",
    "search_angebote",
]
