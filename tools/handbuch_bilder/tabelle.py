"""Which pictures the handbook has: one row each, free of Django and of the browser so that a test can read them.

Names in braces come from beispiele.py. A picture is drawn again with `make handbuch-bilder`; its alt text is the one
of the chapter, word for word.
"""

from dataclasses import dataclass
from pathlib import Path

LISTEN = Path(__file__).resolve().parent / "listen"
QUELLE = "Beispielliste"
ANGEBOTE = "/admin/angebote/angebot/"
ENTWURF = ANGEBOTE + "{entwurf}/change/"
HAUPTTEIL = ("#content > h1", "#content-main")


@dataclass(frozen=True)
class Fuelle:
    feld: str
    wert: str


@dataclass(frozen=True)
class Lade:
    """A file of LISTEN into a field for files."""

    feld: str
    datei: str


@dataclass(frozen=True)
class Klicke:
    ziel: str


@dataclass(frozen=True)
class Warte:
    """Until this is to be seen."""

    ziel: str


Schritt = Fuelle | Lade | Klicke | Warte


@dataclass(frozen=True)
class Bild:
    """One picture: what somebody sees who opens `adresse` and takes `schritte`. kapitel: the page it stands on.

    konto: who is signed in, empty for the public. regionen: what the picture shows, as CSS; all of it that is to be
    seen. breite: of the window, in CSS pixels.
    """

    name: str
    kapitel: str
    alt: str
    adresse: str
    regionen: tuple[str, ...]
    konto: str = ""
    schritte: tuple[Schritt, ...] = ()
    breite: int = 900

    @property
    def datei(self) -> str:
        return f"{self.name}.webp"


BILDER = (
    Bild(
        name="anmelden-code",
        kapitel="anmelden.md",
        alt="Der zweite Schritt der Anmeldung: ein Feld für den Code aus sechs Ziffern, darunter der Knopf „Anmelden“.",
        adresse="/admin/",
        schritte=(
            Fuelle("#id_login", "redaktion"),
            Fuelle("#id_password", "{passwort}"),
            Klicke("button:has-text('Weiter')"),
            Warte("#id_code"),
        ),
        regionen=("main h1", "main .einleitung", "main .konto__formular"),
        breite=640,
    ),
    Bild(
        name="aufgaben",
        kapitel="aufgaben.md",
        alt=(
            "Die Liste „Heute zu tun“: links die Zahl, daneben die Aufgabe und ein Satz, was zu tun ist. "
            "Ganz oben steht, was dringend ist."
        ),
        adresse="/admin/",
        konto="freigabe",
        regionen=(".aufgaben",),
    ),
    Bild(
        name="texte-hinweise",
        kapitel="texte.md",
        alt=(
            "Hinweise zu Titel und Nutzensatz eines Entwurfs: Die Stelle ist markiert, dabei stehen der Grund, bessere "
            "Worte und der Link „bewusst so lassen“."
        ),
        adresse=ENTWURF,
        konto="redaktion",
        regionen=(".textpruefung h3:has-text('Hinweise zu den Texten')", ".textpruefung .befunde >> nth=1"),
    ),
    Bild(
        name="texte-pflichtangaben",
        kapitel="texte.md",
        alt=(
            "Veröffentlichen geht noch nicht: Eine Liste nennt alle fehlenden Pflichtangaben auf einmal, jede führt "
            "zu ihrem Feld."
        ),
        adresse=ENTWURF,
        konto="freigabe",
        schritte=(Klicke(".schritte button[value=veroeffentlicht]"), Warte("#content h1")),
        regionen=HAUPTTEIL,
    ),
    Bild(
        name="vorschlag",
        kapitel="redaktion.md",
        alt=(
            "Ein Vorschlag zur Strickrunde: zu jedem Feld stehen der bisherige und der neue Wert nebeneinander, "
            "darunter ein Kästchen zum Übernehmen."
        ),
        adresse="/admin/angebote/aenderungsvorschlag/{vorschlag}/change/",
        konto="freigabe",
        regionen=HAUPTTEIL,
    ),
    Bild(
        name="verlauf",
        kapitel="redaktion.md",
        alt=(
            "Der Verlauf der Kaffeerunde: Datum, wer es war und was sich geändert hat, das Neueste oben, mit Links zum "
            "Wiederherstellen."
        ),
        adresse=ANGEBOTE + "{kaffeerunde}/history/",
        konto="redaktion",
        regionen=HAUPTTEIL,
    ),
    Bild(
        name="schliessung",
        kapitel="aktualitaet.md",
        alt=(
            "Vor dem Schließen des Beispielhauses: die betroffenen Angebote, bei jedem die Zahl der Termine, die "
            "ausfallen, darunter „Ja, schließen“ und „Zurück“."
        ),
        adresse="/admin/angebote/ort/{ort}/change/",
        konto="redaktion",
        schritte=(
            Klicke("#schliesszeiten-group .add-row button, #schliesszeiten-group .add-row a"),
            Fuelle("[name=schliesszeiten-0-von]", "{von}"),
            Fuelle("[name=schliesszeiten-0-bis]", "{bis}"),
            Fuelle("[name=schliesszeiten-0-grund]", "Renovierung"),
            Klicke("[name=_save]"),
            Warte("#schliessung_form"),
        ),
        regionen=HAUPTTEIL,
    ),
    Bild(
        name="bestaetigen-anbieter",
        kapitel="bestaetigungen.md",
        alt=(
            "Die Seite, die ein Anbieter über den Link öffnet: oben „Stimmt alles noch“ und „Etwas ändern“, darunter "
            "sein Eintrag so, wie er auf der Website steht."
        ),
        adresse="/bestaetigen/{token}/{spaziergang_kurz}/",
        regionen=("main h1", ".bestaetigen__knoepfe", ".steckbrief > section >> nth=1"),
    ),
    Bild(
        name="import-vorschau",
        kapitel="import.md",
        alt=(
            "Die Vorschau vor dem Einlesen: wie viele Zeilen neu, geändert oder abgelehnt sind, eine falsche Uhrzeit "
            "mit Zeile und Spalte, und zu geänderten Angeboten bisher und neu."
        ),
        adresse=ANGEBOTE + "einlesen/",
        konto="technik",
        schritte=(
            Lade("[name=datei]", "beispielliste-neu.csv"),
            Fuelle("[name=quelle]", QUELLE),
            Klicke("#content-main [type=submit]"),
            Warte("#zahlen-titel"),
        ),
        regionen=HAUPTTEIL,
    ),
    Bild(
        name="doppelte",
        kapitel="import.md",
        alt=(
            "Beim Anlegen: Über dem Titel „Kaffeerunde am Dienstag“ steht „Vielleicht gibt es das schon“ mit dem Link "
            "zum anderen Angebot und dem Grund."
        ),
        adresse=ANGEBOTE + "add/",
        konto="redaktion",
        schritte=(
            Fuelle("[name=titel]", "Kaffeerunde am Dienstag"),
            Warte(".doppelte li"),
            Fuelle("[name=telefon]", "030 23125 111"),
            Warte(".doppelte li:has-text('Telefonnummer')"),
        ),
        regionen=(".doppelte", ".field-nutzen"),
    ),
    Bild(
        name="zusammenlegen",
        kapitel="import.md",
        alt=(
            "Zwei Kaffeerunden werden eine: oben, welche bleibt und welche darin aufgeht, darunter je Angabe die Wahl "
            "zwischen den beiden."
        ),
        adresse=ANGEBOTE + "zusammenlegen/{kaffeerunde}/{doppelte_kaffeerunde}/",
        konto="freigabe",
        regionen=HAUPTTEIL,
    ),
    Bild(
        name="foto",
        kapitel="fotos.md",
        alt=(
            "Die öffentliche Seite der Kaffeerunde unter „Wo“: das Foto des Eingangs, eine blaue Tür mit Klingel "
            "rechts und zwei flachen Stufen davor."
        ),
        adresse="/a/{kaffeerunde_kurz}/",
        regionen=("section:has(> h2:has-text('Wo'))",),
    ),
    Bild(
        name="meldung",
        kapitel="meldungen.md",
        alt=(
            "Eine Meldung zur Kaffeerunde mit Nummer, Frist und Text, darunter das Feld „Ergebnis“ und die Knöpfe zum "
            "Übernehmen und Erledigen."
        ),
        adresse="/admin/angebote/meldung/{meldung}/change/",
        konto="redaktion",
        regionen=HAUPTTEIL,
    ),
    Bild(
        name="mitmachen",
        kapitel="mitmachen.md",
        alt=(
            "Die öffentliche Seite „Mitmachen“: zwei Aufgaben mit Zeitaufwand, was man mitbringen muss und wer "
            "einführt."
        ),
        adresse="/mitmachen/",
        regionen=("main h1", ".mitmachkarte >> nth=1"),
    ),
    Bild(
        name="wochenprogramm",
        kapitel="programme.md",
        alt="Das Wochenprogramm eines Kiezes: je Tag die Termine mit Uhrzeit, Titel, Ort und Kosten.",
        adresse="/kieze/{kiez}/woche/",
        regionen=("main h1", "main p:has-text('An den anderen Tagen')"),
    ),
    Bild(
        name="merkzettel-drucken",
        kapitel="druck.md",
        alt=(
            "Das Druckformular des Merkzettels: Schriftgröße oder Karten, eine zweite Sprache und für Fachkräfte "
            "Einrichtung und Telefon im Dienst."
        ),
        adresse="/merkzettel/?id={kaffeerunde}&id={strickrunde}",
        schritte=(
            Klicke(".druckform__fachstelle summary"),
            Fuelle("#fachstelle", "Beratungsstelle, Sozialdienst"),
            Fuelle("#fachtelefon", "030 23125 100"),
        ),
        regionen=("#drucken-titel", ".druckform"),
        breite=640,
    ),
)
