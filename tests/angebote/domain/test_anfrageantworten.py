from datetime import date, datetime

import pytest

from angebote.choices import Kapazitaet
from angebote.domain.anfrageantworten import NichtBeantwortbarError, set_plaetze
from angebote.domain.bestaetigungen import create_anfrage
from angebote.models import Anfrageposten, Angebot
from tests.factories import AngebotFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def posten(jetzt: datetime) -> Anfrageposten:
    """Loaded with its offer before anybody else changes that."""
    angebot = AngebotFactory(titel="Kaffeerunde", email="haus@example.org")
    anfrage = create_anfrage(adresse="haus@example.org", angebot_ids=[angebot.pk], jetzt=jetzt)
    return anfrage.posten.select_related("anfrage", "angebot").get()


def test_answer_keeps_what_somebody_else_saved_meanwhile(posten: Anfrageposten, jetzt: datetime, heute: date) -> None:
    Angebot.objects.update(titel="Teerunde")
    set_plaetze(posten=posten, kapazitaet=Kapazitaet.WARTELISTE, jetzt=jetzt)
    angebot = Angebot.objects.get()
    assert (angebot.titel, angebot.kapazitaet, angebot.kapazitaet_am) == ("Teerunde", Kapazitaet.WARTELISTE, heute)


def test_answer_is_refused_when_the_address_changed_meanwhile(posten: Anfrageposten, jetzt: datetime) -> None:
    Angebot.objects.update(email="neu@example.org")
    with pytest.raises(NichtBeantwortbarError):
        set_plaetze(posten=posten, kapazitaet=Kapazitaet.WARTELISTE, jetzt=jetzt)
