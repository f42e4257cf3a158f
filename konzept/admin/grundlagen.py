"""Components, versions of the concept and papers of the BVV."""

from django.contrib import admin
from django.http import HttpRequest

from konzept.admin.basis import InternAdmin
from konzept.models import Drucksache, Komponente, Konzept


@admin.register(Komponente)
class KomponenteAdmin(InternAdmin):
    list_display = ("name", "art")
    fields = ("art", "name", "auftrag")
    readonly_fields = ("art",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Komponente | None = None) -> bool:
        return False


@admin.register(Konzept)
class KonzeptAdmin(InternAdmin):
    list_display = ("version", "titel", "status", "stand")
    list_filter = ("status",)
    fields = ("version", "titel", "status", "stand", "zusammenfassung")


@admin.register(Drucksache)
class DrucksacheAdmin(InternAdmin):
    list_display = ("nummer", "titel", "status", "beschlossen_am", "bericht_bis")
    list_filter = ("status",)
    search_fields = ("nummer", "titel")
    fields = ("nummer", "titel", "status", "eingebracht_am", "beschlossen_am", "bericht_bis", "ersuchen", "quelle")
