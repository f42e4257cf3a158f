"""The columns of the list about the offer itself."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

from angebote.importers.pfad.kontaktzellen import parse_email, parse_telefon, parse_web
from angebote.importers.pfad.mitmachnotation import parse_mitmachrollen, write_mitmachrollen
from angebote.importers.pfad.spaltenarten import (
    Rolle,
    Spalte,
    ignore,
    read_mit,
    read_namen,
    read_text,
    write_datum_text,
    write_namen,
    write_text,
)
from angebote.importers.pfad.spaltenbau import build_feldspalte, build_teilspalte, get_laenge
from angebote.importers.pfad.teilenotation import parse_barrieren, parse_quellen, write_barrieren, write_quellen
from angebote.models import Angebot, Traeger


def list_kennungen() -> tuple[Spalte, ...]:
    return (
        Spalte(
            "kennung",
            gettext_lazy("Kennung"),
            gettext_lazy(
                "Nummer oder Kürzel, unter dem Ihre Quelle das Angebot führt. Muss jedes Mal gleich sein: Daran wird "
                "es beim nächsten Einlesen wiedererkannt. Leer: Titel und Anschrift gelten als Kennung."
            ),
            read_text(120),
            write_text,
            "A-17",
            weitere=("ID", "Nr.", "Nummer", "Schlüssel", "Kennung des Imports"),
        ),
        Spalte(
            "kurz_id",
            gettext_lazy("Kurz-Kennung"),
            gettext_lazy(
                "Füllt die Ausgabe aus. Neue Angebote: leer lassen. Die Zeile gehört zu genau diesem Angebot."
            ),
            read_text(6),
            write_text,
        ),
        Spalte(
            "pruefzeichen",
            gettext_lazy("Prüfzeichen"),
            gettext_lazy("Füllt die Ausgabe aus. Daran ist zu erkennen, ob sich das Angebot seitdem geändert hat."),
            read_text(32),
            write_text,
        ),
        Spalte(
            "status",
            gettext_lazy("Status"),
            gettext_lazy("Nur zur Ansicht, wird nicht eingelesen. Neue Angebote kommen als Entwurf."),
            ignore,
            write_text,
            rolle=Rolle.AUSGABE,
        ),
        Spalte(
            "geprueft_am",
            gettext_lazy("zuletzt geprüft am"),
            gettext_lazy("Nur zur Ansicht, wird nicht eingelesen."),
            ignore,
            write_datum_text,
            rolle=Rolle.AUSGABE,
        ),
    )


def list_was() -> tuple[Spalte, ...]:
    return (
        build_feldspalte(
            "titel", beispiel="Kaffee und Gespräch", pflicht=True, weitere=("Name", "Angebot", "Bezeichnung")
        ),
        build_feldspalte("nutzen", beispiel="Sie lernen Menschen aus der Nachbarschaft kennen."),
        build_feldspalte("beschreibung", hilfe=gettext_lazy("Freier Text, auch mit Absätzen (Alt+Eingabe).")),
        build_feldspalte(
            "bereich",
            hilfe=gettext_lazy("„Begegnung“ oder „Unterstützung“. Leer: der Bereich der ersten Kategorie."),
            beispiel="Begegnung",
        ),
        build_feldspalte(
            "kategorien",
            hilfe=gettext_lazy("Namen aus der Liste unten auf dieser Seite, mehrere mit Strichpunkt."),
            beispiel="Café, Treff & Plaudern",
            pflicht=True,
            weitere=("Kategorie",),
            lesen=read_namen("kategorien"),
            schreiben=write_namen("kategorien"),
        ),
        build_feldspalte("format", hilfe=gettext_lazy("Ein Wort aus der Liste unten."), beispiel="feste Gruppe"),
        Spalte(
            "traeger",
            gettext_lazy("Träger"),
            gettext_lazy("Wer das Angebot macht. Ein Name, den es noch nicht gibt, wird neu angelegt."),
            read_text(get_laenge(Traeger, "name")),
            write_text,
            "Nachbarschaftshaus (Beispiel)",
            weitere=("Anbieter", "Veranstalter", "Organisation"),
        ),
        build_feldspalte("gueltig_von", hilfe=gettext_lazy("Datum, leer: gibt es schon.")),
        build_feldspalte("gueltig_bis", hilfe=gettext_lazy("Datum des letzten Tages, leer: ohne Ende.")),
    )


def list_wer() -> tuple[Spalte, ...]:
    return (
        build_feldspalte(
            "zielgruppen",
            hilfe=gettext_lazy("Namen aus der Liste unten, mehrere mit Strichpunkt. Schließt niemanden aus."),
            weitere=("Zielgruppe", "Zielgruppen"),
            lesen=read_namen("zielgruppen"),
            schreiben=write_namen("zielgruppen"),
        ),
        build_feldspalte("wer_hinweis"),
        build_feldspalte("alter_von", beispiel="60"),
        build_feldspalte("alter_bis"),
        build_feldspalte("exklusiv", hilfe=gettext_lazy("„ja“ oder „nein“. Bei „ja“ muss der Grund dastehen.")),
        build_feldspalte("exklusiv_grund", titel=gettext_lazy("Grund, warum nur für diese"), weitere=("Grund",)),
        build_feldspalte("ausschluss"),
        build_feldspalte(
            "sprachen",
            hilfe=gettext_lazy("Namen der Sprachen, mehrere mit Strichpunkt."),
            beispiel="Deutsch; Ukrainisch",
            weitere=("Sprache",),
            lesen=read_namen("sprachen"),
            schreiben=write_namen("sprachen"),
        ),
        build_feldspalte("sprachen_hinweis"),
        build_feldspalte("anmeldung", hilfe=gettext_lazy("Ein Wort aus der Liste unten."), beispiel="ohne Anmeldung"),
        build_feldspalte("anmeldung_hinweis"),
        build_feldspalte("ueberweisung", hilfe=gettext_lazy("Ein Wort aus der Liste unten.")),
        *(build_feldspalte(feld.name) for feld in Angebot._meta.fields if feld.name.startswith("erstbesuch_")),
    )


def list_rahmen() -> tuple[Spalte, ...]:
    return (
        build_feldspalte("kontakt_name"),
        build_feldspalte(
            "telefon",
            hilfe=gettext_lazy("Mit Vorwahl. Spalte in Excel als Text formatieren, sonst fällt die 0 weg."),
            beispiel="030 1234567",
            weitere=("Tel.", "Telefonnummer", "Tel"),
            lesen=read_mit(parse_telefon),
        ),
        build_feldspalte("sprechzeiten"),
        build_feldspalte("anruf_hinweis"),
        build_feldspalte("email", weitere=("Mail", "E-Mail-Adresse"), lesen=read_mit(parse_email)),
        build_feldspalte("web", weitere=("Internet", "Webseite", "Homepage", "URL"), lesen=read_mit(parse_web)),
        build_feldspalte("bewirtung"),
        build_feldspalte("gruppengroesse"),
        *(build_feldspalte(name) for name in ("fachliche_leitung", "vertraulich", "anonym_moeglich")),
        build_feldspalte("kapazitaet", hilfe=gettext_lazy("Ein Wort aus der Liste unten; dann gehört der Stand dazu.")),
        *(build_feldspalte(name) for name in ("kapazitaet_am", "wartezeit_wochen", "wartezeit_am")),
    )


def list_pflege() -> tuple[Spalte, ...]:
    return (
        build_teilspalte(
            "barriereangaben",
            gettext_lazy("Angaben zur Barrierefreiheit"),
            gettext_lazy(
                "Nur was für dieses Angebot anders ist als für seinen Ort: „Rampe: ja (am Hof)“; „Aufzug: nein“. "
                "Dahinter nach Bedarf [Quelle: …] [Stand: …]."
            ),
            "",
            parse_barrieren,
            write_barrieren,
            weitere=("Barrierefreiheit",),
        ),
        build_teilspalte(
            "quellen",
            gettext_lazy("Quellenangaben"),
            gettext_lazy("Woher die Angaben sind: „Faltblatt [Stand: 2026] [Jahr: 2026] [Verlässlichkeit: hoch]“."),
            "Faltblatt (Beispiel) [Stand: 2026]",
            parse_quellen,
            write_quellen,
            weitere=("Quelle", "Quellen"),
        ),
        build_feldspalte("interne_notiz", hilfe=gettext_lazy("Nur für die Redaktion."), weitere=("Bemerkung", "Notiz")),
    )


def list_mitmachen() -> tuple[Spalte, ...]:
    return (
        build_teilspalte(
            "mitmachrollen",
            gettext_lazy("Aufgaben zum Mitmachen"),
            gettext_lazy(
                "Für Menschen, die helfen möchten; mehrere mit Strichpunkt. Nach der Aufgabe in runden Klammern, was "
                "dazugehört, dann [Wie oft: regelmäßig / ab und zu / einmalig] und [Zeit: …]. Nach Bedarf "
                "[Mitbringen: …] [Einführung: …] [Telefon: …] [E-Mail: …] [Gesucht bis: 31.3.2027] "
                "[Geprüft: 1.12.2026]. Ohne Telefon und E-Mail gilt der Kontakt des Angebots; keine privaten Nummern."
            ),
            "Kaffee ausschenken (Tische decken, Gäste begrüßen) [Wie oft: regelmäßig] [Zeit: 2 Stunden in der Woche]",
            parse_mitmachrollen,
            write_mitmachrollen,
            weitere=("Mitmachen", "Mitmachrollen", "Ehrenamt"),
        ),
    )
