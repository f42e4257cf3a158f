import pytest

from angebote.domain.rufnamen import Namensvetter, find_namensvettern
from angebote.models import Haltestelle, Strassenabschnitt
from tests.factories import KiezFactory, OrtsteilFactory, PlanungsraumFactory


@pytest.fixture
def _pankow(db: None) -> None:
    planungsraum = PlanungsraumFactory(name="Am Weiher", kiez=KiezFactory(name="Weiherkiez"))
    OrtsteilFactory(name="Weiherdorf")
    for nummer in range(2):
        Haltestelle.objects.create(kennung=f"h{nummer}", name="Am Weiher", lat=52.5, lon=13.4)
        Strassenabschnitt.objects.create(
            strasse="Weiherstraße", plz=f"1308{nummer}", planungsraum=planungsraum, adressen=3
        )


@pytest.mark.usefixtures("_pankow")
@pytest.mark.parametrize(
    ("name", "vettern"),
    [
        ("WEIHERKIEZ", [("Kiez", "Weiherkiez")]),
        ("weiherdorf", [("Ortsteil", "Weiherdorf")]),
        ("am weiher", [("Planungsraum", "Am Weiher"), ("Haltestelle", "Am Weiher")]),
        ("Weiherstr.", [("Straße", "Weiherstraße")]),
        ("Weiher", []),
        ("", []),
        ("…", []),
    ],
)
def test_namensvettern_are_official_names_that_read_alike(name: str, vettern: list[tuple[str, str]]):
    assert find_namensvettern(name) == [Namensvetter(art, amtlich) for art, amtlich in vettern]


@pytest.mark.usefixtures("_pankow")
def test_namensvettern_need_one_query(django_assert_num_queries):
    with django_assert_num_queries(1):
        find_namensvettern("Am Weiher")
