"""Dates, times and numbers as people and Excel write them, in the form of domain/angebotsdaten.py."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from django.utils.translation import gettext as _

from angebote.importers.pfad.zellen import ZellfehlerError, Zellwert, clean_roh, clean_text
from pankow_einsamkeit.lib.text import normalise_text

EXCEL_ANFANG = date(1899, 12, 30)  # day 0 of Excel's serial numbers
EXCEL_TAGE = range(32_874, 73_051)  # 1990 to 2099
JAHRE = range(1990, 2101)
MONATE = (
    *("januar", "februar", "maerz", "april", "mai", "juni"),
    *("juli", "august", "september", "oktober", "november", "dezember"),
)
TTMMJJJJ = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})")
ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00(?::00)?)?")
MIT_MONATSNAMEN = re.compile(r"(\d{1,2})\.?\s([A-Za-zäÄ]{3,9})\.?\s(\d{4}|\d{2})")
OHNE_TAG = re.compile(r"(?:\d{1,2}|[A-Za-zäÄ]{3,9})[./ ]\s?\d{4}|\d{4}-\d{2}")
SCHRAEGSTRICHE = re.compile(r"\d{1,2}/\d{1,2}/\d{2,4}")
UHRZEIT = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?(?:[:.](\d{2}))?\s*(?:Uhr|h)?\s*([AaPp]\.?\s?[Mm]\.?)?")


def parse_datum(wert: Zellwert) -> str | None:
    """ISO text of "1.3.26", "1. März 2026", "2026-03-01", 46082 and of real dates; None if empty."""
    if isinstance(wert, datetime | date):
        return _check_jahr(wert.date() if isinstance(wert, datetime) else wert)
    text = clean_text(wert)
    if not text:
        return None
    if text.isascii() and text.isdigit() and int(text) in EXCEL_TAGE:
        return (EXCEL_ANFANG + timedelta(days=int(text))).isoformat()
    return read_datum(text)


def read_datum(text: str) -> str:
    if treffer := TTMMJJJJ.fullmatch(text):
        return build_datum(treffer[3], treffer[2], treffer[1])
    if treffer := ISO.fullmatch(text):
        return build_datum(treffer[1], treffer[2], treffer[3])
    if treffer := MIT_MONATSNAMEN.fullmatch(text):
        return build_datum(treffer[3], find_monat(treffer[2]), treffer[1])
    if OHNE_TAG.fullmatch(text):
        raise ZellfehlerError(_("Der Tag fehlt. Bitte so schreiben: 1.3.2026."))
    if SCHRAEGSTRICHE.fullmatch(text):
        raise ZellfehlerError(_("Mit Schrägstrichen ist nicht sicher, was Tag und was Monat ist. Bitte so: 1.3.2026."))
    raise ZellfehlerError(_("Das ist kein Datum. Bitte so schreiben: 1.3.2026."))


def find_monat(name: str) -> str:
    kurz = normalise_text(name)
    passende = [nummer for nummer, monat in enumerate(MONATE, start=1) if monat.startswith(kurz)]
    if kurz == "mrz":
        passende = [3]
    if len(passende) != 1:
        raise ZellfehlerError(_("Diesen Monat kennen wir nicht. Bitte so schreiben: 1.3.2026."))
    return str(passende[0])


def build_datum(jahr: str, monat: str, tag: str) -> str:
    """Two digits of a year are of this century."""
    try:
        datum = date(int(jahr) + (2000 if len(jahr) == 2 else 0), int(monat), int(tag))
    except ValueError as fehler:
        raise ZellfehlerError(_("Diesen Tag gibt es nicht im Kalender.")) from fehler
    return _check_jahr(datum)


def _check_jahr(datum: date) -> str:
    if datum.year not in JAHRE:
        raise ZellfehlerError(_("Dieses Jahr kann nicht stimmen. Bitte das Datum prüfen."))
    return datum.isoformat()


def write_datum(iso: str) -> str:
    jahr, monat, tag = iso.split("-")
    return f"{int(tag)}.{int(monat)}.{jahr}"


def parse_uhrzeit(wert: Zellwert) -> str | None:
    """ISO text of "14", "14:30", "14.30 Uhr", "2:30 PM", a fraction of a day, and real times; None if empty."""
    if isinstance(wert, timedelta):
        wert = wert.total_seconds() / 86_400
    if isinstance(wert, float) and 0 <= wert < 1:
        sekunden = round(wert * 86_400)
        return build_uhrzeit(sekunden // 3600, sekunden // 60 % 60, 0)
    if isinstance(wert, datetime):
        wert = wert.time()
    if isinstance(wert, time):
        return wert.replace(microsecond=0).isoformat()
    text = clean_text(wert)
    return read_uhrzeit(text) if text else None


def read_uhrzeit(text: str) -> str:
    treffer = UHRZEIT.fullmatch(text.strip())
    if treffer is None:
        raise ZellfehlerError(_("Das ist keine Uhrzeit. Bitte so schreiben: 14:30."))
    stunde, minute, sekunde = int(treffer[1]), int(treffer[2] or 0), int(treffer[3] or 0)
    if treffer[4]:
        if not 1 <= stunde <= 12:
            raise ZellfehlerError(_("Bei AM und PM geht die Stunde nur bis 12. Bitte so schreiben: 14:30."))
        stunde = stunde % 12 + (12 if treffer[4][0] in "Pp" else 0)
    return build_uhrzeit(stunde, minute, sekunde)


def build_uhrzeit(stunde: int, minute: int, sekunde: int) -> str:
    try:
        return time(stunde, minute, sekunde).isoformat()
    except ValueError as fehler:
        raise ZellfehlerError(_("Diese Uhrzeit gibt es nicht.")) from fehler


def write_uhrzeit(iso: str) -> str:
    return iso[:5] if iso.endswith(":00") else iso


def parse_zahl(wert: Zellwert, *, hoechstens: int = 32_767) -> int | None:
    """A whole number from 0 on; None if empty. 0 is a number here."""
    text = clean_roh(wert)
    if not text:
        return None
    text = re.sub(r",0+$", "", text)
    if not (text.isascii() and text.isdigit() and len(text) <= 9):
        raise ZellfehlerError(_("Hier steht nur eine ganze Zahl, zum Beispiel 14."))
    if int(text) > hoechstens:
        raise ZellfehlerError(_("Diese Zahl ist zu groß."))
    return int(text)


def parse_plz(wert: Zellwert) -> str:
    """Five digits, also of "10437.0", "D-13187" and "13187 Berlin"."""
    text = re.sub(r"[.,]0+$", "", clean_text(wert))
    text = re.sub(r"^D[-\s]*(?=\d)", "", text, flags=re.IGNORECASE)
    if not text or (treffer := re.fullmatch(r"(\d{5})(?:\s+\D+)?", text, flags=re.ASCII)):
        return treffer[1] if text else ""  # type: ignore[index]
    if re.fullmatch(r"\d{4}", text, flags=re.ASCII):
        raise ZellfehlerError(
            _("Eine Postleitzahl hat fünf Ziffern. Excel lässt eine führende 0 weg, wenn die Spalte kein Text ist.")
        )
    raise ZellfehlerError(_("Eine Postleitzahl hat fünf Ziffern, zum Beispiel 13187."))


def parse_hausnummer(wert: Zellwert) -> str:
    """ "12a-c", "8-10", "51 H"; what Excel has turned into a date is refused, since nobody knows what it was."""
    if isinstance(wert, date | time | timedelta):
        raise ZellfehlerError(_build_datumsgrund())
    text = re.sub(r"[.,]0$", "", clean_text(wert))
    if re.fullmatch(r"(?:\d{1,2}\.?\s?)?[A-Za-zäÄ]{3,9}\.?(?:[\s-]?\d{2,4})?", text) and _has_monat(text):
        raise ZellfehlerError(_build_datumsgrund())
    if TTMMJJJJ.fullmatch(text) or ISO.match(text) or re.fullmatch(r"\d{1,2}\.\d{1,2}\.", text):
        raise ZellfehlerError(_build_datumsgrund())
    if text and not re.search(r"\d", text):
        raise ZellfehlerError(_("In einer Hausnummer steht eine Zahl, zum Beispiel 12a."))
    if len(text) > 12:
        raise ZellfehlerError(_("Diese Hausnummer ist zu lang (höchstens 12 Zeichen)."))
    return text


def _has_monat(text: str) -> bool:
    return any(wort[:3] in {monat[:3] for monat in MONATE} | {"mrz"} for wort in normalise_text(text).split())


def _build_datumsgrund() -> str:
    return _(
        "Excel hat aus der Hausnummer ein Datum gemacht (aus 12-5 wird „12. Mai“). Bitte die Spalte als Text "
        "formatieren und die Hausnummer neu eintragen."
    )
