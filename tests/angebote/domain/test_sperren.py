"""Whoever writes waits in one order: a circle would end in an error for one of the editors (PostgreSQL only)."""

import time
from collections.abc import Callable
from datetime import date
from io import StringIO
from threading import Thread

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from angebote.domain import katalog
from angebote.domain.katalog import delete_angebote, refresh_angebote
from angebote.domain.suche.volltext import find_text
from angebote.models import Angebot, Volltext
from tests.factories import AngebotFactory

pytestmark = [
    pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite has one writer at a time"),
    pytest.mark.django_db(transaction=True),
]


def save_while_another_works(angebot: Angebot, work: Callable[[], object], *, heute: date) -> None:
    """An editor saves an offer that another writer waits for; neither may be thrown out."""
    fehler: list[Exception] = []

    def run() -> None:
        try:
            work()
        except Exception as eines:  # noqa: BLE001  whatever it is, the test has to tell it
            fehler.append(eines)
        finally:
            connection.close()

    faden = Thread(target=run)
    try:
        with transaction.atomic():
            Angebot.objects.filter(pk=angebot.pk).update(titel="Malkurs")
            faden.start()
            wait_until_blocked()
            refresh_angebote(angebot_ids=[angebot.pk], heute=heute)
    finally:
        faden.join()
    assert fehler == []


def wait_until_blocked(*, seconds: float = 20) -> None:
    ende = time.monotonic() + seconds
    frage = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
    while time.monotonic() < ende:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_stat_clear_snapshot()")
            cursor.execute(frage)
            if cursor.fetchone() == (1,):
                return
        time.sleep(0.02)
    pytest.fail("nobody waits")


def test_refresh_of_many_in_one_transaction_waits_for_no_offer_while_it_holds_the_catalogue(
    heute: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(katalog, "STAPEL", 1)
    angebote = AngebotFactory.create_batch(3)
    pks = [angebot.pk for angebot in angebote]

    def refresh_all() -> None:
        with transaction.atomic():
            refresh_angebote(angebot_ids=pks, heute=heute)

    save_while_another_works(angebote[-1], refresh_all, heute=heute)
    assert set(Volltext.objects.values_list("pk", flat=True)) == set(pks)


def test_delete_waits_for_the_offers_in_the_order_of_all_others(heute: date) -> None:
    geht, bleibt = AngebotFactory.create_batch(2)
    save_while_another_works(geht, lambda: delete_angebote(angebot_ids=[geht.pk]), heute=heute)
    assert set(Angebot.objects.all()) == {bleibt}


def test_rebuild_suche_waits_for_offers_before_it_writes(heute: date) -> None:
    angebote = AngebotFactory.create_batch(2)
    refresh_angebote(angebot_ids=[angebot.pk for angebot in angebote], heute=heute)
    Volltext.objects.all().delete()
    save_while_another_works(angebote[0], lambda: call_command("rebuild_suche", stdout=StringIO()), heute=heute)
    assert find_text("Malkurs").alle == 1 << angebote[0].pk
