"""Every page carries the visitor's Merkzettel on in its links, and leaves no trace of it (adr/0020)."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from angebote.models import Angebot
from tests.pages.markup import parse_markup
from tests.pages.urls_table import SEITEN, Seitentyp

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("seite", SEITEN, ids=str)
def test_every_page_carries_the_list_on_and_is_stored_and_told_nowhere(
    client: Client, katalog: dict[str, Angebot], seite: Seitentyp
) -> None:
    gemerkt = katalog["kaffeerunde"].pk
    adresse = reverse(seite.name, kwargs=seite.kwargs)
    antwort = client.get(f"{adresse}?{seite.query}&id={gemerkt}")
    assert (antwort["Cache-Control"], antwort["Referrer-Policy"]) == ("private, no-store", "no-referrer")
    assert antwort["X-Robots-Tag"] == "noindex, nofollow"
    assert (antwort.has_header("ETag"), dict(antwort.cookies)) == (False, {})
    markup = parse_markup(antwort.content.decode())
    ziele = [link.attrs["href"] for link in markup.find("a") if link.attrs.get("href", "").startswith("/")]
    eigene = [ziel for ziel in ziele if not ziel.split("?")[0].endswith((".ics", ".pdf"))]
    assert eigene
    assert [ziel for ziel in eigene if not re.search(r"[?&]id=", ziel)] == []
