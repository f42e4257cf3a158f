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
    """kennung: its id in the page. Without an address the list is full and takes nothing more."""

    kennung: str
    ist_gemerkt: bool
    href: str


@register.simple_tag(takes_context=True)
def pair_merkknoepfe(context: Context, karten: Iterable[Karte]) -> list[tuple[Karte, Merkknopf]]:
    adresse = _read_adresse(context["request"])
    return [(karte, _build_knopf(karte.id, adresse)) for karte in karten]


@register.inclusion_tag("angebote/_merken.html", takes_context=True)
def merken(
    context: Context, angebot_id: int, titel: str, *, ist_vorschlag: bool = False, stelle: str = "", ziel: str = ""
) -> dict[str, Any]:
    """ist_vorschlag: one beside others, without ways on. stelle: tells buttons of one offer on one page apart.

    ziel: where the page goes on, with the offer's key, if the button is gone when the list has changed.
    """
    adresse = _read_adresse(context["request"])
    knopf = _build_knopf(angebot_id, adresse, stelle=stelle, ziel=ziel)
    weiter_url = "" if ist_vorschlag else build_merkzettel_url(adresse.merkzettel)
    return {"knopf": knopf, "titel": titel, "weiter_url": weiter_url}


@dataclass(frozen=True)
class Seitenadresse:
    """rest: all that stands in the address besides the list."""

    pfad: str
    rest: str
    merkzettel: Merkzettel


def _read_adresse(request: HttpRequest) -> Seitenadresse:
    rest = read_parameter(request).copy()
    rest.pop(PARAMETER, None)
    return Seitenadresse(request.path, rest.urlencode(), getattr(request, "merkzettel", Merkzettel()))


def _build_knopf(angebot_id: int, adresse: Seitenadresse, *, stelle: str = "", ziel: str = "") -> Merkknopf:
    merkzettel = adresse.merkzettel
    kennung = f"merken-{angebot_id}-{stelle}" if stelle else f"merken-{angebot_id}"
    ist_gemerkt = angebot_id in merkzettel
    if merkzettel.ist_voll and not ist_gemerkt:
        return Merkknopf(kennung, ist_gemerkt=False, href="")
    neu = merkzettel.ohne(angebot_id) if ist_gemerkt else merkzettel.mit(angebot_id)
    # An empty list is named too: otherwise the page's old one would be carried on to this link.
    query = "&".join(teil for teil in (adresse.rest, neu.to_query() or f"{PARAMETER}=") if teil)
    anker = f"{ziel}-{angebot_id}" if ziel else kennung
    return Merkknopf(kennung, ist_gemerkt, f"{adresse.pfad}?{query}#{anker}")
