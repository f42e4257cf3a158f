"""Another program's reader opens the file and must see exactly our dates."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
import recurring_ical_events
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from angebote.choices import Ausnahmeart, Wochentag, Zeitart
from angebote.domain.kalenderdatei import build_kalenderdatei
from angebote.domain.termine import compute_fenster, compute_vorkommen
from angebote.models import Angebot, Ausnahme, Ort, Schliesszeit, Zeit
from pankow_einsamkeit.lib.kalender import BERLIN
from tests.angebote.domain import zeitstrategien as zs

HEUTE = date(2026, 11, 21)
Ereignis = tuple[date, time, time | None]


def build_angebot(**felder: Any) -> Angebot:
    ort = Ort(name="Haus am Park", strasse="Beispielweg", hausnummer="1", plz="13086")
    return Angebot(**({"kurz_id": "abc234", "slug": "kaffee", "titel": "Kaffee trinken", "ort": ort} | felder))


def dienstags(**felder: Any) -> Zeit:
    return Zeit(**({"art": Zeitart.REGEL, "wochentag": Wochentag.DI, "beginn": time(14), "ende": time(16)} | felder))


def build(angebot: Angebot | None = None, *, heute: date = HEUTE, **teile: Any) -> bytes:
    teile = {"zeiten": [dienstags()], "ausnahmen": [], "schliesszeiten": []} | teile
    return build_kalenderdatei(angebot or build_angebot(), heute=heute, basis_url="https://beispiel.test/", **teile)


def events_in(datei: bytes) -> list[Any]:
    return list(Calendar.from_ical(datei).walk("VEVENT"))


def read_like_a_subscriber(datei: bytes) -> list[Ereignis]:
    """Every event for six years, as wall clock time in Berlin."""
    events = recurring_ical_events.of(Calendar.from_ical(datei)).between(date(2026, 1, 1), date(2032, 1, 1))
    ereignisse = []
    for event in events:
        beginn, ende = event.start.astimezone(BERLIN), event.end.astimezone(BERLIN)
        assert beginn.utcoffset() == event.start.utcoffset()
        ereignisse.append((beginn.date(), beginn.time(), None if ende == beginn else ende.time()))
    return sorted(ereignisse, key=lambda ereignis: ereignis[:2])


@given(st.data(), st.lists(zs.zeiten(), max_size=3), zs.TAGE, st.lists(zs.schliesszeiten(), max_size=2))
def test_kalenderdatei_expands_to_exactly_the_termine(data, zeiten, heute, schliesszeiten) -> None:
    von, bis = compute_fenster(heute)
    teile = {
        "zeiten": zeiten,
        "ausnahmen": data.draw(zs.ausnahmen_of(zeiten, von=von, bis=bis)),
        "schliesszeiten": schliesszeiten,
    }
    angebot = build_angebot(
        gueltig_von=data.draw(st.none() | st.dates(von, bis)), gueltig_bis=data.draw(st.none() | st.dates(von, bis))
    )

    gelesen = read_like_a_subscriber(build(angebot, heute=heute, **teile))

    erwartet = compute_vorkommen(
        von=von, bis=bis, gueltig_von=angebot.gueltig_von, gueltig_bis=angebot.gueltig_bis, **teile
    )
    assert gelesen == [(eins.datum, eins.beginn, eins.ende) for eins in erwartet]


@pytest.mark.parametrize("heute", [date(2026, 10, 1), date(2027, 3, 1), date(2028, 2, 1)])
@pytest.mark.parametrize("monatswochen", ["", "-1", "5", "2,4", "4,-1"])
def test_kalenderdatei_over_a_clock_change_keeps_the_wall_clock_time(heute: date, monatswochen: str) -> None:
    zeit = dienstags(monatswochen=monatswochen, an_feiertagen=True)
    von, bis = compute_fenster(heute)

    gelesen = read_like_a_subscriber(build(heute=heute, zeiten=[zeit]))

    erwartet = compute_vorkommen(zeiten=[zeit], ausnahmen=[], schliesszeiten=[], von=von, bis=bis)
    assert gelesen == [(eins.datum, time(14), time(16)) for eins in erwartet]
    assert gelesen


def test_kalenderdatei_of_a_rule_leaves_out_heiligabend_and_silvester() -> None:
    donnerstags = dienstags(wochentag=Wochentag.DO)

    (event,) = events_in(build(zeiten=[donnerstags]))

    pausen = {eintrag.dt.date() for eintrag in event["exdate"].dts}
    assert {date(2026, 12, 24), date(2026, 12, 31)} <= pausen
    tage = {tag for tag, _beginn, _ende in read_like_a_subscriber(build(zeiten=[donnerstags]))}
    assert {date(2026, 12, 17), date(2027, 1, 7)} <= tage
    assert not tage & pausen


def test_kalenderdatei_of_a_weekly_rule_is_one_bounded_event_with_its_pauses() -> None:
    (event,) = events_in(build(schliesszeiten=[Schliesszeit(von=date(2026, 12, 1), bis=date(2026, 12, 1))]))

    assert event["uid"] == "abc234-n0@beispiel.test"
    assert event.start == datetime(2026, 11, 24, 14, tzinfo=BERLIN)
    assert event.end == datetime(2026, 11, 24, 16, tzinfo=BERLIN)
    letzter = HEUTE + timedelta(days=settings.TERMIN_FENSTER_TAGE)
    letzter -= timedelta(days=(letzter.weekday() - Wochentag.DI) % 7)
    assert event["rrule"]["UNTIL"] == [datetime.combine(letzter, time(13), tzinfo=UTC)]
    assert event["rrule"]["FREQ"] == ["WEEKLY"]
    assert [ausfall.date() for ausfall in event.exdates] == [date(2026, 12, 1)]
    assert event["dtstamp"].dt == datetime(2026, 11, 21, tzinfo=UTC)


def test_kalenderdatei_ends_with_the_offer() -> None:
    (event,) = events_in(build(build_angebot(gueltig_bis=date(2026, 12, 14))))

    assert event["rrule"]["UNTIL"] == [datetime(2026, 12, 8, 13, tzinfo=UTC)]


def test_kalenderdatei_writes_moved_dates_as_overrides_of_their_rule() -> None:
    verschoben = Ausnahme(
        art=Ausnahmeart.VERSCHOBEN, datum=date(2026, 12, 1), neues_datum=date(2026, 12, 3), neuer_beginn=time(10)
    )

    master, override = events_in(build(ausnahmen=[verschoben]))

    assert override["uid"] == master["uid"]
    assert override["recurrence-id"].dt == datetime(2026, 12, 1, 14, tzinfo=BERLIN)
    assert (override.start, override.end) == (
        datetime(2026, 12, 3, 10, tzinfo=BERLIN),
        datetime(2026, 12, 3, 12, tzinfo=BERLIN),
    )
    assert "rrule" not in override


def test_kalenderdatei_of_single_dates_has_plain_events_with_their_own_uids() -> None:
    einzelne = [
        Zeit(pk=pk, art=Zeitart.EINZELN, datum=date(2026, 12, tag), beginn=time(15)) for pk, tag in ((7, 3), (9, 4))
    ]

    events = events_in(build(zeiten=einzelne))

    assert [event["uid"] for event in events] == ["abc234-7@beispiel.test", "abc234-9@beispiel.test"]
    assert not any("rrule" in event or "dtend" in event for event in events)


def test_kalenderdatei_a_week_later_keeps_its_uids() -> None:
    def uids_on(heute: date) -> set[str]:
        return {event["uid"] for event in events_in(build(heute=heute, zeiten=[dienstags(pk=5), dienstags(pk=6)]))}

    assert uids_on(HEUTE) == uids_on(HEUTE + timedelta(days=7))


def test_kalenderdatei_without_dates_is_an_empty_calendar() -> None:
    datei = build(zeiten=[Zeit(art=Zeitart.UNBEKANNT)])

    assert events_in(datei) == []
    assert read_like_a_subscriber(datei) == []


def test_kalenderdatei_event_says_what_where_and_what_it_costs() -> None:
    angebot = build_angebot(
        nutzen="Kaffee in Gesellschaft.",
        treffpunkt="Raum 2",
        telefon="030 0000",
        kartendaten={"kostensatz": "kostenlos"},
        geprueft_am=HEUTE,
    )

    (event,) = events_in(build(angebot, zeiten=[dienstags(hinweis="im Hof")]))

    assert event["summary"] == "Kaffee trinken"
    assert event["location"] == "Haus am Park, Beispielweg 1, 13086 Berlin, Raum 2"
    assert event["url"] == "https://beispiel.test/angebote/kaffee/"
    assert event["description"].split("\n") == ["Kaffee in Gesellschaft.", "im Hof", "kostenlos", "Telefon: 030 0000"]


def test_kalenderdatei_of_an_unconfirmed_offer_without_place_says_so() -> None:
    (event,) = events_in(build(build_angebot(ort=None, geprueft_am=None)))

    assert event["description"] == "Noch nicht bestätigt – bitte vorher nachfragen."
    assert "location" not in event


@pytest.mark.parametrize(
    "text",
    [
        "Kaffee, Kuchen; und \\ mehr: alles „gut“",
        "zwei\nZeilen",
        "\\n ist kein Umbruch, \\, kein Komma",
        "🙂👩‍👩‍👧 Spiele " * 12,
        "BEGIN:VEVENT",
        "ß" * 120,
    ],
)
def test_kalenderdatei_brings_any_text_back_unchanged(text: str) -> None:
    kalender = Calendar.from_ical(build(build_angebot(titel=text, nutzen=text, treffpunkt=text, geprueft_am=HEUTE)))
    (event,) = kalender.walk("VEVENT")

    assert event["summary"] == text
    assert event["description"] == text
    assert event["location"].endswith(text)


# Backslashes apart: the library writes and reads a backslash before n or N as a line break.
ZEICHEN = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\\") | st.just("\n")


@given(st.text(ZEICHEN, min_size=1))
def test_kalenderdatei_has_crlf_and_lines_of_75_octets_whatever_the_text(text: str) -> None:
    datei = build(build_angebot(titel=text, nutzen=text, geprueft_am=HEUTE))

    assert datei.endswith(b"END:VCALENDAR\r\n")
    for zeile in datei.split(b"\r\n"):
        assert len(zeile) <= 75
        assert b"\n" not in zeile
        assert b"\r" not in zeile
        zeile.decode()
    (event,) = events_in(datei)
    assert event["summary"] == text
    assert event["description"] == text


def test_kalenderdatei_time_zone_changes_on_the_last_sundays_at_one_utc() -> None:
    (zeitzone,) = Calendar.from_ical(build()).walk("VTIMEZONE")
    berlin = zeitzone.to_tz(lookup_tzid=False)

    for jahr in range(2026, 2034):
        for monat in (3, 10):
            for tag in range(20, 32):
                moment = datetime(jahr, monat, tag, 12)  # noqa: DTZ001
                assert berlin.utcoffset(moment) == BERLIN.utcoffset(moment)
