import pytest
from hypothesis import given
from hypothesis import strategies as st

from pankow_einsamkeit.lib.text import fold_umlaute, normalise_text, split_woerter


@pytest.mark.parametrize(
    ("geschrieben", "gefaltet"),
    [
        ("Weißensee WEIẞENSEE weissensee", "weissensee"),
        ("Café CAFE Cafe\u0301", "cafe"),
        ("Männer maenner MAENNER", "maenner"),
        ("Ма\u0301стерская мастерская", "мастерская"),
    ],
)
def test_normalise_text_of_all_spellings_is_one(geschrieben: str, gefaltet: str) -> None:
    assert {normalise_text(wort) for wort in geschrieben.split()} == {gefaltet}


def test_normalise_text_keeps_words_apart() -> None:
    assert normalise_text("Café-Treff in Weißensee: 3D-Druck!") == "cafe treff in weissensee 3d druck"


@pytest.mark.parametrize("leer", ["", "  ", "–", "%%__\\'\"", "\x00", "🙂"])
def test_normalise_text_of_signs_is_empty(leer: str) -> None:
    assert normalise_text(leer) == ""


@given(st.text(max_size=60))
def test_normalise_text_twice_changes_nothing(text: str) -> None:
    einmal = normalise_text(text)
    assert normalise_text(einmal) == einmal
    assert "\x00" not in einmal


@given(st.text(alphabet=st.sampled_from("aboäöüßÄÖÜẞzrsn"), min_size=1, max_size=12))
def test_normalise_text_of_any_case_is_one_and_folds_to_the_bare_vowels(wort: str) -> None:
    assert normalise_text(wort.upper()) == normalise_text(wort.lower()) == normalise_text(wort)
    blank = wort.lower().translate(str.maketrans("äöü", "aou"))
    assert fold_umlaute(normalise_text(wort)) == normalise_text(blank)


@given(st.text(max_size=60))
def test_split_woerter_gives_each_normalised_word_once(text: str) -> None:
    woerter = split_woerter(text)
    assert woerter == list(dict.fromkeys(normalise_text(text).split()))
    assert all(split_woerter(wort) == [wort] for wort in woerter)


def test_normalise_text_of_letters_that_stand_for_many_is_complete() -> None:
    assert normalise_text("ﷺ" * 10_000).count(" ") == normalise_text("ﷺ").count(" ") * 10_000
