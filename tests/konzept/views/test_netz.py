"""The first page of the network, and what holds for all of its lists."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from angebote.rollen import KONZEPT, REDAKTION
from konzept.choices import Materialart
from tests.factories import KiezFactory
from tests.konten import create_konto, login
from tests.konzept.factories import MassnahmeFactory
from tests.konzept.factories_netz import (
    AkteurFactory,
    AufgabeFactory,
    BeschlussFactory,
    GremiumFactory,
    KommunikationFactory,
    MaterialwunschFactory,
    MitgliedschaftFactory,
    SitzungFactory,
)
from tests.pages.markup import parse_markup

pytestmark = pytest.mark.django_db


@pytest.fixture
def konzept(client: Client) -> Client:
    return login(client, create_konto("person", KONZEPT))


def test_first_page_counts_contacts_only_for_who_may_see_them(client: Client) -> None:
    login(client, create_konto("person", REDAKTION))
    adressen = {
        link.attrs["href"] for link in parse_markup(client.get(reverse("konzept:netzwerk")).content.decode()).find("a")
    }
    assert reverse("konzept:aufgabe-liste") in adressen
    assert adressen & {reverse("konzept:akteur-liste"), reverse("konzept:multiplikator-liste")} == set()


def test_first_page_says_what_is_overdue_and_what_comes_next(konzept: Client) -> None:
    heute = timezone.localdate()
    AufgabeFactory(titel="Räume suchen", faellig_am=heute - timedelta(days=1))
    AufgabeFactory(titel="Später", faellig_am=heute + timedelta(days=9))
    SitzungFactory(gremium__name="Runde Nord", datum=heute + timedelta(days=1))

    text = " ".join(konzept.get(reverse("konzept:netzwerk")).content.decode().split())

    assert "2 Aufgaben sind offen." in text
    assert "Davon ist 1 überfällig." in text
    assert "Runde Nord" in text


def create_alles(nummer: int) -> None:
    """A row more in every list of the network, each with all that it shows."""
    kiez = KiezFactory()
    tag = timezone.localdate() + timedelta(days=nummer)
    akteur = AkteurFactory()
    akteur.kieze.add(kiez)
    gremium = GremiumFactory()
    MitgliedschaftFactory(gremium=gremium)
    MitgliedschaftFactory(gremium=gremium, geschaeftsbereich=None, akteur=akteur)
    sitzung = SitzungFactory(gremium=gremium, datum=tag)
    BeschlussFactory(sitzung=sitzung)
    AufgabeFactory(sitzung=sitzung, massnahme=MassnahmeFactory(), faellig_am=tag)
    wunsch = MaterialwunschFactory(multiplikator__kiez=kiez, art=Materialart.KARTE)
    MaterialwunschFactory(multiplikator=wunsch.multiplikator, art=Materialart.HEFT)
    KommunikationFactory(faellig_am=tag, massnahme=MassnahmeFactory()).kieze.add(kiez)


# How many queries each needs on tables of the section and on Kieze.
ABFRAGEN = {
    "netzwerk": 10,
    "akteur-liste": 4,
    "akteur-csv": 3,
    "multiplikator-liste": 5,
    "multiplikator-csv": 2,
    "multiplikator-bestellliste": 3,
    "multiplikator-bestellliste-csv": 3,
    "gremium-liste": 2,
    "sitzung-liste": 3,
    "sitzung-kalender": 6,
    "aufgabe-liste": 3,
    "aufgabe-csv": 2,
    "kommunikation-liste": 5,
    "kommunikation-csv": 3,
}


@pytest.mark.parametrize(("name", "erlaubt"), ABFRAGEN.items())
def test_list_needs_the_same_queries_with_2_and_12_rows(name: str, erlaubt: int, konzept: Client) -> None:
    adresse = reverse(f"konzept:{name}")
    for nummer in range(2):
        create_alles(nummer)
    konzept.get(adresse)  # the session is renewed at most once a minute

    zwei = count_eigene(lambda: konzept.get(adresse))
    for nummer in range(2, 12):
        create_alles(nummer)

    assert count_eigene(lambda: konzept.get(adresse)) == zwei == erlaubt


def count_eigene(oeffnen: Callable[[], object]) -> int:
    """Queries on tables of the section and on Kieze."""
    with CaptureQueriesContext(connection) as abfragen:
        oeffnen()
    return sum('FROM "konzept_' in abfrage["sql"] or 'FROM "angebote_kiez"' in abfrage["sql"] for abfrage in abfragen)


@pytest.mark.parametrize(
    ("name", "frage", "satz"),
    [
        ("akteur-liste", "kiez=mond", "„mond“ gibt es bei „Kiez“ nicht."),
        ("multiplikator-liste", "branche=zoo", "„zoo“ gibt es bei „Branche“ nicht."),
        ("aufgabe-liste", "gremium=0", "„0“ gibt es bei „Gremium“ nicht."),
        ("kommunikation-liste", "kanal=rauch", "„rauch“ gibt es bei „Kanal“ nicht."),
    ],
)
def test_unknown_choice_is_passed_over_with_a_note(name: str, frage: str, satz: str, konzept: Client) -> None:
    antwort = konzept.get(f"{reverse(f'konzept:{name}')}?{frage}")
    assert antwort.status_code == 200
    assert satz in antwort.content.decode()
