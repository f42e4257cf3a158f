"""The handbook as pages: all chapters, in one order, and no link of theirs leads nowhere."""

from collections.abc import Iterator
from itertools import pairwise
from urllib.parse import urldefrag

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from django.urls import reverse

from konzept.handbuch import build_kapiteladresse, find_adresse, find_bild, load_handbuch
from konzept.navigation import BEREICHE
from tests.architecture.quelltext import BASE_DIR
from tests.konten import create_konto, login
from tests.pages.markup import Markup, parse_markup

DATEIEN = {path.stem for path in (BASE_DIR / "docs" / "handbuch").glob("*.md")} - {"README"}
SEITEN = ("", *sorted(DATEIEN))


@pytest.fixture
def neu() -> Client:
    """Signed in, and not yet in any role."""
    return login(Client(), create_konto("neu"))


def read_text(kapitel: str) -> Markup:
    handbuch = load_handbuch()
    return parse_markup((handbuch.kapitel[kapitel] if kapitel else handbuch.inhalt).html)


def iterate_ziele(kapitel: str) -> Iterator[tuple[str, str]]:
    """Page and part of it for every link of a chapter that stays on the site."""
    hier = build_kapiteladresse(kapitel) if kapitel else reverse("konzept:handbuch")
    for link in read_text(kapitel).find("a"):
        if not link.attrs["href"].startswith("https://"):
            adresse, anker = urldefrag(link.attrs["href"])
            yield adresse or hier, anker


def test_every_file_is_a_chapter() -> None:
    assert set(load_handbuch().kapitel) == DATEIEN


@pytest.mark.parametrize("kapitel", SEITEN)
def test_every_link_leads_to_a_page_and_a_part_that_exist(kapitel: str) -> None:
    handbuch = load_handbuch()
    anker = {build_kapiteladresse(name): text.anker for name, text in handbuch.kapitel.items()}
    anker[reverse("konzept:handbuch")] = handbuch.inhalt.anker
    assert [(seite, teil) for seite, teil in iterate_ziele(kapitel) if teil not in ("", *anker.get(seite, ()))] == []
    assert {seite for seite, _teil in iterate_ziele(kapitel)} <= set(anker)


@pytest.mark.parametrize("kapitel", SEITEN)
def test_every_picture_is_found_among_the_static_files(kapitel: str) -> None:
    pfade = [bild.attrs["src"].removeprefix("/static/") for bild in read_text(kapitel).find("img")]
    assert [pfad for pfad in pfade if not (pfad.startswith("handbuch/") and finders.find(pfad))] == []


def test_some_chapter_shows_a_picture() -> None:
    assert len(read_text("anmelden").find("img")) == 1


@pytest.mark.parametrize("bereich", BEREICHE, ids=lambda bereich: bereich.name)
def test_help_of_every_part_leads_to_a_heading_that_exists(bereich: object) -> None:
    text = load_handbuch().kapitel[bereich.kapitel]  # type: ignore[attr-defined]
    assert bereich.abschnitt in ("", *text.anker)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("ziel", "adresse"),
    [
        ("druck.md", "/intern/handbuch/druck/"),
        ("druck.md#der-merkzettel", "/intern/handbuch/druck/#der-merkzettel"),
        ("README.md", "/intern/handbuch/"),
        ("README.md#die-bilder", "/intern/handbuch/#die-bilder"),
        ("#hier", "#hier"),
        ("https://www.berlin.de/", "https://www.berlin.de/"),
        ("../betrieb.md", ""),
        ("fehlt.md", ""),
        ("druck", ""),
        ("/admin/", ""),
        ("http://example.org/druck.md", ""),
        ("", ""),
    ],
)
def test_link_of_a_file_becomes_an_address_or_none(ziel: str, adresse: str) -> None:
    assert find_adresse(ziel, namen=["druck"]) == adresse


@pytest.mark.parametrize("ziel", ["../bilder/a.webp", "bilder/b.webp", "a.webp", "https://example.org/bilder/a.webp"])
def test_picture_from_elsewhere_is_left_out(ziel: str) -> None:
    assert find_bild(ziel, bilder=["a.webp"]) == ""


@pytest.mark.django_db
def test_list_names_all_chapters_in_the_order_of_the_file(neu: Client) -> None:
    markup = parse_markup(neu.get("/intern/handbuch/").content.decode())
    adressen = [link.attrs["href"] for link in markup.find("a") if "/intern/handbuch/" in link.attrs["href"]]
    kapitel = [build_kapiteladresse(name) for name in load_handbuch().kapitel]
    assert [adresse for adresse in adressen if adresse != "/intern/handbuch/"] == kapitel


@pytest.mark.django_db
@pytest.mark.parametrize("kapitel", SEITEN)
def test_page_has_headings_in_order_and_every_id_once(neu: Client, kapitel: str) -> None:
    adresse = build_kapiteladresse(kapitel) if kapitel else "/intern/handbuch/"
    markup = parse_markup(neu.get(adresse).content.decode())
    ebenen = [int(e.tag[1]) for e in markup.find("h1", "h2", "h3", "h4")]
    ids = [e.attrs["id"] for e in markup.elemente if "id" in e.attrs]
    assert ebenen[0] == 1
    assert ebenen.count(1) == 1
    assert [b - a for a, b in pairwise(ebenen) if b - a > 1] == []
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.django_db
def test_chapter_leads_to_the_next_and_the_last_to_none(neu: Client) -> None:
    namen = list(load_handbuch().kapitel)
    html = {name: neu.get(build_kapiteladresse(name)).content.decode() for name in (namen[0], namen[-1])}
    assert f"Nächstes Kapitel: {load_handbuch().kapitel[namen[1]].titel}" in html[namen[0]]
    assert "Nächstes Kapitel" not in html[namen[-1]]


@pytest.mark.django_db
@pytest.mark.parametrize("kapitel", ["fehlt", "README", "konzept"])
def test_unknown_chapter_is_not_found(neu: Client, kapitel: str) -> None:
    assert neu.get(build_kapiteladresse(kapitel)).status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("adresse", ["/admin/", "/intern/handbuch/"])
def test_every_header_leads_to_the_handbook(neu: Client, adresse: str) -> None:
    markup = parse_markup(neu.get(adresse).content.decode())
    assert "/intern/handbuch/" in [link.attrs["href"] for link in markup.find("a") if link.text == "Handbuch"]
