"""Cancelled and moved dates. The rule is Tuesday, 14 to 16, not on public holidays."""

from datetime import date, time
from typing import Any

import pytest

from angebote.choices import Ausnahmeart, Wochentag, Zeitart
from angebote.domain.termine import Vorkommen, compute_vorkommen
from angebote.models import Ausnahme, Schliesszeit, Zeit

DIENSTAGS = Zeit(art=Zeitart.REGEL, wochentag=Wochentag.DI, beginn=time(14), ende=time(16))
ABENDS = Zeit(art=Zeitart.REGEL, wochentag=Wochentag.DI, beginn=time(19), ende=None)


AM_1, AM_8, AM_15 = "01.12. 14:00-16:00", "08.12. 14:00-16:00", "15.12. 14:00-16:00"


def dezember(tag: int) -> date:
    return date(2026, 12, tag)


def cancel(datum: date, beginn: time | None = None) -> Ausnahme:
    return Ausnahme(art=Ausnahmeart.FAELLT_AUS, datum=datum, beginn=beginn)


def move(datum: date, neues_datum: date, **felder: Any) -> Ausnahme:
    return Ausnahme(art=Ausnahmeart.VERSCHOBEN, datum=datum, neues_datum=neues_datum, **felder)


def vorkommen_of(*ausnahmen: Ausnahme, zeiten: tuple[Zeit, ...] = (DIENSTAGS,), **felder: Any) -> list[str]:
    """Window 1 to 15 December 2026; the Tuesdays are 1, 8 and 15."""
    fenster = {"von": dezember(1), "bis": dezember(15), "schliesszeiten": []}
    vorkommen = compute_vorkommen(zeiten=zeiten, ausnahmen=ausnahmen, **(fenster | felder))
    return [f"{eins.datum:%d.%m.} {eins.beginn:%H:%M}-{eins.ende or ''!s:.5}" for eins in vorkommen]


@pytest.mark.parametrize(
    ("ausnahme", "erwartet"),
    [
        (cancel(dezember(8)), [AM_1, AM_15]),
        (cancel(dezember(8), time(14)), [AM_1, AM_15]),
        (cancel(dezember(8), time(15)), [AM_1, AM_8, AM_15]),
        (cancel(dezember(9)), [AM_1, AM_8, AM_15]),
        # to another weekday
        (move(dezember(8), dezember(10)), [AM_1, "10.12. 14:00-16:00", AM_15]),
        # same day, other time: keeps its length
        (move(dezember(8), dezember(8), neuer_beginn=time(15, 30)), [AM_1, "08.12. 15:30-17:30", AM_15]),
        (
            move(dezember(8), dezember(8), neuer_beginn=time(10), neues_ende=time(11)),
            [AM_1, "08.12. 10:00-11:00", AM_15],
        ),
        # would run past midnight: the end is unknown
        (move(dezember(8), dezember(8), neuer_beginn=time(22, 30)), [AM_1, "08.12. 22:30-", AM_15]),
        # out of the window, into the window from before and from after it
        (move(dezember(8), dezember(22)), [AM_1, AM_15]),
        (move(date(2026, 11, 24), dezember(3)), [AM_1, "03.12. 14:00-16:00", AM_8, AM_15]),
        (move(dezember(22), dezember(14)), [AM_1, AM_8, "14.12. 14:00-16:00", AM_15]),
        # a date the rule does not name moves nothing
        (move(dezember(9), dezember(10)), [AM_1, AM_8, AM_15]),
        # onto the next regular date: one date there
        (move(dezember(1), dezember(8)), [AM_8, AM_15]),
    ],
)
def test_compute_vorkommen_with_one_exception_changes_only_that_date(ausnahme: Ausnahme, erwartet: list[str]) -> None:
    assert vorkommen_of(ausnahme) == erwartet


def test_compute_vorkommen_moved_says_where_from() -> None:
    vorkommen = compute_vorkommen(
        zeiten=[DIENSTAGS],
        ausnahmen=[move(dezember(8), dezember(10))],
        schliesszeiten=[],
        von=dezember(7),
        bis=dezember(13),
    )

    assert vorkommen == [Vorkommen(dezember(10), time(14), time(16), dezember(8))]


def test_compute_vorkommen_moved_onto_and_away_from_a_holiday_is_said_and_therefore_holds() -> None:
    freitags = Zeit(art=Zeitart.REGEL, wochentag=Wochentag.FR, beginn=time(14), ende=None)
    weihnachten = {"von": dezember(24), "bis": dezember(31), "zeiten": (freitags,)}

    assert vorkommen_of(**weihnachten) == []
    assert vorkommen_of(move(dezember(25), dezember(28)), **weihnachten) == ["28.12. 14:00-"]
    assert vorkommen_of(move(dezember(18), dezember(26)), **weihnachten) == ["26.12. 14:00-"]


def test_compute_vorkommen_exception_with_time_concerns_only_that_slot() -> None:
    zwei = (DIENSTAGS, ABENDS)
    tag = {"von": dezember(8), "bis": dezember(8), "zeiten": zwei}

    assert vorkommen_of(**tag) == ["08.12. 14:00-16:00", "08.12. 19:00-"]
    assert vorkommen_of(cancel(dezember(8), time(19)), **tag) == ["08.12. 14:00-16:00"]
    assert vorkommen_of(cancel(dezember(8)), **tag) == []
    assert vorkommen_of(move(dezember(8), dezember(9)), **(tag | {"bis": dezember(9)})) == [
        "09.12. 14:00-16:00",
        "09.12. 19:00-",
    ]


def test_compute_vorkommen_moved_with_unknown_end_keeps_it_unknown() -> None:
    spaeter = move(dezember(8), dezember(8), neuer_beginn=time(20))

    assert vorkommen_of(spaeter, zeiten=(ABENDS,)) == ["01.12. 19:00-", "08.12. 20:00-", "15.12. 19:00-"]


def test_compute_vorkommen_exception_for_a_slot_beats_the_one_for_its_day() -> None:
    tag = {"von": dezember(8), "bis": dezember(8), "zeiten": (DIENSTAGS, ABENDS)}
    spaeter = move(dezember(8), dezember(8), beginn=time(14), neuer_beginn=time(15))

    assert vorkommen_of(cancel(dezember(8)), spaeter, **tag) == ["08.12. 15:00-17:00"]


def test_compute_vorkommen_moved_to_a_day_that_is_called_off_falls_out() -> None:
    verschoben = move(dezember(8), dezember(10))

    assert vorkommen_of(verschoben, cancel(dezember(10))) == ["01.12. 14:00-16:00", "15.12. 14:00-16:00"]
    assert vorkommen_of(verschoben, cancel(dezember(10), time(14))) == [
        "01.12. 14:00-16:00",
        "15.12. 14:00-16:00",
    ]
    assert len(vorkommen_of(verschoben, cancel(dezember(10), time(9)))) == 3


def test_compute_vorkommen_moved_in_a_chain_moves_each_date_once() -> None:
    kette = (move(dezember(1), dezember(8)), move(dezember(8), dezember(9)))

    assert vorkommen_of(*kette) == ["08.12. 14:00-16:00", "09.12. 14:00-16:00", "15.12. 14:00-16:00"]


def test_compute_vorkommen_moved_into_a_closing_period_is_closed_and_out_of_it_takes_place() -> None:
    zu = Schliesszeit(von=dezember(7), bis=dezember(11))

    assert vorkommen_of(move(dezember(1), dezember(9)), schliesszeiten=[zu]) == ["15.12. 14:00-16:00"]
    assert vorkommen_of(move(dezember(8), dezember(14)), schliesszeiten=[zu]) == [
        "01.12. 14:00-16:00",
        "14.12. 14:00-16:00",
        "15.12. 14:00-16:00",
    ]


def test_compute_vorkommen_last_date_may_move_beyond_its_rule_but_not_beyond_the_offer() -> None:
    bis_8 = Zeit(art=Zeitart.REGEL, wochentag=Wochentag.DI, beginn=time(14), gueltig_bis=dezember(8))
    verschoben = move(dezember(8), dezember(11))

    assert vorkommen_of(verschoben, zeiten=(bis_8,)) == ["01.12. 14:00-", "11.12. 14:00-"]
    assert vorkommen_of(verschoben, zeiten=(bis_8,), gueltig_bis=dezember(10)) == ["01.12. 14:00-"]


def test_compute_vorkommen_date_before_the_offer_began_cannot_be_moved_into_it() -> None:
    verschoben = move(dezember(1), dezember(10))

    assert vorkommen_of(verschoben, gueltig_von=dezember(5)) == [
        "08.12. 14:00-16:00",
        "15.12. 14:00-16:00",
    ]
