"""Full text that understands German: compounds, word groups, word beginnings and typing mistakes (docs/adr/0015)."""

from angebote.domain.suche.volltext.aufbau import Suchbericht, rebuild_suche, rebuild_volltext
from angebote.domain.suche.volltext.treffer import Texttreffer, find_text

__all__ = ["Suchbericht", "Texttreffer", "find_text", "rebuild_suche", "rebuild_volltext"]
