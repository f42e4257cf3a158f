"""Which page a report is about: only pages people read, by their path alone, and nothing private."""

from typing import Any

import pytest
from django.test import RequestFactory
from django.urls import resolve

from angebote.choices import Status
from angebote.views.meldeseite import TITEL, build_melde_url, find_meldeseite, find_meldeseite_by_kurz_id
from tests.factories import AngebotFactory, KiezFactory
from tests.pages.urls_table import ANDERE, NIMMT_ENTGEGEN, PRUEFCODE, SEITEN

pytestmark = pytest.mark.django_db


def test_titel_names_real_pages_and_only_those_whose_address_tells_nothing_private() -> None:
    bekannte = {seite.name for seite in SEITEN}
    assert set(TITEL) <= bekannte
    assert set(TITEL).isdisjoint({seite.name for seite in (*ANDERE, *NIMMT_ENTGEGEN)})
    assert "angebote:pruefung" not in TITEL


@pytest.mark.parametrize(
    ("adresse", "url"),
    [
        ("/angebote/?q=depression&kiez=buch", "/melden/?seite=/angebote/"),
        ("/", "/melden/?seite=/"),
        ("/impressum/", "/melden/?seite=/impressum/"),
        (f"/pruefen/{PRUEFCODE}/", "/melden/?seite=/pruefen/"),
        ("/merkzettel/?id=1&id=2", "/melden/?seite=/merkzettel/"),
        ("/melden/?art=barriere", "/melden/"),
        ("/melden/danke/mb-4k7x/", "/melden/"),
        ("/fehlt-hier/danke/?kiez=buch", "/melden/"),
        (f"/angebote/{'x' * 200}/", "/melden/"),
    ],
)
def test_link_carries_the_path_without_search_words(adresse: str, url: str) -> None:
    request: Any = RequestFactory().get(adresse)
    request.resolver_match = resolve(request.path)
    assert build_melde_url(request) == url


def test_link_on_a_page_that_does_not_exist_carries_nothing() -> None:
    assert build_melde_url(RequestFactory().get("/was/jemand/tippt/")) == "/melden/"


@pytest.mark.parametrize(
    "angabe",
    [
        "",
        "angebote",
        "/admin/",
        "/admin/angebote/angebot/1/change/",
        "/gesund/",
        "/a/abc234/",
        "/melden/",
        "/gibt/es/nicht/",
        "http://[",
        "/angebote/\x00/",
        "/angebote/" + "x" * 300 + "/",
        "javascript:alert(1)",
    ],
)
def test_page_that_is_none_of_ours_is_no_page(angabe: str) -> None:
    seite = find_meldeseite(angabe)
    assert (seite.pfad, seite.titel, seite.angebot) == ("", "", None)


def test_page_is_called_as_its_record_is() -> None:
    KiezFactory(slug="buch", name="Buch")
    angebot = AngebotFactory(slug="chor", titel="Chor")
    erwartet = {
        "/": "Startseite",
        "/angebote/?q=geheim#treffer": "Angebote finden",
        "/kieze/buch/woche/": "Buch",
        "/impressum/": "Impressum",
        "/angebote/gibt-es-nicht/": "/angebote/gibt-es-nicht/",
    }
    assert {angabe: str(find_meldeseite(angabe).titel) for angabe in erwartet} == erwartet
    seite = find_meldeseite("/angebote/chor/plakat/")
    assert (seite.pfad, seite.titel, seite.angebot) == ("/angebote/chor/plakat/", "Chor", angebot)
    assert find_meldeseite("https://portal.example/angebote/chor/?q=geheim").pfad == "/angebote/chor/"
    assert find_meldeseite(f"/pruefen/{PRUEFCODE}/").pfad == "/pruefen/"


def test_offer_that_never_was_public_is_not_named() -> None:
    AngebotFactory(slug="geheim", titel="Geheim", kurz_id="abc234", status=Status.ENTWURF)
    seite = find_meldeseite("/angebote/geheim/")
    assert (seite.titel, seite.angebot) == ("/angebote/geheim/", None)
    assert find_meldeseite_by_kurz_id("abc234").pfad == ""


@pytest.mark.parametrize("kurz_id", ["zzzzzz", "\0", "x" * 999])
def test_short_id_that_does_not_exist_is_no_page(kurz_id: str) -> None:
    assert find_meldeseite_by_kurz_id(kurz_id).pfad == ""
