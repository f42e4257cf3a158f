from hypothesis import given
from hypothesis import strategies as st

from angebote.domain.kennungen import build_slug


def test_slug_writes_umlauts_as_on_a_keyboard_without_them():
    assert build_slug("Café für Größere", vergeben=set()) == "cafe-fuer-groessere"


def test_slug_that_is_taken_gets_the_next_free_number():
    assert build_slug("Treff", vergeben={"treff", "treff-2", "treff-4"}) == "treff-3"


def test_slug_never_takes_an_address_of_the_search():
    assert build_slug("Standort", vergeben=set()) == "standort-2"


def test_slug_of_a_title_without_letters_is_the_substitute():
    assert build_slug("🎲!", vergeben=set(), ersatz="angebot") == "angebot"


@given(st.text(max_size=300), st.integers(min_value=20, max_value=90))
def test_slug_of_any_title_is_a_short_address(titel: str, laenge: int):
    erster = build_slug(titel, vergeben=set(), laenge=laenge)
    zweiter = build_slug(titel, vergeben={erster}, laenge=laenge)

    assert erster != zweiter
    for slug in (erster, zweiter):
        assert 0 < len(slug) <= laenge
        assert set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
