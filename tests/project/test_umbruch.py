import pytest
from hypothesis import given
from hypothesis import strategies as st

from pankow_einsamkeit.lib.umbruch import ZERO_WIDTH_SPACE, breakable, unbroken


@pytest.mark.parametrize(
    ("satz", "erwartet"),
    [
        ("Dienstag, 24. November, 9:30 bis 16 Uhr", "Dienstag, 24.\u00a0November, 9:30 bis 16\u00a0Uhr"),
        ("2,50 € je Treffen; Bitte passend bezahlen", "2,50\u00a0€ je Treffen; Bitte passend bezahlen"),
        ("Haltestelle Antonplatz, etwa 1 Minute zu Fuß", "Haltestelle Antonplatz, etwa 1\u00a0Minute zu Fuß"),
        ("160 m, etwa 4 Minuten", "160\u00a0m, etwa 4\u00a0Minuten"),
        ("Haus 5 mit Garten, 2. Etage", "Haus 5 mit Garten, 2. Etage"),
    ],
)
def test_unbroken_keeps_numbers_and_units_together(satz: str, erwartet: str):
    assert unbroken(satz) == erwartet


def test_breakable_name_with_slashes_may_break_after_each_of_them():
    assert breakable("Schönholz/Wilhelmsruh/Rosenthal") == "Schönholz/\u200bWilhelmsruh/\u200bRosenthal"


@given(st.text(alphabet=st.characters(exclude_characters=ZERO_WIDTH_SPACE)))
def test_breakable_any_name_keeps_its_visible_letters(name: str):
    assert breakable(name).replace(ZERO_WIDTH_SPACE, "") == name
