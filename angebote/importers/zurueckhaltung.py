"""Which rows of the collection stay drafts, and why. The reason goes into the internal note for the Redaktion."""

from dataclasses import dataclass

from angebote.importers.tabellen import Zeile

AUSSERHALB = "liegt nicht in Pankow"
WIDERSPRUCH = "Quellen widersprechen sich"
DOPPELT = "doppelt"
BEENDET = "beendet oder Fortbestand unklar"
OHNE_WEG = "weder Kontakt noch vollständige Anschrift"
KEIN_ANGEBOT = "kein Angebot zum Hingehen"
REDAKTION = "Redaktion muss entscheiden"


@dataclass(frozen=True)
class Grund:
    """`art` is one of the few kinds counted in the command's table, `text` the reason of the single row."""

    art: str
    text: str


AMTSHAUS = Grund(
    WIDERSPRUCH, "Anschrift des Amtshauses Buchholz: Berliner Straße 24 oder Rosenthaler Weg 32; Sanierung."
)
HERBSTLAUBE = Grund(WIDERSPRUCH, "Hausnummer der Herbstlaube: Dunckerstraße 77 oder 76.")
ROTE_SCHULE = Grund(
    WIDERSPRUCH, "Mehrgenerationenhaus Wilhelmsruh: Umbau bis Januar 2025, ob es wieder läuft, ist offen."
)

GRUENDE: dict[str, Grund] = {
    "q002": Grund(WIDERSPRUCH, "Die Kontaktstelle hat 2024 Räume verloren; die heutige Anschrift ist zu klären."),
    "q009": Grund(REDAKTION, "Veranstaltung einer Parteigliederung: über die Aufnahme entscheidet die Redaktion."),
    "q010": HERBSTLAUBE,
    "q033": Grund(WIDERSPRUCH, "Wechsel des Trägers zum Januar 2026: Träger und Programm sind zu klären."),
    "q041": AMTSHAUS,
    "q042": AMTSHAUS,
    "q043": AMTSHAUS,
    "q048": Grund(KEIN_ANGEBOT, "Online-Verzeichnis, kein Angebot, an dem man teilnimmt."),
    "q065": Grund(REDAKTION, "Berlinweit; die Nummer ist laut Quelle für Ehrenamtliche. Nummer für Anfragen klären."),
    "q066": HERBSTLAUBE,
    "q083": Grund(BEENDET, "Das Projekt „Hallo Mühlenkiez!“ lief bis etwa 2023."),
    "q090": Grund(WIDERSPRUCH, "Anschrift der Bibliothek: Hertzstraße 61 oder nach Umzug Hauptstraße 32."),
    "q121": ROTE_SCHULE,
    "q122": ROTE_SCHULE,
    "q123": ROTE_SCHULE,
    "q124": ROTE_SCHULE,
    "q132": Grund(BEENDET, "Im Januar 2023 nur geplant; ob es stattfindet, ist offen."),
    "q134": Grund(DOPPELT, "Ambulante Suchtberatung Pankow steht zweimal im amtlichen Datensatz, siehe q133."),
    "q136": Grund(DOPPELT, "Kontakt- und Beratungsstelle prenzlkomm, siehe q139 und q119."),
    "q145": Grund(DOPPELT, "Offene Beratung zu Arbeit und Beschäftigung, siehe q117 und q118."),
    "q153": Grund(
        DOPPELT, "Sammeleintrag der Bibliotheken an der Anschrift der Janusz-Korczak-Bibliothek, siehe q049."
    ),
}


def find_grund(zeile: Zeile) -> Grund | None:
    """Why this row is held back, or None: the table first, then the rules that hold for every row."""
    if zeile["id"] in GRUENDE:
        return GRUENDE[zeile["id"]]
    if "nicht in Pankow" in zeile["bemerkung"]:
        return Grund(AUSSERHALB, "Die Anschrift liegt laut Adressverzeichnis nicht in Pankow.")
    if "Fortbestand unklar" in zeile["bemerkung"]:
        return Grund(BEENDET, "Fortbestand unklar laut Sammlung.")
    if not hat_weg(zeile):
        return Grund(OHNE_WEG, "Keine Telefonnummer, E-Mail oder Website und keine Anschrift mit Hausnummer.")
    return None


def hat_weg(zeile: Zeile) -> bool:
    """Somebody can get there or in touch. A bench in the park has no house number and is found by its description."""
    hat_anschrift = bool(zeile["strasse"] and zeile["hausnr"])
    return hat_kontakt(zeile) or hat_anschrift or zeile["typ"] == "Plauderbank"


def hat_kontakt(zeile: Zeile) -> bool:
    return any(zeile[feld] for feld in ("telefon", "email", "web"))
