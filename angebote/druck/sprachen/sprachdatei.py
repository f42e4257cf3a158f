"""Reads the file of a language, and takes complete ones only: no sheet mixes languages because a word is missing."""

import re
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path

from angebote.druck.beschriftung import Label
from angebote.druck.sprachen.zweitsprache import Kalender, Richtung, Zweitsprache

LUECKE = re.compile(r"%\((\w+)\)s")
KOPF = {"name", "name_deutsch", "richtung", "geprueft_von", "geprueft_am", "kalender", "beschriftung"}


class SprachdateiError(ValueError):
    """A file is not as it has to be; the message names file and key."""


def read_sprachdatei(pfad: Path) -> Zweitsprache:
    """The file name is the code of the language: uk.toml."""
    try:
        inhalt = tomllib.loads(pfad.read_text(encoding="utf-8"))
    except ValueError as fehler:  # not TOML or not UTF-8
        raise SprachdateiError(f"{pfad.name}: {fehler}") from fehler
    kopf = Tabelle(f"{pfad.name}: ", inhalt)
    kopf.check_schluessel(KOPF)
    return Zweitsprache(
        code=pfad.stem,
        name=kopf.read_text("name"),
        name_deutsch=kopf.read_text("name_deutsch"),
        richtung=_read_richtung(kopf),
        geprueft_von=kopf.read_text("geprueft_von", darf_leer=True),
        geprueft_am=_read_geprueft_am(kopf),
        kalender=_read_kalender(kopf.read_tabelle("kalender")),
        labels=_read_labels(kopf.read_tabelle("beschriftung")),
    )


@dataclass(frozen=True)
class Tabelle:
    ort: str  # where an error is: "uk.toml: kalender."
    werte: Mapping[str, object]

    def check_schluessel(self, soll: Collection[str]) -> None:
        for schluessel in sorted(self.werte.keys() ^ set(soll)):
            raise self.build_fehler(schluessel, "is unknown" if schluessel in self.werte else "is missing")

    def read_tabelle(self, schluessel: str) -> "Tabelle":
        wert = self.werte[schluessel]
        if not isinstance(wert, dict):
            raise self.build_fehler(schluessel, "has to be a table")
        return Tabelle(f"{self.ort}{schluessel}.", wert)

    def read_text(self, schluessel: str, *, luecken: Collection[str] = (), darf_leer: bool = False) -> str:
        wert = self.werte[schluessel]
        if not isinstance(wert, str):
            raise self.build_fehler(schluessel, "has to be a text")
        if not wert.strip() and not darf_leer:
            raise self.build_fehler(schluessel, "is empty")
        if sorted(LUECKE.findall(wert)) != sorted(luecken) or "%" in LUECKE.sub("", wert):
            raise self.build_fehler(schluessel, f"has to have these gaps: {', '.join(sorted(luecken)) or 'none'}")
        return wert.strip()

    def read_namen(self, schluessel: str, *, anzahl: int) -> tuple[str, ...]:
        wert = self.werte[schluessel]
        namen = [name for name in wert if isinstance(name, str) and name.strip()] if isinstance(wert, list) else []
        if wert != namen or len(namen) != anzahl or len(set(namen)) != anzahl:
            raise self.build_fehler(schluessel, f"has to be a list of {anzahl} different names")
        return tuple(namen)

    def build_fehler(self, schluessel: str, grund: str) -> SprachdateiError:
        return SprachdateiError(f"{self.ort}{schluessel} {grund}")


def _read_richtung(kopf: Tabelle) -> Richtung:
    match kopf.werte["richtung"]:
        case "ltr":
            return "ltr"
        case "rtl":
            return "rtl"
        case _:
            raise kopf.build_fehler("richtung", "has to be ltr or rtl")


def _read_geprueft_am(kopf: Tabelle) -> date | None:
    wert = kopf.werte["geprueft_am"]
    if wert == "":
        return None
    if type(wert) is not date:  # in Python a date with a time of day is a date, too
        raise kopf.build_fehler("geprueft_am", "has to be a date without quotation marks, or empty")
    return wert


def _read_kalender(tabelle: Tabelle) -> Kalender:
    tabelle.check_schluessel({feld.name for feld in fields(Kalender)})
    return Kalender(
        wochentage=tabelle.read_namen("wochentage", anzahl=7),
        monate=tabelle.read_namen("monate", anzahl=12),
        datum=tabelle.read_text("datum", luecken={"tag", "monat"}),
        datum_mit_jahr=tabelle.read_text("datum_mit_jahr", luecken={"datum", "jahr"}),
        datum_mit_wochentag=tabelle.read_text("datum_mit_wochentag", luecken={"datum", "wochentag"}),
    )


def _read_labels(tabelle: Tabelle) -> dict[str, str]:
    """The gaps are those of the German text."""
    tabelle.check_schluessel(Label.values)
    return {label.value: tabelle.read_text(label.value, luecken=LUECKE.findall(str(label.label))) for label in Label}
