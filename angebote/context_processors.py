from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from angebote.domain.merkzettel import Merkzettel
from angebote.views.meldeseite import build_melde_url


def merkzettel(request: HttpRequest) -> dict[str, Any]:
    """The visitor's list, for the header and the buttons of cards; empty where no middleware has read the address."""
    liste: Merkzettel = getattr(request, "merkzettel", Merkzettel())
    return {"merkzettel": liste, "merkzettel_url": reverse("angebote:merkzettel")}


def melden(request: HttpRequest) -> dict[str, Any]:
    """Where "Stimmt etwas nicht?" leads: the form, with the path of the page and without its search words."""
    return {"melde_url": build_melde_url(request)}
