"""Noting a check in the admin: the block of an offer, the form, the action for a selection, and the rhythm."""

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from angebote.choices import Bereich, Format, Pruefgruppe
from angebote.models import Angebot, Pruefrhythmus, Pruefung
from pankow_einsamkeit.lib.kalender import BERLIN
from pankow_einsamkeit.models import Konto
from tests.angebote.admin.formulardaten import read_form_data
from tests.factories import UNGEPRUEFT, AngebotFactory
from tests.konten import login

LISTE = "/admin/angebote/angebot/"


@pytest.fixture(autouse=True)
def uhr(stell_uhr: Any, heute: date) -> None:
    stell_uhr(datetime.combine(heute, time(9), tzinfo=BERLIN))


def address_of(angebot: Angebot) -> str:
    return reverse("admin:angebote_angebot_pruefung", args=[angebot.pk])


def note(client: Client, angebot: Angebot, **felder: Any) -> HttpResponse:
    werte = {"gruppen": Pruefgruppe.values, "geprueft_am": "21.11.2026", "quelle": "telefon", "notiz": ""} | felder
    return client.post(address_of(angebot), werte)


def test_form_comes_with_all_groups_and_today(staff_client: Client, heute: date) -> None:
    daten = read_form_data(staff_client.get(address_of(AngebotFactory())))
    assert (daten["gruppen"], daten["geprueft_am"]) == (["zeiten", "kontakt", "kosten", "barrieren"], ["21.11.2026"])


def test_note_has_room_for_a_sentence(staff_client: Client) -> None:
    seite = staff_client.get(address_of(AngebotFactory())).content.decode()
    assert '<input type="text" name="notiz" class="vTextField"' in seite


def test_noted_check_names_who_did_it_and_leads_back_to_the_offer(
    staff_client: Client, verwaltung: Konto, heute: date
) -> None:
    angebot = AngebotFactory(**UNGEPRUEFT)
    antwort = note(staff_client, angebot, gruppen=["zeiten"], notiz="am Aushang gelesen", quelle="besuch")
    seite = staff_client.get(antwort.headers["Location"]).content.decode()
    assert antwort.headers["Location"] == reverse("admin:angebote_angebot_change", args=[angebot.pk])
    assert "die Prüfung ist vermerkt" in seite
    assert "<strong>Zeiten:</strong> 21.11.2026, verwaltung, Besuch – am Aushang gelesen" in seite
    assert seite.count("noch nicht geprüft") >= 3
    assert Pruefung.objects.get().konto == verwaltung


@pytest.mark.parametrize(
    ("felder", "meldung"),
    [
        ({"gruppen": []}, "Bitte wählen Sie aus, was geprüft wurde."),
        ({"geprueft_am": "22.11.2026"}, "Der Tag der Prüfung liegt in der Zukunft."),
        ({"geprueft_am": "neulich"}, "Bitte ein gültiges Datum eingeben."),
        ({"quelle": ""}, "Dieses Feld ist zwingend erforderlich."),
        ({"quelle": "anbieter"}, "Bitte eine gültige Auswahl treffen."),
    ],
)
def test_refused_check_says_why_and_keeps_what_was_typed(
    staff_client: Client, felder: dict[str, Any], meldung: str
) -> None:
    antwort = note(staff_client, AngebotFactory(), **({"notiz": "halb getippt"} | felder))
    assert antwort.status_code == 200
    assert meldung in antwort.content.decode()
    assert 'value="halb getippt"' in antwort.content.decode()
    assert not Pruefung.objects.exists()


def test_page_says_that_the_offer_is_hidden_and_until_when_it_was_shown(staff_client: Client, heute: date) -> None:
    angebot = AngebotFactory(geprueft_am=heute - timedelta(days=181))
    html = staff_client.get(reverse("admin:angebote_angebot_change", args=[angebot.pk])).content.decode()
    assert "Das Angebot ist deshalb ausgeblendet." in html
    assert "Zuletzt geprüft wurde es am 24.05.2026, das galt bis zum 20.11.2026." in html


def test_offer_form_cannot_set_the_day(staff_client: Client) -> None:
    angebot = AngebotFactory(**UNGEPRUEFT)
    adresse = reverse("admin:angebote_angebot_change", args=[angebot.pk])
    staff_client.post(adresse, read_form_data(staff_client.get(adresse)) | {"geprueft_am": "21.11.2026"})
    angebot.refresh_from_db()
    assert angebot.geprueft_am is None


def test_selection_asks_for_the_source_and_then_notes_all_four_groups(
    staff_client: Client, verwaltung: Konto, heute: date
) -> None:
    gewaehlt, anderes = AngebotFactory(titel="Chor", **UNGEPRUEFT), AngebotFactory(**UNGEPRUEFT)
    wahl = {"action": "confirm_selected", "_selected_action": [gewaehlt.pk]}
    seite = staff_client.post(LISTE, wahl)
    assert "<li>Chor</li>" in seite.content.decode()
    assert not Pruefung.objects.exists()

    ohne_quelle = staff_client.post(LISTE, read_form_data(seite) | {"vermerken": "1", "notiz": "Rundruf"})
    assert "Dieses Feld ist zwingend erforderlich." in ohne_quelle.content.decode()
    daten = read_form_data(ohne_quelle)
    assert daten["notiz"] == ["Rundruf"]

    antwort = staff_client.post(LISTE, daten | {"vermerken": "1", "quelle": "telefon"}, follow=True)
    assert "Ein Angebot ist als heute geprüft vermerkt." in antwort.content.decode()
    assert set(Pruefung.objects.values_list("angebot", "gruppe", "geprueft_am", "konto", "notiz")) == {
        (gewaehlt.pk, gruppe, heute, verwaltung.pk, "Rundruf") for gruppe in Pruefgruppe.values
    }
    anderes.refresh_from_db()
    assert anderes.geprueft_am is None


def test_selection_over_all_pages_is_carried_on(staff_client: Client, heute: date) -> None:
    AngebotFactory.create_batch(3, **UNGEPRUEFT)
    wahl = {"action": "confirm_selected", "_selected_action": [Angebot.objects.first().pk], "select_across": "1"}
    seite = staff_client.post(LISTE, wahl)
    assert "Bei 3 Angeboten wird vermerkt" in seite.content.decode()
    staff_client.post(LISTE, read_form_data(seite) | {"vermerken": "1", "quelle": "website"})
    assert set(Angebot.objects.values_list("geprueft_am", flat=True)) == {heute}


def test_who_may_only_look_can_note_nothing(heute: date, db: None) -> None:
    konto = Konto.objects.create_user("lesen", password="nur-im-test", is_staff=True)  # noqa: S106
    konto.user_permissions.add(Permission.objects.get(codename="view_angebot"))
    client = login(Client(), konto)
    angebot = AngebotFactory(**UNGEPRUEFT)
    assert note(client, angebot).status_code == 403
    antwort = client.post(LISTE, {"action": "confirm_selected", "_selected_action": [angebot.pk]}, follow=True)
    assert "Woher wissen Sie es?" not in antwort.content.decode()
    assert not Pruefung.objects.exists()


def test_unknown_offer_is_not_found(staff_client: Client) -> None:
    assert staff_client.get("/admin/angebote/angebot/4711/pruefung/").status_code == 404


@pytest.mark.parametrize(
    ("wert", "tage"), [("ja", {5, 91, 181}), ("nein", set()), ("lange-her", {91}), ("abgelaufen", {181})]
)
def test_filter_finds_what_needs_a_check(staff_client: Client, heute: date, wert: str, tage: set[int]) -> None:
    for alter in (5, 91, 181):
        AngebotFactory(titel=str(alter), geprueft_am=heute - timedelta(days=alter))
    liste = staff_client.get(LISTE, {"bestaetigt": wert}).context["cl"].result_list
    assert {int(angebot.titel) for angebot in liste} == tage


def test_saved_and_deleted_rhythm_moves_the_days_at_once(staff_client: Client, heute: date) -> None:
    angebot = AngebotFactory(bereich=Bereich.BEGEGNUNG, format=Format.KURS, geprueft_am=heute)
    staff_client.post(
        "/admin/angebote/pruefrhythmus/add/",
        {"bereich": "", "format": "kurs", "hinweis_tage": "30", "frist_tage": "60"},
    )
    angebot.refresh_from_db()
    assert angebot.sichtbar_bis == heute + timedelta(days=60)
    staff_client.post(f"/admin/angebote/pruefrhythmus/{Pruefrhythmus.objects.get().pk}/delete/", {"post": "yes"})
    angebot.refresh_from_db()
    assert angebot.sichtbar_bis == heute + timedelta(days=180)


def test_senseless_rhythm_is_refused(staff_client: Client) -> None:
    antwort = staff_client.post(
        "/admin/angebote/pruefrhythmus/add/",
        {"bereich": "", "format": "kurs", "hinweis_tage": "60", "frist_tage": "60"},
    )
    assert "ausgeblendet wird erst später als er." in antwort.content.decode()
    assert not Pruefrhythmus.objects.exists()
