import pytest
from hypothesis import given
from hypothesis import strategies as st

from pankow_einsamkeit.lib.text import split_woerter
from pankow_einsamkeit.lib.tippfehler import Rechtschreibung, build_klang

WOERTER = (
    "kirche spaziergang gymnastik computer kaffee cafe philosophie rhythmus chor schach buch fruehstueck tanz garten"
)
RECHTSCHREIBUNG = Rechtschreibung(WOERTER.split())


@pytest.mark.parametrize(
    ("getippt", "gemeint"),
    [
        *(("spatziergang", "spaziergang"), ("spazirgang", "spaziergang"), ("gimnastik", "gymnastik")),
        *(("komputer", "computer"), ("kaffe", "kaffee"), ("filosofie", "philosophie"), ("rytmus", "rhythmus")),
        *(("frühstuck", "fruehstueck"), ("schahc", "schach"), ("gartne", "garten"), ("gartgen", "garten")),
    ],
)
def test_find_aehnliche_puts_the_meant_word_first(getippt: str, gemeint: str) -> None:
    (wort,) = split_woerter(getippt)
    assert RECHTSCHREIBUNG.find_aehnliche(wort, hoechstens=5)[0].wort == gemeint


@pytest.mark.parametrize(
    "getippt",
    [
        "tuch",
        "bach",
        "rot",
        "13187",
        "unterwasserhockey",
        "lanz",
        "kanu",
        "garden",
        "kirsche",
        "c" * 80,
        "chooooooor" * 8,
        "",
        "мастер",
    ],
)
def test_find_aehnliche_gives_nothing_for_other_words(getippt: str) -> None:
    assert RECHTSCHREIBUNG.find_aehnliche(getippt, hoechstens=5) == []


@pytest.mark.parametrize(
    ("getippt", "gemeint"),
    [("spatzier", ["spaziergang"]), ("gimnas", ["gymnastik"]), ("cmoput", ["computer"]), ("spaz", [])],
)
def test_find_aehnliche_anfaenge_completes_a_word_typed_so_far(getippt: str, gemeint: list[str]) -> None:
    assert [v.wort for v in RECHTSCHREIBUNG.find_aehnliche_anfaenge(getippt, hoechstens=5)] == gemeint


@given(st.text(max_size=40))
def test_find_aehnliche_answers_any_word(text: str) -> None:
    for wort in split_woerter(text):
        vorschlaege = RECHTSCHREIBUNG.find_aehnliche(wort, hoechstens=3)
        assert len(vorschlaege) <= 3
        assert [v.abstand for v in vorschlaege] == sorted(v.abstand for v in vorschlaege)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", max_size=40))
def test_build_klang_never_grows(wort: str) -> None:
    assert len(build_klang(wort)) <= 2 * len(wort)
