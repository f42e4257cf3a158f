from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from angebote.choices import Ausnahmeart, Status, Wochentag
from angebote.domain.katalog import refresh_angebote
from angebote.domain.schliessung import list_betroffene
from angebote.models import Ort, Schliesszeit
from pankow_einsamkeit.lib.kalender import BERLIN
from tests.factories import AngebotFactory, OrtFactory, ZeitFactory

pytestmark = pytest.mark.django_db

VON, BIS = date(2026, 11, 23), date(2026, 12, 13)  # three weeks from Monday on


@pytest.fixture
def haus() -> Ort:
    haus = OrtFactory(name="Haus am Park")
    ZeitFactory(angebot__titel="Chor", angebot__ort=haus, wochentag=Wochentag.DI)
    return haus


def count(haus: Ort, heute: date, statt: int | None = None) -> dict[str, int]:
    return {eines.angebot.titel: eines.anzahl for eines in list_betroffene(haus, VON, BIS, heute=heute, statt=statt)}


def test_offers_of_the_place_are_listed_with_their_dates_in_the_period(haus: Ort, heute: date) -> None:
    ZeitFactory(angebot__titel="Tanz", angebot__ort=haus, wochentag=Wochentag.SO)
    AngebotFactory(titel="Beratung", ort=haus, status=Status.ENTWURF)
    AngebotFactory(titel="früher", ort=haus, status=Status.ARCHIVIERT)
    ZeitFactory(angebot__titel="anderswo")
    assert count(haus, heute) == {"Beratung": 0, "Chor": 3, "Tanz": 3}


def test_dates_that_are_over_cancelled_or_closed_anyway_do_not_count(haus: Ort, heute: date) -> None:
    chor = haus.angebote.get()
    chor.ausnahmen.create(art=Ausnahmeart.FAELLT_AUS, datum=date(2026, 12, 1))
    assert count(haus, heute) == {"Chor": 2}
    assert count(haus, date(2026, 11, 25)) == {"Chor": 1}
    chor.schliesszeiten.create(von=date(2026, 12, 8), bis=date(2026, 12, 8))
    assert count(haus, heute) == {"Chor": 1}
    assert count(haus, BIS + timedelta(days=1)) == {"Chor": 0}


def test_period_that_is_being_changed_does_not_hide_what_it_closes(haus: Ort, heute: date) -> None:
    vorhanden = haus.schliesszeiten.create(von=VON, bis=BIS)
    assert count(haus, heute) == {"Chor": 0}
    assert count(haus, heute, statt=vorhanden.pk) == {"Chor": 3}


def test_queries_stay_the_same_for_more_offers(haus: Ort, heute: date) -> None:
    anzahlen = []
    for _lauf in range(2):
        with CaptureQueriesContext(connection) as abfragen:
            list_betroffene(haus, VON, BIS, heute=heute)
        anzahlen.append(len(abfragen))
        for _nummer in range(3):
            ZeitFactory(angebot__ort=haus)
    assert anzahlen == [4, 4]


def test_closing_ends_by_itself(haus: Ort, client: Client, stell_uhr: Callable[[datetime], None], heute: date) -> None:
    haus.schliesszeiten.create(von=VON, bis=BIS)
    chor = haus.angebote.get()
    refresh_angebote(angebot_ids=[chor.pk], heute=heute)
    seiten = {}
    for tag in (VON, BIS, BIS + timedelta(days=1)):
        stell_uhr(datetime.combine(tag, time(6), tzinfo=BERLIN))
        seiten[tag] = client.get(chor.get_absolute_url()).content.decode()
    assert ["geschlossen" in seite.lower() for seite in seiten.values()] == [True, True, False]
    assert min(chor.termine.values_list("datum", flat=True)) == date(2026, 12, 15)  # the first Tuesday after it


def test_scope_names_closings_that_end_soon(haus: Ort, heute: date) -> None:
    ende_of = {
        "gestern": heute - timedelta(days=1),
        "heute": heute,
        "in einer Woche": heute + timedelta(days=7),
        "später": heute + timedelta(days=8),
    }
    for grund, bis in ende_of.items():
        haus.schliesszeiten.create(von=heute - timedelta(days=5), bis=bis, grund=grund)
    bald = Schliesszeit.objects.enden_bis(heute + timedelta(days=7), heute=heute)
    assert set(bald.values_list("grund", flat=True)) == {"heute", "in einer Woche"}
