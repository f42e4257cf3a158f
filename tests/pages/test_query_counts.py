"""Queries per page type, pinned, with two and with four offers of a kind: a page must not cost more because it shows more."""

from collections.abc import Iterator
from datetime import time
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoDbBlocker

from angebote.choices import Bereich, Wochentag
from angebote.domain.katalog import refresh_angebote
from angebote.domain.katalogstand import renew_version
from angebote.models import Kategorie, Krisenhilfe
from tests.factories import AngebotFactory, KiezFactory, MitmachrolleFactory, OrtFactory, TraegerFactory, ZeitFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", params=[2, 4])
def angebote_je_art(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[int]:
    """Written once for all addresses, which only get read."""
    with django_db_blocker.unblock(), transaction.atomic():
        create_katalog(request.param)
        yield request.param
        transaction.set_rollback(True)


@pytest.mark.usefixtures("angebote_je_art")
@pytest.mark.parametrize(
    ("pfad", "abfragen"),
    [
        ("/", 3),
        ("/angebote/", 5),
        ("/angebote/?q=Stricken&kiez=karow&bereich=begegnung", 5),
        ("/angebote/treff-0/", 24),
        ("/angebote/hilfe-0/", 25),
        ("/angebote/treff-0.ics", 6),
        ("/angebote/treff-0/plakat/", 6),
        ("/angebote/treff-0/plakat.pdf?format=a6", 2),
        ("/kieze/", 4),
        ("/kieze/karow/", 10),
        ("/kieze/karow/woche/", 9),
        ("/kieze/karow/woche.pdf", 3),
        ("/kieze/karow/monat/", 8),
        ("/kieze/karow/monat.pdf?seiten=2", 3),
        ("/programm/", 3),
        ("/programm.pdf", 2),
        ("/traeger/haus/", 6),
        ("/fachkraefte/", 4),
        ("/fachkraefte/?vorlage=treffpunkte&kiez=karow", 11),
        ("/fachkraefte/?vorlage=abholung&kiez=karow&tag=mi", 5),
        ("/mitmachen/", 5),
        ("/mitmachen/?kiez=karow&zeitart=regelmaessig", 5),
        ("/hilfe/", 2),
        ("/merkzettel/", 0),
        ("/pruefen/", 0),
        ("/melden/", 0),
        ("/melden/?seite=/angebote/treff-0/", 1),
        ("/impressum/", 2),
        ("/gesund/", 1),
        ("/sitemap.xml", 4),
    ],
)
def test_page_needs_the_same_queries_for_any_number_of_offers(
    client: Client, django_assert_num_queries: Any, pfad: str, abfragen: int
) -> None:
    renew_version()
    client.get(pfad)  # fills what is kept per version of the catalogue
    with django_assert_num_queries(abfragen):
        assert client.get(pfad).status_code == 200


def create_katalog(anzahl: int) -> None:
    kiez = KiezFactory(slug="karow")
    traeger = TraegerFactory(slug="haus")
    ids = []
    for nummer in range(anzahl):
        kiez.nachbarn.add(KiezFactory())
        Krisenhilfe.objects.create(name=f"Nummer {nummer}", nummer="112")
        for name, bereich, kategorie in (
            ("treff", Bereich.BEGEGNUNG, "cafe-treff"),
            ("hilfe", Bereich.UNTERSTUETZUNG, "trauer"),
        ):
            angebot = AngebotFactory(
                slug=f"{name}-{nummer}", bereich=bereich, traeger=traeger, ort=OrtFactory(kiez=kiez)
            )
            angebot.kategorien.add(Kategorie.objects.get(slug=kategorie))
            MitmachrolleFactory(angebot=angebot)
            for stunde in range(9, 10 + nummer):
                ZeitFactory(angebot=angebot, wochentag=Wochentag.DI, beginn=time(stunde), ende=time(20))
            ids.append(angebot.pk)
    refresh_angebote(angebot_ids=ids, heute=timezone.localdate())
