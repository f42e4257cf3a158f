from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from konzept.choices import Komponentenart
from konzept.domain.zeitplan import BREITE, GRUPPE, KOPF, MONAT_BREITE, ZEILE, build_zeitplan, find_fenster
from konzept.models import Massnahme
from tests.konzept.factories import MassnahmeFactory, get_komponente
from tests.konzept.factories_massnahmen import MeilensteinFactory

pytestmark = pytest.mark.django_db
VON, HEUTE = date(2026, 5, 1), date(2026, 11, 21)


def list_sortiert() -> list[Massnahme]:
    return list(Massnahme.objects.select_related("komponente").order_by("komponente__reihenfolge", "beginn"))


def test_bar_reaches_from_its_first_to_its_last_month() -> None:
    MassnahmeFactory(beginn=date(2026, 7, 1), ende=date(2026, 9, 1))
    [balken] = build_zeitplan(list_sortiert(), von=VON, heute=HEUTE).balken
    assert (balken.x, balken.rechts) == (2 * MONAT_BREITE, 4 * MONAT_BREITE)
    assert (balken.frueher, balken.spaeter) == (False, False)


@pytest.mark.parametrize(
    ("beginn", "ende", "frueher", "spaeter", "links", "rechts"),
    [
        (date(2025, 1, 1), date(2026, 6, 1), True, False, 0, MONAT_BREITE),
        (date(2028, 4, 1), date(2029, 1, 1), False, True, 23 * MONAT_BREITE, BREITE),
        (date(2028, 4, 1), None, False, True, 23 * MONAT_BREITE, BREITE),
        (date(2000, 1, 1), date(2099, 12, 31), True, True, 0, BREITE),
    ],
)
def test_bar_beyond_an_edge_stops_there_and_says_so(
    beginn: date, ende: date | None, frueher: bool, spaeter: bool, links: int, rechts: int
) -> None:
    MassnahmeFactory(beginn=beginn, ende=ende)
    [balken] = build_zeitplan(list_sortiert(), von=VON, heute=HEUTE).balken
    assert (balken.frueher, balken.spaeter, balken.x, balken.rechts) == (frueher, spaeter, links, rechts)


def test_measures_outside_the_window_are_counted_and_not_drawn() -> None:
    MassnahmeFactory(beginn=date(2026, 1, 1), ende=date(2026, 4, 30))
    MassnahmeFactory(beginn=date(2028, 5, 1))
    MassnahmeFactory(titel="Drin", beginn=date(2028, 4, 30))

    plan = build_zeitplan(list_sortiert(), von=VON, heute=HEUTE)

    assert [balken.titel for balken in plan.balken] == ["Drin"]
    assert plan.ausserhalb == 2


def test_rows_stand_below_the_heading_of_their_component() -> None:
    MassnahmeFactory(titel="A")
    MassnahmeFactory(titel="B", komponente=get_komponente(Komponentenart.SENSIBILISIERUNG))

    plan = build_zeitplan(list_sortiert(), von=VON, heute=HEUTE)

    assert [(gruppe.titel, gruppe.y) for gruppe in plan.gruppen] == [
        ("Prävention", KOPF),
        ("Sensibilisierung und Koordination", KOPF + GRUPPE + ZEILE),
    ]
    assert [(balken.titel, balken.y) for balken in plan.balken] == [
        ("A", KOPF + GRUPPE),
        ("B", KOPF + 2 * GRUPPE + ZEILE),
    ]


def test_months_name_the_year_at_the_edge_and_in_january() -> None:
    plan = build_zeitplan([], von=VON, heute=HEUTE)
    assert [monat.beginn for monat in plan.monate if monat.nennt_jahr] == [
        VON,
        date(2027, 1, 1),
        date(2028, 1, 1),
    ]
    assert (len(plan.monate), plan.bis) == (24, date(2028, 4, 30))


def test_today_is_marked_only_inside_the_window() -> None:
    assert build_zeitplan([], von=VON, heute=date(2026, 6, 1)).heute_x == MONAT_BREITE
    assert build_zeitplan([], von=VON, heute=date(2026, 4, 30)).heute_x is None
    assert build_zeitplan([], von=VON, heute=date(2028, 5, 1)).heute_x is None


def test_milestones_are_drawn_where_they_are_due_and_left_out_beyond_the_edge() -> None:
    massnahme = MassnahmeFactory()
    MeilensteinFactory(massnahme=massnahme, titel="Vorher", faellig_am=date(2026, 4, 30))
    MeilensteinFactory(massnahme=massnahme, titel="Drin", faellig_am=date(2026, 6, 1), erledigt_am=HEUTE)

    [balken] = build_zeitplan(list_sortiert(), von=VON, heute=HEUTE).balken

    assert [(raute.titel, raute.x, raute.ist_erledigt) for raute in balken.rauten] == [("Drin", MONAT_BREITE, True)]


def test_window_begins_half_a_year_before_today() -> None:
    assert find_fenster(date(2026, 8, 31)) == date(2026, 2, 1)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(beginn=st.dates(date(2000, 1, 1), date(2099, 12, 31)), dauer=st.integers(0, 40_000))
def test_no_bar_leaves_the_drawing(beginn: date, dauer: int) -> None:
    ende = date.fromordinal(min(beginn.toordinal() + dauer, date(2099, 12, 31).toordinal()))
    massnahme = MassnahmeFactory(beginn=beginn, ende=ende)
    for balken in build_zeitplan([massnahme], von=VON, heute=HEUTE).balken:
        assert 0 <= balken.x < BREITE
        assert balken.x < balken.rechts <= BREITE + 4  # never thinner than can be seen
