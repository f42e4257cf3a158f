""" "Das fehlt hier": what one click stores, what it never stores, and who may click."""

from datetime import datetime
from html import unescape
from typing import Any
from urllib.parse import urlencode

import pytest
from django.http import HttpResponse
from django.test import Client

from angebote.models import Kiez, Suchluecke
from pankow_einsamkeit.lib.kalender import BERLIN
from tests.factories import KiezFactory
from tests.pages.markup import parse_markup

ADRESSE = "/fehlt-hier/"
VON_HIER = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture(autouse=True)
def weissensee(db: None) -> Kiez:
    return KiezFactory(slug="weissensee", name="Weißensee")


@pytest.fixture(autouse=True)
def november(stell_uhr: Any) -> None:
    stell_uhr(datetime(2026, 11, 30, 23, 30, tzinfo=BERLIN))


def click(client: Client, suche: str, **kopf: str) -> HttpResponse:
    return client.post(ADRESSE, {"suche": suche}, headers=kopf or VON_HIER)


def read_zeilen() -> set[tuple[str, str, str, str, int]]:
    return set(Suchluecke.objects.values_list("monat", "kiez", "kategorie", "tageszeit", "anzahl"))


@pytest.mark.parametrize(
    ("suche", "zeile"),
    [
        ("", ("2026-11", "", "", "", 1)),
        ("q=depression&nah=Antonplatz&kosten=kostenlos&tag=di", ("2026-11", "", "", "", 1)),
        ("kiez=weissensee&kategorie=trauer&zeit=abend", ("2026-11", "weissensee", "trauer", "abend", 1)),
        ("kiez=weissensee&zeit=abend&zeit=vormittag", ("2026-11", "weissensee", "", "", 1)),
        ("kiez=atlantis&kategorie=%00&zeit=nachts", ("2026-11", "", "", "", 1)),
        ("kiez=' OR 1=1 --&kategorie=" + "x" * 9999, ("2026-11", "", "", "", 1)),
    ],
)
def test_click_stores_one_row_of_known_values_and_the_month_only(
    client: Client, suche: str, zeile: tuple[str, str, str, str, int]
) -> None:
    assert click(client, suche).status_code == 303
    assert read_zeilen() == {zeile}


def test_click_again_counts_up_and_another_wish_has_a_row_of_its_own(client: Client) -> None:
    for suche in ("kiez=weissensee", "kiez=weissensee&q=anderes", "zeit=abend"):
        click(client, suche)
    assert read_zeilen() == {("2026-11", "weissensee", "", "", 2), ("2026-11", "", "", "abend", 1)}


def test_click_leads_to_thanks_that_say_what_was_noted_and_lead_back(client: Client) -> None:
    antwort = click(client, "seite=7&zeit=abend&kiez=weissensee&q=Schach&fremd=1")
    suche = urlencode({"q": "Schach", "kiez": "weissensee", "zeit": "abend"})
    assert antwort["Location"] == f"/fehlt-hier/danke/?{suche}"
    for _mal in range(2):
        markup = parse_markup(client.get(antwort["Location"]).content.decode())
    text = markup.find("main")[0].text
    assert "Notiert ist nur: Weißensee, Abend, November 2026." in text
    assert "Schach" not in text
    assert f"/angebote/?{suche}" in {link.attrs["href"] for link in markup.find("a")}
    assert read_zeilen() == {("2026-11", "weissensee", "", "abend", 1)}  # looking at the thanks counts nothing


@pytest.mark.parametrize(
    ("kopf", "status"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, 303),
        ({"Origin": "http://testserver"}, 303),
        ({"Referer": "http://testserver/angebote/"}, 303),
        ({"Origin": "https://portal.example"}, 303),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "http://testserver"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Sec-Fetch-Site": "none"}, 403),
        ({"Origin": "https://fremd.example", "Referer": "http://testserver/"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://["}, 403),
        ({"Accept": "*/*"}, 403),
    ],
)
def test_click_counts_only_if_it_comes_from_our_own_page(settings: Any, kopf: dict[str, str], status: int) -> None:
    settings.CSRF_TRUSTED_ORIGINS = ["https://portal.example"]
    antwort = click(Client(enforce_csrf_checks=True), "kiez=weissensee", **kopf)
    assert (antwort.status_code, antwort["Cache-Control"], dict(antwort.cookies)) == (status, "private, no-store", {})
    assert len(read_zeilen()) == (status == 303)


def test_address_without_a_click_leads_to_the_list_and_counts_nothing(client: Client) -> None:
    assert client.get(ADRESSE, {"suche": "kiez=weissensee"})["Location"] == "/angebote/"
    assert client.head(ADRESSE).status_code == 302
    assert client.put(ADRESSE, headers=VON_HIER).status_code == 405
    assert read_zeilen() == set()


def test_empty_result_without_kiez_topic_or_time_tells_how_to_name_one(client: Client) -> None:
    html = client.get("/angebote/", {"q": "nichts-davon"}).content.decode()
    assert [form for form in parse_markup(html).find("form") if form.attrs.get("action") == ADRESSE] == []
    assert "Wählen Sie im Filter einen Kiez, ein Thema oder eine Tageszeit." in html


def test_empty_result_offers_the_click_and_says_what_it_stores(client: Client) -> None:
    html = client.get("/angebote/", {"q": "nichts-davon", "kiez": "weissensee"}).content.decode()
    markup = parse_markup(html)
    formulare = [form for form in markup.find("form") if form.attrs.get("action") == ADRESSE]
    assert [(form.attrs["method"], form.attrs["data-hx-boost"]) for form in formulare] == [("post", "false")]
    assert "Wir zählen nur mit: Weißensee, November 2026." in unescape(html)
    felder = [feld.attrs for feld in markup.find("input") if feld.attrs.get("name") == "suche"]
    assert [feld["value"] for feld in felder] == ["q=nichts-davon&kiez=weissensee"]
    assert [feld for feld in markup.find("input") if feld.attrs.get("name") == "csrfmiddlewaretoken"] == []
