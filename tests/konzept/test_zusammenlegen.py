"""Merging entries of the catalogue keeps what the concept has linked to them."""

from datetime import datetime

import pytest

from angebote.domain.zusammenlegen import merge_angebote, merge_orte, merge_traeger
from konzept.models import Massnahme
from pankow_einsamkeit.lib.kalender import BERLIN
from tests.factories import AngebotFactory, OrtFactory, TraegerFactory
from tests.konten import create_konto
from tests.konzept.factories import MassnahmeFactory

pytestmark = pytest.mark.django_db
JETZT = datetime(2026, 11, 28, 12, tzinfo=BERLIN)


def test_measure_follows_a_merged_provider_place_and_offer() -> None:
    konto = create_konto("person")
    massnahme = MassnahmeFactory()
    bleibend, weichend = TraegerFactory(), TraegerFactory()
    haus, anderes_haus = OrtFactory(), OrtFactory()
    angebot, anderes = AngebotFactory(traeger=bleibend, ort=haus), AngebotFactory(traeger=bleibend, ort=haus)
    massnahme.partner.add(weichend, bleibend)
    massnahme.orte.add(anderes_haus)
    massnahme.angebote.add(anderes)

    merge_traeger(bleibt_id=bleibend.pk, weicht_id=weichend.pk, konto=konto, jetzt=JETZT)
    merge_orte(bleibt_id=haus.pk, weicht_id=anderes_haus.pk, konto=konto, jetzt=JETZT)
    merge_angebote(bleibt_id=angebot.pk, weicht_id=anderes.pk, felder=[], konto=konto, jetzt=JETZT)

    massnahme = Massnahme.objects.get()
    assert list(massnahme.partner.all()) == [bleibend]
    assert list(massnahme.orte.all()) == [haus]
    assert list(massnahme.angebote.all()) == [angebot]


def test_history_of_the_measure_tells_the_merge() -> None:
    massnahme = MassnahmeFactory()
    bleibend, weichend = TraegerFactory(), TraegerFactory(name="Alter Verein")
    massnahme.partner.add(weichend)

    merge_traeger(bleibt_id=bleibend.pk, weicht_id=weichend.pk, konto=create_konto("person"), jetzt=JETZT)

    assert Massnahme.verlauf.latest().history_change_reason == "Zusammengelegt: Alter Verein"
