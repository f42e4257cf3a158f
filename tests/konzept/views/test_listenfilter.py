"""One form narrows down every list: the same note, the same button, one way back to all."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.pages.markup import parse_markup

pytestmark = pytest.mark.django_db
SEITEN = {
    "konzept:akteur-liste": {"kiez": "", "art": "", "ebene": "", "runde": "gpv"},
    "konzept:massnahme-liste": {"komponente": "", "art": "", "bereich": "", "kiez": "", "status": "geplant"},
    "konzept:anfrage-liste": {"stand": "versand", "art": ""},
    "konzept:luecken": {"nach": "zeit", "bereich": "begegnung"},
}
ZURUECK = "Filter zurücksetzen"


@pytest.mark.parametrize("name", SEITEN)
def test_form_holds_what_is_chosen_and_leads_back_to_all(konzept: Client, name: str) -> None:
    adresse, wahl = reverse(name), SEITEN[name]

    text = konzept.get(adresse, wahl).content.decode()

    markup = parse_markup(text)
    felder = [feld.attrs["name"] for feld in markup.find("select")]
    gewaehlt = [option.attrs["value"] for option in markup.find("option") if "selected" in option.attrs]
    assert felder == list(wahl)
    assert gewaehlt == [wert for wert in wahl.values() if wert]
    assert f'<a href="{adresse}">{ZURUECK}</a>' in text


@pytest.mark.parametrize("name", SEITEN)
def test_nothing_chosen_is_nothing_to_reset(konzept: Client, name: str) -> None:
    assert ZURUECK not in konzept.get(reverse(name)).content.decode()
    assert ZURUECK not in konzept.get(reverse(name), dict.fromkeys(SEITEN[name], "")).content.decode()


@pytest.mark.parametrize("name", SEITEN)
def test_unknown_choice_is_said_and_can_be_reset(konzept: Client, name: str) -> None:
    text = konzept.get(reverse(name), {next(iter(SEITEN[name])): "mond"}).content.decode()
    assert "„mond“ gibt es bei „" in text
    assert ZURUECK in text


def test_default_that_is_chosen_by_name_is_nothing_to_reset(konzept: Client) -> None:
    assert ZURUECK not in konzept.get(reverse("konzept:luecken"), {"nach": "kategorie"}).content.decode()
