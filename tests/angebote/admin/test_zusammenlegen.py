import pytest
from django.test import Client
from django.urls import reverse

from angebote.choices import Status
from angebote.models import Angebot
from tests.angebote.admin.formulardaten import read_form_data
from tests.factories import AngebotFactory


def test_two_ticked_offers_are_shown_side_by_side_and_merged(staff_client: Client) -> None:
    bleibt, weicht = AngebotFactory(titel="Kaffeerunde"), AngebotFactory(titel="Kaffeetreff", ort=None)
    liste = reverse("admin:angebote_angebot_changelist")

    seite = staff_client.post(liste, {"action": "choose_zwei", "_selected_action": [bleibt.pk, weicht.pk]}, follow=True)
    staff_client.post(seite.request["PATH_INFO"], {"feld-titel": "weicht", "feld-ort": "bleibt"})

    assert [unterschied.name for unterschied in seite.context["unterschiede"]] == ["titel", "ort"]
    bleibt.refresh_from_db()
    assert bleibt.titel == "Kaffeetreff"
    assert bleibt.ort is not None
    assert Angebot.objects.get(pk=weicht.pk).status == Status.ARCHIVIERT


def test_one_ticked_offer_is_refused(staff_client: Client) -> None:
    eines = AngebotFactory()

    seite = staff_client.post(
        reverse("admin:angebote_angebot_changelist"),
        {"action": "choose_zwei", "_selected_action": [eines.pk]},
        follow=True,
    )

    assert "Bitte genau zwei Einträge ankreuzen." in seite.content.decode()


def test_new_offer_like_an_existing_one_is_asked_about_once(staff_client: Client) -> None:
    vorhandenes = AngebotFactory(titel="Skatrunde für Größere", ort=None)
    kategorie = vorhandenes.kategorien.model.objects.order_by("pk")[0]
    adresse = reverse("admin:angebote_angebot_add")
    daten = read_form_data(staff_client.get(adresse)) | {
        "titel": "Skatrunde für Größere",
        "bereich": "begegnung",
        "kategorien": kategorie.pk,
        "zeiten-0-art": "unbekannt",
    }

    frage = staff_client.post(adresse, daten)
    staff_client.post(adresse, daten | {"trotzdem_anlegen": "1"})

    assert [einer.angebot_id for einer in frage.context["doppelte"]] == [vorhandenes.pk]
    assert Angebot.objects.filter(titel="Skatrunde für Größere").count() == 2


def test_hint_while_typing_names_the_offer_and_the_reason(staff_client: Client) -> None:
    AngebotFactory(titel="Skatrunde am Abend", telefon="030 1234567", ort=None)

    text = staff_client.get(
        reverse("admin:angebote_angebot_doppelte"), {"titel": "Skatrunde am Abend", "telefon": "030/1234567"}
    ).content.decode()

    assert "(gleicher Name, gleiche Telefonnummer)" in text


@pytest.mark.parametrize("modell", ["angebot", "ort", "traeger"])
def test_number_that_no_entry_can_have_leads_back_to_the_list(staff_client: Client, modell: str) -> None:
    adresse = f"/admin/angebote/{modell}/zusammenlegen/{10**25}/1/"
    assert staff_client.get(adresse).headers["Location"] == f"/admin/angebote/{modell}/"
