"""The Merkzettel travels in the address: every link of a page that has one takes it along (adr/0020)."""

from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse

from angebote.domain.merkzettel import Merkzettel
from angebote.middleware import add_to_address, add_to_page, carry_merkzettel

LISTE = Merkzettel((12, 57))


@pytest.mark.parametrize(
    ("adresse", "danach"),
    [
        ("/", "/?id=12&id=57"),
        ("/angebote/?q=tee&kiez=buch#treffer", "/angebote/?q=tee&kiez=buch&id=12&id=57#treffer"),
        ("/angebote/?kostenid=1", "/angebote/?kostenid=1&id=12&id=57"),
        ("/angebote/?id=3#merken-3", "/angebote/?id=3#merken-3"),
        ("/angebote/?q=tee&id=", "/angebote/?q=tee&id="),
        ("/angebote/treff.ics", "/angebote/treff.ics"),
        ("/merkzettel.pdf", "/merkzettel.pdf"),
        ("/static/img/zeichen.svg", "/static/img/zeichen.svg"),
        ("/admin/", "/admin/"),
        ("//anders.example/", "//anders.example/"),
        ("https://anders.example/", "https://anders.example/"),
    ],
)
def test_address_takes_the_list_along_where_it_leads_to_a_page_of_ours(adresse: str, danach: str) -> None:
    assert add_to_address(adresse, LISTE) == danach


def test_page_takes_the_list_along_in_links_and_forms_and_nowhere_else() -> None:
    seite = (
        '<link rel="icon" href="/static/z.svg"><a class="x" href="/kieze/?a=1&amp;b=2#c">K</a><a href="#inhalt">I</a>'
        '<a href="tel:112">112</a><form action="/angebote/" method="get"></form>'
        '<form method="post" action="/fehlt-hier/"></form><form data-ohne-merkzettel action="/x/"></form>'
        "<p>href=&quot;/kieze/&quot;</p>"
    )
    felder = '<input type="hidden" name="id" value="12"><input type="hidden" name="id" value="57">'
    assert add_to_page(seite, LISTE).replace("\n", "") == (
        '<link rel="icon" href="/static/z.svg"><a class="x" href="/kieze/?a=1&amp;b=2&amp;id=12&amp;id=57#c">K</a>'
        '<a href="#inhalt">I</a><a href="tel:112">112</a>'
        f'<form action="/angebote/" method="get">{felder}</form>'
        '<form method="post" action="/fehlt-hier/?id=12&amp;id=57"></form>'
        '<form data-ohne-merkzettel action="/x/"></form><p>href=&quot;/kieze/&quot;</p>'
    )


@pytest.mark.parametrize("name", ["Location", "HX-Push-Url"])
def test_redirects_and_pushed_addresses_take_the_list_along(rf: Any, name: str) -> None:
    def view(request: HttpRequest) -> HttpResponse:
        return HttpResponse(headers={name: "/angebote/treff/"})

    antwort = carry_merkzettel(view)(rf.get("/a/abc234/?id=12&id=57"))
    assert antwort[name] == "/angebote/treff/?id=12&id=57"


def test_answer_without_a_list_is_left_as_it_is(rf: Any) -> None:
    antwort = carry_merkzettel(lambda request: HttpResponse('<a href="/">', headers={"ETag": '"x"'}))(rf.get("/?id="))
    assert isinstance(antwort, HttpResponse)
    assert (antwort.content, antwort["ETag"], antwort.get("Cache-Control")) == (b'<a href="/">', '"x"', None)


@pytest.mark.parametrize("adresse", ["//boese.example/", "https://boese.example/?id=1", "javascript:alert(1)"])
def test_redirect_elsewhere_is_left_as_the_view_gave_it(rf: Any, adresse: str) -> None:
    antwort = carry_merkzettel(lambda request: HttpResponse(headers={"Location": adresse}))(rf.get("/?id=12"))
    assert antwort["Location"] == adresse


def test_staff_pages_know_no_list(rf: Any) -> None:
    """Without its referrer the browser could send no form to them: signing in would be refused."""
    request = rf.get("/admin/login/?id=12")
    antwort = carry_merkzettel(lambda _request: HttpResponse('<a href="/admin/">'))(request)
    assert (antwort.has_header("Referrer-Policy"), hasattr(request, "merkzettel")) == (False, False)


def test_list_that_a_view_read_from_a_form_is_carried_on(rf: Any) -> None:
    def view(request: Any) -> HttpResponse:
        request.merkzettel = LISTE
        return HttpResponse('<a href="/kieze/">')

    antwort = carry_merkzettel(view)(rf.post("/merkzettel/drucken/"))
    assert isinstance(antwort, HttpResponse)
    assert antwort.content == b'<a href="/kieze/?id=12&amp;id=57">'
