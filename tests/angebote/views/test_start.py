import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from angebote.choices import Bereich, Status, Zeitart
from angebote.domain.katalog import refresh_angebote
from angebote.models import Angebot, Kategorie
from tests.factories import AngebotFactory, ZeitFactory

pytestmark = pytest.mark.django_db


def read_zahlen(client: Client) -> dict[str, int]:
    """Number of offers per link of the start page that shows one."""
    html = client.get("/").content.decode()
    links = re.findall(r'<a[^>]* href="([^"]+)"[^>]*>((?:(?!</a>).)*?)</a>', html, re.DOTALL)
    return {
        url.replace("&amp;", "&"): int(zahl[1])
        for url, inhalt in links
        if (zahl := re.search(r"(\d+) Angebot", inhalt)) is not None
    }


def test_start_counts_what_each_link_finds(client: Client) -> None:
    heute = timezone.localdate()
    musik = Kategorie.objects.get(slug="musik-tanz")
    angebote = [
        AngebotFactory(),
        AngebotFactory(bereich=Bereich.UNTERSTUETZUNG),
        AngebotFactory(status=Status.ENTWURF),
        ZeitFactory(art=Zeitart.EINZELN, wochentag=None, datum=heute).angebot,
        ZeitFactory(art=Zeitart.EINZELN, wochentag=None, datum=heute + timedelta(days=6)).angebot,
        ZeitFactory(art=Zeitart.EINZELN, wochentag=None, datum=heute + timedelta(days=7)).angebot,
    ]
    for angebot in (angebote[0], angebote[2]):
        angebot.kategorien.add(musik)
    refresh_angebote(angebot_ids=[angebot.pk for angebot in angebote], heute=heute)
    zahlen = read_zahlen(client)
    assert zahlen["/angebote/?kategorie=musik-tanz#treffer"] == 1
    assert zahlen["/angebote/?bereich=unterstuetzung#treffer"] == 1
    assert zahlen["/angebote/?zugang=zuhause#treffer"] == 0
    assert zahlen["/angebote/?wann=heute#treffer"] == 1
    assert zahlen["/angebote/?wann=woche#treffer"] == 2
    html = client.get("/").content.decode()
    assert "Alle 5 Angebote ansehen" in html


def test_start_without_any_offer_still_answers(client: Client) -> None:
    assert not Angebot.objects.exists()
    assert set(read_zahlen(client).values()) == {0}


def test_start_says_nothing_of_loneliness(client: Client) -> None:
    assert re.search(r"\beinsam", client.get("/").content.decode(), re.IGNORECASE) is None
