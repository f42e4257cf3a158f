from datetime import date, time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from konzept.choices import Erledigung, Kanal
from konzept.domain.netzaufgaben import Netztermin, list_naechste_termine, list_offene_aufgaben
from tests.konten import create_konto
from tests.konzept.factories_netz import AufgabeFactory, KommunikationFactory, SitzungFactory, WahlterminFactory

pytestmark = pytest.mark.django_db

EIN_TAG = timedelta(days=1)


def test_open_tasks_are_told_with_the_longest_overdue_first(heute: date) -> None:
    morgen = AufgabeFactory(faellig_am=heute + EIN_TAG)
    gestern = AufgabeFactory(faellig_am=heute - EIN_TAG)
    heutige = AufgabeFactory(faellig_am=heute)
    AufgabeFactory(faellig_am=heute, status=Erledigung.ERLEDIGT, erledigt_am=heute)
    AufgabeFactory(faellig_am=heute, status=Erledigung.ENTFALLEN, erledigt_am=heute)

    offene = list_offene_aufgaben(heute)

    assert [(eine.aufgabe, eine.ist_ueberfaellig) for eine in offene] == [
        (gestern, True),
        (heutige, False),
        (morgen, False),
    ]


def test_open_tasks_of_one_account_are_only_those(heute: date) -> None:
    konto = create_konto("person")
    eigene = AufgabeFactory(konto=konto)
    AufgabeFactory(konto=create_konto("andere"))
    AufgabeFactory()
    assert [eine.aufgabe for eine in list_offene_aufgaben(heute, konto)] == [eigene]


def test_next_dates_mix_meetings_elections_and_publications(heute: date) -> None:
    sitzung = SitzungFactory(gremium__name="Runde", datum=heute, beginn=time(14), ort="Saal")
    SitzungFactory(datum=heute - EIN_TAG)
    SitzungFactory(datum=heute + EIN_TAG, ist_abgesagt=True)
    WahlterminFactory(datum=heute + 2 * EIN_TAG, titel="Wahl zur BVV")
    WahlterminFactory(datum=heute - EIN_TAG, titel="Gewesen")
    flyer = KommunikationFactory(titel="Flyer", kanal=Kanal.FLYER, faellig_am=heute + EIN_TAG)
    KommunikationFactory(faellig_am=heute - EIN_TAG)
    KommunikationFactory(faellig_am=heute, status=Erledigung.ERLEDIGT, erledigt_am=heute)

    termine = list_naechste_termine(heute, 10)

    plan = f"{reverse('konzept:kommunikation-liste')}#k{flyer.pk}"
    assert termine == [
        Netztermin(heute, "Runde", "Sitzung", time(14), "Saal", sitzung.get_absolute_url()),
        Netztermin(heute + EIN_TAG, "Flyer", "Flyer und Karten", url=plan),
        Netztermin(heute + 2 * EIN_TAG, "Wahl zur BVV", "Wahl"),
    ]


def test_next_dates_stop_at_the_number_asked_for(heute: date) -> None:
    for tage in range(4):
        SitzungFactory(datum=heute + tage * EIN_TAG)
    assert [termin.datum for termin in list_naechste_termine(heute, 2)] == [heute, heute + EIN_TAG]


def test_overdue_publications_push_no_meeting_away(heute: date) -> None:
    for tage in range(1, 4):
        KommunikationFactory(faellig_am=heute - tage * EIN_TAG)
    SitzungFactory(datum=heute)
    assert [termin.datum for termin in list_naechste_termine(heute, 2)] == [heute]


def test_readers_need_one_and_three_queries_however_much_there_is(heute: date) -> None:
    for tage in range(5):
        AufgabeFactory(sitzung=SitzungFactory(datum=heute + tage * EIN_TAG))
        KommunikationFactory()
    with CaptureQueriesContext(connection) as aufgaben:
        [str(eine.aufgabe.sitzung) for eine in list_offene_aufgaben(heute)]
    with CaptureQueriesContext(connection) as termine:
        list_naechste_termine(heute, 6)
    assert (len(aufgaben), len(termine)) == (1, 3)
