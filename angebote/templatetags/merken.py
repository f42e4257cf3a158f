"""The button "Auf den Merkzettel" on cards and pages: a link to the same page with the list changed (adr/0020)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import template
from django.http import HttpRequest
from django.template.context import Context

from angebote.domain.merkzettel import PARAMETER, Merkzettel
from angebote.views.karten import Karte
from angebote.views.merkadresse import build_merkzettel_url
from angebote.views.parameter import read_parameter

register = template.Library()


@dataclass(frozen=True)
class Merkknopf:
    """Without an address the list is full and takes nothing more."""

    id: int
    ist_gemerkt: bool
    href: str


@register.simple_tag(takes_context=True)
def pair_merkknoepfe(context: Context, karten: Iterable[Karte]) -> list[tuple[Karte, Merkknopf]]:
    request = context["request"]
    merkzettel, rest = _read(request)
    return [(karte, _build_knopf(karte.id, merkzettel, request.path, rest)) for karte in karten]


@register.inclusion_tag("angebote/_merken.html", takes_context=True)
def merken(context: Context, angebot_id: int, titel: str) -> dict[str, Any]:
    request = context["request"]
    merkzettel, rest = _read(request)
    knopf = _build_knopf(angebot_id, merkzettel, request.path, rest)
    return {"knopf": knopf, "titel": titel, "merkzettel_url": build_merkzettel_url(merkzettel)}


def _read(request: HttpRequest) -> tuple[Merkzettel, str]:
    """The list, and all else that stands in the address."""
    merkzettel: Merkzettel = getattr(request, "merkzettel", Merkzettel())
    rest = read_parameter(request).copy()
    rest.pop(PARAMETER, None)
    return merkzettel, rest.urlencode()


def _build_knopf(angebot_id: int, merkzettel: Merkzettel, pfad: str, rest: str) -> Merkknopf:
    ist_gemerkt = angebot_id in merkzettel
    if merkzettel.ist_voll and not ist_gemerkt:
        return Merkknopf(angebot_id, ist_gemerkt=False, href="")
    neu = merkzettel.ohne(angebot_id) if ist_gemerkt else merkzettel.mit(angebot_id)
    # An empty list is named too: otherwise the page's old one would be carried on to this link.
    query = "&".join(teil for teil in (rest, neu.to_query() or f"{PARAMETER}=") if teil)
    return Merkknopf(angebot_id, ist_gemerkt, f"{pfad}?{query}#merken-{angebot_id}")
