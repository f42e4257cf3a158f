"""All meetings as one iCalendar file (RFC 5545), for staff to put beside their own calendar (S31).

UIDs stay the same, so that reading the file again replaces events instead of doubling them; a cancelled meeting says
so and is not left out. Each tells how new it is, so that no older file undoes a newer one. No METHOD: none is invited.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Max
from django.utils.translation import gettext as _
from icalendar import Calendar, Event
from icalendar.prop import vText

from angebote.domain.kalenderdatei import build_zeitzone
from konzept.models import Gremium, Sitzung, Wahltermin
from pankow_einsamkeit.lib.kalender import BERLIN

EIN_TAG = timedelta(days=1)


@dataclass(frozen=True)
class Fassung:
    """nummer: grows with every change, never falls. stand: when it was changed last."""

    nummer: int
    stand: datetime


Fassungen = Mapping[int, Fassung]  # by key


def load_sitzungsfassungen() -> Fassungen:
    """Of all meetings, each as new as itself and the Gremium whose name it carries. Three queries.

    nummer is the sum with every Gremium it ever belonged to: none of them falls, so neither does the sum when a
    meeting moves to a Gremium that was changed less often.
    """
    fassungen, gremien = dict(load_fassungen(Sitzung)), load_fassungen(Gremium)
    for pk, gremium in Sitzung.verlauf.order_by().values_list("id", "gremium").distinct():
        if gremium in gremien:
            fassungen[pk] = _join(fassungen[pk], gremien[gremium])
    return fassungen


def _join(eine: Fassung, andere: Fassung) -> Fassung:
    return Fassung(eine.nummer + andere.nummer, max(eine.stand, andere.stand))


def load_fassungen(modell: type[Sitzung | Wahltermin | Gremium]) -> Fassungen:
    """Of all of them, from their history. One query."""
    zeilen = modell.verlauf.order_by().values("id").annotate(nummer=Max("history_id"), stand=Max("history_date"))
    return {zeile["id"]: Fassung(zeile["nummer"], zeile["stand"]) for zeile in zeilen}


def build_gremienkalender(
    *,
    sitzungen: Iterable[Sitzung],
    wahltermine: Iterable[Wahltermin],
    sitzungsfassungen: Fassungen,
    wahlfassungen: Fassungen,
    jetzt: datetime,
    basis_url: str,
) -> bytes:
    """The file's bytes: UTF-8, CRLF, lines of at most 75 octets. sitzungen with their Gremium.

    jetzt: for what has no history.
    """
    host = urlsplit(basis_url).hostname or "localhost"
    kalender = _build_kalender()
    for sitzung in sitzungen:
        event = _build_sitzung(sitzung, basis_url=basis_url)
        _add_kennung(event, f"sitzung-{sitzung.pk}@{host}", sitzungsfassungen.get(sitzung.pk), jetzt=jetzt)
        kalender.add_component(event)
    for wahl in wahltermine:
        event = _build_wahl(wahl)
        _add_kennung(event, f"wahltermin-{wahl.pk}@{host}", wahlfassungen.get(wahl.pk), jetzt=jetzt)
        kalender.add_component(event)
    datei: bytes = kalender.to_ical()
    return datei


def _build_kalender() -> Calendar:
    kalender = Calendar()
    kalender.add("prodid", f"-//{settings.PORTAL_NAME}//Gremien//DE")
    kalender.add("version", "2.0")
    kalender.add("calscale", "GREGORIAN")
    kalender.add("x-wr-calname", vText(_("Gremien gegen Einsamkeit")))  # icalendar escapes only what it knows
    kalender.add_component(build_zeitzone())
    return kalender


def _add_kennung(event: Event, uid: str, fassung: Fassung | None, *, jetzt: datetime) -> None:
    """Without METHOD, DTSTAMP says the same as LAST-MODIFIED (RFC 5545, 3.8.7.2)."""
    event.add("uid", uid)
    event.add("dtstamp", (fassung.stand if fassung else jetzt).astimezone(UTC))
    if fassung:
        event.add("sequence", fassung.nummer)
        event.add("last-modified", fassung.stand.astimezone(UTC))


def _build_sitzung(sitzung: Sitzung, *, basis_url: str) -> Event:
    """Without a known end there is no DTEND: calendars show a moment, not an invented hour."""
    event = Event()
    event.add("dtstart", datetime.combine(sitzung.datum, sitzung.beginn, tzinfo=BERLIN))
    if sitzung.ende:
        event.add("dtend", datetime.combine(sitzung.datum, sitzung.ende, tzinfo=BERLIN))
    event.add("summary", sitzung.gremium.name)
    event.add("status", "CANCELLED" if sitzung.ist_abgesagt else "CONFIRMED")
    event.add("url", basis_url.rstrip("/") + sitzung.get_absolute_url())
    for name, text in (("location", sitzung.ort), ("description", sitzung.tagesordnung)):
        if text:
            event.add(name, text)
    return event


def _build_wahl(wahl: Wahltermin) -> Event:
    """The whole day, and nobody is busy by it."""
    event = Event()
    event.add("dtstart", wahl.datum)
    if wahl.datum < date.max:  # without an end it is that one day (RFC 5545, 3.6.1)
        event.add("dtend", wahl.datum + EIN_TAG)
    event.add("summary", wahl.titel)
    event.add("transp", "TRANSPARENT")
    if wahl.hinweis:
        event.add("description", wahl.hinweis)
    return event
