"""How a cell of each kind of column is read and written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from angebote.importers.kontaktangaben import write_out_strasse
from angebote.importers.pfad.angaben import write_datum
from angebote.importers.pfad.teilenotation import find_wahl, join_namen, split_namen
from angebote.importers.pfad.terminnotation import check_laenge
from angebote.importers.pfad.verzeichnis import Namensliste, Verzeichnis
from angebote.importers.pfad.zellen import ZellfehlerError, Zellwert, clean_absatz, clean_text, fold

Lesen = Callable[[Zellwert, Verzeichnis], Any]
Schreiben = Callable[[Any, Verzeichnis], str]
Text = str | Promise


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


def read_text(laenge: int | None) -> Lesen:
    def lesen(wert: Zellwert, _verzeichnis: Verzeichnis) -> str:
        text = clean_text(wert)
        return check_laenge(text, laenge) if laenge else text

    return lesen


def read_mit(parse: Callable[[Zellwert], Any]) -> Lesen:
    return lambda wert, _verzeichnis: parse(wert)


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


def keep(wert: Zellwert, _verzeichnis: Verzeichnis) -> Zellwert:
    return wert
