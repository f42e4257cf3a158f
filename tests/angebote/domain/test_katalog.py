from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from angebote.choices import Kostenart
from angebote.domain.katalog import delete_angebote, refresh_angebote
from angebote.domain.katalogstand import read_version
from angebote.domain.suche.mengen import list_pks, load_menge
from angebote.models import Angebot, Angebotsmenge, Kosten, Termin
from tests.factories import AngebotFactory, ZeitFactory

pytestmark = pytest.mark.django_db


def find_gruppe(gruppe: str) -> dict[str, set[int]]:
    """The sets of one group, as keys of offers."""
    mengen = Angebotsmenge.objects.filter(gruppe=gruppe)
    return {menge.wert: set(list_pks(load_menge(menge.bits))) for menge in mengen}


def test_refresh_brings_card_facets_search_text_and_dates_in_step(heute: date) -> None:
    angebot = AngebotFactory(titel="Singen am Dienstag")
    Kosten.objects.create(angebot=angebot, art=Kostenart.KOSTENLOS)
    ZeitFactory(angebot=angebot)

    refresh_angebote(angebot_ids=[angebot.pk], heute=heute)

    angebot = Angebot.objects.get()
    assert angebot.kartendaten["kostensatz"] == "kostenlos"
    assert find_gruppe("kosten") == {"kostenlos": {angebot.pk}}
    naechster = angebot.termine.earliest("datum")
    assert naechster.datum == date(2026, 11, 24)


def test_refresh_after_a_change_leaves_nothing_of_the_old_state(heute: date) -> None:
    angebot = AngebotFactory()
    kosten = Kosten.objects.create(angebot=angebot, art=Kostenart.KOSTENLOS)
    zeit = ZeitFactory(angebot=angebot)
    refresh_angebote(angebot_ids=[angebot.pk], heute=heute)
    kosten.delete()
    zeit.delete()
    refresh_angebote(angebot_ids=[angebot.pk], heute=heute)
    angebot = Angebot.objects.get()
    assert angebot.kartendaten["ist_kostenlos"] is False
    assert find_gruppe("kosten") == {}
    assert set(Termin.objects.all()) == set()


def test_refresh_leaves_other_offers_alone(heute: date) -> None:
    gemeint, anderes = AngebotFactory(), AngebotFactory()
    refresh_angebote(angebot_ids=[gemeint.pk, gemeint.pk, 999_999], heute=heute)
    assert Angebot.objects.get(pk=anderes.pk).kartendaten == {}
    assert Angebot.objects.get(pk=gemeint.pk).kartendaten != {}


def test_refresh_of_nothing_asks_the_database_nothing(heute: date) -> None:
    with CaptureQueriesContext(connection) as abfragen:
        refresh_angebote(angebot_ids=[], heute=heute)
    assert len(abfragen) == 0


def test_refresh_needs_the_same_queries_for_one_and_three(heute: date) -> None:
    def count_queries(anzahl: int) -> int:
        angebote = AngebotFactory.create_batch(anzahl)
        for angebot in angebote:
            ZeitFactory(angebot=angebot)
            Kosten.objects.create(angebot=angebot, art=Kostenart.KOSTENLOS)
        with CaptureQueriesContext(connection) as abfragen:
            refresh_angebote(angebot_ids=[angebot.pk for angebot in angebote], heute=heute)
        return len(abfragen)

    count_queries(1)  # the first one ever lays the mark of the catalogue
    assert count_queries(1) == count_queries(3)


def test_refresh_renews_the_mark_of_the_catalogue(heute: date) -> None:
    angebot = AngebotFactory()
    refresh_angebote(angebot_ids=[angebot.pk], heute=heute)
    vorher = read_version()
    refresh_angebote(angebot_ids=[angebot.pk], heute=heute)
    assert vorher != read_version() != ""


def test_delete_takes_an_offer_out_of_every_set_and_renews_the_mark(heute: date) -> None:
    bleibt, geht = AngebotFactory(), AngebotFactory()
    for angebot in (bleibt, geht):
        ZeitFactory(angebot=angebot)
    refresh_angebote(angebot_ids=[bleibt.pk, geht.pk], heute=heute)
    vorher = read_version()
    delete_angebote(angebot_ids=[geht.pk])
    assert set(Angebot.objects.all()) == {bleibt}
    assert {pk for menge in Angebotsmenge.objects.all() for pk in list_pks(load_menge(menge.bits))} == {bleibt.pk}
    assert read_version() != vorher
