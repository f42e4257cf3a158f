from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angebote.importers.pfad.angaben import parse_datum, parse_hausnummer, parse_plz, parse_uhrzeit, parse_zahl
from angebote.importers.pfad.kostennotation import parse_kosten
from angebote.importers.pfad.teilenotation import parse_barrieren, parse_quellen, parse_zugangswege
from angebote.importers.pfad.terminnotation import parse_ausnahmen, parse_schliesszeiten
from angebote.importers.pfad.zellen import ZellfehlerError, clean_absatz, clean_text, guard, unguard

LESER: list[Callable[[Any], Any]] = [parse_datum, parse_uhrzeit, parse_zahl, parse_plz, parse_hausnummer, clean_absatz]
TEXTLESER: list[Callable[[str], Any]] = [
    *(parse_kosten, parse_barrieren, parse_quellen),
    *(parse_zugangswege, parse_ausnahmen, parse_schliesszeiten),
]


@pytest.mark.parametrize(
    ("wert", "erwartet"),
    [
        ("1.3.26", "2026-03-01"),
        ("01.03.2026", "2026-03-01"),
        ("2026-03-01", "2026-03-01"),
        ("1. März 2026", "2026-03-01"),
        ("1. Mrz. 2026", "2026-03-01"),
        (46082, "2026-03-01"),
        ("46082.0", None),
        (46082.0, "2026-03-01"),
        (datetime(2026, 3, 1), "2026-03-01"),  # noqa: DTZ001
        (date(2026, 3, 1), "2026-03-01"),
        ("k. A.", None),
        ("", None),
    ],
)
def test_datum_as_people_and_excel_write_it_is_read(wert: Any, erwartet: str | None) -> None:
    if wert == "46082.0":
        with pytest.raises(ZellfehlerError):
            parse_datum(wert)
        return
    assert parse_datum(wert) == erwartet


@pytest.mark.parametrize(
    ("wert", "grund"),
    [
        ("03.2026", "Der Tag fehlt"),
        ("März 2026", "Der Tag fehlt"),
        ("3/1/2026", "Schrägstrichen"),
        ("31.2.2026", "nicht im Kalender"),
        ("1.3.1726", "kann nicht stimmen"),
        ("bald", "kein Datum"),
    ],
)
def test_datum_not_certain_is_refused_with_the_reason(wert: str, grund: str) -> None:
    with pytest.raises(ZellfehlerError, match=grund):
        parse_datum(wert)


@pytest.mark.parametrize(
    ("wert", "erwartet"),
    [
        ("2:30 PM", "14:30:00"),
        ("12 AM", "00:00:00"),
        ("14.30 Uhr", "14:30:00"),
        ("9", "09:00:00"),
        (0.5, "12:00:00"),
        (time(9, 15), "09:15:00"),
    ],
)
def test_uhrzeit_as_people_and_excel_write_it_is_read(wert: Any, erwartet: str) -> None:
    assert parse_uhrzeit(wert) == erwartet


@pytest.mark.parametrize(
    ("wert", "erwartet"),
    [("10437.0", "10437"), (10437.0, "10437"), ("D-13187", "13187"), ("13187  Berlin", "13187"), ("0", ""), ("-", "")],
)
def test_plz_in_odd_forms_is_read(wert: Any, erwartet: str) -> None:
    assert parse_plz(wert) == erwartet


@pytest.mark.parametrize("wert", ["1043", 1043, "131877", "Berlin"])
def test_plz_that_is_none_is_refused(wert: Any) -> None:
    with pytest.raises(ZellfehlerError):
        parse_plz(wert)


@pytest.mark.parametrize(("wert", "erwartet"), [("12a-c", "12a-c"), ("8-10", "8-10"), (12.0, "12"), ("51 H", "51 H")])
def test_hausnummer_is_kept(wert: Any, erwartet: str) -> None:
    assert parse_hausnummer(wert) == erwartet


@pytest.mark.parametrize("wert", ["12. Mai", "Mai 12", "12.05.2026", datetime(2026, 5, 12), "12. Mrz", "8.10."])  # noqa: DTZ001
def test_hausnummer_turned_into_a_date_is_refused_with_an_explanation(wert: Any) -> None:
    with pytest.raises(ZellfehlerError, match="Excel hat aus der Hausnummer ein Datum gemacht"):
        parse_hausnummer(wert)


@pytest.mark.parametrize("wert", ["#WERT!", "#VALUE!", "#NV", "#DIV/0!"])
def test_zelle_with_an_error_of_excel_is_refused(wert: str) -> None:
    with pytest.raises(ZellfehlerError, match="ein Fehler von Excel"):
        clean_text(wert)


@pytest.mark.parametrize("wert", ["Keine Angabe", "k. A.", "-", "0", "\u00a0", None])
def test_zelle_that_says_nothing_is_empty(wert: Any) -> None:
    assert clean_text(wert) == ""


def test_zelle_with_doubled_and_hard_spaces_has_single_ones() -> None:
    assert clean_text("Haus\u00a0  am\tPark ") == "Haus am Park"


@given(st.text(max_size=20))
def test_guard_is_taken_off_again(text: str) -> None:
    assert unguard(guard(text)) == text


@pytest.mark.parametrize("text", ["=1+1", "+49 30", "-x", "@x", "'=x"])
def test_guard_protects_what_a_spreadsheet_would_run(text: str) -> None:
    assert guard(text) == f"'{text}"


@pytest.mark.parametrize("leser", LESER, ids=lambda leser: leser.__name__)
@given(
    wert=st.text(max_size=30)
    | st.floats()
    | st.integers()
    | st.booleans()
    | st.datetimes()
    | st.times()
    | st.timedeltas()
)
def test_any_cell_is_read_or_refused(leser: Callable[[Any], Any], wert: Any) -> None:
    with suppress(ZellfehlerError):
        leser(wert)


@pytest.mark.parametrize("leser", TEXTLESER, ids=lambda leser: leser.__name__)
@given(text=st.text(max_size=50))
def test_any_text_is_read_or_refused(leser: Callable[[str], Any], text: str) -> None:
    with suppress(ZellfehlerError):
        leser(text)
