"""Example requests keep to every rule, as they are taken through the domain, and say that they are examples."""

from datetime import datetime

import pytest

from angebote.rollen import DATENSCHUTZ, KONZEPT
from konzept.beispiel.kooperation import save_anfragen
from konzept.models import Anfragebeteiligung, Anfrageentscheidung, Kooperationsanfrage, Materialfreigabe
from tests.konten import create_konto

pytestmark = pytest.mark.django_db


@pytest.fixture
def konten() -> None:
    """As the demo has them."""
    create_konto("konzept", KONZEPT)
    create_konto("datenschutz", DATENSCHUTZ)


@pytest.mark.usefixtures("konten")
def test_examples_stand_at_three_places_of_the_way_and_are_marked(jetzt: datetime) -> None:
    save_anfragen(jetzt=jetzt)

    anfragen = Kooperationsanfrage.objects.all()
    assert {anfrage.status for anfrage in anfragen} == {"eingang", "materialfreigabe", "abgelehnt"}
    assert all(anfrage.titel.startswith("Beispiel: ") for anfrage in anfragen)
    assert all(anfrage.traeger_name.endswith("(Beispiel)") for anfrage in anfragen)


@pytest.mark.usefixtures("konten")
def test_later_example_was_compared_with_the_refused_one(jetzt: datetime) -> None:
    save_anfragen(jetzt=jetzt)
    zusage = Anfrageentscheidung.objects.get(ergebnis="ja")
    assert [eine.ergebnis for eine in zusage.vergleichbare.all()] == ["nein"]


@pytest.mark.usefixtures("konten")
def test_example_has_the_word_of_the_datenschutz_from_its_own_account_alone(jetzt: datetime) -> None:
    save_anfragen(jetzt=jetzt)
    eigene = Anfragebeteiligung.objects.filter(stelle="datenschutz").values_list("konto__username", flat=True)
    assert set(eigene) == {"datenschutz"}
    assert list(Materialfreigabe.objects.values_list("stelle", "konto__username")) == [("datenschutz", "datenschutz")]


def test_without_the_demos_two_accounts_there_are_no_examples(jetzt: datetime) -> None:
    create_konto("konzept", KONZEPT)
    save_anfragen(jetzt=jetzt)
    assert not Kooperationsanfrage.objects.exists()
