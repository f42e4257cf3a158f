"""The one day of older entries becomes the day of all four groups, there and back."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from angebote.models import Angebot, Pruefung
from tests.factories import UNGEPRUEFT, AngebotFactory

pytestmark = pytest.mark.django_db(transaction=True)
TAG = date(2026, 5, 4)


def migrate(name: str) -> None:
    executor = MigrationExecutor(connection)
    executor.migrate([("angebote", name)])


def migrate_all() -> None:
    """Other apps too: what was built on the catalogue went with it."""
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())


def read_vorgaenger() -> str:
    graph = MigrationExecutor(connection).loader.graph
    (vorgaenger,) = [name for app, name in graph.node_map[("angebote", "0018_pruefung")].parents if app == "angebote"]
    return vorgaenger


def test_day_of_an_entry_becomes_the_day_of_its_groups_and_comes_back() -> None:
    geprueft, nie = AngebotFactory(geprueft_am=TAG), AngebotFactory(**UNGEPRUEFT)
    try:
        migrate(read_vorgaenger())
        migrate_all()
        geprueft.refresh_from_db()
        assert (geprueft.geprueft_am, geprueft.hinweis_ab) == (TAG, TAG + timedelta(days=91))
        assert geprueft.sichtbar_bis == TAG + timedelta(days=180)
        assert set(Pruefung.objects.values_list("angebot", "gruppe", "geprueft_am", "quelle")) == {
            (geprueft.pk, gruppe, TAG, "import") for gruppe in ("zeiten", "kontakt", "kosten", "barrieren")
        }
        assert Angebot.objects.get(pk=nie.pk).geprueft_am is None
    finally:
        migrate_all()
