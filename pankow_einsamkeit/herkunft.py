"""Where a request comes from, judged without a cookie (docs/adr/0017)."""

from ipaddress import ip_address
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


def is_foreign(request: HttpRequest) -> bool:
    """Whether the browser says that the form stood on somebody else's page; where it says nothing this is False.

    Old browsers are silent where a page allows no referrer, as pages with a Merkzettel do: whoever refuses what
    is_same_origin does not confirm would throw their text away.
    """
    if request.headers.get("Sec-Fetch-Site"):
        return not is_same_origin(request)
    behauptet = request.headers.get("Origin") or request.headers.get("Referer", "")
    return behauptet not in {"", "null"} and not is_same_origin(request)


def read_adresse(request: HttpRequest) -> str:
    """The visitor's IP address, to count with and never to store; empty where there is none.

    Behind our own proxy the last entry of X-Forwarded-For is what the proxy saw; anything before it anybody can write.
    """
    angabe = request.META.get("REMOTE_ADDR", "")
    if settings.HINTER_PROXY:
        angabe = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip() or angabe
    try:
        return str(ip_address(angabe))
    except ValueError:
        return ""
