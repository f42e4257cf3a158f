"""The rules one by one, on dates that can be checked with a paper calendar."""

from datetime import date, time
from typing import Any

import pytest

from angebote.choices import Wochentag, Zeitart
from angebote.domain.termine import Vorkommen, compute_vorkommen, expand_zeit, list_regeldaten
from angebote.models import Schliesszeit, Zeit

HERBST = {"von": date(2026, 10, 1), "bis": date(2026, 12, 31)}


def build_regel(wochentag: Wochentag = Wochentag.DI, **felder: Any) -> Zeit:
    felder = {"beginn": time(14), "ende": time(16), "an_feiertagen": True} | felder
    return Zeit(art=Zeitart.REGEL, wochentag=wochentag, **felder)


def days_of(zeit: Zeit, von: date, bis: date) -> list[str]:
    return [f"{vorkommen.datum:%Y-%m-%d}" for vorkommen in expand_zeit(zeit, von=von, bis=bis)]


@pytest.mark.parametrize(
    ("zeit", "von", "bis", "tage"),
    [
        (build_regel(), "2026-11-21", "2026-12-08", ["2026-11-24", "2026-12-01", "2026-12-08"]),
        (build_regel(Wochentag.SA), "2026-11-21", "2026-11-21", ["2026-11-21"]),
        (build_regel(Wochentag.SO), "2026-11-21", "2026-11-21", []),
        (build_regel(monatswochen="-1"), "2026-11-01", "2027-01-31", ["2026-11-24", "2026-12-29", "2027-01-26"]),
        (build_regel(Wochentag.MO, monatswochen="2,4"), "2026-11-10", "2026-12-20", ["2026-11-23", "2026-12-14"]),
        (build_regel(monatswochen="5"), "2026-10-01", "2027-04-30", ["2026-12-29", "2027-03-30"]),
        (build_regel(monatswochen="4,-1"), "2026-12-01", "2027-01-31", ["2026-12-22", "2026-12-29", "2027-01-26"]),
        (build_regel(monatswochen="-1,5"), "2026-12-01", "2026-12-31", ["2026-12-29"]),
        (build_regel(monatswochen="1,1"), "2026-12-01", "2026-12-31", ["2026-12-01"]),
        # The last Tuesday of February 2028 is its leap day.
        (build_regel(monatswochen="-1"), "2028-02-01", "2028-03-01", ["2028-02-29"]),
        (build_regel(monatswochen="5"), "2028-02-01", "2028-03-01", ["2028-02-29"]),
        (build_regel(Wochentag.FR), "2026-12-25", "2027-01-08", ["2026-12-25", "2027-01-01", "2027-01-08"]),
    ],
)
def test_expand_zeit_of_a_rule_gives_exactly_its_days(zeit: Zeit, von: str, bis: str, tage: list[str]) -> None:
    assert days_of(zeit, date.fromisoformat(von), date.fromisoformat(bis)) == tage


def test_expand_zeit_every_second_week_counts_from_the_first_such_weekday() -> None:
    # 3 November 2026 is a Tuesday, 1 November a Sunday: both begin on the same Tuesday.
    genau = build_regel(intervall_wochen=2, gueltig_von=date(2026, 11, 3))
    davor = build_regel(intervall_wochen=2, gueltig_von=date(2026, 11, 1))
    danach = build_regel(intervall_wochen=2, gueltig_von=date(2026, 11, 5))

    november = (date(2026, 11, 1), date(2026, 12, 2))
    assert days_of(genau, *november) == ["2026-11-03", "2026-11-17", "2026-12-01"]
    assert days_of(davor, *november) == ["2026-11-03", "2026-11-17", "2026-12-01"]
    assert days_of(danach, *november) == ["2026-11-10", "2026-11-24"]


def test_expand_zeit_every_second_week_without_a_first_date_guesses_nothing() -> None:
    assert days_of(build_regel(intervall_wochen=2), date(2026, 11, 1), date(2026, 12, 31)) == []


def test_expand_zeit_over_both_clock_changes_stays_at_the_wall_clock_time() -> None:
    sonntags = build_regel(Wochentag.SO)

    assert set(expand_zeit(sonntags, von=date(2026, 10, 18), bis=date(2026, 11, 1))) == {
        Vorkommen(date(2026, 10, day), time(14), time(16)) for day in (18, 25)
    } | {Vorkommen(date(2026, 11, 1), time(14), time(16))}
    assert expand_zeit(sonntags, von=date(2027, 3, 28), bis=date(2027, 3, 28)) == [
        Vorkommen(date(2027, 3, 28), time(14), time(16))
    ]


def test_expand_zeit_pauses_on_heiligabend_and_silvester_unless_said() -> None:
    # 24 and 31 December 2026 are Thursdays and no public holidays.
    donnerstags = build_regel(Wochentag.DO, an_feiertagen=False)
    auch_feiertags = build_regel(Wochentag.DO)
    einzeln = Zeit(art=Zeitart.EINZELN, datum=date(2026, 12, 24), beginn=time(18))
    weihnachten = (date(2026, 12, 17), date(2027, 1, 7))

    assert days_of(donnerstags, *weihnachten) == ["2026-12-17", "2027-01-07"]
    assert days_of(auch_feiertags, *weihnachten) == ["2026-12-17", "2026-12-24", "2026-12-31", "2027-01-07"]
    assert days_of(einzeln, *weihnachten) == ["2026-12-24"]


def test_expand_zeit_pauses_on_public_holidays_unless_said() -> None:
    freitags = build_regel(Wochentag.FR, an_feiertagen=False)
    auch_feiertags = build_regel(Wochentag.FR)
    weihnachten = (date(2026, 12, 18), date(2027, 1, 8))

    assert days_of(freitags, *weihnachten) == ["2026-12-18", "2027-01-08"]
    assert days_of(auch_feiertags, *weihnachten) == ["2026-12-18", "2026-12-25", "2027-01-01", "2027-01-08"]


def test_expand_zeit_pauses_in_school_holidays_only_if_said() -> None:
    herbst = (date(2026, 10, 12), date(2026, 11, 3))
    assert days_of(build_regel(), *herbst) == ["2026-10-13", "2026-10-20", "2026-10-27", "2026-11-03"]
    assert days_of(build_regel(in_schulferien=False), *herbst) == ["2026-10-13", "2026-11-03"]


def test_expand_zeit_in_school_holidays_pauses_even_if_it_takes_place_on_public_holidays() -> None:
    freitags = build_regel(Wochentag.FR, in_schulferien=False, an_feiertagen=True)

    assert days_of(freitags, date(2026, 12, 18), date(2027, 1, 8)) == ["2026-12-18", "2027-01-08"]


def test_expand_zeit_where_school_holidays_are_not_published_follows_the_rule() -> None:
    zeit = build_regel(in_schulferien=False)

    assert days_of(zeit, date(2050, 7, 1), date(2050, 7, 14)) == ["2050-07-05", "2050-07-12"]


def test_expand_zeit_of_a_single_date_holds_on_holidays_too() -> None:
    neujahr = Zeit(art=Zeitart.EINZELN, datum=date(2027, 1, 1), beginn=time(11), in_schulferien=False)

    assert expand_zeit(neujahr, von=date(2026, 11, 21), bis=date(2027, 3, 1)) == [
        Vorkommen(date(2027, 1, 1), time(11), None)
    ]
    assert expand_zeit(neujahr, von=date(2027, 1, 2), bis=date(2027, 3, 1)) == []


@pytest.mark.parametrize("art", [Zeitart.VEREINBARUNG, Zeitart.UNBEKANNT])
def test_expand_zeit_without_known_times_gives_nothing(art: Zeitart) -> None:
    assert expand_zeit(Zeit(art=art), **HERBST) == []
    assert expand_zeit(Zeit(art=art, wochentag=Wochentag.DI, beginn=time(9)), **HERBST) == []


@pytest.mark.parametrize("zeit", [Zeit(art=Zeitart.REGEL), Zeit(art=Zeitart.EINZELN), build_regel(beginn=None)])
def test_expand_zeit_that_is_still_being_typed_gives_nothing(zeit: Zeit) -> None:
    assert expand_zeit(zeit, **HERBST) == []


def test_list_regeldaten_keeps_holidays_for_those_who_move_them() -> None:
    zeit = build_regel(Wochentag.FR, an_feiertagen=False)

    assert list_regeldaten(zeit, von=date(2026, 12, 25), bis=date(2026, 12, 31)) == [date(2026, 12, 25)]


def test_expand_zeit_stays_within_its_bounds_inclusive() -> None:
    zeit = build_regel(gueltig_von=date(2026, 11, 10), gueltig_bis=date(2026, 11, 24))

    assert days_of(zeit, **HERBST) == ["2026-11-10", "2026-11-17", "2026-11-24"]


def test_compute_vorkommen_stays_within_the_bounds_of_the_offer() -> None:
    vorkommen = compute_vorkommen(
        zeiten=[build_regel(gueltig_von=date(2026, 11, 1))],
        ausnahmen=[],
        schliesszeiten=[],
        gueltig_von=date(2026, 11, 10),
        gueltig_bis=date(2026, 11, 23),
        **HERBST,
    )

    assert [eins.datum.day for eins in vorkommen] == [10, 17]


def test_compute_vorkommen_in_a_closing_period_is_closed_on_its_first_and_last_day() -> None:
    schliesszeit = Schliesszeit(von=date(2026, 11, 10), bis=date(2026, 11, 17))
    einzeln = Zeit(art=Zeitart.EINZELN, datum=date(2026, 11, 12), beginn=time(18))

    vorkommen = compute_vorkommen(
        zeiten=[build_regel(), einzeln],
        ausnahmen=[],
        schliesszeiten=[schliesszeit],
        von=date(2026, 11, 1),
        bis=date(2026, 11, 30),
    )

    assert [eins.datum.day for eins in vorkommen] == [3, 24]


def test_compute_vorkommen_of_two_rules_at_one_moment_is_one_with_the_later_end() -> None:
    kurz = build_regel(ende=time(15))
    lang = build_regel(ende=time(17))
    offen = build_regel(ende=None)

    for zeiten in ([kurz, lang, offen], [offen, lang, kurz]):
        assert compute_vorkommen(
            zeiten=zeiten, ausnahmen=[], schliesszeiten=[], von=date(2026, 11, 24), bis=date(2026, 11, 24)
        ) == [Vorkommen(date(2026, 11, 24), time(14), time(17))]


def test_vorkommen_sort_by_date_and_time_with_unknown_ends() -> None:
    frueh = Vorkommen(date(2026, 11, 24), time(9), None)
    frueh_mit_ende = Vorkommen(date(2026, 11, 24), time(9), time(10))
    spaet = Vorkommen(date(2026, 11, 24), time(14), None)
    morgen = Vorkommen(date(2026, 11, 25), time(8), time(9))

    assert sorted([morgen, spaet, frueh_mit_ende, frueh]) == [frueh, frueh_mit_ende, spaet, morgen]
