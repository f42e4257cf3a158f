"""Whether a form was sent from one of our own pages, judged without a cookie (docs/adr/0017)."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest


def is_same_origin(request: HttpRequest) -> bool:
    """Browsers say it in Sec-Fetch-Site, older ones in Origin or Referer; pages cannot forge any of them.

    Who says nothing is refused. Programs may say what they like: for what changes no more than a count only.
    """
    if fetch_site := request.headers.get("Sec-Fetch-Site"):
        return fetch_site == "same-origin"
    try:
        adresse = urlsplit(request.headers.get("Origin") or request.headers.get("Referer", ""))
    except ValueError:
        return False
    return (
        adresse.netloc == request.get_host() or f"{adresse.scheme}://{adresse.netloc}" in settings.CSRF_TRUSTED_ORIGINS
    )
