from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from pankow_einsamkeit.anmeldung.sitzung import read_rest
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


def sitzung(request: HttpRequest) -> dict[str, Any]:
    """For pages of staff. Read only where a template asks, so that public pages read no session."""
    return {
        "sitzung_sekunden": lambda: read_rest(request, jetzt=timezone.now()),
        "sitzung_stunden": settings.SITZUNG_HOECHSTENS_STUNDEN,
    }
