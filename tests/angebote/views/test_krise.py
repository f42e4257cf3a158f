import re
from datetime import date

import pytest
from django.test import Client

from angebote.choices import Krisenthema
from angebote.models import Krisenhilfe

pytestmark = pytest.mark.django_db


def test_krise_shows_danger_to_life_first_and_hidden_numbers_never(client: Client) -> None:
    Krisenhilfe.objects.create(name="Seelsorge", nummer="0800 1110111", reihenfolge=1)
    Krisenhilfe.objects.create(name="Alt", nummer="030 4442514", reihenfolge=2, ist_sichtbar=False)
    Krisenhilfe.objects.create(name="Notruf", art="Notruf", nummer="112", reihenfolge=3)
    html = client.get("/hilfe/").content.decode()
    assert re.findall(r'href="(tel:[^"]+)"', html) == ["tel:112", "tel:+498001110111"]
    assert "0800 111 01 11" in html


def test_krise_groups_numbers_by_subject_and_leaves_empty_ones_out(client: Client) -> None:
    Krisenhilfe.objects.create(name="A", nummer="116 016", thema=Krisenthema.GEWALT, reihenfolge=1)
    Krisenhilfe.objects.create(name="B", nummer="116 111", thema=Krisenthema.FAMILIE, reihenfolge=2)
    Krisenhilfe.objects.create(name="C", nummer="116 117", thema=Krisenthema.GEWALT, reihenfolge=3)
    html = client.get("/hilfe/").content.decode()
    html = html[html.index("<main") : html.index("</main>")]
    assert re.findall(r'<a href="#(\w+)"', html) == ["familie", "gewalt"]
    titel = [re.sub(r"<[^>]+>", "", text) for text in re.findall(r"<h[23][^>]*>(.*?)</h[23]>", html)]
    start = titel.index("Für Kinder, Jugendliche und Eltern")
    assert titel[start : start + 5] == ["Für Kinder, Jugendliche und Eltern", "B", "Bei Gewalt", "A", "C"]


def test_krise_without_records_still_names_112(client: Client) -> None:
    assert re.findall(r'href="(tel:[^"]+)"', client.get("/hilfe/").content.decode()) == ["tel:112"]


def test_krise_says_once_that_nothing_is_checked_and_lists_the_sources(client: Client) -> None:
    Krisenhilfe.objects.create(name="A", nummer="116 111", quelle_1="https://www.berlin.de/x", stand_1="2024-03")
    Krisenhilfe.objects.create(name="B", nummer="116 016")
    html = client.get("/hilfe/").content.decode()
    assert html.count("geprüft am: noch nicht") == 1
    assert "<li>A: berlin.de, Stand März 2024</li><li>B: Quelle nicht bekannt</li>" in html


def test_krise_says_when_a_number_was_checked(client: Client) -> None:
    Krisenhilfe.objects.create(name="A", nummer="116 111", geprueft_am=date(2026, 11, 3))
    Krisenhilfe.objects.create(name="B", nummer="116 016")
    html = client.get("/hilfe/").content.decode()
    assert re.findall(r"Geprüft am [^<]*", html) == ["Geprüft am 3. November 2026"]
    assert "noch nicht" not in html[html.index("<main") :]


def test_krise_says_what_is_not_known(client: Client) -> None:
    Krisenhilfe.objects.create(name="A", nummer="116 111", erreichbar="Rund um die Uhr", kosten="kostenlos")
    Krisenhilfe.objects.create(name="B", nummer="116 016", erreichbar="Rund um die Uhr")
    Krisenhilfe.objects.create(name="C", nummer="116 117", kosten="kostenlos")
    Krisenhilfe.objects.create(name="D", nummer="116 116")
    assert re.findall(r"<p><strong>(.*?)</strong></p>", client.get("/hilfe/").content.decode()) == [
        "Rund um die Uhr, kostenlos",
        "Rund um die Uhr, Kosten nicht bekannt",
        "Zeiten nicht bekannt, kostenlos",
        "Zeiten und Kosten nicht bekannt",
    ]


def test_krise_links_both_numbers_of_one_line(client: Client) -> None:
    Krisenhilfe.objects.create(name="Seelsorge", nummer="0800 111 0 111 oder 0800 111 0 222")
    html = client.get("/hilfe/").content.decode()
    assert re.findall(r'href="(tel:[^"]+)"', html) == ["tel:112", "tel:+498001110111", "tel:+498001110222"]
    assert "0800 111 0 222</a>" in html


def test_krise_shows_what_happens_only_if_known(client: Client) -> None:
    Krisenhilfe.objects.create(name="A", nummer="116 111", ablauf="Jemand hört zu.")
    Krisenhilfe.objects.create(name="B", nummer="116 016")
    html = client.get("/hilfe/").content.decode()
    assert html.count("Was passiert, wenn ich anrufe?") == 1


def test_krise_does_not_offer_to_call_a_chat(client: Client) -> None:
    Krisenhilfe.objects.create(name="Chat", art="Chatberatung (SMS)", nummer="WhatsApp/SMS 01573 5998143")
    html = client.get("/hilfe/").content.decode()
    assert re.findall(r'href="(tel:[^"]+)"', html) == ["tel:112"]


@pytest.mark.parametrize(
    ("art", "weg"), [("Beratung im Chat", "Im Chat schreiben"), ("Beratung per Mail", "Im Internet schreiben")]
)
def test_krise_links_the_website_as_the_way_to_write(client: Client, art: str, weg: str) -> None:
    Krisenhilfe.objects.create(name="Jung", art=art, web="https://beispiel.test/rat")
    html = client.get("/hilfe/").content.decode()
    assert re.findall(r'href="https://beispiel.test/rat">(?:<svg.*?</svg>)?([^<]*)', html, re.DOTALL) == [weg]
