"""The columns of the list as data: one table for template, guide, reading and writing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, URLValidator
from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from angebote.choices import Anmeldung, Bereich, Format, JaNein, Kapazitaet, Ueberweisung
from angebote.importers.kontaktangaben import write_out_strasse
from angebote.importers.pfad.angaben import (
    parse_datum,
    parse_hausnummer,
    parse_plz,
    parse_zahl,
    write_datum,
)
from angebote.importers.pfad.kostennotation import parse_kosten, write_kosten
from angebote.importers.pfad.teilenotation import (
    find_wahl,
    join_namen,
    parse_barrieren,
    parse_quellen,
    parse_zugangswege,
    split_namen,
    write_barrieren,
    write_quellen,
    write_zugangswege,
)
from angebote.importers.pfad.terminnotation import (
    check_laenge,
    parse_ausnahmen,
    parse_schliesszeiten,
    write_ausnahmen,
    write_schliesszeiten,
)
from angebote.importers.pfad.verzeichnis import Namensliste, Verzeichnis
from angebote.importers.pfad.zeitnotation import parse_zeiten, write_zeiten
from angebote.importers.pfad.zellen import ZellfehlerError, Zellwert, clean_absatz, clean_text, fold
from angebote.models import Angebot, Ort, Traeger
from pankow_einsamkeit.lib.telefon import KURZWAHL

Lesen = Callable[[Zellwert, Verzeichnis], Any]
Schreiben = Callable[[Any, Verzeichnis], str]
Text = str | Promise
ORT, ZEIT = "ort.", "zeit."  # columns that together name a place, or a single time


class Rolle(StrEnum):
    """BEIDES: in template and export. EINGABE: only understood. AUSGABE: only written, never taken from a file."""

    BEIDES = "beides"
    EINGABE = "eingabe"
    AUSGABE = "ausgabe"


@dataclass(frozen=True)
class Spalte:
    """name: in Daten of domain/angebotsdaten.py, or one of the own names below. weitere: other headings for it."""

    name: str
    titel: Text
    hilfe: Text
    lesen: Lesen
    schreiben: Schreiben
    beispiel: Text = ""
    pflicht: bool = False
    weitere: tuple[str, ...] = ()
    rolle: Rolle = Rolle.BEIDES


# --- reading and writing by kind ---


def read_text(laenge: int | None) -> Lesen:
    def lesen(wert: Zellwert, _verzeichnis: Verzeichnis) -> str:
        text = clean_text(wert)
        return check_laenge(text, laenge) if laenge else text

    return lesen


def read_absatz(wert: Zellwert, _verzeichnis: Verzeichnis) -> str:
    return clean_absatz(wert)


def write_text(wert: Any, _verzeichnis: Verzeichnis) -> str:
    return "" if wert is None else str(wert)


def read_wahl(liste: type[models.TextChoices], vorgabe: str) -> Lesen:
    def lesen(wert: Zellwert, _verzeichnis: Verzeichnis) -> str:
        text = clean_text(wert)
        return find_wahl(text, liste) if text else vorgabe

    return lesen


def write_wahl(liste: type[models.TextChoices]) -> Schreiben:
    return lambda wert, _verzeichnis: str(liste(wert).label) if wert else ""


def read_zahl(wert: Zellwert, _verzeichnis: Verzeichnis) -> int | None:
    return parse_zahl(wert)


def read_datum(wert: Zellwert, _verzeichnis: Verzeichnis) -> str | None:
    return parse_datum(wert)


def write_datum_text(wert: Any, _verzeichnis: Verzeichnis) -> str:
    return write_datum(wert) if wert else ""


def read_janein(wert: Zellwert, _verzeichnis: Verzeichnis) -> bool:
    text = fold(clean_text(wert))
    if text in {"ja", "j", "x", "wahr", "true", "1"}:
        return True
    if text in {"", "nein", "n", "falsch", "false"}:
        return False
    raise ZellfehlerError(_("Hier steht „ja“ oder „nein“."))


def write_janein(wert: Any, _verzeichnis: Verzeichnis) -> str:
    return _("ja") if wert else _("nein")


def read_namen(liste: str) -> Lesen:
    """Keys of the records named, sorted. Commas part them where no name has one."""

    def lesen(wert: Zellwert, verzeichnis: Verzeichnis) -> list[int]:
        namensliste: Namensliste = getattr(verzeichnis, liste)
        pks: set[int] = set()
        for name in split_namen(clean_absatz(wert)):
            teile = [name] if namensliste.find(name) is not None else [t.strip() for t in name.split(",") if t.strip()]
            for teil in teile:
                pk = namensliste.find(teil)
                if pk is None:
                    raise ZellfehlerError(_("„%(name)s“ steht nicht in der Liste.") % {"name": teil})
                pks.add(pk)
        return sorted(pks)

    return lesen


def write_namen(liste: str) -> Schreiben:
    def schreiben(wert: Any, verzeichnis: Verzeichnis) -> str:
        namen = getattr(verzeichnis, liste).namen
        return join_namen([namen[pk] for pk in namen if pk in set(wert or ())])

    return schreiben


def read_teile(parse: Callable[[str], list[dict[str, Any]]]) -> Lesen:
    """Lists repeat themselves, so every wording is parsed once."""
    gemerkt = lru_cache(maxsize=4096)(parse)
    return lambda wert, _verzeichnis: [dict(zeile) for zeile in gemerkt(clean_absatz(wert))]


def write_teile(write: Callable[[list[dict[str, Any]]], str]) -> Schreiben:
    return lambda wert, _verzeichnis: write(wert or [])


def read_telefon(wert: Zellwert, _verzeichnis: Verzeichnis) -> str:
    text = check_laenge(clean_text(wert), 40)
    if text.isdigit() and text[0] != "0" and not KURZWAHL.fullmatch(text):
        raise ZellfehlerError(
            _("Die Vorwahl fehlt. Excel lässt eine führende 0 weg, wenn die Spalte kein Text ist: 030 1234567.")
        )
    return text


def read_email(wert: Zellwert, _verzeichnis: Verzeichnis) -> str:
    text = clean_text(wert).removeprefix("mailto:")
    if text:
        _check(EmailValidator(), text, _("Das ist keine E-Mail-Adresse. Bitte genau eine angeben."))
    return check_laenge(text, 254)


def read_web(wert: Zellwert, _verzeichnis: Verzeichnis) -> str:
    text = clean_text(wert)
    if text and "://" not in text:
        text = f"https://{text}"
    if text:
        _check(URLValidator(schemes=["http", "https"]), text, _("Das ist keine Internetadresse. Bitte genau eine."))
    return check_laenge(text, 300)


def _check(validator: EmailValidator | URLValidator, text: str, meldung: str) -> None:
    try:
        validator(text)
    except (ValidationError, ValueError) as fehler:
        raise ZellfehlerError(meldung) from fehler


def read_strasse(wert: Zellwert, verzeichnis: Verzeichnis) -> str:
    text = clean_text(wert)
    return check_laenge(write_out_strasse(text, verzeichnis=verzeichnis.strassen) if text else "", 80)


def read_koordinate(wert: Zellwert, _verzeichnis: Verzeichnis) -> float | None:
    text = clean_text(wert).replace(",", ".")
    try:
        return float(text) if text else None
    except ValueError as fehler:
        raise ZellfehlerError(_("Hier steht eine Zahl, zum Beispiel 52,5538.")) from fehler


def ignore(_wert: Zellwert, _verzeichnis: Verzeichnis) -> None:
    return None


# --- the table ---


def _feld(name: str, *, hilfe: Text = "", beispiel: Text = "", weitere: tuple[str, ...] = (), **mehr: Any) -> Spalte:
    """A column of a field of the offer; label, help and length are the model's."""
    feld: Any = Angebot._meta.get_field(name)
    titel = mehr.pop("titel", feld.verbose_name)
    lesen, schreiben = mehr.pop("lesen", None), mehr.pop("schreiben", None)
    if lesen is None:
        lesen, schreiben = _choose_art(feld)
    return Spalte(
        name, titel, hilfe or feld.help_text, lesen, schreiben or write_text, beispiel, weitere=weitere, **mehr
    )


def _choose_art(feld: Any) -> tuple[Lesen, Schreiben]:
    if feld.choices:
        liste = CHOICES[feld.name]
        return read_wahl(liste, "" if feld.name == "bereich" else str(feld.get_default())), write_wahl(liste)
    if isinstance(feld, models.DateField):
        return read_datum, write_datum_text
    if isinstance(feld, models.BooleanField):
        return read_janein, write_janein
    if isinstance(feld, models.PositiveSmallIntegerField):
        return read_zahl, write_text
    if isinstance(feld, models.TextField):
        return read_absatz, write_text
    return read_text(feld.max_length), write_text


CHOICES: dict[str, type[models.TextChoices]] = {
    "bereich": Bereich,
    "format": Format,
    "anmeldung": Anmeldung,
    "ueberweisung": Ueberweisung,
    "fachliche_leitung": JaNein,
    "vertraulich": JaNein,
    "anonym_moeglich": JaNein,
    "kapazitaet": Kapazitaet,
}


def _ortsspalte(name: str, titel: Text, hilfe: Text, lesen: Lesen, beispiel: str, **mehr: Any) -> Spalte:
    return Spalte(f"ort.{name}", titel, hilfe, lesen, write_text, beispiel, **mehr)


def _laenge(modell: type[models.Model], name: str) -> int:
    return int(modell._meta.get_field(name).max_length)  # type: ignore[union-attr, arg-type]


def _teil(name: str, titel: Text, hilfe: Text, beispiel: str, parse: Any, write: Any, **mehr: Any) -> Spalte:
    return Spalte(name, titel, hilfe, read_teile(parse), write_teile(write), beispiel, **mehr)


@cache
def list_spalten() -> tuple[Spalte, ...]:
    """All, in the order of the file."""
    return (
        *_list_kennungen(),
        *_list_was(),
        *_list_wann(),
        *_list_wo(),
        *_list_wer(),
        *_list_rahmen(),
        *_list_pflege(),
    )


def _list_kennungen() -> tuple[Spalte, ...]:
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


def _list_was() -> tuple[Spalte, ...]:
    return (
        _feld("titel", beispiel="Kaffee und Gespräch", pflicht=True, weitere=("Name", "Angebot", "Bezeichnung")),
        _feld("nutzen", beispiel="Sie lernen Menschen aus der Nachbarschaft kennen."),
        _feld("beschreibung", hilfe=gettext_lazy("Freier Text, auch mit Absätzen (Alt+Eingabe).")),
        _feld(
            "bereich",
            hilfe=gettext_lazy("„Begegnung“ oder „Unterstützung“. Leer: der Bereich der ersten Kategorie."),
            beispiel="Begegnung",
        ),
        _feld(
            "kategorien",
            hilfe=gettext_lazy("Namen aus der Liste unten auf dieser Seite, mehrere mit Strichpunkt."),
            beispiel="Café, Treff & Plaudern",
            pflicht=True,
            weitere=("Kategorie",),
            lesen=read_namen("kategorien"),
            schreiben=write_namen("kategorien"),
        ),
        _feld("format", hilfe=gettext_lazy("Ein Wort aus der Liste unten."), beispiel="feste Gruppe"),
        Spalte(
            "traeger",
            gettext_lazy("Träger"),
            gettext_lazy("Wer das Angebot macht. Ein Name, den es noch nicht gibt, wird neu angelegt."),
            read_text(_laenge(Traeger, "name")),
            write_text,
            "Nachbarschaftshaus (Beispiel)",
            weitere=("Anbieter", "Veranstalter", "Organisation"),
        ),
        _feld("gueltig_von", hilfe=gettext_lazy("Datum, leer: gibt es schon.")),
        _feld("gueltig_bis", hilfe=gettext_lazy("Datum des letzten Tages, leer: ohne Ende.")),
    )


def _list_wann() -> tuple[Spalte, ...]:
    statt = gettext_lazy("Statt der Spalte „Zeiten“, wenn es je Angebot nur eine Zeit gibt.")
    return (
        _teil(
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
        _teil(
            "ausnahmen",
            gettext_lazy("Ausnahmen"),
            gettext_lazy(
                "„24.12.2026 fällt aus (Heiligabend)“ oder „24.12.2026 verschoben auf 28.12.2026 15:00-17:00“."
            ),
            "",
            parse_ausnahmen,
            write_ausnahmen,
        ),
        _teil(
            "schliesszeiten",
            gettext_lazy("Schließzeiten"),
            gettext_lazy("„1.7.2027-31.7.2027 (Sommerpause)“, mehrere mit Strichpunkt."),
            "",
            parse_schliesszeiten,
            write_schliesszeiten,
        ),
        _feld("zeiten_hinweis"),
    )


def keep(wert: Zellwert, _verzeichnis: Verzeichnis) -> Zellwert:
    return wert


def _list_wo() -> tuple[Spalte, ...]:
    return (
        _ortsspalte(
            "name",
            gettext_lazy("Ort"),
            gettext_lazy(
                "Name des Hauses oder Treffpunkts. Orte mit gleichem Namen und gleicher Anschrift werden wiedererkannt "
                "und nicht geändert; ein neuer wird angelegt. Leer bei Angeboten am Telefon, online oder zu Hause."
            ),
            read_text(_laenge(Ort, "name")),
            "Nachbarschaftshaus (Beispiel)",
            weitere=("Veranstaltungsort", "Einrichtung", "Haus"),
        ),
        _ortsspalte("strasse", gettext_lazy("Straße"), "", read_strasse, "Musterstraße", weitere=("Str.", "Anschrift")),
        _ortsspalte(
            "hausnummer",
            gettext_lazy("Hausnummer"),
            gettext_lazy("Spalte in Excel als Text formatieren, sonst wird aus 12-5 ein Datum."),
            lambda wert, _verzeichnis: parse_hausnummer(wert),
            "12a",
            weitere=("Hausnr.", "HNr", "Haus-Nr."),
        ),
        _ortsspalte(
            "plz",
            gettext_lazy("Postleitzahl"),
            gettext_lazy("Fünf Ziffern."),
            lambda wert, _verzeichnis: parse_plz(wert),
            "13187",
            weitere=("PLZ",),
        ),
        _ortsspalte(
            "ortsname",
            gettext_lazy("Stadt"),
            gettext_lazy("Leer: Berlin."),
            read_text(_laenge(Ort, "ortsname")),
            "Berlin",
        ),
        _ortsspalte(
            "lat",
            gettext_lazy("Breite"),
            gettext_lazy("Grad, nur für neue Orte."),
            read_koordinate,
            "52,5538",
            weitere=("Breitengrad", "lat", "latitude"),
            rolle=Rolle.EINGABE,
        ),
        _ortsspalte(
            "lon",
            gettext_lazy("Länge"),
            gettext_lazy("Grad, nur für neue Orte."),
            read_koordinate,
            "13,4668",
            weitere=("Längengrad", "lon", "longitude"),
            rolle=Rolle.EINGABE,
        ),
        _feld("treffpunkt", beispiel="1. Obergeschoss"),
        _feld(
            "einzugsgebiet",
            hilfe=gettext_lazy("Kieze, für Angebote ohne Ort, mehrere mit Strichpunkt. Leer: ganz Pankow."),
            lesen=read_namen("kieze"),
            schreiben=write_namen("kieze"),
        ),
        _teil(
            "zugangswege",
            gettext_lazy("Zugangswege"),
            gettext_lazy("„vor Ort“, „zu Hause“, „draußen“, „am Telefon“, „online“; Hinweis in runden Klammern."),
            "vor Ort; am Telefon (montags)",
            parse_zugangswege,
            write_zugangswege,
            weitere=("Zugang", "Zugänge"),
        ),
        _teil(
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
        _feld("kosten_hinweis"),
    )


def _list_wer() -> tuple[Spalte, ...]:
    return (
        _feld(
            "zielgruppen",
            hilfe=gettext_lazy("Namen aus der Liste unten, mehrere mit Strichpunkt. Schließt niemanden aus."),
            weitere=("Zielgruppe", "Zielgruppen"),
            lesen=read_namen("zielgruppen"),
            schreiben=write_namen("zielgruppen"),
        ),
        _feld("wer_hinweis"),
        _feld("alter_von", beispiel="60"),
        _feld("alter_bis"),
        _feld("exklusiv", hilfe=gettext_lazy("„ja“ oder „nein“. Bei „ja“ muss der Grund dastehen.")),
        _feld("exklusiv_grund", titel=gettext_lazy("Grund, warum nur für diese"), weitere=("Grund",)),
        _feld("ausschluss"),
        _feld(
            "sprachen",
            hilfe=gettext_lazy("Namen der Sprachen, mehrere mit Strichpunkt."),
            beispiel="Deutsch; Ukrainisch",
            weitere=("Sprache",),
            lesen=read_namen("sprachen"),
            schreiben=write_namen("sprachen"),
        ),
        _feld("sprachen_hinweis"),
        _feld("anmeldung", hilfe=gettext_lazy("Ein Wort aus der Liste unten."), beispiel="ohne Anmeldung"),
        _feld("anmeldung_hinweis"),
        _feld("ueberweisung", hilfe=gettext_lazy("Ein Wort aus der Liste unten.")),
        *(_feld(feld.name) for feld in Angebot._meta.fields if feld.name.startswith("erstbesuch_")),
    )


def _list_rahmen() -> tuple[Spalte, ...]:
    return (
        _feld("kontakt_name"),
        _feld(
            "telefon",
            hilfe=gettext_lazy("Mit Vorwahl. Spalte in Excel als Text formatieren, sonst fällt die 0 weg."),
            beispiel="030 1234567",
            weitere=("Tel.", "Telefonnummer", "Tel"),
            lesen=read_telefon,
        ),
        _feld("sprechzeiten"),
        _feld("anruf_hinweis"),
        _feld("email", weitere=("Mail", "E-Mail-Adresse"), lesen=read_email),
        _feld("web", weitere=("Internet", "Webseite", "Homepage", "URL"), lesen=read_web),
        _feld("bewirtung"),
        _feld("gruppengroesse"),
        *(_feld(name) for name in ("fachliche_leitung", "vertraulich", "anonym_moeglich")),
        _feld("kapazitaet", hilfe=gettext_lazy("Ein Wort aus der Liste unten; dann gehört der Stand dazu.")),
        *(_feld(name) for name in ("kapazitaet_am", "wartezeit_wochen", "wartezeit_am")),
    )


def _list_pflege() -> tuple[Spalte, ...]:
    return (
        _teil(
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
        _teil(
            "quellen",
            gettext_lazy("Quellenangaben"),
            gettext_lazy("Woher die Angaben sind: „Faltblatt [Stand: 2026] [Jahr: 2026] [Verlässlichkeit: hoch]“."),
            "Faltblatt (Beispiel) [Stand: 2026]",
            parse_quellen,
            write_quellen,
            weitere=("Quelle", "Quellen"),
        ),
        _feld("interne_notiz", hilfe=gettext_lazy("Nur für die Redaktion."), weitere=("Bemerkung", "Notiz")),
    )


def get_spalte(name: str) -> Spalte:
    return next(spalte for spalte in list_spalten() if spalte.name == name)


def list_ausgabespalten() -> list[Spalte]:
    return [spalte for spalte in list_spalten() if spalte.rolle != Rolle.EINGABE]


def list_vorlagespalten() -> list[Spalte]:
    return [spalte for spalte in list_spalten() if spalte.rolle == Rolle.BEIDES]
