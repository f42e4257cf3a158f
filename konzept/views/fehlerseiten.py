"""What is not there or not allowed, told to staff inside their own frame. Everybody else gets the public pages."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from angebote.rollen import find_rollen
from konzept.views.zugang import FehlendesRecht
from pankow_einsamkeit import views

RAHMEN = {"/intern/": "konzept/fehler", "/admin/": "admin/fehler"}  # beginning of the address → folder of templates


def show_forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Says which roles would open the page, where the refusal names the right. That it exists is all it gives away."""
    rahmen = find_rahmen(request)
    if not rahmen:
        return views.show_forbidden(request, exception)
    rechte = exception.rechte if isinstance(exception, FehlendesRecht) else ()
    eigene = sorted(gruppe.name for gruppe in request.user.groups.all())
    context = {"rollen": find_rollen(rechte), "eigene_rollen": eigene}
    return render_fehler(request, f"{rahmen}/403.html", HTTPStatus.FORBIDDEN, **context)


def show_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    rahmen = find_rahmen(request)
    if not rahmen:
        return views.show_not_found(request, exception)
    return render_fehler(request, f"{rahmen}/404.html", HTTPStatus.NOT_FOUND)


def show_csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that was open too long, mostly (settings.CSRF_FAILURE_VIEW); the reason is for developers only."""
    rahmen = find_rahmen(request)
    if not rahmen:
        return views.show_csrf_failure(request, reason)
    return render_fehler(request, f"{rahmen}/formular.html", HTTPStatus.FORBIDDEN)


def find_rahmen(request: HttpRequest) -> str:
    """Empty for public addresses, for which no session is read, and for who is not signed in as staff."""
    ordner = next((ordner for beginn, ordner in RAHMEN.items() if request.path_info.startswith(beginn)), "")
    return ordner if ordner and request.user.is_staff else ""


def render_fehler(request: HttpRequest, vorlage: str, status: HTTPStatus, **context: Any) -> HttpResponse:
    if vorlage.startswith("admin/"):
        context |= admin.site.each_context(request)
    return render(request, vorlage, context, status=status)
