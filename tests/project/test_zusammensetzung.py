import pytest
from hypothesis import given
from hypothesis import strategies as st

from pankow_einsamkeit.lib.wortstamm import build_stamm
from pankow_einsamkeit.lib.zusammensetzung import Zerleger

BEKANNTE = """
    cafe nachbarschaft nachmittag kaffee basteln senioren gymnastik kinder garten sport trauer gruppe haus rat tag see art
    lesen kreis suchen beratung essen malen tanz hand arbeit spielen abend allein freund maenner buch holz stadt teil zentrum
    sprache bad literatur weissensee park musik altern frauen fruehstueck
"""
ZERLEGER = Zerleger({form: build_stamm(wort) for wort in BEKANNTE.split() for form in (wort, build_stamm(wort))})


@pytest.mark.parametrize(
    ("wort", "teile"),
    [
        ("nachbarschaftscafe", "nachbarschaft cafe"),
        ("kaffeenachmittag", "kaffee nachmittag"),
        ("bastelnachmittag", "basteln nachmittag"),
        ("seniorengymnastikgruppe", "senioren gymnastik gruppe"),
        ("maennergruppe", "maenner gruppe"),
        ("spieleabend", "spielen abend"),
        ("lesekreis", "lesen kreis"),
        ("suchtberatung", ""),
        ("interessen", ""),
        ("distanz", ""),
        ("normalen", ""),
        ("kindergarten", ""),
        ("buchholz", ""),
        ("cafe", ""),
        ("alternativ", ""),
        ("stadtteilzentrum", "stadt teil zentrum"),
    ],
)
def test_split_gives_the_known_parts_of_a_compound_and_nothing_of_another_word(wort: str, teile: str) -> None:
    assert ZERLEGER.split(wort) == tuple(build_stamm(teil) for teil in teile.split())


@pytest.mark.parametrize(
    ("wort", "teil", "erwartet"),
    [
        ("nachbarschaftscafe", "cafe", True),
        ("seniorengymnastik", "gymnastik", True),
        ("gymnastikhalle", "gymnastik", True),
        ("wirbelsaeulengymnastik", "gymnastik", True),
        ("literatur", "rat", False),
        ("heirat", "rat", False),
        ("transport", "sport", False),
        ("interessen", "essen", False),
        ("freundlich", "freund", False),
        ("handy", "hand", False),
        ("kindergarten", "garten", False),
        ("musikalisch", "musik", False),
        ("alleinerziehende", "allein", False),
        ("weissensee", "see", False),
    ],
)
def test_hat_teil_believes_in_compounds_and_in_no_chance_letters(wort: str, teil: str, erwartet: bool) -> None:
    assert ZERLEGER.hat_teil(wort, stamm=build_stamm(teil), formen=[teil]) is erwartet


@given(st.text(alphabet=st.sampled_from("acdefhiknrstu"), max_size=60))
def test_split_covers_the_word_with_known_parts_or_gives_nothing(wort: str) -> None:
    teile = ZERLEGER.split_worte(wort)
    assert len(teile) != 1
    assert sum(map(len, teile)) <= len(wort)
