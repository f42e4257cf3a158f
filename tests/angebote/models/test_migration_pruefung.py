"""The one day of older entries becomes the day of all four groups. The steps of the migration are called by themselves."""

from datetime import date, timedelta
from importlib import import_module

import pytest
from django.apps import apps

from angebote.models import Angebot, Pruefung
from tests.factories import UNGEPRUEFT, AngebotFactory

pytestmark = pytest.mark.django_db
TAG = date(2026, 5, 4)
migration = import_module("angebote.migrations.0018_pruefung")


def test_day_of_an_entry_becomes_the_day_of_its_groups() -> None:
    geprueft, nie = AngebotFactory(geprueft_am=TAG), AngebotFactory(**UNGEPRUEFT)
    Pruefung.objects.all().delete()  # as before the migration
    Angebot.objects.filter(pk=geprueft.pk).update(hinweis_ab=TAG, sichtbar_bis=TAG)

    migration.fill_fristen(apps, None)
    migration.split_geprueft_am(apps, None)

    geprueft.refresh_from_db()
    assert (geprueft.geprueft_am, geprueft.hinweis_ab) == (TAG, TAG + timedelta(days=91))
    assert geprueft.sichtbar_bis == TAG + timedelta(days=180)
    assert set(Pruefung.objects.values_list("angebot", "gruppe", "geprueft_am", "quelle")) == {
        (geprueft.pk, gruppe, TAG, "import") for gruppe in ("zeiten", "kontakt", "kosten", "barrieren")
    }
    assert Angebot.objects.get(pk=nie.pk).geprueft_am is None
