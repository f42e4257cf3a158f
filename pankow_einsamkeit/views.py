"""What every installation shows: health, fixed pages, and what visitors see when something is not there or breaks."""

from http import HTTPStatus

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.views.decorators.cache import never_cache

from pankow_einsamkeit.anmeldung.middleware import KONTO
from pankow_einsamkeit.decorators import public_page, read_only
from pankow_einsamkeit.lib.markdown import render_markdown
from pankow_einsamkeit.models import Seite

TAG_IN_SEKUNDEN = 86_400
LISTEN = ("/*?id=", "/*&id=")  # pages that carry somebody's Merkzettel: each would lead to many more


@never_cache
@read_only
def check_health(request: HttpRequest) -> JsonResponse:
    """For load balancers: 200 only while the database answers a query."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            cursor.fetchone()
    except DatabaseError:
        return JsonResponse({"status": "database unavailable"}, status=503)
    return JsonResponse({"status": "ok"})


@public_page
def show_robots(request: HttpRequest) -> HttpResponse:
    sitemap = settings.BASIS_URL.rstrip("/") + reverse("sitemap")
    verboten = [reverse("admin:index"), KONTO, *LISTEN]
    lines = ["User-agent: *", *(f"Disallow: {pfad}" for pfad in verboten), f"Sitemap: {sitemap}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@read_only
def redirect_favicon(request: HttpRequest) -> HttpResponse:
    """For programs that ask for /favicon.ico without reading the page. Kept for a day: the address has a hash in it."""
    antwort = redirect(static("img/zeichen.svg"), permanent=True)
    patch_cache_control(antwort, public=True, max_age=TAG_IN_SEKUNDEN)
    return antwort


@public_page
def show_seite(request: HttpRequest, slug: str) -> HttpResponse:
    seite = Seite.objects.filter(slug=slug).first()
    if seite is None:
        raise Http404("no such Seite")
    context = {"seite": seite, "text": render_markdown(seite.text), "pfad": [{"label": seite.titel, "url": ""}]}
    return render(request, "seite.html", context)


def show_bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return HttpResponse(render_to_string("400.html", request=request), status=400)


def show_forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return HttpResponse(render_to_string("403.html", request=request), status=403)


def show_csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """For staff forms only (settings.CSRF_FAILURE_VIEW); the reason is for developers and is not shown."""
    return HttpResponse(render_to_string("403.html", request=request), status=403)


def show_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return HttpResponse(render_to_string("404.html", request=request), status=404)


def show_too_many_requests(request: HttpRequest) -> HttpResponse:
    """Whoever has tried to sign in too often; Retry-After in seconds."""
    minuten = settings.SPERRZEIT_MINUTEN
    inhalt = render_to_string("429.html", {"minuten": minuten}, request=request)
    return HttpResponse(inhalt, status=HTTPStatus.TOO_MANY_REQUESTS, headers={"Retry-After": str(minuten * 60)})


def show_server_error(request: HttpRequest) -> HttpResponse:
    """Asks neither database nor context processors: either may be what broke."""
    return HttpResponse(render_to_string("500.html"), status=500)
