"""The mark in the form that tells its age, and the bounds per hour that need no list of addresses."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angebote.domain.meldeschutz import (
    GILT,
    INSGESAMT,
    JE_ADRESSE,
    ZuAltError,
    ZuSchnellError,
    ZuVieleMeldungenError,
    build_marke,
    check_marke,
    count_meldung,
    hash_adresse,
    keep_marke,
)
from angebote.models import Meldungszaehler
from pankow_einsamkeit.lib.kalender import BERLIN

JETZT = datetime(2026, 11, 21, 6, tzinfo=BERLIN)


def read_zaehler() -> dict[str, int]:
    return dict(Meldungszaehler.objects.values_list("schluessel", "anzahl"))


@pytest.mark.parametrize("alter", [timedelta(seconds=3), timedelta(minutes=20), GILT])
def test_marke_is_accepted_from_three_seconds_on_for_half_a_day(alter: timedelta) -> None:
    marke = build_marke(JETZT)
    check_marke(marke, jetzt=JETZT + alter)
    assert keep_marke(marke, jetzt=JETZT + alter) == marke


@pytest.mark.parametrize("alter", [timedelta(), timedelta(seconds=2.9)])
def test_marke_sent_back_at_once_is_refused_and_kept(alter: timedelta) -> None:
    marke = build_marke(JETZT)
    with pytest.raises(ZuSchnellError):
        check_marke(marke, jetzt=JETZT + alter)
    assert keep_marke(marke, jetzt=JETZT + alter) == marke


@pytest.mark.parametrize("alter", [GILT + timedelta(seconds=1), timedelta(seconds=-1)])
def test_marke_of_long_ago_or_of_the_future_is_refused_and_replaced(alter: timedelta) -> None:
    marke, spaeter = build_marke(JETZT), JETZT + alter
    with pytest.raises(ZuAltError):
        check_marke(marke, jetzt=spaeter)
    assert keep_marke(marke, jetzt=spaeter) == build_marke(spaeter)


@given(marke=st.text() | st.from_regex(r"\d{10}:[\w-]+"))
def test_marke_of_somebody_else_is_refused(marke: str) -> None:
    with pytest.raises(ZuAltError):
        check_marke(marke, jetzt=JETZT)


def test_marke_signed_with_a_former_key_is_accepted_as_long_as_that_is_a_fallback(settings: Any) -> None:
    marke = build_marke(JETZT)
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "neu" * 20, [settings.SECRET_KEY]
    check_marke(marke, jetzt=JETZT + timedelta(minutes=1))
    settings.SECRET_KEY_FALLBACKS = []
    with pytest.raises(ZuAltError):
        check_marke(marke, jetzt=JETZT + timedelta(minutes=1))


@pytest.mark.django_db
def test_count_bounds_one_address_and_lets_others_write() -> None:
    for _mal in range(JE_ADRESSE):
        count_meldung(adresse="192.0.2.1", jetzt=JETZT)
    with pytest.raises(ZuVieleMeldungenError):
        count_meldung(adresse="192.0.2.1", jetzt=JETZT + timedelta(minutes=59))
    count_meldung(adresse="192.0.2.2", jetzt=JETZT)
    count_meldung(adresse="", jetzt=JETZT)
    assert sorted(read_zaehler().values()) == [1, JE_ADRESSE, JE_ADRESSE + 2]


@pytest.mark.django_db
def test_count_bounds_all_addresses_together() -> None:
    for nummer in range(INSGESAMT):
        count_meldung(adresse=f"192.0.2.{nummer}", jetzt=JETZT)
    for adresse in ("198.51.100.1", ""):
        with pytest.raises(ZuVieleMeldungenError):
            count_meldung(adresse=adresse, jetzt=JETZT)
    assert read_zaehler()[""] == INSGESAMT
    assert len(read_zaehler()) == INSGESAMT + 1


@pytest.mark.django_db
def test_count_begins_anew_with_the_hour_and_forgets_the_last_one() -> None:
    for _mal in range(JE_ADRESSE):
        count_meldung(adresse="192.0.2.1", jetzt=JETZT)
    count_meldung(adresse="192.0.2.1", jetzt=JETZT + timedelta(hours=1))
    assert sorted(read_zaehler().values()) == [1, 1]


@pytest.mark.django_db
def test_count_stores_no_address() -> None:
    count_meldung(adresse="192.0.2.1", jetzt=JETZT)
    zeilen = list(Meldungszaehler.objects.values())
    assert len(zeilen) == 2
    assert [zeile for zeile in zeilen if "192.0.2" in str(zeile)] == []
    assert {len(zeile["schluessel"]) for zeile in zeilen} == {0, 32}


def test_hash_differs_by_day_by_address_and_by_key(settings: Any) -> None:
    tag = JETZT.date()
    erster = hash_adresse("192.0.2.1", tag=tag)
    weitere = {hash_adresse("192.0.2.2", tag=tag), hash_adresse("192.0.2.1", tag=tag + timedelta(days=1))}
    assert hash_adresse("192.0.2.1", tag=tag) == erster
    settings.SECRET_KEY = "anders" * 10
    assert len({erster, *weitere, hash_adresse("192.0.2.1", tag=tag)}) == 4


def test_hash_of_ipv6_is_that_of_the_network() -> None:
    tag = JETZT.date()
    assert hash_adresse("2001:db8::1", tag=tag) == hash_adresse("2001:db8::ffff:1", tag=tag)
    assert hash_adresse("2001:db8::1", tag=tag) != hash_adresse("2001:db8:0:1::1", tag=tag)
