"""A language that stands beside the German labels of a printed sheet."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from angebote.druck.beschriftung import Label

Richtung = Literal["ltr", "rtl"]


@dataclass(frozen=True)
class Kalender:
    """Names and order of a date. Digits are those of German signs everywhere, in Arabic too."""

    wochentage: tuple[str, ...]  # Monday first
    monate: tuple[str, ...]  # as they stand beside a day: "листопада", not "листопад"
    datum: str
    datum_mit_jahr: str
    datum_mit_wochentag: str


@dataclass(frozen=True)
class Zweitsprache:
    code: str  # ISO 639-1
    name: str  # in the language itself
    name_deutsch: str
    richtung: Richtung
    geprueft_von: str  # role or institution of the native speaker who reviewed the file; empty until then
    geprueft_am: date | None
    kalender: Kalender
    labels: Mapping[str, str]  # by the value of Label, with open gaps

    @property
    def ist_geprueft(self) -> bool:
        """Half a record is none."""
        return bool(self.geprueft_von and self.geprueft_am)

    @property
    def hinweis_ungeprueft(self) -> str:
        """To be printed with its German version (Label.UNGEPRUEFT); empty once the language is reviewed."""
        return "" if self.ist_geprueft else self.label(Label.UNGEPRUEFT)

    def label(self, schluessel: str, **luecken: object) -> str:
        """The text with its gaps filled: label(Label.MINUTEN_ZU_FUSS, minuten=6). A gap left open is a KeyError."""
        return self.labels[Label(schluessel)] % luecken

    def format_datum(self, datum: date, *, heute: date | None = None, mit_wochentag: bool = True) -> str:
        """ "середа, 25 листопада"; the year is left out where it is heute's own, as in domain/zeitsaetze.py."""
        kalender = self.kalender
        text = kalender.datum % {"tag": datum.day, "monat": kalender.monate[datum.month - 1]}
        if heute is None or heute.year != datum.year:
            text = kalender.datum_mit_jahr % {"datum": text, "jahr": datum.year}
        if mit_wochentag:
            text = kalender.datum_mit_wochentag % {"datum": text, "wochentag": kalender.wochentage[datum.weekday()]}
        return text
