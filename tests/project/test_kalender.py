from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angebote.choices import Tageszeit
from pankow_einsamkeit.lib.kalender import (
    ist_feiertag,
    ist_ruhetag,
    ist_schulferientag,
    schulferien_bekannt,
    schulferien_bekannt_bis,
    tageszeit_of,
)

# Read by hand from the tables of the school administration of Berlin.
SCHULFERIEN = [
    ("2025-07-24", "2025-09-06"),
    ("2025-12-22", "2026-01-02"),
    ("2026-05-15", "2026-05-15"),
    ("2026-10-19", "2026-10-31"),
    ("2026-12-23", "2027-01-02"),
    ("2027-02-01", "2027-02-06"),
    ("2027-03-22", "2027-04-02"),
    ("2027-07-01", "2027-08-14"),
    ("2028-12-22", "2029-01-02"),
    ("2029-07-01", "2029-08-11"),
]


@pytest.mark.parametrize(("von", "bis"), SCHULFERIEN)
def test_schulferien_of_berlin_begin_and_end_on_the_published_days(von: str, bis: str) -> None:
    erster, letzter = date.fromisoformat(von), date.fromisoformat(bis)

    tage = [erster - timedelta(days=1) + timedelta(days=n) for n in range((letzter - erster).days + 3)]

    assert [tag for tag in tage if ist_schulferientag(tag)] == tage[1:-1]


@pytest.mark.parametrize(
    ("datum", "frei"),
    [
        (date(2026, 12, 25), True),
        (date(2027, 1, 1), True),
        (date(2027, 3, 8), True),  # Frauentag: only in Berlin and Mecklenburg-Vorpommern
        (date(2027, 3, 26), True),
        (date(2028, 6, 17), True),  # 75 years after the uprising of 1953: only once, only in Berlin
        (date(2026, 12, 24), False),
        (date(2026, 12, 31), False),
        (date(2026, 10, 31), False),  # Reformationstag: not in Berlin
        (date(2027, 6, 17), False),
    ],
)
def test_feiertag_is_what_the_law_of_berlin_says(datum: date, frei: bool) -> None:
    assert ist_feiertag(datum) is frei


def test_ruhetag_is_every_public_holiday_and_the_last_evenings_of_the_year() -> None:
    dezember = [date(2026, 12, tag) for tag in range(1, 32)]

    assert [tag.day for tag in dezember if ist_ruhetag(tag)] == [24, 25, 26, 31]
    assert [tag.day for tag in dezember if ist_feiertag(tag)] == [25, 26]


@given(st.dates(date(2015, 1, 1), date(2060, 12, 31)))
def test_ruhetag_without_public_holiday_is_only_heiligabend_or_silvester(datum: date) -> None:
    assert ist_ruhetag(datum) is (ist_feiertag(datum) or f"{datum:%d.%m.}" in {"24.12.", "31.12."})


def test_schulferien_are_unknown_after_the_last_published_ones() -> None:
    letzter = schulferien_bekannt_bis()

    assert letzter >= date(2029, 8, 11)
    assert schulferien_bekannt(letzter)
    assert not schulferien_bekannt(letzter + timedelta(days=1))
    assert not schulferien_bekannt(date(2014, 12, 31))


@pytest.mark.parametrize(
    ("beginn", "tageszeit"),
    [
        (time(0), Tageszeit.VORMITTAG),
        (time(11, 59), Tageszeit.VORMITTAG),
        (time(12), Tageszeit.NACHMITTAG),
        (time(16, 59), Tageszeit.NACHMITTAG),
        (time(17), Tageszeit.ABEND),
        (time(23, 59), Tageszeit.ABEND),
    ],
)
def test_tageszeit_changes_at_noon_and_at_five(beginn: time, tageszeit: Tageszeit) -> None:
    assert tageszeit_of(beginn) == tageszeit


@given(st.times())
def test_tageszeit_is_one_of_the_three_choices(beginn: time) -> None:
    assert tageszeit_of(beginn) in Tageszeit.values
