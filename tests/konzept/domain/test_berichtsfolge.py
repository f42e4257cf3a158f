"""What stands before a report and what holds in its place, through chains of corrections."""

from datetime import timedelta
from typing import Any

import pytest

from konzept.domain.berichtsfolge import find_geltende, find_geltenden, find_letzten, load_berichte
from konzept.models import Bericht
from tests.konzept.factories import DrucksacheFactory
from tests.konzept.factories_bericht import JETZT, create_eingefrorenen, create_entwurf, create_freigegebenen

pytestmark = pytest.mark.django_db


def create_kette(laenge: int, *, ab: int = 9) -> list[Bericht]:
    """Each but the first corrects the one before; the first is frozen `ab` days ago."""
    kette: list[Bericht] = []
    for nummer in range(laenge):
        jetzt = JETZT - timedelta(days=ab, seconds=-nummer)
        kette.append(create_freigegebenen(jetzt=jetzt, **({"vorlage": kette[-1]} if kette else {})))
    return kette


def test_report_that_nobody_has_corrected_holds_itself() -> None:
    [bericht] = create_kette(1)
    create_freigegebenen(jetzt=JETZT - timedelta(days=3))
    assert find_geltenden(bericht) is None
    assert find_geltende(load_berichte(bericht.drucksache_id)) == {}


def test_end_of_the_chain_holds_for_all_before_it() -> None:
    erster, zweiter, dritter = create_kette(3)
    assert [find_geltenden(einer) for einer in (erster, zweiter, dritter)] == [dritter, dritter, None]


@pytest.mark.parametrize("create", [create_entwurf, create_eingefrorenen])
def test_correction_that_is_not_released_takes_no_place(create: Any) -> None:
    erster, zweiter = create_kette(2)
    create(vorlage=zweiter)
    assert [find_geltenden(einer) for einer in (erster, zweiter)] == [zweiter, None]


def test_last_report_is_the_end_of_its_chain() -> None:
    kette = create_kette(3)
    assert find_letzten(create_entwurf()) == kette[-1]


def test_before_the_correction_of_a_chain_stands_what_was_before_its_first() -> None:
    vorher = create_kette(2, ab=19)
    kette = create_kette(3)
    create_freigegebenen(jetzt=JETZT - timedelta(days=3))
    assert {find_letzten(einer) for einer in (*kette, create_entwurf(vorlage=kette[-1]))} == {vorher[-1]}
    assert {find_letzten(einer) for einer in vorher} == {None}


def test_report_for_another_drucksache_stands_before_none() -> None:
    create_freigegebenen(drucksache=DrucksacheFactory())
    assert find_letzten(create_entwurf()) is None


@pytest.mark.parametrize("laenge", [1, 3])
def test_chain_of_any_length_asks_one_query(laenge: int, django_assert_num_queries: Any) -> None:
    kette = create_kette(laenge)
    entwurf = create_entwurf(vorlage=kette[-1])
    with django_assert_num_queries(1):
        find_geltenden(kette[0])
    with django_assert_num_queries(1):
        find_letzten(entwurf)
