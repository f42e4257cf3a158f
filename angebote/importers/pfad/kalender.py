"""iCalendar files: events as rows in the notation of the list, or an objection where a rule cannot be said there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from dateutil.rrule import rrulestr
from django.utils.translation import gettext as _
from icalendar import Calendar

from angebote.importers.pfad.angaben import write_datum, write_uhrzeit
from angebote.importers.pfad.grenzen import DateifehlerError, check_zeilenzahl
from angebote.importers.pfad.zeilen import Rohdatei, Rohzeile
from angebote.importers.pfad.zeitnotation import KURZTAGE, write_monatswochen
from pankow_einsamkeit.lib.kalender import BERLIN

SPALTEN = frozenset({"kennung", "titel", "beschreibung", "kategorien", "zeiten", "ausnahmen", "ort.name", "web"})
HOECHSTENS_TERMINE = 60  # single dates of a rule that has no words
TAGE = {"MO": 0, "TU": 1, "WE": 2, "TH": 3, "FR": 4, "SA": 5, "SU": 6}


class NichtSagbarError(Exception):
    """A rule that our times have no words for; the text says which part."""


def read_kalender(inhalt: bytes) -> Rohdatei:
    """The rows count events. Cancelled ones and changes of single dates are left out, which a sentence says."""
    try:
        kalender = Calendar.from_ical(inhalt)
        ereignisse = list(kalender.walk("VEVENT"))
    except (ValueError, IndexError, KeyError) as fehler:
        raise DateifehlerError(_("Die Kalenderdatei ist beschädigt.")) from fehler
    check_zeilenzahl(len(ereignisse))
    haupt = [e for e in ereignisse if "RECURRENCE-ID" not in e and str(e.get("STATUS", "")).upper() != "CANCELLED"]
    if not haupt:
        raise DateifehlerError(_("In der Kalenderdatei steht keine Veranstaltung."))
    hinweise = []
    if uebrige := len(ereignisse) - len(haupt):
        hinweise.append(
            _("%(zahl)d abgesagte oder einzeln verschobene Einträge werden nicht gelesen.") % {"zahl": uebrige}
        )
    zeilen = [read_ereignis(ereignis, nummer) for nummer, ereignis in enumerate(haupt, start=1)]
    return Rohdatei(zeilen, set(SPALTEN), [], hinweise, mit_eigenen_begriffen=True)


def read_ereignis(ereignis: Any, nummer: int) -> Rohzeile:
    """An all-day event has no time of day, which our times need."""
    kategorien = ereignis.get("CATEGORIES")
    zellen: dict[str, Any] = {
        "kennung": str(ereignis.get("UID", "")),
        "titel": str(ereignis.get("SUMMARY", "")),
        "beschreibung": str(ereignis.get("DESCRIPTION", "")),
        "kategorien": "; ".join(map(str, getattr(kategorien, "cats", []))) if kategorien is not None else "",
        "ort.name": str(ereignis.get("LOCATION", "")).replace("\n", ", "),
        "web": str(ereignis.get("URL", "")),
    }
    zeile = Rohzeile(nummer, zellen)
    try:
        zellen["zeiten"] = "; ".join(iterate_zeiten(ereignis))
        zellen["ausnahmen"] = "; ".join(f"{write_datum(tag.isoformat())} fällt aus" for tag in list_ausfaelle(ereignis))
    except NichtSagbarError as fehler:
        zeile.einwaende.append(_("Zeiten der Veranstaltung: %(grund)s") % {"grund": fehler})
    except (ValueError, TypeError, AttributeError, OverflowError, KeyError):
        zeile.einwaende.append(_("Die Zeiten der Veranstaltung sind nicht lesbar."))
    return zeile


def iterate_zeiten(ereignis: Any) -> Iterator[str]:
    beginn, ende = read_moment(ereignis, "DTSTART"), _read_ende(ereignis)
    uhrzeit = build_spanne(beginn, ende)
    regel = ereignis.get("RRULE")
    if regel is None:
        yield f"{write_datum(beginn.date().isoformat())} {uhrzeit}"
        return
    try:
        yield from (f"{text} {uhrzeit}{zusatz}" for text, zusatz in express_regel(regel, beginn))
    except NichtSagbarError:
        for tag in list_einzelne(regel, beginn):
            yield f"{write_datum(tag.isoformat())} {uhrzeit}"


def read_moment(ereignis: Any, name: str) -> datetime:
    """In Berlin's wall clock; times without a zone are taken as such."""
    wert = ereignis.decoded(name)
    if not isinstance(wert, datetime):
        raise NichtSagbarError(_("ganztägig, es fehlt die Uhrzeit"))
    return wert.astimezone(BERLIN).replace(tzinfo=None) if wert.tzinfo else wert


def _read_ende(ereignis: Any) -> datetime | None:
    if "DTEND" in ereignis:
        return read_moment(ereignis, "DTEND")
    dauer = ereignis.decoded("DURATION") if "DURATION" in ereignis else None
    return read_moment(ereignis, "DTSTART") + dauer if isinstance(dauer, timedelta) else None


def build_spanne(beginn: datetime, ende: datetime | None) -> str:
    von = write_uhrzeit(beginn.time().replace(second=0, microsecond=0).isoformat())
    if ende is None:
        return von
    if ende.date() != beginn.date():
        raise NichtSagbarError(_("geht über Mitternacht"))
    return f"{von}-{write_uhrzeit(ende.time().replace(second=0, microsecond=0).isoformat())}"


def express_regel(regel: Any, beginn: datetime) -> Iterator[tuple[str, str]]:
    """Weekly, every few weeks, or on certain weekdays of the month; one statement per weekday, and "ab … bis …"."""
    freq, abstand = str(regel.get("FREQ", [""])[0]), int(regel.get("INTERVAL", [1])[0])
    erlaubte = {"FREQ", "INTERVAL", "BYDAY", "UNTIL", "WKST", "BYSETPOS"}
    if set(regel) - erlaubte or freq not in {"WEEKLY", "MONTHLY"}:
        raise NichtSagbarError(freq)
    tage = [str(tag) for tag in regel.get("BYDAY", [])] or [list(TAGE)[beginn.weekday()]]
    zeitraum = f" ab {write_datum(beginn.date().isoformat())}{_write_bis(regel)}"
    if freq == "WEEKLY" and (abstand == 1 or (2 <= abstand <= 8 and len(tage) == 1)) and "BYSETPOS" not in regel:
        for tag in tage:
            yield f"{'' if abstand == 1 else f'alle {abstand} Wochen '}{KURZTAGE[TAGE[tag]]}", zeitraum
    elif freq == "MONTHLY" and abstand == 1 and "BYDAY" in regel:
        yield from ((text, zeitraum) for text in _express_monatstage(regel, tage))
    else:
        raise NichtSagbarError(freq)


def _express_monatstage(regel: Any, tage: list[str]) -> Iterator[str]:
    stellen = [str(stelle) for stelle in regel.get("BYSETPOS", [])]
    je_tag: dict[int, list[str]] = {}
    for tag in tage:
        stelle, name = tag[:-2].lstrip("+"), tag[-2:]
        if bool(stelle) == bool(stellen) or (stellen and len(tage) > 1):
            raise NichtSagbarError(tag)
        je_tag.setdefault(TAGE[name], []).extend([stelle] if stelle else stellen)
    for wochentag, wochen in je_tag.items():
        if not set(wochen) <= {"1", "2", "3", "4", "5", "-1"}:
            raise NichtSagbarError(",".join(wochen))
        yield f"{write_monatswochen(','.join(wochen))} {KURZTAGE[wochentag]}"


def _write_bis(regel: Any) -> str:
    if "UNTIL" not in regel:
        return ""
    return f" bis {write_datum(to_tag(regel['UNTIL'][0]).isoformat())}"


def list_einzelne(regel: Any, beginn: datetime) -> list[date]:
    """The dates of a rule that ends soon enough."""
    if str(regel.get("FREQ", [""])[0]) not in {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"}:
        raise NichtSagbarError(_("Diese Wiederholung kennen wir nicht."))
    text = regel.to_ical().decode()
    if "UNTIL" in regel:  # dateutil wants both with or both without a zone
        ende = f"{write_iso(regel['UNTIL'][0])}T235959"
        text = ";".join(f"UNTIL={ende}" if teil.startswith("UNTIL=") else teil for teil in text.split(";"))
    tage: list[date] = []
    for termin in rrulestr(text, dtstart=beginn):
        tage.append(termin.date())
        if len(tage) > HOECHSTENS_TERMINE or termin.date() > beginn.date() + timedelta(days=4000):
            raise NichtSagbarError(_("Diese Wiederholung lässt sich nicht in Worte fassen und hat zu viele Termine."))
    return tage


def write_iso(wert: date) -> str:
    return f"{wert:%Y%m%d}"


def list_ausfaelle(ereignis: Any) -> list[date]:
    """Dates taken out of the rule."""
    angaben = ereignis.get("EXDATE")
    listen = angaben if isinstance(angaben, list) else [angaben] if angaben is not None else []
    werte = [eintrag.dt for liste in listen for eintrag in liste.dts]
    return sorted({to_tag(wert) for wert in werte})


def to_tag(wert: date) -> date:
    """The day in Berlin."""
    if isinstance(wert, datetime):
        return (wert.astimezone(BERLIN) if wert.tzinfo else wert).date()
    return wert
