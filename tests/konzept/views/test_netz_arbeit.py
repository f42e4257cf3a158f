"""Rounds, meetings, tasks and the communication plan."""

import csv
from datetime import date, timedelta
from io import StringIO

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from angebote.rollen import KONZEPT, REDAKTION
from konzept.choices import Erledigung, Kanal
from konzept.models import Aufgabe, Kommunikation
from pankow_einsamkeit.models import Konto
from tests.factories import KiezFactory
from tests.konten import create_konto, login
from tests.konzept.factories_netz import (
    AufgabeFactory,
    GremiumFactory,
    KommunikationFactory,
    SitzungFactory,
    WahlterminFactory,
)

pytestmark = pytest.mark.django_db

EIN_TAG = timedelta(days=1)


@pytest.fixture
def konto() -> Konto:
    return create_konto("person", KONZEPT)


@pytest.fixture
def konzept(client: Client, konto: Konto) -> Client:
    return login(client, konto)


def list_titel(client: Client, name: str, frage: str, spalte: int) -> set[str]:
    text = client.get(f"{reverse(name)}?{frage}").content.decode("utf-8-sig")
    return {zeile[spalte] for zeile in list(csv.reader(StringIO(text), delimiter=";"))[1:]}


def test_task_is_closed_by_whom_it_was_given_to_and_by_nobody_else_without_the_right(client: Client) -> None:
    konto = create_konto("redaktion", REDAKTION)
    eigene, fremde = AufgabeFactory(titel="Eigene", konto=konto), AufgabeFactory(titel="Fremde")
    login(client, konto)
    eigener, fremder = (reverse("konzept:aufgabe-schritt", args=[eine.pk]) for eine in (eigene, fremde))

    text = client.get(reverse("konzept:aufgabe-liste")).content.decode()
    assert (eigener in text, fremder in text) == (True, False)
    assert f'<a href="{eigener}">Eigene</a>' in client.get(reverse("konzept:uebersicht")).content.decode()
    assert client.post(eigener, {"schritt": "erledigen", "ergebnis": "Erledigt."}).status_code == 302
    assert client.get(fremder).status_code == 403
    assert client.post(fremder, {"schritt": "erledigen", "ergebnis": "Erledigt."}).status_code == 403
    assert set(Aufgabe.objects.values_list("titel", "status")) == {("Eigene", "erledigt"), ("Fremde", "offen")}


def test_list_of_tasks_has_no_column_of_steps_for_whom_none_are(client: Client) -> None:
    AufgabeFactory()
    login(client, create_konto("redaktion", REDAKTION))
    assert "Schritt</th>" not in client.get(reverse("konzept:aufgabe-liste")).content.decode()


def test_tasks_are_narrowed_down_and_open_ones_shown_first(konzept: Client, konto: Konto) -> None:
    heute, runde = timezone.localdate(), GremiumFactory()
    AufgabeFactory(titel="Alt", faellig_am=heute - EIN_TAG)
    AufgabeFactory(titel="Meine", faellig_am=heute, konto=konto)
    AufgabeFactory(titel="Der Runde", faellig_am=heute, sitzung=SitzungFactory(gremium=runde))
    AufgabeFactory(titel="Fertig", faellig_am=heute, status=Erledigung.ERLEDIGT, erledigt_am=heute)
    AufgabeFactory(titel="Weg", faellig_am=heute, status=Erledigung.ENTFALLEN, erledigt_am=heute)
    erwartet = {
        "": {"Alt", "Meine", "Der Runde"},
        "stand=ueberfaellig": {"Alt"},
        "stand=erledigt": {"Fertig"},
        "stand=entfallen": {"Weg"},
        "wer=meine": {"Meine"},
        f"gremium={runde.pk}": {"Der Runde"},
    }
    assert {frage: list_titel(konzept, "konzept:aufgabe-csv", frage, 0) for frage in erwartet} == erwartet


def test_task_is_closed_with_its_result(konzept: Client) -> None:
    aufgabe = AufgabeFactory(titel="Räume suchen")

    antwort = konzept.post(
        reverse("konzept:aufgabe-schritt", args=[aufgabe.pk]),
        {"schritt": "erledigen", "ergebnis": "Drei Räume gefunden."},
        follow=True,
    )

    assert "Gespeichert: „Räume suchen“." in antwort.content.decode()
    aufgabe.refresh_from_db()
    assert (aufgabe.status, aufgabe.erledigt_am, aufgabe.ergebnis) == (
        Erledigung.ERLEDIGT,
        timezone.localdate(),
        "Drei Räume gefunden.",
    )


def test_dropping_a_task_without_a_reason_is_refused_on_the_page(konzept: Client) -> None:
    aufgabe = AufgabeFactory()
    antwort = konzept.post(reverse("konzept:aufgabe-schritt", args=[aufgabe.pk]), {"schritt": "streichen"})
    assert antwort.status_code == 200
    assert "Bitte schreiben Sie kurz auf, warum das entfällt." in antwort.content.decode()
    assert Aufgabe.objects.get().status == Erledigung.OFFEN


@pytest.mark.parametrize(("status", "zusatz"), [("offen", "nötig bei „Entfällt“"), ("erledigt", "freiwillig")])
def test_page_says_when_the_result_is_needed(konzept: Client, status: str, zusatz: str) -> None:
    aufgabe = AufgabeFactory(status=status, erledigt_am=None if status == "offen" else date(2026, 11, 1))
    text = konzept.get(reverse("konzept:aufgabe-schritt", args=[aufgabe.pk])).content.decode()
    assert f'for="id_ergebnis">Ergebnis <span class="leise">({zusatz})</span></label>' in text


def test_step_that_is_not_possible_now_keeps_what_was_typed(konzept: Client) -> None:
    aufgabe = AufgabeFactory(status=Erledigung.ERLEDIGT, erledigt_am=date(2026, 11, 1))
    daten = {"schritt": "streichen", "ergebnis": "Das habe ich getippt."}
    text = konzept.post(reverse("konzept:aufgabe-schritt", args=[aufgabe.pk]), daten).content.decode()
    assert "Das geht nicht" in text
    assert "Das habe ich getippt." in text


def test_unknown_step_is_a_page_that_is_not_there(konzept: Client) -> None:
    aufgabe = AufgabeFactory()
    adresse = reverse("konzept:aufgabe-schritt", args=[aufgabe.pk])
    assert konzept.post(adresse, {"schritt": "sprengen"}).status_code == 404


def test_page_offers_exactly_the_steps_that_are_possible(konzept: Client) -> None:
    offen = AufgabeFactory()
    fertig = AufgabeFactory(status=Erledigung.ERLEDIGT, erledigt_am=date(2026, 11, 1))
    knoepfe = {
        aufgabe: {
            schritt
            for schritt in ("erledigen", "streichen", "wieder-oeffnen")
            if f'value="{schritt}"'
            in konzept.get(reverse("konzept:aufgabe-schritt", args=[aufgabe.pk])).content.decode()
        }
        for aufgabe in (offen, fertig)
    }
    assert knoepfe == {offen: {"erledigen", "streichen"}, fertig: {"wieder-oeffnen"}}


def test_plan_is_narrowed_down_by_state_channel_and_kiez(konzept: Client) -> None:
    heute, hier, dort = timezone.localdate(), KiezFactory(slug="hier"), KiezFactory(slug="dort")
    KommunikationFactory(titel="Alt", kanal=Kanal.FLYER, faellig_am=heute - EIN_TAG).kieze.set([hier, dort])
    KommunikationFactory(titel="Dort", kanal=Kanal.PODCAST, faellig_am=heute).kieze.add(dort)
    KommunikationFactory(titel="Überall", kanal=Kanal.PODCAST, faellig_am=heute)
    KommunikationFactory(titel="War", faellig_am=heute, status=Erledigung.ERLEDIGT, erledigt_am=heute)
    erwartet = {
        "": {"Alt", "Dort", "Überall", "War"},
        "stand=ueberfaellig": {"Alt"},
        "stand=erledigt": {"War"},
        "kanal=podcast": {"Dort", "Überall"},
        "kiez=hier": {"Alt", "Überall", "War"},
    }
    assert {frage: list_titel(konzept, "konzept:kommunikation-csv", frage, 1) for frage in erwartet} == erwartet


def test_plan_stands_by_month_with_what_is_overdue(konzept: Client) -> None:
    heute = timezone.localdate()
    KommunikationFactory(faellig_am=date(2031, 3, 1))
    KommunikationFactory(faellig_am=date(2031, 3, 31))
    KommunikationFactory(faellig_am=date(2031, 4, 1))
    KommunikationFactory(faellig_am=heute - EIN_TAG)

    antwort = konzept.get(reverse("konzept:kommunikation-liste"))

    monate = [(monat, len(zeilen)) for monat, zeilen in antwort.context["monate"]]
    assert monate[-2:] == [(date(2031, 3, 1), 2), (date(2031, 4, 1), 1)]
    assert "1 Veröffentlichung ist überfällig." in " ".join(antwort.content.decode().split())


def test_publication_is_closed_with_whom_it_reached(konzept: Client) -> None:
    eine = KommunikationFactory()
    adresse = reverse("konzept:kommunikation-schritt", args=[eine.pk])
    assert "Wen es erreicht hat" in konzept.get(adresse).content.decode()
    konzept.post(adresse, {"schritt": "erledigen", "ergebnis": "8.000 Haushalte"})
    assert Kommunikation.objects.get().ergebnis == "8.000 Haushalte"


def test_next_meeting_of_a_round_is_the_first_that_takes_place(konzept: Client) -> None:
    heute, runde = timezone.localdate(), GremiumFactory()
    for tage, ist_abgesagt in ((-3, False), (2, True), (5, False), (9, False)):
        SitzungFactory(gremium=runde, datum=heute + tage * EIN_TAG, ist_abgesagt=ist_abgesagt)
    GremiumFactory(ist_aktiv=False)
    [eines] = konzept.get(reverse("konzept:gremium-liste")).context["gremien"]
    assert eines.naechste_sitzung == heute + 5 * EIN_TAG


def test_calendar_holds_all_meetings_and_elections(konzept: Client) -> None:
    alte, neue, wahl = SitzungFactory(datum=date(2020, 1, 1)), SitzungFactory(), WahlterminFactory()

    antwort = konzept.get(reverse("konzept:sitzung-kalender"))

    uids = {event["UID"].split("@")[0] for event in Calendar.from_ical(antwort.content).walk("VEVENT")}
    assert uids == {f"sitzung-{alte.pk}", f"sitzung-{neue.pk}", f"wahltermin-{wahl.pk}"}
    assert antwort["Content-Type"] == "text/calendar; charset=utf-8"
