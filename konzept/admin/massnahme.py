from django.contrib import admin

from konzept.admin.basis import InternAdmin
from konzept.models import Massnahme


@admin.register(Massnahme)
class MassnahmeAdmin(InternAdmin):
    list_display = ("titel", "komponente", "art", "status", "federfuehrung", "beginn", "ende")
    list_filter = ("status", "komponente", "art", "federfuehrung")
    list_select_related = ("komponente", "federfuehrung")
    search_fields = ("titel",)
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
