from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from angebote.domain.merkzettel import Merkzettel


def merkzettel(request: HttpRequest) -> dict[str, Any]:
    """The visitor's list, for the header and the buttons of cards; empty where no middleware has read the address."""
    liste: Merkzettel = getattr(request, "merkzettel", Merkzettel())
    return {"merkzettel": liste, "merkzettel_url": reverse("angebote:merkzettel")}
