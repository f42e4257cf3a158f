from typing import Any

from django.conf import settings
from django.http import HttpRequest

from pankow_einsamkeit.lib.telefon import parse_telefon


def portal(request: HttpRequest) -> dict[str, Any]:
    """What header and footer say about the publisher. telefon_href is empty where the number cannot be dialled."""
    return {
        "portal": {
            "name": settings.PORTAL_NAME,
            "telefon": settings.PORTAL_TELEFON,
            "telefon_href": parse_telefon(settings.PORTAL_TELEFON).href,
            "telefonzeiten": settings.PORTAL_TELEFONZEITEN,
        }
    }
