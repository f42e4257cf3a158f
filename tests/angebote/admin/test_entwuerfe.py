from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from angebote.choices import Status
from angebote.models import Angebot, Zeit
from tests.angebote.admin.redaktionsformular import address_of, create_angebot, texts_of
from tests.factories import AngebotFactory, OrtFactory, TraegerFactory

EIN_TAG = timedelta(days=1)


@pytest.mark.parametrize("status", [Status.VEROEFFENTLICHT, Status.PAUSIERT, Status.ARCHIVIERT])
def test_what_was_public_is_deleted_by_nobody(staff_client: Client, status: Status) -> None:
    angebot = create_angebot(status=status)
    response = staff_client.post(address_of(angebot, "delete"), {"post": "yes"})
    assert set(Angebot.objects.all()) == {angebot}
    assert "Bitte stattdessen archivieren" in texts_of(response)[0]
    assert address_of(angebot, "delete") not in staff_client.get(address_of(angebot)).content.decode()


def test_what_was_public_survives_the_list_too(staff_client: Client) -> None:
    public, entwurf = create_angebot(titel="Alter Treff"), create_angebot(status=Status.ENTWURF)
    daten = {"action": "delete_selected", "_selected_action": [public.pk, entwurf.pk], "post": "yes"}
    response = staff_client.post(reverse("admin:angebote_angebot_changelist"), daten)
    assert set(Angebot.objects.all()) == {public, entwurf}
    assert "„Alter Treff“" in texts_of(response)[0]


def test_draft_is_deleted(redaktion: Client) -> None:
    angebot = create_angebot(status=Status.ENTWURF)
    redaktion.post(address_of(angebot, "delete"), {"post": "yes"})
    assert not Angebot.objects.exists()


@pytest.mark.parametrize(
    ("modell", "feld", "create"), [("ort", "ort", OrtFactory), ("traeger", "traeger", TraegerFactory)]
)
@pytest.mark.parametrize("aus_der_liste", [False, True])
def test_place_and_provider_of_an_offer_are_kept_with_a_kind_word(
    staff_client: Client, modell: str, feld: str, create: Any, aus_der_liste: bool
) -> None:
    eintrag = create()
    AngebotFactory(**{feld: eintrag}, titel="Skatrunde")
    if aus_der_liste:
        daten = {"action": "delete_selected", "_selected_action": [eintrag.pk], "post": "yes"}
        response = staff_client.post(reverse(f"admin:angebote_{modell}_changelist"), daten)
    else:
        response = staff_client.post(reverse(f"admin:angebote_{modell}_delete", args=[eintrag.pk]), {"post": "yes"})
    seite = response.content.decode()
    assert "Skatrunde" in seite
    assert "Bitte tragen Sie dort zuerst etwas anderes ein." in seite
    assert Zeit.objects.count() == 0
    assert type(eintrag).objects.filter(pk=eintrag.pk).exists()
