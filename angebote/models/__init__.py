from angebote.models.angebot import Angebot, AngebotQuerySet, Zugangsweg
from angebote.models.gebiet import (
    Haltestelle,
    Kiez,
    Ortsteil,
    OrtsteilAnteil,
    Planungsraum,
    PlzAnteil,
    Postleitzahl,
    Strassenabschnitt,
)
from angebote.models.kategorie import Kategorie, Sprache, Zielgruppe
from angebote.models.kosten import Kosten
from angebote.models.krisenhilfe import Krisenhilfe
from angebote.models.ort import Barriereangabe, Ort, OrtHaltestelle
from angebote.models.quelle import Quellenangabe
from angebote.models.suchmerkmal import Gruppe, Suchmerkmal
from angebote.models.traeger import Traeger
from angebote.models.zeit import Ausnahme, Schliesszeit, Termin, TerminQuerySet, Zeit

__all__ = [
    "Angebot",
    "AngebotQuerySet",
    "Ausnahme",
    "Barriereangabe",
    "Gruppe",
    "Haltestelle",
    "Kategorie",
    "Kiez",
    "Kosten",
    "Krisenhilfe",
    "Ort",
    "OrtHaltestelle",
    "Ortsteil",
    "OrtsteilAnteil",
    "Planungsraum",
    "PlzAnteil",
    "Postleitzahl",
    "Quellenangabe",
    "Schliesszeit",
    "Sprache",
    "Strassenabschnitt",
    "Suchmerkmal",
    "Termin",
    "TerminQuerySet",
    "Traeger",
    "Zeit",
    "Zielgruppe",
    "Zugangsweg",
]
