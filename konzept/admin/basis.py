"""What every form of the section has in common."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse

from angebote.admin.verlauf import VerlaufAdmin
from pankow_einsamkeit.models import Konto


class InternAdmin(VerlaufAdmin):
    """History that everybody can read. What was decided is not undone by a button: it is changed, with a trace.

    internseite: name of the page below /intern/ that shows the entry, or all of them, where the model names none.
    """

    kann_wiederherstellen = False
    list_per_page = 50
    empty_value_display = "–"
    internseite = ""

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], **kwargs: Any) -> HttpResponse:  # type: ignore[override]
        context["internadresse"] = self._find_internadresse(kwargs.get("obj"))
        return super().render_change_form(request, context, **kwargs)

    def response_post_save_add(self, request: HttpRequest, obj: Any) -> HttpResponseRedirect:
        return self._lead_back(obj) or super().response_post_save_add(request, obj)

    def response_post_save_change(self, request: HttpRequest, obj: Any) -> HttpResponseRedirect:
        return self._lead_back(obj) or super().response_post_save_change(request, obj)

    def _lead_back(self, eintrag: Any) -> HttpResponseRedirect | None:
        """Whoever came from the section goes on there. Windows of a form and "weiter bearbeiten" never get here."""
        adresse = self._find_internadresse(eintrag)
        return redirect(adresse) if adresse else None

    @transaction.atomic
    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """A second click may arrive at the same moment: it waits, and is then told that the row is there."""
        if request.method == "POST":
            konto: Any = request.user
            Konto.objects.select_for_update().get(pk=konto.pk)
        antwort: HttpResponse = super().changeform_view(request, *args, **kwargs)  # type: ignore[assignment]
        return antwort

    def _find_internadresse(self, eintrag: Any) -> str:
        if eintrag is not None and hasattr(eintrag, "get_absolute_url"):
            return str(eintrag.get_absolute_url())
        if eintrag is None or not self.internseite:
            return ""
        return reverse(self.internseite, args=[eintrag.pk] if self.internseite.endswith("-detail") else [])
