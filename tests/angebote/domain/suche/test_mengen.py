from hypothesis import given
from hypothesis import strategies as st

from angebote.domain.suche.mengen import (
    LEER,
    build_menge,
    dump_menge,
    list_pks,
    load_menge,
    mark_pks,
    split_summen,
    sum_punkte,
    unite,
)

PKS = st.sets(st.integers(min_value=1, max_value=5000))


@given(PKS)
def test_list_pks_of_built_menge_gives_the_keys_ascending(pks):
    assert list(list_pks(build_menge(pks))) == sorted(pks)


@given(PKS, PKS)
def test_menge_operators_behave_like_those_of_sets(a, b):
    assert set(list_pks(build_menge(a) & build_menge(b))) == a & b
    assert set(list_pks(build_menge(a) | build_menge(b))) == a | b
    assert build_menge(a).bit_count() == len(a)


@given(PKS)
def test_load_menge_of_dumped_menge_gives_the_same(pks):
    menge = build_menge(pks)
    assert load_menge(dump_menge(menge)) == menge


@given(st.lists(PKS, max_size=4))
def test_unite_holds_all_members_of_any_number_of_sets(teile):
    assert set(list_pks(unite(build_menge(teil) for teil in teile))) == set().union(*teile)


@given(PKS, st.integers(min_value=0, max_value=6000))
def test_mark_pks_tells_members_and_others_up_to_the_last_key(pks, bis):
    marken = mark_pks(build_menge(pks), bis=bis)
    assert len(marken) > bis
    assert {pk for pk, marke in enumerate(marken) if marke} == pks


def test_menge_without_keys_is_empty():
    assert build_menge([]) == LEER
    assert dump_menge(LEER) == b""


@given(st.lists(st.tuples(st.integers(0, 70), PKS), max_size=6), PKS)
def test_split_summen_gives_everybody_the_points_of_all_their_sets_highest_first(summanden, gefragte):
    ebenen = sum_punkte((punkte, build_menge(pks)) for punkte, pks in summanden)
    teile = split_summen(build_menge(gefragte), ebenen)
    summen = [summe for summe, _menge in teile]
    assert summen == sorted(set(summen), reverse=True)
    assert [(summe, pk) for summe, menge in teile for pk in list_pks(menge)] == sorted(
        ((sum(punkte for punkte, pks in summanden if pk in pks), pk) for pk in gefragte),
        key=lambda paar: (-paar[0], paar[1]),
    )
