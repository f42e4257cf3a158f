"""Search in the catalogue (design.md 5): a Suchanfrage in, a Suchergebnis out.

The next Termine for cards: Suchergebnis.naechste_termine has them for every offer it shows, at no further query;
list_naechste_termine for pages that are no search.
"""

from angebote.domain.suche.anfrage import Q_LAENGE, Sortierung, Suchanfrage, Tag, Unbekannt, Wann
from angebote.domain.suche.auswahl import Auswahl, Option, load_auswahl
from angebote.domain.suche.auswege import Ausweg, Auswege, find_auswege, find_unbekannte
from angebote.domain.suche.beschreibung import KEINE_FILTER, Filterwort, build_filterworte
from angebote.domain.suche.naechste import NaechsterTermin, list_naechste_termine
from angebote.domain.suche.sortierung import Entfernung
from angebote.domain.suche.suche import (
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
    "NaechsterTermin",
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
    "list_naechste_termine",
    "list_ohne_zeiten",
    "list_schon_geoeffnet",
    "list_treffer",
    "load_auswahl",
    "search_angebote",
]
