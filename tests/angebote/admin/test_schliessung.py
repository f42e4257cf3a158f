"""Closing a house: what it closes is shown first, and nothing typed is lost on the way there and back."""

from datetime import date, datetime, time, timedelta
from typing import Any

import html5lib
import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from angebote.choices import Wochentag
from angebote.domain.katalog import refresh_angebote
from angebote.models import Ort, Schliesszeit
from pankow_einsamkeit.lib.kalender import BERLIN
from tests.angebote.admin.formulardaten import read_form_data
from tests.factories import AngebotFactory, OrtFactory, ZeitFactory

XHTML = "{http://www.w3.org/1999/xhtml}"
NEU = {
    "schliesszeiten-TOTAL_FORMS": "1",
    "schliesszeiten-0-von": "23.11.2026",
    "schliesszeiten-0-bis": "13.12.2026",
    "schliesszeiten-0-grund": "Wasserschaden",
}


@pytest.fixture(autouse=True)
def uhr(stell_uhr: Any, heute: date) -> None:
    stell_uhr(datetime.combine(heute, time(9), tzinfo=BERLIN))


@pytest.fixture
def haus(db: None, heute: date) -> Ort:
    haus = OrtFactory(name="Haus am Park")
    angebot = ZeitFactory(angebot__titel="Chorprobe", angebot__ort=haus, wochentag=Wochentag.DI).angebot
    refresh_angebote(angebot_ids=[angebot.pk], heute=heute)
    return haus


def address_of(ort: Ort) -> str:
    return reverse("admin:angebote_ort_change", args=[ort.pk])


def send(client: Client, ort: Ort, **eingaben: str) -> HttpResponse:
    return client.post(address_of(ort), read_form_data(client.get(address_of(ort))) | eingaben)


def answer(client: Client, ort: Ort, seite: HttpResponse, knopf: str) -> HttpResponse:
    """Sends the page that asks, by one of its buttons."""
    formular = next(
        form
        for form in html5lib.parse(seite.content.decode()).iter(f"{XHTML}form")
        if form.get("id") == "schliessung_form"
    )
    felder: dict[str, list[str]] = {}
    for feld in formular.iter(f"{XHTML}input"):
        if feld.get("type") == "hidden" or feld.get("value") == knopf:
            felder.setdefault(feld.get("name"), []).append(feld.get("value"))
    return client.post(address_of(ort), felder)


def test_new_closing_asks_first_and_names_what_it_closes(staff_client: Client, haus: Ort) -> None:
    seite = send(staff_client, haus, **NEU)
    html = seite.content.decode()
    assert seite.status_code == 200
    assert "Haus am Park, 23.11.2026 bis 13.12.2026: Wasserschaden" in html
    assert "<strong>Chorprobe</strong> (veröffentlicht): 3 Termine fallen aus" in html
    assert not Schliesszeit.objects.exists()


def test_offer_without_dates_in_that_time_is_listed_too(staff_client: Client, haus: Ort) -> None:
    AngebotFactory(titel="Beratung", ort=haus)
    html = send(staff_client, haus, **NEU).content.decode()
    assert "<strong>Beratung</strong> (veröffentlicht): keine festen Termine in dieser Zeit" in html


def test_yes_saves_everything_that_was_typed(staff_client: Client, haus: Ort) -> None:
    seite = send(staff_client, haus, name="Haus am See", parken="hinter dem <Haus>", **NEU)
    antwort = answer(staff_client, haus, seite, "Ja, schließen")
    assert antwort.status_code == 302
    haus.refresh_from_db()
    assert (haus.name, haus.parken) == ("Haus am See", "hinter dem <Haus>")
    assert Schliesszeit.objects.values_list("von", "bis", "grund").get() == (
        date(2026, 11, 23),
        date(2026, 12, 13),
        "Wasserschaden",
    )
    assert min(haus.angebote.get().termine.values_list("datum", flat=True)) == date(2026, 12, 15)


def test_back_shows_the_form_with_everything_typed_and_saves_nothing(staff_client: Client, haus: Ort) -> None:
    seite = send(staff_client, haus, name="Haus am See", **NEU)
    antwort = answer(staff_client, haus, seite, "Zurück")
    html = antwort.content.decode()
    assert antwort.status_code == 200
    assert "Es ist noch nichts gespeichert." in html
    assert 'value="Haus am See"' in html
    assert 'value="Wasserschaden"' in html
    assert not Schliesszeit.objects.exists()
    haus.refresh_from_db()
    assert haus.name == "Haus am Park"
    daten = read_form_data(antwort)
    assert staff_client.post(address_of(haus), daten).status_code == 200  # asks again
    assert not Schliesszeit.objects.exists()


@pytest.mark.parametrize(
    "eingaben",
    [
        {"name": "Haus am See"},
        {"schliesszeiten-0-bis": "13.11.2026", **{k: v for k, v in NEU.items() if k != "schliesszeiten-0-bis"}},
        {**NEU, "name": ""},
        {**NEU, "schliesszeiten-0-von": "1.11.2026", "schliesszeiten-0-bis": "20.11.2026"},
    ],
)
def test_nobody_is_asked_without_a_closing_to_come_or_with_errors(
    staff_client: Client, haus: Ort, eingaben: dict[str, str]
) -> None:
    assert "Ja, schließen" not in send(staff_client, haus, **eingaben).content.decode()


@pytest.mark.parametrize(
    ("eingaben", "meldung"),
    [
        ({"schliesszeiten-0-bis": "22.11.2026"}, "Das Ende der Schließzeit liegt vor ihrem Anfang."),
        ({"schliesszeiten-0-grund": ""}, "Bitte einen Grund angeben, zum Beispiel „Umbau“. Er steht auf der Website."),
        ({"schliesszeiten-0-von": "31.11.2026"}, "Bitte ein gültiges Datum eingeben."),
    ],
)
def test_refused_closing_says_why_and_keeps_what_was_typed(
    staff_client: Client, haus: Ort, eingaben: dict[str, str], meldung: str
) -> None:
    getippt = NEU | eingaben
    antwort = send(staff_client, haus, name="Haus am See", **getippt)
    assert [fehler.text for fehler in antwort.context["fehlerliste"]] == [meldung]
    daten = read_form_data(antwort)
    assert {name: daten[name] for name in getippt} == {name: [wert] for name, wert in getippt.items()}
    assert daten["name"] == ["Haus am See"]
    assert not Schliesszeit.objects.exists()


def test_stored_closing_without_a_reason_may_stay_so(staff_client: Client, haus: Ort) -> None:
    haus.schliesszeiten.create(von=date(2026, 11, 23), bis=date(2026, 11, 29))
    seite = send(staff_client, haus, **{"schliesszeiten-0-bis": "30.11.2026"})
    assert answer(staff_client, haus, seite, "Ja, schließen").status_code == 302
    assert Schliesszeit.objects.get().grund == ""


def test_empty_house_is_closed_without_a_question(staff_client: Client) -> None:
    assert send(staff_client, OrtFactory(), **NEU).status_code == 302
    assert Schliesszeit.objects.count() == 1


def test_changed_closing_asks_again_and_an_unchanged_one_does_not(staff_client: Client, haus: Ort) -> None:
    haus.schliesszeiten.create(von=date(2026, 11, 23), bis=date(2026, 11, 29))
    assert send(staff_client, haus, name="Haus am See").status_code == 302
    seite = send(staff_client, haus, **{"schliesszeiten-0-bis": "13.12.2026"})
    assert "3 Termine fallen aus" in seite.content.decode()
    assert answer(staff_client, haus, seite, "Ja, schließen").status_code == 302
    assert Schliesszeit.objects.get().bis == date(2026, 12, 13)


def test_deleted_closing_needs_no_question(staff_client: Client, haus: Ort) -> None:
    haus.schliesszeiten.create(von=date(2026, 11, 23), bis=date(2026, 11, 29))
    assert send(staff_client, haus, **{"schliesszeiten-0-DELETE": "on"}).status_code == 302
    assert not Schliesszeit.objects.exists()


def test_dates_are_back_on_the_day_after_without_anybody_doing_anything(
    staff_client: Client, haus: Ort, stell_uhr: Any
) -> None:
    answer(staff_client, haus, send(staff_client, haus, **NEU), "Ja, schließen")
    adresse = haus.angebote.get().get_absolute_url()
    stell_uhr(datetime.combine(date(2026, 12, 13) + timedelta(days=1), time(0, 1), tzinfo=BERLIN))
    html = Client().get(adresse).content.decode()
    assert "Wasserschaden" not in html
    assert "morgen" in html.lower()
