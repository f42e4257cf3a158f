import pytest
from hypothesis import given
from hypothesis import strategies as st

from pankow_einsamkeit.lib.text import build_vergleichstext, normalise_text

WOERTER = st.text(alphabet=st.sampled_from("abeouäöüßéÄÖÜẞzrsn-"), min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("geschrieben", "gesucht"),
    [
        ("Weißensee", "Weissensee"),
        ("Weißensee", "WEISSENSEE"),
        ("Weissensee", "weißensee"),
        ("WEIẞENSEE", "weißensee"),
        ("Café", "Cafe"),
        ("Cafe", "café"),
        ("Männer", "maenner"),
        ("Männer", "manner"),
        ("Maenner", "Männer"),
        ("Maenner", "manner"),
        ("Bötzowviertel", "botzowviertel"),
        ("Für Übergewichtige", "ubergewichtige"),
        ("Cafe\u0301", "café"),
        ("Ма\u0301стерская", "мастерская"),
        ("Kinoerlebnis", "Erlebnis"),
        ("Neueinsteiger", "einsteiger"),
        ("Frauen", "frauen"),
        ("3D-Druck", "3d druck"),
    ],
)
def test_vergleichstext_of_other_spelling_contains_query(geschrieben: str, gesucht: str) -> None:
    text = build_vergleichstext(geschrieben)
    assert all(wort in text for wort in normalise_text(gesucht).split())


def test_vergleichstext_of_other_word_does_not_contain_query() -> None:
    assert normalise_text("Männer") not in build_vergleichstext("Mann", "Frauen")


@pytest.mark.parametrize("leer", ["", "  ", "–", "%%__\\'\"", "\x00", "🙂"])
def test_normalise_text_of_signs_is_empty(leer: str) -> None:
    assert normalise_text(leer) == ""


@given(st.text(max_size=60))
def test_normalise_text_twice_changes_nothing(text: str) -> None:
    einmal = normalise_text(text)
    assert normalise_text(einmal) == einmal
    assert "\x00" not in einmal


@given(st.lists(WOERTER, min_size=1, max_size=5), st.data())
def test_vergleichstext_contains_every_piece_of_its_own_words(woerter: list[str], data: st.DataObject) -> None:
    wort = data.draw(st.sampled_from(woerter))
    anfang = data.draw(st.integers(0, len(wort)))
    ende = data.draw(st.integers(anfang, len(wort)))
    text = build_vergleichstext(*woerter)
    assert all(teil in text for teil in normalise_text(wort[anfang:ende]).split())


@given(st.text(alphabet=st.sampled_from("aboäöüßÄÖÜẞzrsn"), min_size=1, max_size=12))
def test_vergleichstext_contains_word_in_any_case_and_without_umlauts(wort: str) -> None:
    text = build_vergleichstext(wort)
    for schreibweise in (wort.upper(), wort.lower(), wort.lower().translate(str.maketrans("äöü", "aou"))):
        assert normalise_text(schreibweise) in text.split()
