"""Deleting offers in the admin: drafts only. What was public is never deleted, and the page says why."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.actions import delete_selected
from django.contrib.admin.utils import unquote
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy

from angebote.domain.redaktion import delete_entwuerfe, explain_bleibende
from angebote.models import Angebot
from pankow_einsamkeit.admin import OeffentlichAdmin


class NurEntwuerfeLoeschenMixin(OeffentlichAdmin):
    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Never what was public, for nobody: its number may stand on paper."""
        return super().has_delete_permission(request, obj) and not (obj is not None and obj.war_oeffentlich)

    def delete_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponseBase:  # type: ignore[override]
        angebot = self.get_object(request, unquote(object_id))
        if angebot is not None and angebot.war_oeffentlich and self.has_change_permission(request, angebot):
            messages.error(request, explain_bleibende([str(angebot)]))
            return redirect("admin:angebote_angebot_change", angebot.pk)
        return super().delete_view(request, object_id, extra_context)

    @admin.action(permissions=["delete"], description=gettext_lazy("Ausgewählte Entwürfe löschen"))
    def delete_selected(self, request: HttpRequest, queryset: QuerySet[Angebot]) -> HttpResponse | None:
        bleibende = [str(angebot) for angebot in queryset if angebot.war_oeffentlich]
        if bleibende:
            messages.error(request, explain_bleibende(bleibende))
            return None
        antwort: HttpResponse | None = delete_selected(self, request, queryset)
        return antwort

    def delete_model(self, request: HttpRequest, obj: models.Model) -> None:
        delete_entwuerfe(angebot_ids=[obj.pk])

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Angebot]) -> None:
        delete_entwuerfe(angebot_ids=list(queryset.values_list("pk", flat=True)))
