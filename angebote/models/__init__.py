from angebote.models.aenderungsvorschlag import Aenderungsvorschlag, AenderungsvorschlagQuerySet
from angebote.models.angebot import Angebot, AngebotQuerySet, Zugangsweg
from angebote.models.bestaetigung import Anfrageposten, Anfragesperre, Bestaetigungsanfrage
from angebote.models.fassung import Fassung
from angebote.models.foto import Foto
from angebote.models.gebiet import (
    Haltestelle,
    Kiez,
    Ortsteil,
    OrtsteilAnteil,
    Planungsraum,
    PlzAnteil,
    Postleitzahl,
    Rufname,
    Strassenabschnitt,
)
from angebote.models.importbezug import Importbezug, ImportbezugQuerySet
from angebote.models.kategorie import Kategorie, Sprache, Zielgruppe
from angebote.models.kosten import Kosten
from angebote.models.krisenhilfe import Krisenhilfe
from angebote.models.linkpruefung import Linkpruefung
from angebote.models.meldung import Meldung, Meldungszaehler
from angebote.models.mitmachen import Mitmachrolle, MitmachrolleQuerySet
from angebote.models.ort import Barriereangabe, Ort, OrtHaltestelle
from angebote.models.pruefung import Pruefrhythmus, Pruefung
from angebote.models.quelle import Quellenangabe
from angebote.models.statuswechsel import Statuswechsel
from angebote.models.suchbestand import Angebotsmenge, Gruppe, Katalogstand, generate_version
from angebote.models.suchluecke import Suchluecke
from angebote.models.suchwort import Stoppwort, Suchwort, Synonymgruppe
from angebote.models.textausnahme import Textausnahme
from angebote.models.traeger import Traeger
from angebote.models.volltext import Volltext
from angebote.models.zeit import Ausnahme, Schliesszeit, Termin, TerminQuerySet, Zeit

__all__ = [
    "Aenderungsvorschlag",
    "AenderungsvorschlagQuerySet",
    "Anfrageposten",
    "Anfragesperre",
    "Angebot",
    "AngebotQuerySet",
    "Angebotsmenge",
    "Ausnahme",
    "Barriereangabe",
    "Bestaetigungsanfrage",
    "Fassung",
    "Foto",
    "Gruppe",
    "Haltestelle",
    "Importbezug",
    "ImportbezugQuerySet",
    "Katalogstand",
    "Kategorie",
    "Kiez",
    "Kosten",
    "Krisenhilfe",
    "Linkpruefung",
    "Meldung",
    "Meldungszaehler",
    "Mitmachrolle",
    "MitmachrolleQuerySet",
    "Ort",
    "OrtHaltestelle",
    "Ortsteil",
    "OrtsteilAnteil",
    "Planungsraum",
    "PlzAnteil",
    "Postleitzahl",
    "Pruefrhythmus",
    "Pruefung",
    "Quellenangabe",
    "Rufname",
    "Schliesszeit",
    "Sprache",
    "Statuswechsel",
    "Stoppwort",
    "Strassenabschnitt",
    "Suchluecke",
    "Suchwort",
    "Synonymgruppe",
    "Termin",
    "TerminQuerySet",
    "Textausnahme",
    "Traeger",
    "Volltext",
    "Zeit",
    "Zielgruppe",
    "Zugangsweg",
    "generate_version",
]
