from collections.abc import Callable
from datetime import date, datetime

import pytest
from django.test import Client

from angebote.choices import Status
from angebote.models import Angebot
from tests.angebote.druck.programmkatalog import create_kiez
from tests.pdf import read_text

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def angebot(heute: date, jetzt: datetime, stell_uhr: Callable[[datetime], None]) -> Angebot:
    stell_uhr(jetzt)
    create_kiez(heute)
    Angebot.objects.filter(titel="Kaffeerunde").update(slug="kaffeerunde", kurz_id="abc234")
    return Angebot.objects.get(slug="kaffeerunde")


def test_page_says_what_the_poster_says(client: Client) -> None:
    html = client.get("/angebote/kaffeerunde/plakat/").content.decode()
    text = read_text(client.get("/angebote/kaffeerunde/plakat.pdf").content)
    for wort in (
        "Kaffeerunde",
        "Jeden Dienstag, 14 bis 16\u00a0Uhr",
        "Haus am See, Teststraße 1",
        "127.0.0.1:8000/a/abc234",
    ):
        assert wort in html
        assert wort.replace("\u00a0", " ") in text
    assert 'href="/angebote/kaffeerunde/plakat.pdf?format=a6"' in html


@pytest.mark.parametrize(
    ("query", "blatt"), [("", "a4"), ("?format=a4", "a4"), ("?format=a6", "a6"), ("?format=a0", "a4")]
)
def test_pdf_has_the_asked_format_or_a4(client: Client, query: str, blatt: str) -> None:
    antwort = client.get(f"/angebote/kaffeerunde/plakat.pdf{query}")
    assert antwort["Content-Disposition"] == f'inline; filename="plakat-kaffeerunde-{blatt}.pdf"'


@pytest.mark.parametrize("ende", ["plakat/", "plakat.pdf"])
def test_poster_of_what_is_not_public_is_not_found(client: Client, angebot: Angebot, ende: str) -> None:
    Angebot.objects.filter(pk=angebot.pk).update(status=Status.PAUSIERT)
    assert client.get(f"/angebote/kaffeerunde/{ende}").status_code == 404
    assert client.get(f"/angebote/gibt-es-nicht/{ende}").status_code == 404


def test_offer_page_leads_to_its_poster(client: Client) -> None:
    assert 'href="/angebote/kaffeerunde/plakat/"' in client.get("/angebote/kaffeerunde/").content.decode()
