from angebote.models import Kiez
from konzept.domain.bevoelkerung import compute_mittlere, list_altersgruppen
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
        ("27 bis 64", 550, 2000 / 550),
        ("ab 65", 150, 2000 / 150),
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
