"""The days a programme is printed for, and how an address asks for them. Nothing an address says is an error."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils.translation import gettext as _

from angebote.domain.termine import compute_fenster
from angebote.domain.zeitsaetze import MONATE

TAG = timedelta(days=1)
WOCHE = timedelta(days=7)
VIER_WOCHEN = timedelta(days=28)
WOCHEN_ZUR_WAHL = 5
MONATE_ZUR_WAHL = 3


@dataclass(frozen=True)
class Zeitraum:
    """Days, both inclusive."""

    von: date
    bis: date

    @property
    def satz(self) -> str:
        """ "28. November bis 4. Dezember 2026", "1. bis 7. Dezember 2026"."""
        von = f"{self.von.day}."
        if (self.von.year, self.von.month) != (self.bis.year, self.bis.month):
            von = f"{von} {MONATE[self.von.month - 1]}"
        if self.von.year != self.bis.year:
            von = f"{von} {self.von.year}"
        return _("%(von)s bis %(bis)s") % {"von": von, "bis": _name_tag(self.bis)}

    @property
    def titel(self) -> str:
        """ "Dezember 2026" for a whole month, else the days."""
        ist_monat = self.von.day == 1 and self.bis == _last_day(self.von)
        return f"{MONATE[self.von.month - 1]} {self.von.year}" if ist_monat else self.satz

    def list_tage(self, wochentag: int) -> list[date]:
        """Every such weekday of the period."""
        erster = self.von + timedelta(days=(wochentag - self.von.weekday()) % 7)
        return [erster + WOCHE * nummer for nummer in range((self.bis - erster).days // 7 + 1)]


@dataclass(frozen=True)
class Wahl:
    """A period that can be asked for; wert: the parameter of its address, empty for the standard."""

    wert: str
    zeitraum: Zeitraum


def read_woche(text: str, *, heute: date) -> tuple[Zeitraum, str]:
    """Seven days from the asked day on, and a polite note where that cannot be."""
    if not text:
        return _build_woche(heute), ""
    try:
        ab = date.fromisoformat(text)
    except ValueError:
        return _build_woche(heute), _("Dieses Datum verstehen wir nicht. Sie sehen die Woche ab heute.")
    if ab < heute:
        return _build_woche(heute), _("Diese Woche ist vorbei. Sie sehen die Woche ab heute.")
    if ab > compute_fenster(heute)[1] - WOCHE + TAG:
        return _build_woche(heute), _("So weit im Voraus kennen wir die Termine nicht. Sie sehen die Woche ab heute.")
    return _build_woche(ab), ""


def list_wochen(heute: date) -> list[Wahl]:
    """From today, then from each Monday."""
    montag = heute + timedelta(days=(7 - heute.weekday()))
    tage = [montag + WOCHE * nummer for nummer in range(WOCHEN_ZUR_WAHL - 1)]
    return [Wahl("", _build_woche(heute)), *(Wahl(tag.isoformat(), _build_woche(tag)) for tag in tage)]


def read_monat(text: str, *, heute: date) -> tuple[Zeitraum, str]:
    """The asked month ("2026-12") as far as it lies ahead, else the next four weeks with a polite note."""
    standard = Zeitraum(heute, heute + VIER_WOCHEN - TAG)
    if not text:
        return standard, ""
    try:
        erster = date.fromisoformat(f"{text}-01")
    except ValueError:
        return standard, _("Diesen Monat verstehen wir nicht. Sie sehen die nächsten vier Wochen.")
    letzter = _last_day(erster)
    if letzter < heute:
        return standard, _("Dieser Monat ist vorbei. Sie sehen die nächsten vier Wochen.")
    if letzter > compute_fenster(heute)[1]:
        return standard, _("So weit im Voraus kennen wir die Termine nicht. Sie sehen die nächsten vier Wochen.")
    return Zeitraum(max(erster, heute), letzter), ""


def list_monate(heute: date) -> list[Wahl]:
    """The next four weeks, then the next whole months we know all dates of."""
    wahl = [Wahl("", read_monat("", heute=heute)[0])]
    erster = heute
    for _nummer in range(MONATE_ZUR_WAHL):
        erster = _last_day(erster) + TAG
        zeitraum, hinweis = read_monat(f"{erster:%Y-%m}", heute=heute)
        if not hinweis:
            wahl.append(Wahl(f"{erster:%Y-%m}", zeitraum))
    return wahl


def start_day(jetzt: datetime) -> datetime:
    """For documents that show whole days, whatever of today is over."""
    return datetime.combine(jetzt.date(), time(), tzinfo=jetzt.tzinfo)


def _build_woche(ab: date) -> Zeitraum:
    return Zeitraum(ab, ab + WOCHE - TAG)


def _last_day(tag: date) -> date:
    return tag.replace(day=monthrange(tag.year, tag.month)[1])


def _name_tag(tag: date) -> str:
    return f"{tag.day}. {MONATE[tag.month - 1]} {tag.year}"
