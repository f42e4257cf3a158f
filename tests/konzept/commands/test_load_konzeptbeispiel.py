import pytest
from django.core.management import call_command

from konzept.models import Akteur, Aufgabe, Gremium, Kommunikation, Multiplikator, Sitzung
from tests.factories import KiezFactory

pytestmark = pytest.mark.django_db


def test_examples_of_the_network_are_marked_as_such() -> None:
    KiezFactory()
    call_command("load_konzeptbeispiel", verbosity=0)
    for modell in (Akteur, Multiplikator, Gremium, Aufgabe, Kommunikation):
        namen = [str(eintrag) for eintrag in modell._default_manager.all()]
        assert namen
        assert [name for name in namen if "(Beispiel)" not in name] == []


def test_examples_are_loaded_once() -> None:
    call_command("load_konzeptbeispiel", verbosity=0)
    call_command("load_konzeptbeispiel", verbosity=0)
    assert Sitzung.objects.count() == 2
