from io import StringIO

import pytest
from django.core.management import call_command

from angebote.models import Angebot, Haltestelle
from tests.factories import AngebotFactory, OrtFactory

pytestmark = pytest.mark.django_db


def test_update_katalog_refreshes_stops_and_every_offer() -> None:
    Haltestelle.objects.create(kennung="h", name="Antonplatz", lat=52.55, lon=13.45)
    AngebotFactory(ort=OrtFactory(lat=52.55, lon=13.45))
    AngebotFactory(ort=None)
    ausgabe = StringIO()

    call_command("update_katalog", stdout=ausgabe)

    assert set(Angebot.objects.values_list("kartendaten__haltestellensatz", flat=True)) == {
        "Haltestelle Antonplatz, etwa 1 Minute zu Fuß",
        "",
    }
    assert ausgabe.getvalue().startswith("2 Angebote aufgefrischt: ")


def test_update_katalog_begins_the_history_of_what_has_none() -> None:
    angebot = AngebotFactory()
    Angebot.verlauf.all().delete()
    call_command("update_katalog", stdout=StringIO())
    assert [(spur.id, spur.history_change_reason) for spur in Angebot.verlauf.all()] == [
        (angebot.pk, "Beginn des Verlaufs")
    ]
