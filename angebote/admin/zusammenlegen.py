"""Two entries side by side: which one stays, and for offers from which one each part is taken."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from angebote.domain.angebotsdaten import diff_angebotsdaten, read_angebotsdaten
from angebote.domain.feldtexte import Feldaenderung, build_feldaenderungen
from angebote.domain.redaktion import VEROEFFENTLICHEN
from angebote.domain.zusammenlegen import merge_angebote, merge_orte, merge_traeger
from angebote.models import Angebot, Ort, Traeger

IMMER_BEIDE = "quellen"
MERGE: dict[type[Model], Callable[..., Any]] = {Ort: merge_orte, Traeger: merge_traeger}


@dataclass(frozen=True)
class Seite:
    eintrag: Any
    adresse: str


def build_urls(model_admin: ModelAdmin) -> list[URLPattern]:
    view = model_admin.admin_site.admin_view(partial(show_zusammenlegen, model_admin=model_admin))
    name = f"angebote_{model_admin.opts.model_name}_zusammenlegen"
    return [path("zusammenlegen/<int:bleibt_id>/<int:weicht_id>/", view, name=name)]


@admin.action(description=gettext_lazy("Zwei Einträge zusammenlegen"), permissions=["change"])
def choose_zwei(modeladmin: ModelAdmin, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse | None:
    """From the list to the page that shows both."""
    pks = list(queryset.order_by("pk").values_list("pk", flat=True)[:3])
    if len(pks) != 2:
        messages.error(request, _("Bitte genau zwei Einträge ankreuzen."))
        return None
    return redirect(f"admin:angebote_{modeladmin.opts.model_name}_zusammenlegen", *pks)


def show_zusammenlegen(
    request: HttpRequest, bleibt_id: int, weicht_id: int, *, model_admin: ModelAdmin
) -> HttpResponse:
    if not model_admin.has_change_permission(request) or not darf_beenden(request):
        raise PermissionDenied
    modell = model_admin.model
    bleibt, weicht = (modell._default_manager.filter(pk=pk).first() for pk in (bleibt_id, weicht_id))
    if bleibt is None or weicht is None or bleibt == weicht:
        messages.error(request, _("Bitte genau zwei Einträge ankreuzen."))
        return redirect(f"admin:angebote_{model_admin.opts.model_name}_changelist")
    if request.method == "POST":
        return _merge(request, model_admin, bleibt, weicht)
    adresse = f"admin:angebote_{model_admin.opts.model_name}_change"
    context = {
        **model_admin.admin_site.each_context(request),
        "title": _("Zusammenlegen"),
        "opts": model_admin.opts,
        "bleibt": Seite(bleibt, reverse(adresse, args=[bleibt.pk])),
        "weicht": Seite(weicht, reverse(adresse, args=[weicht.pk])),
        "tauschen": reverse(f"admin:angebote_{model_admin.opts.model_name}_zusammenlegen", args=[weicht_id, bleibt_id]),
        "unterschiede": list_unterschiede(bleibt, weicht) if isinstance(bleibt, Angebot) else [],
        "ist_angebot": isinstance(bleibt, Angebot),
    }
    return render(request, "admin/angebote/zusammenlegen.html", context)


def darf_beenden(request: HttpRequest) -> bool:
    """What the public sees changes at once, so it needs the same right as publishing."""
    return request.user.has_perm(VEROEFFENTLICHEN)


def list_unterschiede(bleibt: Angebot, weicht: Angebot) -> list[Feldaenderung]:
    """Whatever differs; alt is what stays unless the other one is chosen."""
    paare = diff_angebotsdaten(read_angebotsdaten(bleibt), read_angebotsdaten(weicht))
    paare.pop(IMMER_BEIDE, None)
    return build_feldaenderungen(paare)


def _merge(request: HttpRequest, model_admin: ModelAdmin, bleibt: Any, weicht: Any) -> HttpResponse:
    schluessel = {"bleibt_id": bleibt.pk, "weicht_id": weicht.pk, "konto": request.user, "jetzt": timezone.localtime()}
    felder = {name.removeprefix("feld-") for name, wert in request.POST.items() if wert == "weicht"}
    erlaubte = (
        {unterschied.name for unterschied in list_unterschiede(bleibt, weicht)}
        if model_admin.model is Angebot
        else set()
    )
    try:
        if model_admin.model is Angebot:
            merge_angebote(felder=felder & erlaubte, **schluessel)
        else:
            MERGE[model_admin.model](**schluessel)
    except ValidationError as fehler:
        for text in fehler.messages:
            messages.error(request, text)
        return redirect(request.path)
    messages.success(
        request, _("„%(weicht)s“ und „%(bleibt)s“ sind jetzt ein Eintrag.") % {"weicht": weicht, "bleibt": bleibt}
    )
    return redirect(f"admin:angebote_{model_admin.opts.model_name}_change", bleibt.pk)
