"""What public addresses have in common: they only read, and nobody has to load twice what has not changed."""

from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from http import HTTPStatus
from typing import Any, TypeVar, cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import condition, require_safe

from pankow_einsamkeit.anmeldung.wege import find_umweg
from pankow_einsamkeit.fassung import read_fassung
from pankow_einsamkeit.stand import read_stand

View = TypeVar("View", bound=Callable[..., object])
# What people typed or where they are: their own browser may keep such an answer, nobody in between.
PERSOENLICHE_PARAMETER = frozenset({"q", "nah", "plz"})
# The answer also differs by compression (GZipMiddleware) and by whether htmx asks for a part of the page.
VARY = ("Accept-Encoding", "HX-Request")
NICHT_SPEICHERN = "private, no-store"


def read_only(view: View) -> View:
    """Answers GET and HEAD, and anything else with 405.

    Such a view writes nothing, so there is nothing to forge. Without the exemption the CSRF middleware would answer
    first, with a text about signing in that no visitor can make sense of.
    """
    return csrf_exempt(require_safe(view))


def public_page(view: View) -> View:
    """read_only, and an answer that browsers and proxies keep but ask about each time (docs/adr/0017).

    For pages made of the database, the day, the settings and the address alone. A view that sets Cache-Control itself
    keeps it and gets no ETag; what is neither a page nor "not modified" is left to the middleware, which lets nobody
    store it.
    """
    conditional = condition(etag_func=build_etag)(cast("Callable[..., HttpResponse]", view))

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = conditional(request, *args, **kwargs)
        if response.has_header("Cache-Control") or response.status_code not in {HTTPStatus.OK, HTTPStatus.NOT_MODIFIED}:
            del response.headers["ETag"]
        elif not is_signed_in(request):
            patch_vary_headers(response, VARY)
            patch_cache_control(response, no_cache=True, **{_name_audience(request): True})
        return response

    return cast("View", read_only(answer))


def private_page(view: View) -> View:
    """read_only, and an answer nobody keeps: its address tells what somebody has on paper. No link passes it on."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = cast("Callable[..., HttpResponse]", view)(request, *args, **kwargs)
        forbid_traces(response)
        return response

    return cast("View", read_only(answer))


def staff_page(view: View) -> View:
    """For a page of staff that stands outside /admin/ and /intern/: the same conditions as there."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        umweg = find_umweg(request, ist_intern=True)
        return cast("HttpResponse", umweg or cast("Callable[..., HttpResponse]", view)(request, *args, **kwargs))

    return cast("View", never_cache(answer))


def forbid_traces(response: HttpResponseBase) -> None:
    """Kept by no cache, and no link of the page tells where it stood: which offers somebody has chosen is private.

    Search engines keep nothing either, nor do they follow links that lead to ever more such addresses.
    """
    response.headers["Cache-Control"] = NICHT_SPEICHERN
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    del response.headers["ETag"]


def is_signed_in(request: HttpRequest) -> bool:
    """Staff, or somebody who was: judged by the cookie alone, so that no session is read."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES


def build_etag(request: HttpRequest, *args: Any, **kwargs: Any) -> str | None:
    """Weak, as compression changes the bytes. Nothing in it tells one visitor from another.

    None for staff, for development, where templates change without a restart, and as long as there is no Katalogstand.
    """
    if settings.DEBUG or is_signed_in(request):
        return None
    stand = read_stand(jetzt=timezone.localtime())
    if not stand:
        return None
    htmx = request.headers.get("HX-Request", "")
    summe = sha256("\n".join([stand, read_fassung(), htmx, request.get_full_path()]).encode())
    return f'W/"{summe.hexdigest()[:32]}"'


def _name_audience(request: HttpRequest) -> str:
    """By name only, unread: counting thousands of parameters is up to the view."""
    query = request.META.get("QUERY_STRING", "")
    namen = {paar.partition("=")[0] for paar in query.split("&")}
    return "private" if PERSOENLICHE_PARAMETER & namen or "%" in "".join(namen) else "public"
