from array import array

from hypothesis import given
from hypothesis import strategies as st

from angebote.domain.suche.mengen import build_menge
from angebote.domain.suche.titelfolge import Titelfolge

ALLE = 400
FOLGE = st.permutations(range(1, ALLE + 1))
AUSWAHL = st.one_of(st.sets(st.integers(1, ALLE), max_size=4), st.sets(st.integers(1, ALLE), min_size=100))


def build_titelfolge(pks: list[int]) -> Titelfolge:
    rang = array("L", [0] * (ALLE + 1))
    for stelle, pk in enumerate(pks):
        rang[pk] = stelle
    return Titelfolge(array("L", pks), rang)


@given(FOLGE, AUSWAHL, st.integers(0, ALLE), st.none() | st.integers(0, 2 * ALLE))
def test_sort_gives_any_piece_of_few_or_many_offers_in_order(pks, auswahl, anfang, ende):
    erwartet = [pk for pk in pks if pk in auswahl][anfang:ende]
    assert build_titelfolge(pks).sort(build_menge(auswahl), anfang=anfang, ende=ende) == erwartet
