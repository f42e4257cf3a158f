from typing import Any

from django.conf import settings
from django.http import HttpRequest


def portal(request: HttpRequest) -> dict[str, Any]:
    """What header and footer say about the publisher."""
    return {
        "portal": {
            "name": settings.PORTAL_NAME,
            "telefon": settings.PORTAL_TELEFON,
            "telefonzeiten": settings.PORTAL_TELEFONZEITEN,
        }
    }
