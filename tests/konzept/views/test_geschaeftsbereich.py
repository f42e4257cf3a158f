"""Departments: what they carry, and which have not reported."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from angebote.rollen import KONZEPT
from tests.konten import create_konto, login
from tests.konzept.factories import GeschaeftsbereichFactory, MassnahmeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def client() -> Client:
    return login(Client(), create_konto("person", KONZEPT))


def test_list_names_the_departments_that_have_never_reported(client: Client) -> None:
    nie = GeschaeftsbereichFactory()
    GeschaeftsbereichFactory(letzter_bericht_am=date(2026, 10, 1))
    GeschaeftsbereichFactory(ist_aktiv=False)
    antwort = client.get(reverse("konzept:geschaeftsbereich-liste"))
    assert list(antwort.context["ohne_bericht"]) == [nie]
    assert "1 Bereich ohne Bericht" in antwort.content.decode()


def test_list_where_all_have_reported_asks_for_nothing(client: Client) -> None:
    GeschaeftsbereichFactory(letzter_bericht_am=date(2026, 10, 1))
    assert "ohne Bericht" not in client.get(reverse("konzept:geschaeftsbereich-liste")).content.decode()


def test_page_links_the_measures_it_leads_and_those_it_takes_part_in(client: Client) -> None:
    bereich = GeschaeftsbereichFactory()
    eigene, mitgetragene, fremde = MassnahmeFactory(federfuehrung=bereich), MassnahmeFactory(), MassnahmeFactory()
    mitgetragene.beteiligte.add(bereich)

    text = client.get(reverse("konzept:geschaeftsbereich-detail", args=[bereich.pk])).content.decode()

    oben, unten = text.split("mitgetragene-titel", maxsplit=1)
    assert f'<a href="{eigene.get_absolute_url()}">{eigene.titel}</a>' in oben
    assert f'<a href="{mitgetragene.get_absolute_url()}">{mitgetragene.titel}</a>' in unten
    assert fremde.titel not in text
