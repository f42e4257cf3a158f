"""A language that stands beside the German labels of a printed sheet."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Literal

from angebote.druck.beschriftung import Label

Richtung = Literal["ltr", "rtl"]


@dataclass(frozen=True)
class Kalender:
    """Names and order of a date. Digits are those of German signs everywhere, in Arabic too."""

    wochentage: tuple[str, ...]  # Monday first
    wochentage_kurz: tuple[str, ...]
    monate: tuple[str, ...]  # as they stand beside a day: "листопада", not "листопад"
    datum: str
    datum_mit_jahr: str
    datum_mit_wochentag: str
    termin: str


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
        """The text with its gaps filled: label(Label.SEITE, seite=1, seiten=3). A gap left open is a KeyError."""
        return self.labels[Label(schluessel)] % luecken

    def wochentag(self, tag: date | int, *, kurz: bool = False) -> str:
        """Of a date, or of a number as in Zeit.wochentag: 0 is Monday."""
        namen = self.kalender.wochentage_kurz if kurz else self.kalender.wochentage
        return namen[tag if isinstance(tag, int) else tag.weekday()]

    def format_datum(self, datum: date, *, heute: date | None = None, mit_wochentag: bool = True) -> str:
        """ "середа, 25 листопада"; the year is left out where it is heute's own, as in domain/zeitsaetze.py."""
        kalender = self.kalender
        text = kalender.datum % {"tag": datum.day, "monat": kalender.monate[datum.month - 1]}
        if heute is None or heute.year != datum.year:
            text = kalender.datum_mit_jahr % {"datum": text, "jahr": datum.year}
        if mit_wochentag:
            text = kalender.datum_mit_wochentag % {"datum": text, "wochentag": self.wochentag(datum)}
        return text

    def format_uhrzeit(self, beginn: time, ende: time | None = None) -> str:
        """ "14:00 to 16:00"; "from 14:00" where the end is not known."""
        if ende is None:
            return self.label(Label.AB, beginn=_format_zeit(beginn))
        return self.label(Label.VON_BIS, beginn=_format_zeit(beginn), ende=_format_zeit(ende))

    def format_termin(self, datum: date, beginn: time, ende: time | None, *, heute: date | None = None) -> str:
        """ "Wednesday, 25 November, 14:00 to 16:00"."""
        teile = {"datum": self.format_datum(datum, heute=heute), "uhrzeit": self.format_uhrzeit(beginn, ende)}
        return self.kalender.termin % teile


def _format_zeit(zeit: time) -> str:
    return f"{zeit.hour}:{zeit.minute:02}"
