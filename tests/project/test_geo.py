import pytest
from hypothesis import given
from hypothesis import strategies as st

from pankow_einsamkeit.lib.geo import Punkt, build_rechteck, compute_distance, estimate_walking_minutes

BERLIN = st.builds(Punkt, st.floats(52.3, 52.8), st.floats(13.0, 13.8))
ERDE = st.builds(Punkt, st.floats(-90, 90), st.floats(-180, 180))


def test_distance_between_known_points_is_right_to_one_percent() -> None:
    alexanderplatz, rathaus_pankow = Punkt(52.5219, 13.4132), Punkt(52.5682, 13.4021)
    assert compute_distance(alexanderplatz, rathaus_pankow) == pytest.approx(5200, rel=0.01)


@given(ERDE, ERDE)
def test_distance_is_symmetric_and_never_negative(a: Punkt, b: Punkt) -> None:
    assert compute_distance(a, b) == pytest.approx(compute_distance(b, a), abs=1e-6)
    assert compute_distance(a, b) >= 0


@given(ERDE)
def test_distance_to_itself_is_zero(a: Punkt) -> None:
    assert compute_distance(a, a) == 0


@given(ERDE, ERDE, ERDE)
def test_distance_no_way_round_is_shorter(a: Punkt, b: Punkt, c: Punkt) -> None:
    assert compute_distance(a, c) <= compute_distance(a, b) + compute_distance(b, c) + 1


@given(BERLIN, BERLIN)
def test_rechteck_holds_every_point_within_reach(mitte: Punkt, anderer: Punkt) -> None:
    box = build_rechteck(mitte, meter=compute_distance(mitte, anderer))
    assert box.sued <= anderer.lat <= box.nord
    assert box.west <= anderer.lon <= box.ost


@given(BERLIN, st.floats(100, 1000), st.sampled_from([(1, 0), (-1, 0), (0, 1), (0, -1)]))
def test_rechteck_edge_lies_just_outside_the_reach(mitte: Punkt, meter: float, seite: tuple[int, int]) -> None:
    box = build_rechteck(mitte, meter=meter)
    lat = {1: box.nord, -1: box.sued, 0: mitte.lat}[seite[0]]
    lon = {1: box.ost, -1: box.west, 0: mitte.lon}[seite[1]]
    assert meter <= compute_distance(mitte, Punkt(lat, lon)) <= meter * 1.01


@pytest.mark.parametrize(("meter", "minuten"), [(0, 1), (46, 1), (47, 2), (200, 5), (400, 9), (900, 20)])
def test_walking_minutes_are_rounded_up(meter: float, minuten: int) -> None:
    assert estimate_walking_minutes(meter) == minuten
