"""Points of all offers at once must be the points anybody gets who adds them up offer by offer."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angebote.domain.aehnlichkeit import GENUG, PUNKTE, Art, Vergleichspunkt, list_gemeinsames, rank_kandidaten
from angebote.domain.suche.mengen import build_menge, list_pks

PKS = st.frozensets(st.integers(1, 60))
PUNKTLISTEN = st.lists(
    st.builds(
        Vergleichspunkt,
        art=st.sampled_from(Art),
        wert=st.sampled_from("abc"),
        menge=PKS.map(build_menge),
    ),
    max_size=15,
    unique_by=lambda punkt: (punkt.art, punkt.wert),
)


def test_every_kind_of_fact_has_points() -> None:
    assert set(PUNKTE) == set(Art)
    assert all(punkte > 0 for punkte in PUNKTE.values())


@given(PUNKTLISTEN, PKS)
def test_rank_gives_every_candidate_the_sum_of_the_kinds_that_agree(
    vergleichspunkte: list[Vergleichspunkt], unter: frozenset[int]
) -> None:
    erwartet = {pk: sum(PUNKTE[art] for art in list_gemeinsames(vergleichspunkte, pk=pk)) for pk in unter}
    raenge = list(rank_kandidaten(vergleichspunkte, unter=build_menge(unter)))
    bekommen = {pk: punkte for punkte, menge in raenge for pk in list_pks(menge)}
    assert bekommen == {pk: punkte for pk, punkte in erwartet.items() if punkte >= GENUG}
    assert all(mehr > weniger for (mehr, _viele), (weniger, _wenige) in pairwise(raenge))


@given(PUNKTLISTEN, st.integers(1, 60))
def test_gemeinsames_holds_exactly_the_values_the_offer_has_too(
    vergleichspunkte: list[Vergleichspunkt], pk: int
) -> None:
    gemeinsames = list_gemeinsames(vergleichspunkte, pk=pk)
    paare = {(art, wert) for art, werte in gemeinsames.items() for wert in werte}
    assert paare == {(punkt.art, punkt.wert) for punkt in vergleichspunkte if pk in set(list_pks(punkt.menge))}


@pytest.mark.parametrize(
    ("arten", "genug"),
    [
        ({Art.KATEGORIE}, True),
        ({Art.KIEZ, Art.TAG, Art.TAGESZEIT}, True),
        ({Art.OHNE_WEG, Art.KOSTENLOS, Art.OHNE_ANMELDUNG}, True),
        ({Art.KIEZ, Art.KOSTENLOS, Art.OHNE_ANMELDUNG}, False),
        ({Art.ZIELGRUPPE, Art.KOSTENLOS, Art.STUFENLOS, Art.OHNE_ANMELDUNG}, False),
    ],
)
def test_rank_lets_the_same_activity_or_several_circumstances_be_enough(arten: set[Art], genug: bool) -> None:
    punkte = [Vergleichspunkt(art, "a", build_menge([7])) for art in arten]
    assert bool(list(rank_kandidaten(punkte, unter=build_menge([7, 8])))) is genug
