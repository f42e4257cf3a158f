"""What stands in one cell, freed from what Excel and habits add."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any

from django.utils.translation import gettext as _

from pankow_einsamkeit.lib.text import normalise_text

Zellwert = str | int | float | bool | date | time | timedelta | None

LEERWORTE = frozenset(
    {"", "0", "-", "–", "—", "--", "/", "keine angabe", "k. a.", "k.a.", "k.a", "ka", "k. a", "n/a", "n. n.", "n.n."}
)
FEHLERWERTE = frozenset(
    {
        *("#WERT!", "#VALUE!", "#NV", "#N/A", "#BEZUG!", "#REF!", "#DIV/0!", "#NAME?", "#ZAHL!", "#NUM!", "#NULL!"),
        *("#ÜBERLAUF!", "#SPILL!", "#KALK!", "#CALC!", "#####", "########"),
    }
)
FORMELZEICHEN = ("=", "+", "-", "@", "\t", "\r", "'")  # what Excel takes for a formula, and the sign that protects
STEUERZEICHEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b\u200c\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
UNTRENNBARE = re.compile(r"[\u00a0\u2007\u2009\u202f\t]")
ZITAT_LAENGE = 60


class ZellfehlerError(Exception):
    """A cell that cannot be used; the text says why, for people."""


def to_text(wert: Zellwert) -> str:
    """As it would be typed: 10437.0 → "10437", 2.5 → "2,5", True → "ja"."""
    if wert is None:
        return ""
    if isinstance(wert, bool):
        return _("ja") if wert else _("nein")
    if isinstance(wert, float):
        return str(int(wert)) if wert.is_integer() and abs(wert) < 1e15 else str(wert).replace(".", ",")
    if isinstance(wert, datetime):
        return f"{wert:%d.%m.%Y}" if wert.time() == time.min else f"{wert:%d.%m.%Y %H:%M}"
    if isinstance(wert, date):
        return f"{wert:%d.%m.%Y}"
    return f"{wert:%H:%M}" if isinstance(wert, time) else str(wert)


def clean_absatz(wert: Zellwert) -> str:
    """Text with its lines; single spaces, nothing for "Keine Angabe". Raises ZellfehlerError for "#WERT!"."""
    text = STEUERZEICHEN.sub("", to_text(wert).replace("\r\n", "\n").replace("\r", "\n"))
    text = UNTRENNBARE.sub(" ", unguard(text))
    zeilen = [" ".join(zeile.split(" ")).strip() for zeile in text.split("\n")]
    text = "\n".join(re.sub(r" {2,}", " ", zeile) for zeile in zeilen).strip()
    if text.upper() in FEHLERWERTE:
        raise ZellfehlerError(_("In der Zelle steht ein Fehler von Excel. Bitte dort den richtigen Wert eintragen."))
    return "" if text.lower() in LEERWORTE else text


def clean_text(wert: Zellwert) -> str:
    """The same on one line."""
    return " ".join(clean_absatz(wert).split())


def clean_roh(wert: Zellwert) -> str:
    """For numbers and dates, where 0 is a value and no "keine Angabe"."""
    return "0" if to_text(wert).strip() == "0" else clean_text(wert)


def zitiere(wert: Zellwert) -> str:
    """What stands in the cell, to be named in a sentence."""
    text = " ".join(STEUERZEICHEN.sub("", to_text(wert)).split())
    return text if len(text) <= ZITAT_LAENGE else text[: ZITAT_LAENGE - 2].rstrip() + " …"


def guard(text: str) -> str:
    """With an apostrophe before what a spreadsheet would run as a formula."""
    return f"'{text}" if text.startswith(FORMELZEICHEN) else text


def unguard(text: str) -> str:
    return text[1:] if len(text) > 1 and text[0] == "'" and text[1] in FORMELZEICHEN else text


@lru_cache(maxsize=50_000)
def fold(text: Any) -> str:
    """Headings and words of a list compared without case, umlauts, spaces and punctuation."""
    return normalise_text(str(text)).replace(" ", "")
