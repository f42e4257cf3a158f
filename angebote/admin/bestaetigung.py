"""Whom we have asked whether entries still hold, and who does not want to be asked. No public page shows it."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from angebote.admin.gebiet import NurLesen
from angebote.choices import Anfrageantwort
from angebote.models import Anfrageposten, Anfragesperre, Bestaetigungsanfrage
from pankow_einsamkeit.adminliste import ListenAdmin


class AntwortFilter(admin.SimpleListFilter):
    title = _("Antwort")
    parameter_name = "antwort"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [
            ("keine", _("noch keine oder nicht für alle")),
            ("anrufen", _("keine nach Erinnerung: bitte anrufen")),
            ("unzustellbar", _("Adresse nimmt keine Mail an")),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() == "keine":
            return queryset.ohne_antwort()  # type: ignore[attr-defined,no-any-return]
        if self.value() == "anrufen":
            return queryset.anzurufen()  # type: ignore[attr-defined,no-any-return]
        if self.value() == "unzustellbar":
            return queryset.unzustellbare()  # type: ignore[attr-defined,no-any-return]
        return queryset


class AnfragepostenInline(NurLesen, admin.StackedInline):
    model = Anfrageposten
    fields = (("angebot", "antwort", "beantwortet_am"),)
    extra = 0
    show_change_link = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related("angebot")


@admin.register(Bestaetigungsanfrage)
class BestaetigungsanfrageAdmin(NurLesen, ListenAdmin):
    list_display = ("empfaenger", "show_angebote", "show_offene", "gesendet_am", "erinnert_am", "eskaliert_am")
    list_filter = (AntwortFilter,)
    search_fields = ("empfaenger", "posten__angebot__titel")
    search_help_text = _("sucht in der E-Mail-Adresse und in den Titeln der Angebote")
    fields = (
        "empfaenger",
        "angelegt_am",
        "gesendet_am",
        "erinnert_am",
        "unzustellbar_am",
        "eskaliert_am",
        "eskaliert_an",
    )
    inlines = (AnfragepostenInline,)
    list_per_page = 50

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        offen = Q(posten__antwort=Anfrageantwort.OFFEN)
        zahlen = {"angebote": Count("posten"), "offene": Count("posten", filter=offen)}
        anfragen: QuerySet[Any] = super().get_queryset(request)
        return anfragen.annotate(**zahlen)  # type: ignore[no-any-return]

    @admin.display(description=_("Angebote"), ordering="angebote")
    def show_angebote(self, anfrage: Any) -> int:
        return int(anfrage.angebote)

    @admin.display(description=_("ohne Antwort"), ordering="offene")
    def show_offene(self, anfrage: Any) -> int:
        return int(anfrage.offene)


@admin.register(Anfragesperre)
class AnfragesperreAdmin(ListenAdmin):
    list_display = ("email", "seit")
    search_fields = ("email",)
