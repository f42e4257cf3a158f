import pytest

from angebote.models import Kiez
from konzept.domain.bevoelkerung import compute_je_tausend, compute_mittlere, format_je_tausend, list_altersgruppen
from tests.factories import KiezFactory


def build_kiez(**felder: int | None) -> Kiez:
    kiez: Kiez = KiezFactory.build(**{"einwohner": 1000, "unter_18": 200, "von_18_bis_26": 100, "ab_65": 150, **felder})
    return kiez


def test_residents_between_the_age_groups_are_what_is_left() -> None:
    assert compute_mittlere(build_kiez()) == 550
    assert compute_mittlere(build_kiez(ab_65=None)) is None
    assert compute_mittlere(build_kiez(einwohner=None)) is None


def test_each_age_group_has_its_residents_and_offers_per_thousand() -> None:
    gruppen = list_altersgruppen([build_kiez()], angebote=2)
    assert [(gruppe.titel, gruppe.menschen, gruppe.je_tausend) for gruppe in gruppen] == [
        ("alle", 1000, 2.0),
        ("unter 18", 200, 10.0),
        ("18 bis 26", 100, 20.0),
        ("27 bis 64", 550, 3.64),
        ("ab 65", 150, 13.33),
    ]


def test_several_kieze_are_added_and_a_part_is_no_sum() -> None:
    gruppen = list_altersgruppen([build_kiez(), build_kiez(ab_65=None)], angebote=4)
    assert [(gruppe.menschen, gruppe.je_tausend) for gruppe in gruppen] == [
        (2000, 2.0),
        (400, 10.0),
        (200, 20.0),
        (None, None),
        (None, None),
    ]


def test_group_of_nobody_has_no_share() -> None:
    gruppen = list_altersgruppen([build_kiez(von_18_bis_26=0)], angebote=3)
    assert (gruppen[2].menschen, gruppen[2].je_tausend) == (0, None)


@pytest.mark.parametrize(
    ("angebote", "menschen", "quote"),
    [
        *((3, 2000, 1.5), (1, 3000, 0.33), (1, 26_352, 0.04)),
        *((1, 8000, 0.13), (201, 1_000_000, 0.2), (0, 10, 0.0)),
        *((5, 0, None), (5, None, None)),
    ],
)
def test_quote_has_two_decimals_and_is_unknown_where_people_are(
    angebote: int, menschen: int | None, quote: float | None
) -> None:
    assert compute_je_tausend(angebote, menschen) == quote


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        *((0.04, "0,04"), (0.0, "0,00"), (1.5, "1,50"), (2.0, "2,00")),
        *((1234.5, "1234,50"), (None, "nicht bekannt")),
    ],
)
def test_quote_is_written_with_the_same_decimals_everywhere(quote: float | None, text: str) -> None:
    assert format_je_tausend(quote) == text
