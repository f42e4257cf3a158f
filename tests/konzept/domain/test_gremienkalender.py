"""Read back with the parser that other programs use too."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from konzept.domain.gremienkalender import Fassung, build_gremienkalender, load_fassungen, load_sitzungsfassungen
from konzept.models import Gremium, Sitzung, Wahltermin
from tests.konzept.factories_netz import GremiumFactory, SitzungFactory

BERLIN = ZoneInfo("Europe/Berlin")
JETZT = datetime(2026, 11, 21, 9, 30, tzinfo=BERLIN)
FASSUNGEN = {7: Fassung(41, datetime(2026, 11, 20, 15, tzinfo=BERLIN))}


def build_sitzung(pk: int = 1, **felder: object) -> Sitzung:
    angaben: dict[str, object] = {"datum": date(2026, 12, 1), "beginn": time(14), **felder}
    return Sitzung(pk=pk, gremium=Gremium(name="Runde; Nord, Süd"), **angaben)  # type: ignore[misc]


def read(*sitzungen: Sitzung, wahltermine: list[Wahltermin] | None = None) -> Calendar:
    datei = build_gremienkalender(
        sitzungen=sitzungen,
        wahltermine=wahltermine or [],
        sitzungsfassungen=FASSUNGEN,
        wahlfassungen={},
        jetzt=JETZT,
        basis_url="https://treffen.example",
    )
    kalender: Calendar = Calendar.from_ical(datei)
    return kalender


def test_meeting_becomes_an_event_in_berlin_time() -> None:
    sitzung = build_sitzung(pk=7, ende=time(16), ort="Saal 1", tagesordnung="1. Lücken\n2. Verabredungen")

    [event] = read(sitzung).walk("VEVENT")

    assert event["UID"] == "sitzung-7@treffen.example"
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (
        datetime(2026, 12, 1, 14, tzinfo=BERLIN),
        datetime(2026, 12, 1, 16, tzinfo=BERLIN),
    )
    assert event["DTSTART"].params["TZID"] == "Europe/Berlin"
    assert (event["SUMMARY"], event["LOCATION"], event["STATUS"]) == ("Runde; Nord, Süd", "Saal 1", "CONFIRMED")
    assert event["DESCRIPTION"] == "1. Lücken\n2. Verabredungen"
    assert event["URL"] == "https://treffen.example/intern/netzwerk/sitzungen/7/"


def test_event_says_which_state_of_the_meeting_it_is() -> None:
    [event] = read(build_sitzung(pk=7)).walk("VEVENT")
    stand = datetime(2026, 11, 20, 14, tzinfo=UTC)
    assert (event["SEQUENCE"], event["LAST-MODIFIED"].dt, event["DTSTAMP"].dt) == (41, stand, stand)


def test_event_without_history_is_as_new_as_the_file() -> None:
    [event] = read(build_sitzung(pk=8)).walk("VEVENT")
    assert event["DTSTAMP"].dt == JETZT
    assert {"SEQUENCE", "LAST-MODIFIED"} & set(event) == set()


@pytest.mark.django_db
def test_every_change_of_a_meeting_makes_its_number_larger(django_assert_num_queries: Any) -> None:
    eine, andere = SitzungFactory(), SitzungFactory()
    vorher = load_fassungen(Sitzung)
    eine.ist_abgesagt = True
    eine.save()
    with django_assert_num_queries(1):
        nachher = load_fassungen(Sitzung)
    assert nachher[eine.pk].nummer > vorher[eine.pk].nummer
    assert nachher[eine.pk].stand >= vorher[eine.pk].stand
    assert nachher[andere.pk] == vorher[andere.pk]


@pytest.mark.django_db
def test_new_name_of_the_round_makes_its_meetings_newer_and_no_others(django_assert_num_queries: Any) -> None:
    eine, andere = SitzungFactory(gremium=GremiumFactory()), SitzungFactory(gremium=GremiumFactory())
    vorher = load_sitzungsfassungen()
    eine.gremium.name = "Runde West"
    eine.gremium.save()
    with django_assert_num_queries(3):
        nachher = load_sitzungsfassungen()
    assert nachher[eine.pk].nummer > vorher[eine.pk].nummer
    assert nachher[eine.pk].stand > vorher[eine.pk].stand
    assert nachher[andere.pk] == vorher[andere.pk]


@pytest.mark.django_db
def test_meeting_that_moves_to_a_round_with_less_history_is_newer_too() -> None:
    neue, alte = GremiumFactory(), GremiumFactory()
    sitzung = SitzungFactory(gremium=alte)
    for _mal in range(3):
        alte.save()
    vorher = load_sitzungsfassungen()[sitzung.pk].nummer
    sitzung.gremium = neue
    sitzung.save()
    assert load_sitzungsfassungen()[sitzung.pk].nummer > vorher


def test_meeting_without_an_end_gets_none_invented() -> None:
    [event] = read(build_sitzung()).walk("VEVENT")
    assert {"DTEND", "DURATION", "LOCATION", "DESCRIPTION"} & set(event) == set()


def test_cancelled_meeting_says_so_under_the_same_uid() -> None:
    vorher, nachher = build_sitzung(), build_sitzung(ist_abgesagt=True, datum=date(2026, 12, 2))
    [alt], [neu] = read(vorher).walk("VEVENT"), read(nachher).walk("VEVENT")
    assert alt["UID"] == neu["UID"]
    assert (alt["STATUS"], neu["STATUS"]) == ("CONFIRMED", "CANCELLED")


def test_election_takes_the_whole_day_and_nobodys_time() -> None:
    wahl = Wahltermin(pk=3, datum=date(2026, 9, 20), titel="Wahl", hinweis="Keine Presse davor")
    [event] = read(wahltermine=[wahl]).walk("VEVENT")
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2026, 9, 20), date(2026, 9, 21))
    assert (event["UID"], event["TRANSP"]) == ("wahltermin-3@treffen.example", "TRANSPARENT")
    assert event["DESCRIPTION"] == "Keine Presse davor"


def test_calendar_invites_nobody_and_brings_its_time_zone() -> None:
    kalender = read(build_sitzung())
    assert "METHOD" not in kalender
    assert [zone["TZID"] for zone in kalender.walk("VTIMEZONE")] == ["Europe/Berlin"]


def test_calendar_without_dates_is_still_a_calendar() -> None:
    assert read().walk("VEVENT") == []


@given(
    st.dates(date(2020, 1, 1), date(2040, 12, 31)),
    st.times().map(lambda zeit: zeit.replace(second=0, microsecond=0)),
    st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=80),
)
def test_any_meeting_is_read_back_as_it_was_written(datum: date, beginn: time, ort: str) -> None:
    """Wall-clock time, over both changes of the clock."""
    [event] = read(build_sitzung(datum=datum, beginn=beginn, ort=ort)).walk("VEVENT")
    assert event["DTSTART"].dt.replace(tzinfo=None) == datetime.combine(datum, beginn)
    assert event.get("LOCATION", "") == ort


@pytest.mark.parametrize(("monat", "stunden"), [(1, 1), (7, 2)])
def test_offset_is_that_of_the_season(monat: int, stunden: int) -> None:
    [event] = read(build_sitzung(datum=date(2026, monat, 1))).walk("VEVENT")
    assert event["DTSTART"].dt.utcoffset() == timedelta(hours=stunden)


def test_election_on_the_last_day_of_all_calendars_has_no_day_after() -> None:
    [event] = read(wahltermine=[Wahltermin(pk=1, titel="Wahl", datum=date.max)]).walk("VEVENT")
    assert (event["DTSTART"].dt, "DTEND" in event) == (date.max, False)
