import pytest
from hypothesis import given
from hypothesis import strategies as st

from konzept.domain.waermestufen import Stufe, compute_stufe, list_stufen


@pytest.mark.parametrize(
    ("anzahl", "stufe"), [(0, 0), (1, 1), (25, 1), (26, 2), (50, 2), (51, 3), (75, 3), (76, 4), (100, 4)]
)
def test_stufe_goes_by_quarters_of_the_highest(anzahl: int, stufe: int) -> None:
    assert compute_stufe(anzahl, hoechste=100) == stufe


def test_legend_leaves_out_levels_no_whole_number_can_have() -> None:
    assert list_stufen(3) == [Stufe(0, 0, 0), Stufe(2, 1, 1), Stufe(3, 2, 2), Stufe(4, 3, 3)]
    assert list_stufen(101) == [
        Stufe(0, 0, 0),
        Stufe(1, 1, 25),
        Stufe(2, 26, 50),
        Stufe(3, 51, 75),
        Stufe(4, 76, 101),
    ]
    assert list_stufen(0) == [Stufe(0, 0, 0)]


@given(hoechste=st.integers(0, 5000), daten=st.data())
def test_legend_names_the_level_of_every_figure(hoechste: int, daten: st.DataObject) -> None:
    anzahl = daten.draw(st.integers(0, hoechste))
    passende = [stufe.nummer for stufe in list_stufen(hoechste) if stufe.von <= anzahl <= stufe.bis]
    assert passende == [compute_stufe(anzahl, hoechste=hoechste)]
