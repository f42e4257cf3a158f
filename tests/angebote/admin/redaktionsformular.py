"""What tests of the offer's form in the admin have in common."""

from datetime import timedelta
from typing import Any

from django.contrib.messages import get_messages
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from angebote.models import Angebot
from tests.angebote.admin.formulardaten import read_form_data
from tests.angebote.vollstaendig import create_vollstaendiges
from tests.factories import TraegerFactory

EIN_TAG = timedelta(days=1)


def create_angebot(**felder: Any) -> Angebot:
    """With the number of its Träger, so that its own is free to be typed."""
    return create_vollstaendiges(**({"telefon": "", "traeger": TraegerFactory(telefon="030 1234567")} | felder))


def address_of(angebot: Angebot, seite: str = "change") -> str:
    return reverse(f"admin:angebote_angebot_{seite}", args=[angebot.pk])


def save(client: Client, angebot: Angebot, **eingaben: object) -> HttpResponse:
    adresse = address_of(angebot)
    return client.post(adresse, read_form_data(client.get(adresse)) | eingaben)


def texts_of(response: HttpResponse) -> list[str]:
    return [str(meldung) for meldung in get_messages(response.wsgi_request)]
