from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from angebote.choices import Status
from angebote.domain.textpruefung import build_textlage, check_texte
from angebote.domain.textpruefung.ausnahmen import excuse_befund
from pankow_einsamkeit.models import Konto
from tests.factories import AngebotFactory

pytestmark = pytest.mark.django_db


def run() -> str:
    ausgabe = StringIO()
    call_command("check_texte", stdout=ausgabe)
    return ausgabe.getvalue()


def test_check_texte_lists_public_offers_with_open_findings_and_counts_them():
    chor = AngebotFactory(titel="Chor 50+", nutzen="Singen")
    AngebotFactory(titel="Skat")
    AngebotFactory(titel="Tanz 60+", status=Status.ENTWURF)
    befund = check_texte(build_textlage(chor))[1]
    excuse_befund(angebot=chor, befund=befund, grund="kurz", konto=Konto.objects.create_user("redaktion"))

    assert run() == (
        f"{chor.pk} Chor 50+\n"
        "  titel: Der Titel nennt eine Gruppe von Menschen: 50+\n"
        "2 Angebote geprüft, 1 mit Hinweisen. Bewusst so gelassen: 1.\n"
        "Der Titel nennt eine Gruppe von Menschen          1\n"
    )


@pytest.mark.parametrize("anzahl", [1, 3])
def test_check_texte_asks_the_same_number_of_times_for_any_number_of_offers(anzahl: int):
    AngebotFactory.create_batch(anzahl)
    with CaptureQueriesContext(connection) as abfragen:
        run()
    assert len(abfragen) == 6
