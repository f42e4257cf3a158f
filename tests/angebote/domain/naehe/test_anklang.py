from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from angebote.domain.naehe.anklang import GENUG, Anklang
from angebote.domain.naehe.namen import compute_tippfehler

WORT = st.text(alphabet="abcs", min_size=1, max_size=8)
NAMEN = ("antonplatz", "antonstrasse", "weissensee", "strandbadweissensee", "strasse74")


def test_aehnliche_are_a_few_letters_apart_nearest_first() -> None:
    assert Anklang(NAMEN).list_aehnliche("antonplaz") == ["antonplatz"]
    assert Anklang(NAMEN).list_aehnliche("wiessensee") == ["weissensee"]
    assert Anklang(NAMEN).list_aehnliche("str") == []


def test_laengere_begin_or_end_so_and_generic_words_complete_nothing() -> None:
    assert Anklang(NAMEN).list_laengere("anton") == ["antonplatz", "antonstrasse"]
    assert Anklang(NAMEN).list_laengere("weissensee") == ["weissensee", "weissensee", "strandbadweissensee"]
    assert Anklang(NAMEN).list_laengere("strasse") == []


@given(st.sets(WORT, max_size=30), WORT)
def test_aehnliche_are_all_within_reach_as_long_as_they_are_few(namen: set[str], gesucht: str) -> None:
    grenze = compute_tippfehler(gesucht)
    nahe = {name for name in namen if grenze and OSA.distance(name, gesucht) <= grenze}
    gefunden = Anklang(namen).list_aehnliche(gesucht)
    assert set(gefunden) <= nahe
    assert len(gefunden) == min(len(nahe), GENUG)


@given(st.sets(WORT, max_size=30), WORT)
def test_laengere_hold_the_name_at_one_end(namen: set[str], gesucht: str) -> None:
    assert all(einer.startswith(gesucht) or einer.endswith(gesucht) for einer in Anklang(namen).list_laengere(gesucht))
