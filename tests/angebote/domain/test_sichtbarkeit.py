from datetime import date, timedelta
from itertools import product

import pytest
from django.conf import LazySettings

from angebote.choices import Status
from angebote.domain.sichtbarkeit import explain_verborgen
from angebote.models import Angebot
from tests.factories import AngebotFactory


@pytest.mark.django_db
@pytest.mark.parametrize("zeigen", [True, False])
def test_gruende_are_missing_exactly_where_the_public_sees_the_offer(zeigen: bool, heute: date, settings: LazySettings):
    settings.UNGEPRUEFTE_ZEIGEN = zeigen
    enden = [None, heute - timedelta(days=1), heute, heute + timedelta(days=1)]
    pruefungen = [None, heute, heute - timedelta(days=180), heute - timedelta(days=181)]
    for status, ende, geprueft in product(Status.values, enden, pruefungen):
        AngebotFactory(status=status, gueltig_bis=ende, geprueft_am=geprueft)

    ohne_grund = {angebot.pk for angebot in Angebot.objects.all() if not explain_verborgen(angebot, heute=heute)}

    assert ohne_grund == set(Angebot.objects.oeffentlich(heute).values_list("pk", flat=True))
    assert ohne_grund


def test_gruende_of_a_draft_that_is_over_name_both(heute: date):
    angebot = Angebot(status=Status.ENTWURF, gueltig_bis=date(2026, 11, 20), geprueft_am=heute)

    assert explain_verborgen(angebot, heute=heute) == [
        "Der Status ist „Entwurf“.",
        "Das Angebot endete am 20.11.2026.",
    ]


def test_grund_of_an_expired_offer_names_both_days(heute: date):
    angebot = AngebotFactory.build(ort=None, geprueft_am=heute - timedelta(days=181))

    assert explain_verborgen(angebot, heute=heute) == [
        "Zuletzt geprüft wurde es am 24.05.2026, das galt bis zum 20.11.2026. Bitte prüfen und als geprüft vermerken."
    ]
