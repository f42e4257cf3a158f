"""Carries the Merkzettel from page to page: it lives in the address, so every link has to take it along (adr/0020)."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape, unescape
from urllib.parse import urlsplit, urlunsplit

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.urls import reverse

from angebote.domain.merkzettel import PARAMETER, Merkzettel, read_merkzettel
from angebote.views.parameter import read_parameter
from pankow_einsamkeit.decorators import forbid_traces

Answer = Callable[[HttpRequest], HttpResponseBase]

# Own addresses in links and forms, as our templates write them; "//" would lead to another server.
LINK = re.compile(r'(?<=\shref=")(/(?!/)[^"]*)(?=")')
ZIEL = re.compile(r'(?<=\saction=")(/(?!/)[^"]*)(?=")')
VERWEIS = re.compile(r"<(?:a|form)\b[^>]*>")
OHNE_LISTE = re.compile(r"/(?:static|admin)/|.*\.(?:ics|pdf|txt|xml|svg)$")
NENNT_LISTE = re.compile(rf"(?:^|&){PARAMETER}=")


def carry_merkzettel(get_response: Answer) -> Answer:
    """request.merkzettel is what the address says; if it says anything, the answer is stored and told nowhere (P9).

    A view that is sent a list by a form sets request.merkzettel itself. Staff pages know no list.
    """

    def answer(request: HttpRequest) -> HttpResponseBase:
        if request.path.startswith(reverse("admin:index")):
            return get_response(request)
        request.merkzettel = read_merkzettel(read_parameter(request).getlist(PARAMETER))  # type: ignore[attr-defined]
        response = get_response(request)
        merkzettel: Merkzettel = request.merkzettel  # type: ignore[attr-defined]
        if len(merkzettel):
            forbid_traces(response)
            if isinstance(response, HttpResponse):
                add_to_answer(response, merkzettel)
        return response

    return answer


def add_to_answer(response: HttpResponse, merkzettel: Merkzettel) -> None:
    for name in ("Location", "HX-Push-Url"):
        if response.has_header(name):
            response.headers[name] = add_to_address(response.headers[name], merkzettel)
    if response.get("Content-Type", "").startswith("text/html"):
        response.content = add_to_page(response.content.decode(response.charset), merkzettel)
        if response.has_header("Content-Length"):
            response.headers["Content-Length"] = str(len(response.content))


def add_to_page(html: str, merkzettel: Merkzettel) -> str:
    """Every link of the page to a page of ours takes the list along, and so does every form."""
    felder = render_to_string("angebote/_merkzettel_felder.html", {"merkzettel": merkzettel})

    def extend_address(treffer: re.Match[str]) -> str:
        return escape(add_to_address(unescape(treffer[0]), merkzettel))

    def extend(treffer: re.Match[str]) -> str:
        tag = treffer[0]
        if tag.startswith("<a"):
            return LINK.sub(extend_address, tag)
        if "data-ohne-merkzettel" in tag:
            return tag
        return ZIEL.sub(extend_address, tag) if 'method="post"' in tag else tag + felder

    return VERWEIS.sub(extend, html)


def add_to_address(adresse: str, merkzettel: Merkzettel) -> str:
    """Unchanged where it leads elsewhere, to a file, or names a list of its own."""
    teile = urlsplit(adresse)
    if teile.scheme or teile.netloc or OHNE_LISTE.match(teile.path) or NENNT_LISTE.search(teile.query):
        return adresse
    query = "&".join(teil for teil in (teile.query, merkzettel.to_query()) if teil)
    return urlunsplit(teile._replace(query=query))
