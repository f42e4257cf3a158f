import json
import re
from datetime import date
from typing import Any

import pytest
from django.db import DatabaseError, connection
from django.test import Client, RequestFactory

from pankow_einsamkeit.lib.markdown import render_markdown
from pankow_einsamkeit.models import Seite
from pankow_einsamkeit.views import show_csrf_failure, show_server_error
from tests.factories import AngebotFactory, KiezFactory


@pytest.mark.django_db
def test_health_with_database_is_ok_and_never_cached(client: Client) -> None:
    antwort = client.get("/gesund/")
    assert (antwort.status_code, json.loads(antwort.content)) == (200, {"status": "ok"})
    assert "no-store" in antwort["Cache-Control"]


@pytest.mark.django_db
def test_health_without_database_is_unavailable(client: Client) -> None:
    def refuse(*args: Any) -> None:
        raise DatabaseError

    with connection.execute_wrapper(refuse):
        antwort = client.get("/gesund/")
    assert antwort.status_code == 503
    assert json.loads(antwort.content)["status"] != "ok"


@pytest.mark.django_db
def test_fixed_page_marks_placeholder_until_staff_have_written(client: Client) -> None:
    assert "Dieser Text ist ein Platzhalter" in client.get("/impressum/").content.decode()
    Seite.objects.filter(slug="impressum").update(ist_platzhalter=False, text="## Anschrift\n\n<b>Haus</b>")
    html = client.get("/impressum/").content.decode()
    assert "Platzhalter" not in html
    assert "<h2>Anschrift</h2>" in html
    assert "&lt;b&gt;Haus&lt;/b&gt;" in html


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("slug", "verlangt"),
    [
        ("impressum", ["§ 5", "§ 18", "Postanschrift"]),
        (
            "datenschutz",
            [
                "Keine Cookies",
                "Keine fremden Dienste",
                "Keine Suchwörter im Protokoll",
                "Mein Standort",
                "Das fehlt hier",
                "Artikel 13",
            ],
        ),
        ("barrierefreiheit", ["BIKTG", "Landesbeauftragten", "einem Monat"]),
        ("leichte-sprache", ["noch nicht von Menschen mit Lernschwierigkeiten geprüft"]),
        ("gebaerdensprache", ["Es gibt ihn noch nicht", "BITV"]),
    ],
)
def test_placeholder_says_what_the_law_demands(slug: str, verlangt: list[str]) -> None:
    seite = Seite.objects.get(slug=slug)
    assert seite.ist_platzhalter
    assert [wort for wort in verlangt if wort not in seite.text] == []


@pytest.mark.django_db
@pytest.mark.parametrize(("tag", "steht_da"), [(date(2026, 3, 5), True), (None, False)])
def test_seite_says_when_it_was_checked_last(client: Client, tag: date | None, steht_da: bool) -> None:
    Seite.objects.filter(slug="barrierefreiheit").update(geprueft_am=tag)
    html = client.get("/barrierefreiheit/").content.decode()
    assert ("Zuletzt überprüft am 5. März 2026." in html) is steht_da
    assert ("Zuletzt überprüft" in html) is steht_da


@pytest.mark.django_db
@pytest.mark.parametrize("pfad", ["/gibt-es-nicht/", "/gibt/es/nicht", "/angebote/nein/", "/traeger/nein/"])
def test_unknown_address_is_not_found_and_leads_on(client: Client, pfad: str) -> None:
    antwort = client.get(pfad, follow=True)
    assert antwort.status_code == 404
    ziele = set(re.findall(r'(?:href|action)="([^"]+)"', antwort.content.decode()))
    assert {"/", "/angebote/", "/kieze/", "/hilfe/"} <= ziele
    assert dict(antwort.cookies) == {}


def test_server_error_page_needs_no_database() -> None:
    antwort = show_server_error(RequestFactory().get("/"))
    html = antwort.content.decode()
    assert antwort.status_code == 500
    assert "Das liegt nicht an Ihnen" in html
    assert 'href="tel:112"' in html


def test_rejected_form_explains_what_to_do_in_german() -> None:
    antwort = show_csrf_failure(RequestFactory().post("/admin/"), reason="CSRF token missing")
    html = antwort.content.decode()
    assert antwort.status_code == 403
    assert "laden Sie die Seite neu" in html
    assert "CSRF" not in html


@pytest.mark.django_db
def test_robots_names_sitemap_and_keeps_out_of_the_admin_and_of_lists(client: Client, settings: Any) -> None:
    settings.BASIS_URL = "https://portal.example"
    zeilen = client.get("/robots.txt").content.decode().splitlines()
    assert zeilen == [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /konto/",
        "Disallow: /*?id=",
        "Disallow: /*&id=",
        "Sitemap: https://portal.example/sitemap.xml",
    ]


@pytest.mark.django_db
def test_sitemap_lists_public_offers_and_kieze_only(client: Client) -> None:
    kiez = KiezFactory(slug="karow")
    AngebotFactory(slug="da", ort__kiez=kiez)
    AngebotFactory(slug="entwurf", ort__kiez=kiez, status="entwurf")
    pfade = re.findall(r"<loc>https?://[^/]+(/[^<]*)</loc>", client.get("/sitemap.xml").content.decode())
    assert set(pfade) == {
        "/",
        "/angebote/",
        "/kieze/",
        "/mitmachen/",
        "/fachkraefte/",
        "/hilfe/",
        "/kieze/karow/",
        "/angebote/da/",
    }


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("# A\n### B\n", "<h2>A</h2>\n<h3>B</h3>\n"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>\n"),
        ("[x](/hilfe/)", '<p><a href="/hilfe/">x</a></p>\n'),
        ("![bild](https://fremd.example/a.png)", '<p>!<a href="https://fremd.example/a.png">bild</a></p>\n'),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
    ],
)
def test_markdown_is_safe_and_fits_headings_below_the_title(text: str, html: str) -> None:
    assert render_markdown(text) == html


@pytest.mark.parametrize(
    ("telefon", "href"),
    [
        ("030 90295-0", ' href="tel:+4930902950"'),
        ("030/90295-0 (Bürgertelefon)", ' href="tel:+4930902950"'),
        ("Bürgertelefon", ""),
    ],
)
@pytest.mark.django_db
def test_number_of_the_portal_is_a_link_only_if_it_can_be_dialled(
    client: Client, settings: Any, telefon: str, href: str
) -> None:
    settings.PORTAL_TELEFON = telefon
    assert f"<a{href}>{telefon}</a>" in client.get("/hilfe/").content.decode()


def test_favicon_leads_to_the_sign_of_the_portal(client: Client) -> None:
    antwort = client.get("/favicon.ico")
    assert (antwort.status_code, antwort["Location"]) == (301, "/static/img/zeichen.svg")
    assert antwort["Cache-Control"] == "public, max-age=86400"
