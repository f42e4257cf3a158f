"""Rules that hold on every page people read: headings, labels, markup, privacy."""

import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from itertools import pairwise
from urllib.parse import unquote

import html5lib
import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from html5lib.constants import E as PARSE_ERRORS

from tests.pages.markup import FELDER, OHNE_BESCHRIFTUNG, UEBERSCHRIFTEN, Markup, parse_markup
from tests.pages.urls_table import ANDERE, DRUCKT, NIMMT_EIGENES_FORMULAR, NIMMT_ENTGEGEN, PRUEFCODE, SEITEN, Seitentyp

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("katalog")]
Reader = Callable[[Seitentyp], Markup]
jede_seite = pytest.mark.parametrize("seite", SEITEN, ids=str)
# Neutral titles: who shares a device must not be read from its history (P9).
NICHT_IM_TITEL = re.compile(r"\beinsam|psych|krank|nichts-davon", re.IGNORECASE)


def build_adresse(seite: Seitentyp) -> str:
    return reverse(seite.name, kwargs=seite.kwargs) + (f"?{seite.query}" if seite.query else "")


@pytest.fixture(scope="module")
def fetch(bestand: dict[str, int]) -> Callable[[Seitentyp], str]:
    """A page as anybody gets it, asked for once for all tests of this file: none of them changes what it shows."""

    @cache
    def get(adresse: str) -> str:
        antwort = Client().get(adresse)
        assert antwort.status_code == 200
        return antwort.content.decode()

    return lambda seite: get(build_adresse(seite))


@pytest.fixture(scope="module")
def read(fetch: Callable[[Seitentyp], str]) -> Reader:
    parse = cache(parse_markup)
    return lambda seite: parse(fetch(seite))


@jede_seite
def test_page_has_one_h1_and_skips_no_heading_level(read: Reader, seite: Seitentyp) -> None:
    ueberschriften = read(seite).find(*UEBERSCHRIFTEN)
    ebenen = [int(eine.tag[1]) for eine in ueberschriften]
    assert ebenen.count(1) == 1
    assert ebenen[0] == 1
    assert [b for a, b in pairwise(ebenen) if b > a + 1] == []
    assert [eine for eine in ueberschriften if not eine.text.strip()] == []


@jede_seite
def test_page_states_language_and_neutral_title(read: Reader, seite: Seitentyp) -> None:
    markup = read(seite)
    assert [html.attrs["lang"] for html in markup.find("html")] == ["de"]
    titel = markup.find("title")[0].text.strip()
    assert titel.endswith(settings.PORTAL_NAME)
    assert len(titel) > len(settings.PORTAL_NAME)
    assert NICHT_IM_TITEL.search(titel) is None


@jede_seite
def test_page_labels_every_form_control(read: Reader, seite: Seitentyp) -> None:
    markup = read(seite)
    labels = {label.attrs.get("for") for label in markup.find("label") if label.text.strip()}
    felder = [feld for feld in markup.find(*FELDER) if feld.attrs.get("type") not in OHNE_BESCHRIFTUNG]
    assert [feld for feld in felder if feld.attrs.get("id") not in labels and not feld.attrs.get("aria-label")] == []
    knoepfe = markup.find("button")
    assert [knopf for knopf in knoepfe if not knopf.text.strip() and not knopf.attrs.get("aria-label")] == []


@jede_seite
def test_page_holds_every_icon_it_points_at(read: Reader, seite: Seitentyp) -> None:
    markup = read(seite)
    blatt = {symbol.attrs["id"] for symbol in markup.find("symbol")}
    assert blatt
    assert {zeiger.attrs["href"].removeprefix("#") for zeiger in markup.find("use")} <= blatt


@jede_seite
def test_page_names_every_link_and_uses_every_id_once(read: Reader, seite: Seitentyp) -> None:
    markup = read(seite)
    assert [link for link in markup.find("a") if not link.text.strip() and not link.attrs.get("aria-label")] == []
    zahl_je_id = Counter(element.attrs["id"] for element in markup.elemente if "id" in element.attrs)
    assert {name: zahl for name, zahl in zahl_je_id.items() if zahl > 1} == {}
    verweise = [
        ziel
        for element in markup.elemente
        for name in ("aria-labelledby", "aria-describedby", "aria-controls")
        for ziel in element.attrs.get(name, "").split()
    ]
    assert set(verweise) - set(zahl_je_id) == set()


@jede_seite
def test_page_is_valid_html(fetch: Callable[[Seitentyp], str], seite: Seitentyp) -> None:
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"))
    parser.parse(fetch(seite))
    assert [(stelle, PARSE_ERRORS[code] % daten) for stelle, code, daten in parser.errors] == []


@jede_seite
def test_page_loads_nothing_from_elsewhere_and_runs_nothing_inline(read: Reader, seite: Seitentyp) -> None:
    markup = read(seite)
    geladen = [e.attrs["src"] for e in markup.elemente if "src" in e.attrs]
    geladen += [link.attrs["href"] for link in markup.find("link")]
    assert [adresse for adresse in geladen if not re.match(r"/(?!/)", adresse)] == []
    assert markup.find("style", "iframe", "object", "embed") == []
    assert [e for e in markup.elemente if "style" in e.attrs or any(name.startswith("on") for name in e.attrs)] == []
    skripte = [skript for skript in markup.find("script") if "src" not in skript.attrs]
    assert {skript.attrs.get("type") for skript in skripte} <= {"application/ld+json"}


@pytest.mark.parametrize("seite", [*SEITEN, *ANDERE, *NIMMT_ENTGEGEN], ids=str)
def test_address_sets_no_cookie(client: Client, seite: Seitentyp) -> None:
    antwort = client.get(build_adresse(seite))
    assert antwort.status_code in {200, 301, 302}
    assert dict(antwort.cookies) == {}
    assert "Cookie" not in antwort.get("Vary", "")


@jede_seite
def test_page_links_to_crisis_help_and_accessibility_statement(read: Reader, seite: Seitentyp) -> None:
    ziele = {link.attrs.get("href", "").split("?")[0] for link in read(seite).find("a")}
    assert {reverse("angebote:krise"), reverse("seite", kwargs={"slug": "barrierefreiheit"})} <= ziele


@jede_seite
def test_page_answers_head_requests(client: Client, seite: Seitentyp) -> None:
    antwort = client.head(f"{reverse(seite.name, kwargs=seite.kwargs)}?{seite.query}")
    assert (antwort.status_code, antwort.content) == (200, b"")


@pytest.mark.parametrize(
    "seite", [eine for eine in (*SEITEN, *ANDERE) if eine.name not in DRUCKT | NIMMT_EIGENES_FORMULAR], ids=str
)
def test_address_refuses_to_be_written_to_without_speaking_of_signing_in(seite: Seitentyp) -> None:
    antwort = Client(enforce_csrf_checks=True).post(reverse(seite.name, kwargs=seite.kwargs), {"q": "x"})
    assert (antwort.status_code, antwort["Allow"], antwort.content) == (405, "GET, HEAD", b"")


@jede_seite
def test_page_leads_to_the_form_for_what_is_wrong_without_its_search_words(read: Reader, seite: Seitentyp) -> None:
    ziele = {link.attrs.get("href", "") for link in read(seite).find("a")}
    eigenes = [unquote(ziel) for ziel in ziele if ziel.split("?")[0] == reverse("angebote:melden")]
    assert eigenes
    for wort in ("nichts-davon", PRUEFCODE, "0815", "vorlage=", "zweitsprache="):
        assert [ziel for ziel in eigenes if wort in ziel] == []
