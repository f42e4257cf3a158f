"""What nobody may delete is not made twice by a second click."""

from datetime import date

import pytest
from django.db.models import Model
from django.test import Client
from django.urls import reverse

from angebote.rollen import KONZEPT
from konzept.models import Akteur, Aufgabe, Kommunikation, Multiplikator, Sitzung, Wahltermin
from tests.factories import KiezFactory
from tests.konten import create_konto, login
from tests.konzept.factories_netz import AkteurFactory, GremiumFactory

pytestmark = pytest.mark.django_db
SATZ = "Genau diesen Eintrag gibt es schon."
TAG = "2027-03-01"
EINTRAEGE: dict[type[Model], dict[str, object]] = {
    Wahltermin: {"titel": "Wahl", "datum": TAG, "hinweis": ""},
    Aufgabe: {"titel": "Raum suchen", "verantwortlich": "Koordination", "faellig_am": TAG},
    Kommunikation: {"titel": "Flyer", "kanal": "flyer", "verantwortlich": "Presse", "faellig_am": TAG},
    Sitzung: {"datum": TAG, "beginn": "14:00"},
    Multiplikator: {"name": "Apotheke", "branche": "apotheke", "kiez": ""},
}
TEILE = ("beschluesse", "aufgaben", "materialwuensche")


@pytest.fixture
def client() -> Client:
    return login(Client(), create_konto("konzept", KONZEPT))


def build_daten(modell: type[Model]) -> dict[str, object]:
    daten = EINTRAEGE[modell] | {f"{teil}-{art}_FORMS": 0 for teil in TEILE for art in ("TOTAL", "INITIAL")}
    if modell is Sitzung:
        daten["gremium"] = GremiumFactory().pk
    if modell is Multiplikator:
        daten["kiez"] = KiezFactory().pk
    return daten


@pytest.mark.parametrize("modell", EINTRAEGE, ids=str)
def test_second_click_is_refused_and_another_entry_is_not(client: Client, modell: type[Model]) -> None:
    adresse, daten = reverse(f"admin:konzept_{modell._meta.model_name}_add"), build_daten(modell)
    anderes = next(name for name in ("titel", "name", "ort") if name in daten or name == "ort")

    erste, zweite = client.post(adresse, daten), client.post(adresse, daten)

    assert erste.status_code == 302, erste.context["errors"]
    assert zweite.context["adminform"].form.non_field_errors() == [SATZ]
    assert client.post(adresse, daten | {anderes: "Anderes"}).status_code == 302
    assert modell._default_manager.count() == 2


def test_same_publication_for_another_kiez_is_another_one(client: Client) -> None:
    adresse, daten = reverse("admin:konzept_kommunikation_add"), build_daten(Kommunikation)
    hier, dort = KiezFactory(), KiezFactory()
    for kieze in ([hier.pk], [dort.pk], [hier.pk, dort.pk], [hier.pk]):
        client.post(adresse, daten | {"kieze": kieze})
    assert Kommunikation.objects.count() == 3


def test_form_left_open_while_a_contact_was_revoked_says_what_was_not_saved(client: Client) -> None:
    akteur = AkteurFactory(widerrufen_am=date(2026, 11, 1))
    daten = {name: getattr(akteur, name) for name in ("name", "art", "ebene", "arbeitsweise", "gpv", "psag")}
    adresse = reverse("admin:konzept_akteur_change", args=[akteur.pk])

    def list_saetze(**felder: str) -> list[str]:
        antwort = client.post(adresse, daten | felder, follow=True)
        return [str(satz) for satz in antwort.context["messages"] if satz.level_tag == "warning"]

    assert list_saetze() == []
    assert list_saetze(telefon="030 4711") == [
        "Der Kontakt wurde inzwischen widerrufen. Was Sie dazu eingetragen haben, ist nicht gespeichert."
    ]
    assert Akteur.objects.get().telefon == ""
