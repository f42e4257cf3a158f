"""What was public once stays recognisable, in the database too."""

from datetime import date, datetime
from importlib import import_module

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction

from angebote.choices import Status
from angebote.models import Angebot
from pankow_einsamkeit.lib.kalender import BERLIN
from tests.factories import AngebotFactory

pytestmark = pytest.mark.django_db
TAG = date(2026, 11, 1)


@pytest.mark.parametrize(
    ("status", "veroeffentlicht_am"),
    [
        (Status.ENTWURF, TAG),
        (Status.IN_PRUEFUNG, TAG),
        (Status.VEROEFFENTLICHT, None),
        (Status.PAUSIERT, None),
    ],
)
def test_status_and_date_that_contradict_are_refused(status: Status, veroeffentlicht_am: date | None) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        AngebotFactory(status=status, veroeffentlicht_am=veroeffentlicht_am)


@pytest.mark.parametrize("veroeffentlicht_am", [TAG, None])
def test_archived_entry_answers_only_if_it_was_public(veroeffentlicht_am: date | None) -> None:
    angebot = AngebotFactory(status=Status.ARCHIVIERT, veroeffentlicht_am=veroeffentlicht_am)
    assert set(Angebot.objects.oeffentlich_gewesen()) == ({angebot} if veroeffentlicht_am else set())


def test_entries_from_before_the_date_get_the_day_they_were_created() -> None:
    alt = AngebotFactory(status=Status.ARCHIVIERT, veroeffentlicht_am=None)
    entwurf = AngebotFactory(status=Status.ENTWURF)
    Angebot.objects.update(created_at=datetime(2026, 3, 2, 0, 30, tzinfo=BERLIN))
    import_module("angebote.migrations.0016_redaktion").date_existing(apps, connection.schema_editor())
    assert Angebot.objects.get(pk=alt.pk).veroeffentlicht_am == date(2026, 3, 2)
    assert Angebot.objects.get(pk=entwurf.pk).veroeffentlicht_am is None
