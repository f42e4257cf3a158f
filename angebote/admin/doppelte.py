"""Hints that an offer may be there already: while typing, and once before it is added."""

from __future__ import annotations

from functools import partial
from typing import Any

from django import forms
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.utils.translation import gettext as _

from angebote.domain.doppelte import Doppelter, build_kennzeichen, find_doppelte
from angebote.models import Ort

MINDESTLAENGE = 4
TROTZDEM = "trotzdem_anlegen"


def find_aehnliche(*, titel: str, ort_id: str, telefon: str, web: str) -> list[Doppelter]:
    titel = titel.replace("\0", "").strip()[:200]
    if len(titel) < MINDESTLAENGE:
        return []
    ort = Ort.objects.filter(pk=ort_id).first() if ort_id.isascii() and ort_id.isdigit() and len(ort_id) < 19 else None
    return find_doppelte(
        build_kennzeichen(
            titel=titel,
            strasse=ort.strasse if ort else "",
            hausnummer=ort.hausnummer if ort else "",
            ortsname=ort.name if ort else "",
            telefon=telefon[:60],
            web=web[:300],
        )
    )


class DoppelteForm(forms.ModelForm):
    """Stops once with the likely ones; whoever ticks "trotzdem anlegen" is believed."""

    doppelte: list[Doppelter] = []

    def clean(self) -> dict[str, Any] | None:
        daten = super().clean()
        if self.instance.pk is None and TROTZDEM not in self.data:
            self.doppelte = find_aehnliche(
                titel=self.data.get("titel", ""),
                ort_id=self.data.get("ort", ""),
                telefon=self.data.get("telefon", ""),
                web=self.data.get("web", ""),
            )
            if self.doppelte:
                self.add_error(None, _("Dieses Angebot gibt es vielleicht schon. Bitte oben ansehen und bestätigen."))
        return daten


def build_urls(model_admin: ModelAdmin) -> list[URLPattern]:
    view = model_admin.admin_site.admin_view(partial(show_doppelte, model_admin=model_admin))
    return [path("doppelte/", view, name="angebote_angebot_doppelte")]


def show_doppelte(request: HttpRequest, *, model_admin: ModelAdmin) -> HttpResponse:
    """The list alone, for the region above the form."""
    if not model_admin.has_add_permission(request):
        raise PermissionDenied
    felder = {name: request.GET.get(name, "") for name in ("titel", "telefon", "web")}
    doppelte = find_aehnliche(ort_id=request.GET.get("ort", ""), **felder)
    return render(request, "admin/angebote/_doppelte.html", {"doppelte": doppelte})


def add_context(context: dict[str, Any]) -> None:
    """For the page of one offer."""
    form = context["adminform"].form
    context["ist_neu"] = context.get("original") is None
    context["doppelte"] = getattr(form, "doppelte", [])
