"""Two people at the same place, provider or help line: nothing of the first is undone by the second without a question."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from angebote.models import Krisenhilfe
from tests.angebote.admin.formulardaten import read_form_data
from tests.factories import OrtFactory, TraegerFactory


def create_krisenhilfe(name: str) -> Krisenhilfe:
    return Krisenhilfe.objects.create(name=name, art="Telefon", nummer="030 1")


MODELLE = {"ort": OrtFactory, "traeger": TraegerFactory, "krisenhilfe": create_krisenhilfe}
je_modell = pytest.mark.parametrize("modell", MODELLE)


def open_form(client: Client, modell: str) -> tuple[Any, str, dict[str, Any]]:
    eintrag = MODELLE[modell](name="Haus")
    adresse = reverse(f"admin:angebote_{modell}_change", args=[eintrag.pk])
    return eintrag, adresse, read_form_data(client.get(adresse))


def change_meanwhile(eintrag: Any) -> None:
    anderer = type(eintrag).objects.get(pk=eintrag.pk)
    anderer.name = "Haus am See"
    anderer.save()


@je_modell
def test_stale_form_is_sent_back_with_what_has_changed_and_what_was_typed(staff_client: Client, modell: str) -> None:
    eintrag, adresse, eingaben = open_form(staff_client, modell)
    change_meanwhile(eintrag)

    seite = staff_client.post(adresse, eingaben | {"name": "Mein Haus"}).content.decode()

    eintrag.refresh_from_db()
    assert "Während Sie geschrieben haben, hat sich dieser Eintrag geändert." in seite
    assert "Name ist jetzt: Haus am See" in seite
    assert 'value="Mein Haus"' in seite
    assert eintrag.name == "Haus am See"


@je_modell
def test_saving_once_more_after_the_question_is_saved(staff_client: Client, modell: str) -> None:
    eintrag, adresse, eingaben = open_form(staff_client, modell)
    change_meanwhile(eintrag)
    zweite = read_form_data(staff_client.post(adresse, eingaben | {"name": "Mein Haus"}))

    staff_client.post(adresse, zweite)

    eintrag.refresh_from_db()
    assert eintrag.name == "Mein Haus"


@je_modell
def test_form_that_nobody_else_touched_is_saved_at_once(staff_client: Client, modell: str) -> None:
    eintrag, adresse, eingaben = open_form(staff_client, modell)

    antwort = staff_client.post(adresse, eingaben | {"name": "Mein Haus"})

    eintrag.refresh_from_db()
    assert (antwort.status_code, eintrag.name) == (302, "Mein Haus")


@je_modell
def test_second_click_is_no_change_of_somebody_else(staff_client: Client, modell: str) -> None:
    _eintrag, adresse, eingaben = open_form(staff_client, modell)
    eingaben["name"] = "Mein Haus"

    antworten = [staff_client.post(adresse, eingaben).status_code for _klick in range(2)]

    assert antworten == [302, 302]
