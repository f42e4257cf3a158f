"""Long lists of the network come in pages, and leafing keeps the filter."""

import pytest
from django.test import Client
from django.urls import reverse

from konzept.choices import Akteurart, Branche, Kanal
from konzept.views.netzseiten import JE_SEITE
from tests.konzept.factories_netz import AkteurFactory, AufgabeFactory, KommunikationFactory, MultiplikatorFactory
from tests.pages.markup import parse_markup

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "fabrik", "felder", "frage"),
    [
        ("akteur-liste", AkteurFactory, {"art": Akteurart.SCHULE}, {"art": "schule"}),
        ("multiplikator-liste", MultiplikatorFactory, {"branche": Branche.AMT}, {"branche": "amt"}),
        ("aufgabe-liste", AufgabeFactory, {}, {"stand": "ueberfaellig"}),
        ("kommunikation-liste", KommunikationFactory, {"kanal": Kanal.PODCAST}, {"kanal": "podcast"}),
    ],
)
def test_list_of_many_has_pages_that_keep_the_filter(name, fabrik, felder, frage, konzept: Client) -> None:
    if "stand" in frage:
        felder = {"faellig_am": "2020-01-01"}
    fabrik.create_batch(JE_SEITE + 3, **felder)

    erste = konzept.get(reverse(f"konzept:{name}"), frage)
    [weiter] = [link for link in parse_markup(erste.content.decode()).find("a") if link.attrs.get("rel") == "next"]
    zweite = konzept.get(reverse(f"konzept:{name}") + weiter.attrs["href"])

    assert [len(antwort.context["seite"].object_list) for antwort in (erste, zweite)] == [JE_SEITE, 3]
    assert (erste.context["seite"].paginator.count, zweite.context["seite"].number) == (JE_SEITE + 3, 2)
