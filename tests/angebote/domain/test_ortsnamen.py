import pytest
from pytest_django import DjangoAssertNumQueries

from angebote.domain.ortsnamen import Kiezname, find_kiez_of_name
from angebote.models import Haltestelle, OrtsteilAnteil, Strassenabschnitt
from tests.factories import KiezFactory, OrtsteilFactory, PlanungsraumFactory

pytestmark = pytest.mark.django_db

WEISSENSEE = Kiezname("weissensee", "Weißensee")
BUCH = Kiezname("buch", "Buch")


@pytest.fixture
def gebiete() -> None:
    raeume = {
        name: PlanungsraumFactory(name=raum, kiez=KiezFactory(slug=name, name=kiez))
        for name, kiez, raum in (("weissensee", "Weißensee", "Komponistenviertel"), ("buch", "Buch", "Alt-Buch"))
    }
    for nummer, (name, raum, gewicht) in enumerate(
        [("Antonplatz", "weissensee", 10), ("Berliner Allee", "buch", 5), ("Komponistenviertel", "buch", 99)]
    ):
        Haltestelle.objects.create(
            kennung=str(nummer), name=name, lat=52, lon=13, planungsraum=raeume[raum], gewicht=gewicht
        )
    Haltestelle.objects.create(kennung="ohne", name="Nirgends", lat=52, lon=13)
    for strasse, raum, adressen in (
        ("Erich-Weinert-Straße", "buch", 3),
        ("Erich-Weinert-Straße", "weissensee", 40),
        ("Berliner Allee", "weissensee", 400),
    ):
        Strassenabschnitt.objects.create(strasse=strasse, plz="13086", planungsraum=raeume[raum], adressen=adressen)
    ortsteil = OrtsteilFactory(name="Blankenburg")
    for kiez, anteil in (("weissensee", 0.3), ("buch", 0.7)):
        OrtsteilAnteil.objects.create(ortsteil=ortsteil, kiez=raeume[kiez].kiez, adressanteil=anteil)


@pytest.mark.usefixtures("gebiete")
@pytest.mark.parametrize(
    ("name", "kiez"),
    [
        ("Antonplatz", WEISSENSEE),
        (" anton platz ", WEISSENSEE),
        ("Antonpl.", WEISSENSEE),
        ("WEISSENSEE", WEISSENSEE),
        ("Komponistenviertel", WEISSENSEE),
        ("Erich Weinert Str.", WEISSENSEE),
        ("Berliner Allee", BUCH),
        ("Blankenburg", BUCH),
        ("Anton", None),
        ("Nirgends", None),
        ("…", None),
        ("", None),
    ],
)
def test_find_kiez_of_name_knows_areas_then_stops_then_streets(name: str, kiez: Kiezname | None) -> None:
    assert find_kiez_of_name(name) == kiez


@pytest.mark.usefixtures("gebiete")
def test_find_kiez_of_name_needs_one_query(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(1):
        find_kiez_of_name("Antonplatz")
