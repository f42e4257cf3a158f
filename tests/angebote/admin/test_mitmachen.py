from django.test import Client
from django.urls import reverse

from angebote.domain.katalogstand import read_version
from angebote.models import Kategorie
from tests.angebote.admin.formulardaten import read_form_data
from tests.factories import AngebotFactory

NEUE = {
    "mitmachrollen-TOTAL_FORMS": "1",
    "mitmachrollen-0-aufgabe": "Kaffee ausschenken",
    "mitmachrollen-0-zeitart": "regelmaessig",
    "mitmachrollen-0-zeitaufwand": "2 Stunden in der Woche",
}


def test_aufgabe_typed_on_the_page_of_the_offer_is_stored_and_renews_the_mark(staff_client: Client) -> None:
    angebot = AngebotFactory()
    angebot.kategorien.add(Kategorie.objects.filter(bereich=angebot.bereich)[0])
    adresse, vorher = reverse("admin:angebote_angebot_change", args=[angebot.pk]), read_version()
    response = staff_client.post(adresse, read_form_data(staff_client.get(adresse)) | NEUE)
    assert response.status_code == 302
    assert angebot.mitmachrollen.get().aufgabe == "Kaffee ausschenken"
    assert read_version() != vorher


def test_aufgabe_without_its_time_is_refused_and_kept(staff_client: Client) -> None:
    adresse = reverse("admin:angebote_angebot_change", args=[AngebotFactory().pk])
    ohne_zeit = NEUE | {"mitmachrollen-0-zeitaufwand": ""}
    response = staff_client.post(adresse, read_form_data(staff_client.get(adresse)) | ohne_zeit)
    felder = {eintrag.feld for eintrag in response.context["fehlerliste"]}
    assert "Aufgabe zum Mitmachen 1: Wie viel Zeit?" in felder
    assert 'value="Kaffee ausschenken"' in response.content.decode()
