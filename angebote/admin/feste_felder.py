"""Pages of places and providers on which names and addresses are only to look at without Freigabe."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from angebote.domain.feste_felder import list_feste_felder

ERKLAERUNG = _(
    "Name, Adresse und Kontakt stehen bei öffentlichen Angeboten und sind hier nur zu lesen. Stimmt etwas nicht, "
    "sagen Sie es bitte jemandem mit Freigabe."
)


class FesteFelderMixin(admin.ModelAdmin):
    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        konto: Any = request.user
        feste = list_feste_felder(obj, konto) if obj is not None else ()
        return (*super().get_readonly_fields(request, obj), *feste)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> list[tuple[Any, Any]]:
        """The explanation stands above the first field; whoever may change nothing at all needs none."""
        (titel, inhalt), *weitere = super().get_fieldsets(request, obj)
        konto: Any = request.user
        if obj is not None and self.has_change_permission(request, obj) and list_feste_felder(obj, konto):
            inhalt = {**inhalt, "description": ERKLAERUNG}
        return [(titel, inhalt), *weitere]
