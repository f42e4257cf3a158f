"""Reports are written on pages of their own; here one reads their history."""

from django.contrib import admin
from django.http import HttpRequest

from konzept.admin.basis import InternAdmin
from konzept.models import Bericht


@admin.register(Bericht)
class BerichtAdmin(InternAdmin):
    list_display = ("__str__", "status", "stichtag", "freigegeben_am")
    list_filter = ("status", "art", "drucksache")
    list_select_related = ("drucksache",)
    fields = (
        *("drucksache", "art", "status", "berichtigt", "einleitung", "ausblick"),
        *("stichtag", "eingefroren_am", "eingefroren_von", "freigegeben_am", "freigegeben_von", "verworfen_weil"),
    )

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Bericht | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Bericht | None = None) -> bool:
        return False
