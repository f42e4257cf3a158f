"""The dates of one offer as an iCalendar file (RFC 5545) that shows a subscriber exactly our Termine.

Every Zeit becomes one VEVENT: a rule with RRULE, its pauses, cancelled and closed dates as EXDATE, its moved dates as
overrides (RECURRENCE-ID). What cannot be said so stands as an event of its own: single dates, and dates moved here from
before today, which the rule no longer names.

- The rule ends with the window of compute_fenster(): beyond it we promise nothing, and holidays may be unknown.
- UIDs stay the same from day to day, so that a subscription replaces events instead of doubling them.
- Times carry TZID=Europe/Berlin with the VTIMEZONE below. The one icalendar can generate has 80 RDATEs and its
  transitions to summer an hour late.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _
from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard
from icalendar.prop import vRecur, vText

from angebote.choices import Wochentag, Zeitart
from angebote.domain.nachfrage import build_nachfrage
from angebote.domain.termine import Slot, compute_fenster, compute_slots, list_regeldaten
from angebote.models import Angebot, Ausnahme, Schliesszeit, Zeit
from pankow_einsamkeit.lib.kalender import BERLIN

TZID = "Europe/Berlin"
RFC_WOCHENTAG = {
    Wochentag.MO: "MO",
    Wochentag.DI: "TU",
    Wochentag.MI: "WE",
    Wochentag.DO: "TH",
    Wochentag.FR: "FR",
    Wochentag.SA: "SA",
    Wochentag.SO: "SU",
}


def build_kalenderdatei(
    angebot: Angebot,
    *,
    zeiten: Iterable[Zeit],
    ausnahmen: Iterable[Ausnahme],
    schliesszeiten: Iterable[Schliesszeit],
    heute: date,
    basis_url: str,
) -> bytes:
    """The file's bytes: UTF-8, CRLF, lines of at most 75 octets. schliesszeiten are those of offer and place.

    Zeiten are told apart in UIDs by their id, or, unsaved, by their position.
    """
    zeiten = list(zeiten)
    von, bis = compute_fenster(heute)
    slots = compute_slots(
        zeiten=zeiten,
        ausnahmen=ausnahmen,
        schliesszeiten=schliesszeiten,
        von=von,
        bis=bis,
        gueltig_von=angebot.gueltig_von,
        gueltig_bis=angebot.gueltig_bis,
    )
    slots_of: dict[int, list[Slot]] = defaultdict(list)
    for slot in slots:
        slots_of[id(slot.zeit)].append(slot)
    kalender = _build_kalender(angebot)
    for nummer, zeit in enumerate(zeiten):
        stamm = f"{angebot.kurz_id}-{zeit.pk or f'n{nummer}'}"
        for event in _build_events(zeit, slots_of[id(zeit)], uid=stamm, host=_host_of(basis_url), von=von, bis=bis):
            _describe_event(event, angebot, zeit, basis_url=basis_url, heute=heute)
            kalender.add_component(event)
    datei: bytes = kalender.to_ical()
    return datei


def _build_kalender(angebot: Angebot) -> Calendar:
    kalender = Calendar()
    kalender.add("prodid", f"-//{settings.PORTAL_NAME}//Angebote//DE")
    kalender.add("version", "2.0")
    kalender.add("calscale", "GREGORIAN")
    kalender.add("x-wr-calname", vText(angebot.titel))  # icalendar escapes only the properties it knows
    kalender.add_component(build_zeitzone())
    return kalender


def build_zeitzone() -> Timezone:
    """Central European time as it has been since 1996. The onset is told in the time that ends with it."""
    winter, sommer = timedelta(hours=1), timedelta(hours=2)
    zeitzone = Timezone()
    zeitzone.add("tzid", TZID)
    uebergaenge = [
        (TimezoneDaylight(), "CEST", 3, datetime(1996, 3, 31, 2), winter, sommer),  # noqa: DTZ001
        (TimezoneStandard(), "CET", 10, datetime(1996, 10, 27, 3), sommer, winter),  # noqa: DTZ001
    ]
    for uebergang, name, monat, beginn, vorher, nachher in uebergaenge:
        uebergang.add("tzname", name)
        uebergang.add("dtstart", beginn)
        uebergang.add("rrule", vRecur({"FREQ": "YEARLY", "BYMONTH": monat, "BYDAY": "-1SU"}))
        uebergang.add("tzoffsetfrom", vorher)
        uebergang.add("tzoffsetto", nachher)
        zeitzone.add_component(uebergang)
    return zeitzone


def _build_events(zeit: Zeit, slots: Sequence[Slot], *, uid: str, host: str, von: date, bis: date) -> list[Event]:
    """slots: those of this Zeit that take place. Dates before `von` are moved ones and stand alone."""
    if zeit.art == Zeitart.EINZELN:
        return [_build_event(slot, uid=f"{uid}@{host}") for slot in slots]
    slot_of = {slot.regeldatum: slot for slot in slots if von <= slot.regeldatum <= bis}
    einzelne = [
        _build_event(slot, uid=f"{uid}-{slot.regeldatum:%Y%m%d}@{host}")
        for slot in slots
        if slot.regeldatum not in slot_of
    ]
    if not slot_of:
        return einzelne
    regeldaten = list_regeldaten(zeit, von=min(slot_of), bis=max(slot_of))
    return [*_build_serie(zeit, regeldaten, slot_of, uid=f"{uid}@{host}"), *einzelne]


def _build_serie(zeit: Zeit, regeldaten: Sequence[date], slot_of: dict[date, Slot], *, uid: str) -> list[Event]:
    """The master first, then one override for each moved date. A rule with a single date left needs no RRULE."""
    if len(regeldaten) == 1:
        return [_build_event(slot_of[regeldaten[0]], uid=uid)]
    beginn = zeit.beginn or time()
    master = Event()
    master.add("uid", uid)
    _add_zeitraum(master, regeldaten[0], beginn, zeit.ende)
    master.add("rrule", _build_rrule(zeit, until=_in_berlin(regeldaten[-1], beginn)))
    pausen = [_in_berlin(datum, beginn) for datum in regeldaten if datum not in slot_of]
    if pausen:
        master.add("exdate", pausen)
    events = [master]
    for datum, slot in sorted(slot_of.items()):
        if not slot.ist_wie_geplant:
            override = _build_event(slot, uid=uid)
            override.add("recurrence-id", _in_berlin(datum, beginn))
            events.append(override)
    return events


def _build_rrule(zeit: Zeit, *, until: datetime) -> vRecur:
    """UNTIL in UTC, since DTSTART has a time zone (RFC 5545, 3.3.10)."""
    tag = RFC_WOCHENTAG[Wochentag(zeit.wochentag or 0)]
    if zeit.monatswochen:
        tage = [f"{woche}{tag}" for woche in sorted(set(zeit.monatswochen_zahlen))]
        return vRecur({"FREQ": "MONTHLY", "BYDAY": tage, "UNTIL": until.astimezone(UTC)})
    return vRecur({"FREQ": "WEEKLY", "INTERVAL": zeit.intervall_wochen, "BYDAY": tag, "UNTIL": until.astimezone(UTC)})


def _build_event(slot: Slot, *, uid: str) -> Event:
    event = Event()
    event.add("uid", uid)
    _add_zeitraum(event, slot.vorkommen.datum, slot.vorkommen.beginn, slot.vorkommen.ende)
    return event


def _add_zeitraum(event: Event, datum: date, beginn: time, ende: time | None) -> None:
    """Without a known end there is no DTEND: calendars show a moment, not an invented hour."""
    event.add("dtstart", _in_berlin(datum, beginn))
    if ende:
        event.add("dtend", _in_berlin(datum, ende))


def _in_berlin(datum: date, uhrzeit: time) -> datetime:
    return datetime.combine(datum, uhrzeit, tzinfo=BERLIN)


def _describe_event(event: Event, angebot: Angebot, zeit: Zeit, *, basis_url: str, heute: date) -> None:
    event.add("dtstamp", datetime.combine(heute, time(), tzinfo=UTC))
    event.add("summary", angebot.titel)
    event.add("url", _url_of(angebot, basis_url))
    for name, text in (("location", _build_ortsatz(angebot)), ("description", _build_beschreibung(angebot, zeit))):
        if text:
            event.add(name, text)


def _build_ortsatz(angebot: Angebot) -> str:
    ort = [angebot.ort.name, angebot.ort.anschrift] if angebot.ort else []
    return ", ".join(teil for teil in (*ort, angebot.treffpunkt) if teil)


def _build_beschreibung(angebot: Angebot, zeit: Zeit) -> str:
    telefon = _("Telefon: %(telefon)s") % {"telefon": angebot.telefon} if angebot.telefon else ""
    vorbehalt = (
        ""
        if angebot.ist_bestaetigt
        else _("Noch nicht bestätigt – %(nachfrage)s.") % {"nachfrage": build_nachfrage(angebot, vorher=True)}
    )
    zeilen = (angebot.nutzen, zeit.hinweis, angebot.kartendaten.get("kostensatz", ""), telefon, vorbehalt)
    return "\n".join(zeile for zeile in zeilen if zeile)


def _url_of(angebot: Angebot, basis_url: str) -> str:
    return basis_url.rstrip("/") + angebot.get_absolute_url()


def _host_of(basis_url: str) -> str:
    return urlsplit(basis_url).hostname or "localhost"
