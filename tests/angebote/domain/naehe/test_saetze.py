import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angebote.domain.naehe.saetze import build_entfernungssatz
from pankow_einsamkeit.lib.geo import estimate_walking_minutes

ENTFERNUNGEN = st.floats(min_value=0, max_value=60_000)


@pytest.mark.parametrize(
    ("meter", "satz"),
    [
        (0, "etwa 50 Meter, 1 Minute zu Fuß"),
        (440, "etwa 450 Meter, 10 Minuten zu Fuß"),
        (950, "etwa 950 Meter, 21 Minuten zu Fuß"),
        (960, "etwa 1 Kilometer, 21 Minuten zu Fuß"),
        (1280, "etwa 1,3 Kilometer, 28 Minuten zu Fuß"),
        (3000, "etwa 3 Kilometer, 65 Minuten zu Fuß"),
        (3001, "etwa 3 Kilometer, mit Bus oder Bahn"),
        (12_340, "etwa 12,3 Kilometer, mit Bus oder Bahn"),
    ],
)
def test_entfernungssatz_says_metres_then_kilometres_then_bus(meter: float, satz: str) -> None:
    assert build_entfernungssatz(meter, genau=True) == satz


def test_entfernungssatz_of_a_rough_position_says_so() -> None:
    satz = build_entfernungssatz(440, genau=False)
    assert satz == "ungefähr 450 Meter, 10 Minuten zu Fuß – die genaue Lage kennen wir nicht"


@pytest.mark.parametrize(
    ("meter", "satz"),
    [
        (0, "im selben Viertel – die genaue Lage kennen wir nicht"),
        (850, "in der Nähe – die genaue Lage kennen wir nicht"),
        (851, "ungefähr 850 Meter, 19 Minuten zu Fuß – die genaue Lage kennen wir nicht"),
    ],
)
def test_entfernungssatz_between_two_rough_positions_gives_no_number_that_cannot_be_true(
    meter: float, satz: str
) -> None:
    assert build_entfernungssatz(meter, genau=False, start_genau=False) == satz


def test_entfernungssatz_of_the_asked_address_is_no_distance() -> None:
    assert build_entfernungssatz(0, genau=False, start_genau=False, ist_hier=True) == "an dieser Adresse"


@given(ENTFERNUNGEN, st.booleans())
def test_entfernungssatz_any_distance_is_one_sentence_close_to_it(meter: float, genau: bool) -> None:
    satz = build_entfernungssatz(meter, genau=genau)
    treffer = re.fullmatch(
        r"(?:etwa|ungefähr) (\d+(?:,\d)?) (Meter|Kilometer), (?:(\d+) Minuten? zu Fuß|mit Bus oder Bahn)"
        r"( – die genaue Lage kennen wir nicht)?",
        satz,
    )
    assert treffer is not None
    zahl = float(treffer[1].replace(",", "."))
    if treffer[2] == "Meter":
        assert zahl % 50 == 0
        assert abs(zahl - max(meter, 50)) <= 25
    else:
        assert abs(zahl * 1000 - meter) <= 51
    assert treffer[3] is None or int(treffer[3]) == estimate_walking_minutes(meter)
    assert (treffer[3] is None) == (meter > 3000)
    assert (treffer[4] is None) == genau
