"""Who may do what: every group with its rights, and nothing else gives rights to anybody but a superuser.

`grant_rollen` in domain/rollen.py writes this table into the database, called by a migration. Whoever changes the table
or adds a model to it also adds a migration that calls it again.
"""

from collections.abc import Collection, Mapping

REDAKTION = "Redaktion"
FREIGABE = "Freigabe"
KONZEPT = "Konzept"
DATENSCHUTZ = "Datenschutz-Lesen"
VERWALTUNG = "Verwaltung"

# app label → model → the beginnings of permission codenames, with blanks between
Rechte = Mapping[str, Mapping[str, str]]

SEHEN = "view"
PFLEGEN = "add change view"  # nothing that may stand on a printed list is ever deleted
ALLES = "add change delete view"

EINTRAEGE = ("angebot", "ort", "traeger", "krisenhilfe")
# Rows of a form: removing one is a change of the entry it belongs to.
TEILE = (
    *("zeit", "ausnahme", "schliesszeit", "zugangsweg", "kosten", "barriereangabe", "quellenangabe"),
    *("foto", "mitmachrolle", "orthaltestelle", "ortsteilanteil", "plzanteil"),
)
BERECHNETE_TEILE = ("orthaltestelle", "ortsteilanteil", "plzanteil")  # nobody edits them by hand
SUCHWORTE = ("synonymgruppe", "stoppwort", "rufname")
STAMMDATEN = ("kategorie", "zielgruppe", "sprache")
GEBIETE = ("kiez", "planungsraum", "ortsteil", "postleitzahl", "haltestelle")
AUSWERTUNG = ("linkpruefung", "suchluecke")
EINSTELLUNGEN = ("pruefrhythmus",)
# May hold what somebody wrote about themselves: for those who answer, and for data protection.
BEARBEITEN = {"meldung": "change view"}
EINLESEN = {"importbezug": "import view"}
ANFRAGEN = {"bestaetigungsanfrage": "view", "anfrageposten": "view", "anfragesperre": ALLES}
VORSCHLAEGE = {"aenderungsvorschlag": "view"}

# The concept's section, app konzept. All staff may read how the concept stands; only Konzept works on it.
KONZEPT_LESEN = (
    *("komponente", "konzept", "drucksache", "geschaeftsbereich", "zustaendigkeit"),
    *("massnahme", "kieznotiz"),
    *("gremium", "sitzung", "wahltermin", "aufgabe", "kommunikation"),
    "bericht",
)
# People outside and what is still being decided: for Konzept, and for data protection to look at.
KONZEPT_VERTRAULICH = ("kooperationsanfrage", "akteur", "multiplikator")
# Rows of a form of the above, in the same order.
KONZEPT_TEILE = (
    "schulung",
    *("meilenstein", "indikator", "indikatorwert"),
    "beschluss",
    "berichtsabschnitt",
)
# A membership names an Akteur; what everybody may know of it stands on the page of the Gremium.
KONZEPT_VERTRAULICHE_TEILE = ("mitgliedschaft", "materialwunsch")
# Three components there are, three there will be; requests and reports are begun on pages of their own.
NUR_AENDERN = dict.fromkeys(("komponente", "kooperationsanfrage"), "change view")
# A file that should not be here is erased by whoever sees it first (G1); the row of the erasure stays.
ENTFERNEN = {"dokumentloeschung": "add"}
NIE_AENDERN = {"kieznotiz": "add delete view"}  # a note is followed by a new one, never rewritten
KONZEPT_SEHEN = dict.fromkeys((*KONZEPT_LESEN, *KONZEPT_TEILE), SEHEN)
KONZEPT_ALLES_SEHEN = KONZEPT_SEHEN | dict.fromkeys((*KONZEPT_VERTRAULICH, *KONZEPT_VERTRAULICHE_TEILE), SEHEN)
KONZEPT_PFLEGEN = (
    dict.fromkeys((*KONZEPT_LESEN, *KONZEPT_VERTRAULICH), PFLEGEN)
    | dict.fromkeys((*KONZEPT_TEILE, *KONZEPT_VERTRAULICHE_TEILE), ALLES)
    | NUR_AENDERN
    | {"bericht": "change release view"}
    | NIE_AENDERN
    | ENTFERNEN
)

ALLES_SEHEN = dict.fromkeys((*EINTRAEGE, *TEILE, *SUCHWORTE, *STAMMDATEN, *GEBIETE, *AUSWERTUNG, *EINSTELLUNGEN), SEHEN)
TEILE_PFLEGEN = dict.fromkeys(TEILE, ALLES) | dict.fromkeys(BERECHNETE_TEILE, SEHEN)

RECHTE: Mapping[str, Rechte] = {
    REDAKTION: {
        "angebote": ALLES_SEHEN
        | dict.fromkeys(EINTRAEGE, PFLEGEN)
        | {"krisenhilfe": SEHEN}  # wrong numbers harm at once, and nothing of it waits as a proposal
        | TEILE_PFLEGEN
        | dict.fromkeys(SUCHWORTE, ALLES)
        | BEARBEITEN
        | ANFRAGEN
        | VORSCHLAEGE
        | EINLESEN,
        "pankow_einsamkeit": {"seite": "change view"},
        "konzept": KONZEPT_SEHEN,
    },
    FREIGABE: {
        "angebote": ALLES_SEHEN
        | dict.fromkeys(EINTRAEGE, "change view")
        | {"angebot": "change publish view", "krisenhilfe": PFLEGEN}
        | TEILE_PFLEGEN
        | BEARBEITEN
        | ANFRAGEN
        | VORSCHLAEGE,
        "pankow_einsamkeit": {"seite": SEHEN},
        "konzept": KONZEPT_SEHEN | {"bericht": "release view"},  # the second pair of eyes (adr/0029)
    },
    KONZEPT: {
        "angebote": ALLES_SEHEN,
        "pankow_einsamkeit": {"seite": SEHEN},
        "konzept": KONZEPT_PFLEGEN,
    },
    DATENSCHUTZ: {
        "angebote": ALLES_SEHEN | dict.fromkeys((*BEARBEITEN, *ANFRAGEN, *VORSCHLAEGE), SEHEN),
        "pankow_einsamkeit": {"konto": SEHEN, "seite": SEHEN},
        # its own word, nobody else's (adr/0028)
        "konzept": KONZEPT_ALLES_SEHEN | {"kooperationsanfrage": "view vote"} | ENTFERNEN,
        "auth": {"group": SEHEN},
        "admin": {"logentry": SEHEN},
        "mfa": {"authenticator": SEHEN},
        "socialaccount": {"socialaccount": SEHEN},
    },
    VERWALTUNG: {
        "angebote": ALLES_SEHEN | dict.fromkeys((*STAMMDATEN, *EINSTELLUNGEN), ALLES),
        "pankow_einsamkeit": {"konto": PFLEGEN, "seite": "change view"},
        "konzept": KONZEPT_SEHEN,
        "auth": {"group": SEHEN},
        "admin": {"logentry": SEHEN},
        "mfa": {"authenticator": "delete view"},
        "socialaccount": {"socialaccount": "delete view"},
    },
}
# Registered in the admin, but in no group's hands: "app_label.model".
NUR_SUPERUSER: frozenset[str] = frozenset()


def list_rechte(gruppe: str) -> set[tuple[str, str, str]]:
    """App label, model and codename of every right of a group."""
    return {
        (app, modell, f"{recht}_{modell}")
        for app, modelle in RECHTE[gruppe].items()
        for modell, rechte in modelle.items()
        for recht in rechte.split()
    }


def find_rollen(rechte: Collection[str]) -> list[str]:
    """The groups that hold all these rights, each named as for has_perm; none where no right is asked for."""
    if not rechte:
        return []
    return [rolle for rolle in RECHTE if set(rechte) <= {f"{app}.{name}" for app, _modell, name in list_rechte(rolle)}]
