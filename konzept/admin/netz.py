"""Base data of the network. Marking done and taking back are steps of their own pages."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from konzept.admin.basis import InternAdmin
from konzept.models import Akteur, Materialwunsch, Multiplikator

KONTAKT = ("kontakt_funktion", "telefon", "email", "anschrift", "grundlage", "grundlage_am", "textfassung")


@admin.register(Akteur)
class AkteurAdmin(InternAdmin):
    list_display = ("name", "art", "ebene", "arbeitsweise", "gpv", "psag", "ist_aktiv")
    list_filter = ("art", "ebene", "arbeitsweise", "gpv", "psag", "ist_aktiv", "kieze")
    search_fields = ("name", "rolle")
    autocomplete_fields = ("kieze", "traeger", "geschaeftsbereich")
    fields = (
        *("name", "art", "ebene", "arbeitsweise", "kieze", "rolle", "geschaeftsbereich", "traeger", "gpv", "psag"),
        *("dabei_seit", "ist_aktiv", *KONTAKT),
    )

    def get_readonly_fields(self, request: HttpRequest, obj: Akteur | None = None) -> tuple[str, ...]:
        """A contact that was taken back comes back by no form left open: a new one has a page of its own."""
        return KONTAKT if obj is not None and obj.widerrufen_am else ()


class MaterialwunschInline(admin.TabularInline):
    model = Materialwunsch
    extra = 0


@admin.register(Multiplikator)
class MultiplikatorAdmin(InternAdmin):
    list_display = ("name", "branche", "kiez", "grundlage", "grundlage_am", "dabei_seit")
    list_filter = ("branche", "kiez", "grundlage")
    list_select_related = ("kiez",)
    search_fields = ("name",)
    inlines = (MaterialwunschInline,)
    fields = ("name", "branche", "kiez", *KONTAKT, "dabei_seit", "notiz")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Multiplikator]:
        """Whoever took it back is gone from here too, with the page of history."""
        return super().get_queryset(request) & Multiplikator.objects.ansprechbare()
