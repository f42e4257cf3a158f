import pytest

from angebote.domain.rufnamen import Namensvetter, find_hindernis, find_namensvettern
from angebote.models import Haltestelle, Rufname, Strassenabschnitt
from tests.factories import KiezFactory, OrtsteilFactory, PlanungsraumFactory


@pytest.fixture
def _pankow(db: None) -> None:
    planungsraum = PlanungsraumFactory(name="Am Weiher", kiez=KiezFactory(name="Weiherkiez"))
    OrtsteilFactory(name="Weiherdorf")
    for nummer in range(2):
        Haltestelle.objects.create(kennung=f"h{nummer}", name="Am Weiher", lat=52.5, lon=13.4)
        Haltestelle.objects.create(kennung=f"s{nummer}", name="S Weihersee", lat=52.5, lon=13.4)
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
        ("Weihersee", [("Haltestelle", "S Weihersee")]),
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


@pytest.mark.usefixtures("_pankow")
@pytest.mark.parametrize(
    ("name", "anfang"),
    [
        ("13187", "Ein Rufname braucht Buchstaben"),
        (" 12 - 3 ", "Ein Rufname braucht Buchstaben"),
        ("…", "Bitte einen Namen mit Buchstaben"),
        ("helmi", "Den Rufnamen „Hélmi“ gibt es schon"),
        ("Weiherstr", "So heißt in Pankow schon etwas: Straße Weiherstraße."),
        ("weihersee", "So heißt in Pankow schon etwas: Haltestelle S Weihersee."),
        ("Am Teich", ""),
    ],
)
def test_hindernis_is_whatever_a_nickname_would_hide(name: str, anfang: str):
    Rufname.objects.create(name="Hélmi", kiez=KiezFactory())
    hindernis = find_hindernis(name, pk=None)
    assert hindernis.startswith(anfang)
    assert bool(hindernis) == bool(anfang)


def test_hindernis_of_a_nickname_that_stays_as_it_is_is_not_itself(db: None):
    rufname = Rufname.objects.create(name="Helmi", kiez=KiezFactory())
    assert find_hindernis("HELMI", pk=rufname.pk) == ""
