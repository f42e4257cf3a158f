from django.contrib import admin
from django.http import HttpRequest

from angebote.admin.inlines import TeileInline
from konzept.admin.basis import InternAdmin
from konzept.models import Indikator, Indikatorwert, Massnahme, Meilenstein


class MeilensteinInline(TeileInline):
    model = Meilenstein
    fields = (("titel", "faellig_am", "erledigt_am"),)

    def has_add_permission(self, request: HttpRequest, obj: Massnahme | None = None) -> bool:
        """As add_meilenstein: what is over or dropped takes none."""
        return super().has_add_permission(request, obj) and (obj is None or obj.ist_offen)


class IndikatorInline(TeileInline):
    """What was counted stands on the page of the indicator."""

    model = Indikator
    show_change_link = True
    fields = (("name", "einheit"), ("startwert", "zielwert", "ziel_bis"))


class IndikatorwertInline(TeileInline):
    model = Indikatorwert
    fields = (("tag", "wert", "notiz"),)


@admin.register(Massnahme)
class MassnahmeAdmin(InternAdmin):
    list_display = ("titel", "komponente", "art", "status", "federfuehrung", "beginn", "ende")
    list_filter = ("status", "komponente", "art", "federfuehrung")
    list_select_related = ("komponente", "federfuehrung")
    search_fields = ("titel",)
    inlines = (MeilensteinInline, IndikatorInline)
    autocomplete_fields = (
        "federfuehrung",
        "beteiligte",
        "zustaendig",
        "partner",
        "kieze",
        "angebote",
        "orte",
        "drucksache",
    )
    fields = (
        *("titel", "ziel", "komponente", "art", "federfuehrung", "beteiligte", "zustaendig", "verantwortlich"),
        *("partner", "kieze", "angebote", "orte", "baut_auf", "beginn", "ende", "mittel", "drucksache"),
    )


@admin.register(Indikator)
class IndikatorAdmin(InternAdmin):
    list_display = ("name", "massnahme", "startwert", "zielwert", "einheit", "ziel_bis")
    list_filter = ("massnahme__status", "massnahme__komponente")
    list_select_related = ("massnahme",)
    search_fields = ("name", "massnahme__titel")
    autocomplete_fields = ("massnahme",)
    inlines = (IndikatorwertInline,)
    fields = (("massnahme", "name", "einheit"), ("startwert", "zielwert", "ziel_bis"))
