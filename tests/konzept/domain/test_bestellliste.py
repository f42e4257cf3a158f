from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from konzept.choices import Materialart
from konzept.domain.bestellliste import (
    NichtsZuLiefernError,
    Summe,
    deliver_paket,
    list_pakete,
    list_summen,
)
from konzept.models import Multiplikator
from tests.konten import create_konto
from tests.konzept.factories_netz import MaterialwunschFactory, MultiplikatorFactory

pytestmark = pytest.mark.django_db


def test_packs_hold_what_each_place_wants_and_sums_add_up() -> None:
    apotheke, praxis = MultiplikatorFactory(name="Apotheke"), MultiplikatorFactory(name="Praxis")
    MultiplikatorFactory(name="Ohne Wunsch")
    MaterialwunschFactory(multiplikator=apotheke, art=Materialart.KARTE, stueck=30)
    MaterialwunschFactory(multiplikator=apotheke, art=Materialart.HEFT, stueck=5)
    MaterialwunschFactory(multiplikator=praxis, art=Materialart.KARTE, stueck=20)

    pakete = list_pakete(Multiplikator.objects.all())

    assert [(paket.multiplikator.name, dict(paket.stueck)) for paket in pakete] == [
        ("Apotheke", {Materialart.HEFT: 5, Materialart.KARTE: 30}),
        ("Praxis", {Materialart.KARTE: 20}),
    ]
    assert list_summen(pakete) == [Summe(Materialart.HEFT, 5, 1), Summe(Materialart.KARTE, 50, 2)]


def test_pack_was_delivered_when_the_last_of_it_was(heute: date) -> None:
    ort = MultiplikatorFactory()
    MaterialwunschFactory(multiplikator=ort, art=Materialart.KARTE, geliefert_am=heute)
    MaterialwunschFactory(multiplikator=ort, art=Materialart.HEFT, geliefert_am=heute - timedelta(days=9))
    assert [paket.geliefert_am for paket in list_pakete(Multiplikator.objects.all())] == [heute - timedelta(days=9)]
    MaterialwunschFactory(multiplikator=ort, art=Materialart.PLAKAT)
    assert [paket.geliefert_am for paket in list_pakete(Multiplikator.objects.all())] == [None]


def test_delivery_is_noted_for_the_whole_pack_with_who_did_it(heute: date) -> None:
    konto, wunsch = create_konto("person"), MaterialwunschFactory()
    anderer = MaterialwunschFactory()

    deliver_paket(multiplikator_id=wunsch.multiplikator.pk, konto=konto, heute=heute)

    wunsch.refresh_from_db()
    anderer.refresh_from_db()
    assert (wunsch.geliefert_am, anderer.geliefert_am) == (heute, None)
    assert wunsch.verlauf.first().history_user == konto


def test_delivery_of_nothing_is_refused(heute: date) -> None:
    with pytest.raises(NichtsZuLiefernError):
        deliver_paket(multiplikator_id=MultiplikatorFactory().pk, konto=create_konto("person"), heute=heute)


def test_delivery_to_who_took_it_back_is_refused(heute: date) -> None:
    wunsch = MaterialwunschFactory(multiplikator__widerrufen_am=heute)
    with pytest.raises(Multiplikator.DoesNotExist):
        deliver_paket(multiplikator_id=wunsch.multiplikator.pk, konto=create_konto("person"), heute=heute)


def test_packs_need_two_queries_however_many_there_are() -> None:
    for _nummer in range(5):
        MaterialwunschFactory()
    with CaptureQueriesContext(connection) as abfragen:
        list_pakete(Multiplikator.objects.all())
    assert len(abfragen) == 2
