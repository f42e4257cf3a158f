from datetime import timedelta

from django.test import Client

from angebote.models import Angebot
from tests.angebote.admin.redaktionsformular import address_of, create_angebot

EIN_TAG = timedelta(days=1)


def test_contact_is_erased_after_a_choice(freigabe: Client) -> None:
    angebot = create_angebot(kontakt_name="Erika Beispiel", telefon="030 1")
    seite = freigabe.get(address_of(angebot, "kontakt")).content.decode()
    assert "Erika Beispiel" in seite
    freigabe.post(address_of(angebot, "kontakt"), {"feld": ["kontakt_name"]})
    assert (Angebot.objects.get().kontakt_name, Angebot.objects.get().telefon) == ("", "030 1")
    assert set(Angebot.verlauf.values_list("kontakt_name", flat=True)) == {""}


def test_contact_without_a_choice_says_what_is_missing(freigabe: Client) -> None:
    response = freigabe.post(address_of(create_angebot(telefon="030 1"), "kontakt"), {})
    assert "Bitte auswählen, was entfernt wird" in response.content.decode()
    assert Angebot.objects.get().telefon == "030 1"


def test_contact_is_not_erased_by_the_redaktion(redaktion: Client) -> None:
    assert redaktion.post(address_of(create_angebot(), "kontakt"), {"feld": ["telefon"]}).status_code == 403
