import re
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from angebote.choices import Status
from angebote.domain.katalog import refresh_angebote
from tests.factories import AngebotFactory, TraegerFactory

pytestmark = pytest.mark.django_db


def list_angebote(html: str) -> list[int]:
    return [int(pk) for pk in re.findall(r'data-angebot="(\d+)"', html)]


def test_traeger_shows_its_public_offers_and_contact(client: Client) -> None:
    traeger = TraegerFactory(slug="haus", telefon="030/4442514", email="a@haus.example")
    eigenes = AngebotFactory(traeger=traeger)
    AngebotFactory(traeger=traeger, status=Status.ENTWURF)
    AngebotFactory(traeger=TraegerFactory())
    html = client.get("/traeger/haus/").content.decode()
    assert list_angebote(html) == [eigenes.pk]
    assert 'href="tel:+49304442514">030 4442514</a>' in html
    assert 'href="mailto:a@haus.example"' in html


def test_traeger_card_says_the_word_of_a_line_only_once_to_a_screen_reader(client: Client) -> None:
    angebot = AngebotFactory(traeger=TraegerFactory(slug="haus"), kosten_hinweis="meist frei")
    refresh_angebote(angebot_ids=[angebot.pk], heute=timezone.localdate())
    text = " ".join(re.sub(r"<[^>]+>", " ", client.get("/traeger/haus/").content.decode()).split())
    assert "Kosten nicht genau bekannt" in text
    assert "Kosten: Kosten" not in text


def test_traeger_without_public_offers_is_not_found(client: Client) -> None:
    AngebotFactory(traeger=TraegerFactory(slug="haus"), status=Status.ENTWURF)
    assert client.get("/traeger/haus/").status_code == 404


@pytest.mark.parametrize(
    ("seite", "nummern"), [("", [0, 1]), ("2", [2]), ("0", [2]), ("-1", [2]), ("99", [2]), ("abc", [0, 1])]
)
def test_traeger_with_many_offers_has_pages_and_forgives_any_number(
    client: Client, settings: Any, seite: str, nummern: list[int]
) -> None:
    settings.TREFFER_JE_SEITE = 2
    traeger = TraegerFactory(slug="haus")
    angebote = [AngebotFactory(traeger=traeger, titel=f"Treff {nummer}") for nummer in range(3)]
    html = client.get("/traeger/haus/", {"seite": seite}).content.decode()
    assert list_angebote(html) == [angebote[nummer].pk for nummer in nummern]
