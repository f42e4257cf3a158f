"""From a planned publication to what the portal prints for it."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from angebote.rollen import KONZEPT
from konzept.choices import Erledigung, Kanal
from konzept.models import Kommunikation
from konzept.views.netz_vorlagen import Vorlage, list_vorlagen, prefetch_vorlagen
from tests.factories import AngebotFactory, KiezFactory
from tests.konten import create_konto, login
from tests.konzept.factories import MassnahmeFactory
from tests.konzept.factories_netz import KommunikationFactory

pytestmark = pytest.mark.django_db

HEFT = Vorlage("Heft mit allen Angeboten", "/programm/")
SUCHE = Vorlage("Angebot suchen: auf seiner Seite steht „Plakat“", "/angebote/")


def list_wege() -> list[Vorlage]:
    [eine] = prefetch_vorlagen(Kommunikation.objects.all(), timezone.localdate())
    return list_vorlagen(eine)


@pytest.mark.parametrize(
    ("kanal", "wege"),
    [
        (Kanal.AUSHANG, [SUCHE, HEFT]),
        (Kanal.FLYER, [SUCHE, HEFT]),
        (Kanal.AMTSBLATT, [HEFT]),
        (Kanal.LOKALPRESSE, [HEFT]),
        (Kanal.RUNDFUNK, []),
        (Kanal.PODCAST, []),
    ],
)
def test_channel_decides_what_is_offered(kanal: Kanal, wege: list[Vorlage]) -> None:
    KommunikationFactory(kanal=kanal)
    assert list_wege() == wege


def test_kieze_have_their_own_programme_instead_of_the_booklet() -> None:
    kiez = KiezFactory(slug="hier", name="Hier")
    KommunikationFactory(kanal=Kanal.AMTSBLATT).kieze.add(kiez)
    assert list_wege() == [Vorlage("Wochenprogramm: Hier", "/kieze/hier/woche/")]


def test_poster_is_offered_for_each_offer_of_the_measure_that_the_public_finds() -> None:
    massnahme = MassnahmeFactory()
    offenes, entwurf = AngebotFactory(titel="Singkreis", slug="singkreis"), AngebotFactory(status="entwurf")
    massnahme.angebote.add(offenes, entwurf)
    KommunikationFactory(kanal=Kanal.AUSHANG, massnahme=massnahme)
    assert list_wege() == [Vorlage("Plakat oder Karte: Singkreis", "/angebote/singkreis/plakat/"), HEFT]


def test_what_has_appeared_needs_nothing_more() -> None:
    KommunikationFactory(kanal=Kanal.FLYER, status=Erledigung.ERLEDIGT, erledigt_am=timezone.localdate())
    assert list_wege() == []


def test_plan_shows_the_ways_at_the_same_cost_for_any_number_of_rows(
    client: Client, django_assert_max_num_queries: Any
) -> None:
    login(client, create_konto("person", KONZEPT))
    adresse = reverse("konzept:kommunikation-liste")
    for _mal in range(12):
        massnahme = MassnahmeFactory()
        massnahme.angebote.add(AngebotFactory())
        KommunikationFactory(kanal=Kanal.AUSHANG, massnahme=massnahme)
    client.get(adresse)
    with django_assert_max_num_queries(12):
        text = client.get(adresse).content.decode()
    assert text.count("Plakat oder Karte:") == 12
