"""Near a place: from whatever people write to a point, from a point to a stop, and where the offers are.

All of it from our own tables; no other server is asked and nothing is stored (docs/adr/0016).
"""

from datetime import date

from angebote.domain.katalogstand import Zwischenspeicher
from angebote.domain.naehe.lagen import Lage, load_lagen
from angebote.domain.naehe.stellen import Naehe, Stelle, Stellenart
from angebote.domain.naehe.verzeichnis import Verzeichnis, load_verzeichnis
from pankow_einsamkeit.lib.geo import Punkt

__all__ = ["Lage", "Naehe", "Stelle", "Stellenart", "find_naehe", "find_stelle_bei", "load_lagen"]

UMKREIS = 2000.0  # metres; further from any stop of ours nobody is in Pankow

_verzeichnis: Zwischenspeicher[Verzeichnis] = Zwischenspeicher(load_verzeichnis)


def find_naehe(text: str, *, heute: date, version: str | None = None) -> Naehe:
    """What a name stands for. Knows postcodes, stops, streets, areas, their nicknames, and places with offers that are
    public on that day. No query while the directory is kept and `version` (katalogstand.read_version) is given."""
    return _verzeichnis.get(heute, version=version).find(text)


def find_stelle_bei(punkt: Punkt, *, heute: date, version: str | None = None) -> Stelle | None:
    """The nearest stop; None outside Pankow."""
    return _verzeichnis.get(heute, version=version).find_haltestelle(punkt, meter=UMKREIS)
