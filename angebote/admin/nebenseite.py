"""Pages about one entry beside its form: history, earlier states, steps, contacts taken back."""

from typing import Any

from django.contrib.admin import ModelAdmin
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse


def render_nebenseite(
    model_admin: ModelAdmin, request: HttpRequest, vorlage: str, eintrag: Model, context: dict[str, Any]
) -> HttpResponse:
    """vorlage: extends admin/angebote/nebenseite.html; context: its title, and what it needs itself."""
    request.current_app = model_admin.admin_site.name
    rahmen = {
        **model_admin.admin_site.each_context(request),
        "opts": model_admin.opts,
        "eintrag": eintrag,
        "subtitle": str(eintrag),
        "listenadresse": reverse(build_name(model_admin, "changelist")),
        "adresse": reverse(build_name(model_admin, "change"), args=[eintrag.pk]),
        "verlaufadresse": reverse(build_name(model_admin, "history"), args=[eintrag.pk]),
    }
    return render(request, vorlage, rahmen | context)


def build_name(model_admin: ModelAdmin, seite: str) -> str:
    """Of an address, for reverse."""
    return f"admin:{model_admin.opts.app_label}_{model_admin.opts.model_name}_{seite}"


def get_aenderbares(model_admin: ModelAdmin, request: HttpRequest, object_id: str) -> Any:
    """The entry, for somebody who may change it; others get 404 or 403."""
    eintrag = model_admin.get_object(request, unquote(object_id))
    if eintrag is None:
        raise Http404
    if not model_admin.has_change_permission(request, eintrag):
        raise PermissionDenied
    return eintrag


def read_text(request: HttpRequest, name: str) -> str:
    """PostgreSQL stores no zero character."""
    return request.POST.get(name, "").replace("\0", "")


def read_fehler(fehler: ValidationError | None, *, feld: str = "") -> dict[str, Any]:
    """ "feldfehler": of the one field of the page; "fehlerliste": all others."""
    if fehler is None:
        return {"feldfehler": [], "fehlerliste": []}
    if not hasattr(fehler, "error_dict"):
        return {"feldfehler": [], "fehlerliste": fehler.messages}
    je_feld = fehler.message_dict
    eigene = je_feld.pop(feld, [])
    return {"feldfehler": eigene, "fehlerliste": [text for texte in je_feld.values() for text in texte]}
