from hypothesis import given
from hypothesis import strategies as st

from angebote.templatetags.text import ZERO_WIDTH_SPACE, breakable


def test_breakable_name_with_slashes_may_break_after_each_of_them():
    assert breakable("Schönholz/Wilhelmsruh/Rosenthal") == "Schönholz/\u200bWilhelmsruh/\u200bRosenthal"


@given(st.text(alphabet=st.characters(exclude_characters=ZERO_WIDTH_SPACE)))
def test_breakable_any_name_keeps_its_visible_letters(name: str):
    assert breakable(name).replace(ZERO_WIDTH_SPACE, "") == name
