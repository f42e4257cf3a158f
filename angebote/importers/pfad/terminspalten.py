"""The columns of the list about when and where."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

from angebote.importers.pfad.angaben import parse_hausnummer, parse_plz
from angebote.importers.pfad.kostennotation import parse_kosten, write_kosten
from angebote.importers.pfad.spaltenarten import (
    Rolle,
    Spalte,
    keep,
    read_koordinate,
    read_mit,
    read_namen,
    read_strasse,
    read_text,
    write_namen,
    write_text,
)
from angebote.importers.pfad.spaltenbau import build_feldspalte, build_ortsspalte, build_teilspalte, get_laenge
from angebote.importers.pfad.teilenotation import parse_zugangswege, write_zugangswege
from angebote.importers.pfad.terminnotation import (
    parse_ausnahmen,
    parse_schliesszeiten,
    write_ausnahmen,
    write_schliesszeiten,
)
from angebote.importers.pfad.zeitnotation import parse_zeiten, write_zeiten
from angebote.models import Ort


def list_wann() -> tuple[Spalte, ...]:
    statt = gettext_lazy("Statt der Spalte „Zeiten“, wenn es je Angebot nur eine Zeit gibt.")
    return (
        build_teilspalte(
            "zeiten",
            gettext_lazy("Zeiten"),
            gettext_lazy(
                "Mehrere mit Strichpunkt. So: „Di 14:00-16:00“; „2. und 4. Mi 10:00-12:00“; „letzter Do 18:00“; "
                "„alle 2 Wochen Mo 14:00-16:00 ab 4.1.2027“; „12.12.2026 15:00-18:00“; „nach Vereinbarung“; "
                "„unbekannt“. Dahinter nach Bedarf: „ab 1.3.2027“, „bis 30.6.2027“, „auch an Feiertagen“, "
                "„nicht in den Schulferien“ und ein Hinweis in runden Klammern."
            ),
            "Di 14:00-16:00; 2. und 4. Mi 10:00-12:00 (mit Anmeldung)",
            parse_zeiten,
            write_zeiten,
            weitere=("Zeit", "Öffnungszeiten", "Termine"),
        ),
        Spalte(
            "zeit.tag",
            gettext_lazy("Wochentag"),
            statt,
            read_text(80),
            write_text,
            "Di",
            weitere=("Tag",),
            rolle=Rolle.EINGABE,
        ),
        Spalte(
            "zeit.beginn",
            gettext_lazy("Beginn"),
            statt,
            keep,
            write_text,
            "14:00",
            weitere=("Von",),
            rolle=Rolle.EINGABE,
        ),
        Spalte(
            "zeit.ende", gettext_lazy("Ende"), statt, keep, write_text, "16:00", weitere=("Bis",), rolle=Rolle.EINGABE
        ),
        Spalte(
            "zeit.rhythmus",
            gettext_lazy("Rhythmus"),
            statt,
            read_text(80),
            write_text,
            "2. und 4.",
            rolle=Rolle.EINGABE,
        ),
        build_teilspalte(
            "ausnahmen",
            gettext_lazy("Ausnahmen"),
            gettext_lazy(
                "„24.12.2026 fällt aus (Heiligabend)“ oder „24.12.2026 verschoben auf 28.12.2026 15:00-17:00“."
            ),
            "",
            parse_ausnahmen,
            write_ausnahmen,
        ),
        build_teilspalte(
            "schliesszeiten",
            gettext_lazy("Schließzeiten"),
            gettext_lazy("„1.7.2027-31.7.2027 (Sommerpause)“, mehrere mit Strichpunkt."),
            "",
            parse_schliesszeiten,
            write_schliesszeiten,
        ),
        build_feldspalte("zeiten_hinweis"),
    )


def list_wo() -> tuple[Spalte, ...]:
    return (
        build_ortsspalte(
            "name",
            gettext_lazy("Ort"),
            gettext_lazy(
                "Name des Hauses oder Treffpunkts. Orte mit gleichem Namen und gleicher Anschrift werden wiedererkannt "
                "und nicht geändert; ein neuer wird angelegt. Leer bei Angeboten am Telefon, online oder zu Hause."
            ),
            read_text(get_laenge(Ort, "name")),
            "Nachbarschaftshaus (Beispiel)",
            weitere=("Veranstaltungsort", "Einrichtung", "Haus"),
        ),
        build_ortsspalte(
            "strasse", gettext_lazy("Straße"), "", read_strasse, "Musterstraße", weitere=("Str.", "Anschrift")
        ),
        build_ortsspalte(
            "hausnummer",
            gettext_lazy("Hausnummer"),
            gettext_lazy("Spalte in Excel als Text formatieren, sonst wird aus 12-5 ein Datum."),
            read_mit(parse_hausnummer),
            "12a",
            weitere=("Hausnr.", "HNr", "Haus-Nr."),
        ),
        build_ortsspalte(
            "plz",
            gettext_lazy("Postleitzahl"),
            gettext_lazy("Fünf Ziffern."),
            read_mit(parse_plz),
            "13187",
            weitere=("PLZ",),
        ),
        build_ortsspalte(
            "ortsname",
            gettext_lazy("Stadt"),
            gettext_lazy("Leer: Berlin."),
            read_text(get_laenge(Ort, "ortsname")),
            "Berlin",
        ),
        build_ortsspalte(
            "lat",
            gettext_lazy("Breite"),
            gettext_lazy("Grad, nur für neue Orte."),
            read_koordinate,
            "52,5538",
            weitere=("Breitengrad", "lat", "latitude"),
            rolle=Rolle.EINGABE,
        ),
        build_ortsspalte(
            "lon",
            gettext_lazy("Länge"),
            gettext_lazy("Grad, nur für neue Orte."),
            read_koordinate,
            "13,4668",
            weitere=("Längengrad", "lon", "longitude"),
            rolle=Rolle.EINGABE,
        ),
        build_feldspalte("treffpunkt", beispiel="1. Obergeschoss"),
        build_feldspalte(
            "einzugsgebiet",
            hilfe=gettext_lazy("Kieze, für Angebote ohne Ort, mehrere mit Strichpunkt. Leer: ganz Pankow."),
            lesen=read_namen("kieze"),
            schreiben=write_namen("kieze"),
        ),
        build_teilspalte(
            "zugangswege",
            gettext_lazy("Zugangswege"),
            gettext_lazy("„vor Ort“, „zu Hause“, „draußen“, „am Telefon“, „online“; Hinweis in runden Klammern."),
            "vor Ort; am Telefon (montags)",
            parse_zugangswege,
            write_zugangswege,
            weitere=("Zugang", "Zugänge"),
        ),
        build_teilspalte(
            "kosten",
            gettext_lazy("Kosten"),
            gettext_lazy(
                "„kostenlos“, „2,50 € je Treffen“, „ermäßigt 1,00 €“, „Spende“, „Krankenkasse zahlt“, "
                "„Pflegekasse zahlt“, "
                "„Mitgliedschaft 5,00 € im Monat“, „dazu 3,00 € (Material)“, „auf Anfrage“. Mehrere mit Strichpunkt. "
                "Leer: nicht bekannt."
            ),
            "2,50 € je Treffen; ermäßigt 1,00 € (Berlin-Ticket S)",
            parse_kosten,
            write_kosten,
            weitere=("Preis", "Eintritt"),
        ),
        build_feldspalte("kosten_hinweis"),
    )
