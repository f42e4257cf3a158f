"""Base data of the network. Marking done and taking back are steps of their own pages."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from angebote.admin.inlines import TeileInline
from konzept.admin.basis import InternAdmin
from konzept.admin.vergangenes import Vergangenes
from konzept.models import Akteur, Materialwunsch, Multiplikator

KONTAKT = ("kontakt_funktion", "telefon", "email", "anschrift", "grundlage", "grundlage_am", "textfassung")
KONTAKTABSCHNITT: Any = (
    _("Kontakt"),
    {
        "fields": KONTAKT,
        "description": _(
            "Nur Stellen, keine Personen. Ein Kontakt braucht eine Grundlage; eine Einwilligung auch Tag und Fassung."
        ),
    },
)


class Kontaktformular(Vergangenes):
    vergangene_tage = ("grundlage_am", "dabei_seit")


class Materialformular(Vergangenes):
    vergangene_tage = ("geliefert_am",)


@admin.register(Akteur)
class AkteurAdmin(InternAdmin):
    form = Kontaktformular
    list_display = ("name", "art", "ebene", "arbeitsweise", "gpv", "psag", "ist_aktiv")
    list_filter = ("ist_aktiv", "art", "ebene", "arbeitsweise", "gpv", "psag", "kieze")
    search_fields = ("name", "rolle")
    search_help_text = _("sucht in Name und Rolle")
    autocomplete_fields = ("kieze", "traeger", "geschaeftsbereich")
    fieldsets = (
        (_("Wer das ist"), {"fields": ("name", "art", "rolle", "ebene", "kieze", "arbeitsweise")}),
        (_("Mitwirkung"), {"fields": ("ist_aktiv", "dabei_seit", "gpv", "psag")}),
        KONTAKTABSCHNITT,
        (_("Verbindungen"), {"fields": ("traeger", "geschaeftsbereich")}),
    )

    def get_readonly_fields(self, request: HttpRequest, obj: Akteur | None = None) -> tuple[str, ...]:
        """A contact that was taken back comes back by no form left open: a new one has a page of its own."""
        return KONTAKT if obj is not None and obj.widerrufen_am else ()

    def save_model(self, request: HttpRequest, obj: Akteur, form: Any, change: bool) -> None:
        """Says what became of a contact typed into a form that was open while it was taken back."""
        super().save_model(request, obj, form, change)
        if obj.widerrufen_am and any(name in request.POST for name in KONTAKT):
            satz = _("Der Kontakt wurde inzwischen widerrufen. Was Sie dazu eingetragen haben, ist nicht gespeichert.")
            messages.warning(request, satz)


class MaterialwunschInline(TeileInline):
    form = Materialformular
    model = Materialwunsch
    fields = (("art", "stueck", "geliefert_am"),)


@admin.register(Multiplikator)
class MultiplikatorAdmin(InternAdmin):
    form = Kontaktformular
    list_display = ("name", "branche", "kiez", "grundlage", "grundlage_am", "dabei_seit")
    list_filter = ("branche", "kiez", "grundlage")
    list_select_related = ("kiez",)
    search_fields = ("name",)
    search_help_text = _("sucht im Namen")
    inlines = (MaterialwunschInline,)
    fieldsets = (
        (_("Welcher Ort das ist"), {"fields": ("name", "branche", "kiez", "dabei_seit", "notiz")}),
        KONTAKTABSCHNITT,
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Multiplikator]:
        """Whoever took it back is gone from here too, with the page of history."""
        return super().get_queryset(request) & Multiplikator.objects.ansprechbare()
