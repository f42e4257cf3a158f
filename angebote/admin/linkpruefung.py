"""Addresses that were tried, to look at: what is broken or has moved, and which entries name it."""

from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.contrib.admin import ModelAdmin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from angebote.admin.gebiet import NurLesen
from angebote.choices import Linkergebnis
from angebote.domain.linkpruefung import find_verwendungen
from angebote.models import Linkpruefung
from angebote.models.linkpruefung import LinkpruefungQuerySet
from pankow_einsamkeit.adminliste import ListenAdmin


class ZustandFilter(admin.SimpleListFilter):
    title = _("Zustand")
    parameter_name = "zustand"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin) -> Iterable[tuple[str, str]]:
        return [
            ("kaputt", str(_("kaputt"))),
            ("umgezogen", str(_("dauerhaft umgezogen"))),
            ("gestoert", str(_("gestört, noch nicht sicher"))),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Linkpruefung]) -> QuerySet[Linkpruefung]:
        if self.value() == "kaputt":
            return queryset & Linkpruefung.objects.kaputt()
        if self.value() == "umgezogen":
            return queryset.filter(ergebnis=Linkergebnis.UMGEZOGEN)
        if self.value() == "gestoert":
            return queryset.filter(fehlversuche__gte=1).exclude(pk__in=Linkpruefung.objects.kaputt().values("pk"))
        return queryset


@admin.register(Linkpruefung)
class LinkpruefungAdmin(NurLesen, ListenAdmin):
    list_display = ("adresse", "show_kaputt", "ergebnis", "fehler_seit", "letzte_pruefung")
    list_filter = (ZustandFilter, "art")
    list_per_page = 50
    search_fields = ("adresse",)
    search_help_text = _("sucht in der Adresse")
    fields = (
        *("adresse", "show_verwendungen", "ergebnis", "ziel", "letzte_pruefung"),
        *("fehler_seit", "fehlversuche", "tage_nicht_gefunden", "verlauf"),
    )

    def get_queryset(self, request: HttpRequest) -> LinkpruefungQuerySet:
        eintraege: LinkpruefungQuerySet = super().get_queryset(request)  # type: ignore[assignment]
        return eintraege

    @admin.display(description=_("kaputt"), boolean=True)
    def show_kaputt(self, eintrag: Linkpruefung) -> bool | None:
        """Nothing at all where it works: a column of green ticks would hide the few that matter."""
        return False if eintrag.ist_kaputt else None

    @admin.display(description=_("steht bei"))
    def show_verwendungen(self, eintrag: Linkpruefung) -> SafeString:
        verwendungen = find_verwendungen([eintrag.adresse]).get(eintrag.adresse, ())
        eintraege = [(verwendung, link_eintrag(verwendung)) for verwendung in verwendungen]
        return render_to_string("admin/angebote/_verwendungen.html", {"eintraege": eintraege})


def link_eintrag(eintrag: Any) -> str:
    return reverse(f"admin:{eintrag._meta.app_label}_{eintrag._meta.model_name}_change", args=[eintrag.pk])
