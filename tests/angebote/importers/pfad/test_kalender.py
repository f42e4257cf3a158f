import pytest

from angebote.importers.pfad.dateien import read_datei
from angebote.importers.pfad.grenzen import DateifehlerError
from angebote.importers.pfad.zeitnotation import parse_zeiten


def build_ics(*zeilen: str) -> bytes:
    """An invented event; `zeilen` say when."""
    ereignis = ["BEGIN:VEVENT", "UID:beispiel-1", "SUMMARY:Kaffeerunde (Beispiel)", *zeilen, "END:VEVENT"]
    return "\r\n".join(
        ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Beispiel//", *ereignis, "END:VCALENDAR", ""]
    ).encode()


ANFANG, ENDE = "DTSTART;TZID=Europe/Berlin:20270105T140000", "DTEND;TZID=Europe/Berlin:20270105T160000"


@pytest.mark.parametrize(
    ("regel", "zeiten"),
    [
        ((), "5.1.2027 14:00-16:00"),
        (("RRULE:FREQ=WEEKLY",), "Di 14:00-16:00 ab 5.1.2027"),
        (("RRULE:FREQ=WEEKLY;BYDAY=TU,TH",), "Di 14:00-16:00 ab 5.1.2027; Do 14:00-16:00 ab 5.1.2027"),
        (("RRULE:FREQ=WEEKLY;INTERVAL=2",), "alle 2 Wochen Di 14:00-16:00 ab 5.1.2027"),
        (("RRULE:FREQ=MONTHLY;BYDAY=1TU,3TU",), "1. und 3. Di 14:00-16:00 ab 5.1.2027"),
        (("RRULE:FREQ=MONTHLY;BYDAY=TU;BYSETPOS=-1",), "letzter Di 14:00-16:00 ab 5.1.2027"),
        (
            ("RRULE:FREQ=WEEKLY;UNTIL=20270629T215959Z",),
            "Di 14:00-16:00 ab 5.1.2027 bis 29.6.2027",
        ),
        (("RRULE:FREQ=DAILY;COUNT=2",), "5.1.2027 14:00-16:00; 6.1.2027 14:00-16:00"),
    ],
)
def test_event_becomes_times_that_are_understood(regel: tuple[str, ...], zeiten: str) -> None:
    [zeile] = read_datei(build_ics(ANFANG, ENDE, *regel)).zeilen

    assert (zeile.zellen["zeiten"], zeile.einwaende) == (zeiten, [])
    assert parse_zeiten(zeiten)


def test_event_in_another_zone_is_told_in_berlin_time() -> None:
    [zeile] = read_datei(build_ics("DTSTART:20270105T130000Z", "DTEND:20270105T150000Z")).zeilen

    assert zeile.zellen["zeiten"] == "5.1.2027 14:00-16:00"


def test_event_without_one_date_has_an_exception() -> None:
    [zeile] = read_datei(
        build_ics(ANFANG, ENDE, "RRULE:FREQ=WEEKLY", "EXDATE;TZID=Europe/Berlin:20270112T140000")
    ).zeilen

    assert zeile.zellen["ausnahmen"] == "12.1.2027 fällt aus"


@pytest.mark.parametrize(
    ("zeilen", "grund"),
    [
        (("DTSTART;VALUE=DATE:20270105",), "es fehlt die Uhrzeit"),
        ((ANFANG, "DTEND;TZID=Europe/Berlin:20270106T020000"), "geht über Mitternacht"),
        ((ANFANG, ENDE, "RRULE:FREQ=DAILY"), "zu viele Termine"),
        ((), "nicht lesbar"),
    ],
)
def test_event_that_our_times_cannot_say_is_refused_with_the_reason(zeilen: tuple[str, ...], grund: str) -> None:
    [zeile] = read_datei(build_ics(*zeilen)).zeilen

    assert grund in zeile.einwaende[0]


def test_event_cancelled_is_left_out_and_that_is_said() -> None:
    zwei = build_ics(ANFANG, ENDE, "END:VEVENT", "BEGIN:VEVENT", "SUMMARY:Abgesagt", "STATUS:CANCELLED", ANFANG)

    rohdatei = read_datei(zwei)

    assert len(rohdatei.zeilen) == 1
    assert rohdatei.hinweise == ["1 abgesagte oder einzeln verschobene Einträge werden nicht gelesen."]


def test_calendar_without_events_is_refused() -> None:
    with pytest.raises(DateifehlerError, match="keine Veranstaltung"):
        read_datei(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n")
