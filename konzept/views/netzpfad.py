"""Where a page of the network stands."""

from django.urls import reverse
from django.utils.translation import gettext as _


def build_pfad(titel: str, url: str = "", hier: str = "") -> list[dict[str, str]]:
    """From the network down; `hier` is the page itself, where `titel` is a page above it."""
    pfad = [{"label": _("Netzwerk"), "url": reverse("konzept:netzwerk")}, {"label": titel, "url": url}]
    return [*pfad, {"label": hier, "url": ""}] if hier else pfad
