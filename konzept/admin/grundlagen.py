"""Components, versions of the concept and papers of the BVV."""

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from konzept.admin.basis import InternAdmin
from konzept.models import Drucksache, Komponente, Konzept


@admin.register(Komponente)
class KomponenteAdmin(InternAdmin):
    list_display = ("name", "art")
    fieldsets = ((_("Die Komponente"), {"fields": ("art", "name", "auftrag")}),)
    internseite = "konzept:uebersicht"
    readonly_fields = ("art",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Komponente | None = None) -> bool:
        return False


@admin.register(Konzept)
class KonzeptAdmin(InternAdmin):
    list_display = ("version", "titel", "status", "stand")
    list_filter = ("status",)
    fieldsets = (
        (_("Diese Fassung"), {"fields": ("titel", "version", "status", "stand")}),
        (_("Inhalt"), {"fields": ("zusammenfassung",)}),
    )
    internseite = "konzept:uebersicht"


@admin.register(Drucksache)
class DrucksacheAdmin(InternAdmin):
    list_display = ("nummer", "titel", "status", "beschlossen_am", "bericht_bis")
    list_filter = ("status",)
    search_fields = ("nummer", "titel")
    search_help_text = _("sucht in Nummer und Titel")
    fieldsets = (
        (_("Welche Drucksache"), {"fields": ("nummer", "titel", "quelle")}),
        (_("Stand"), {"fields": ("status", "eingebracht_am", "beschlossen_am", "bericht_bis")}),
        (_("Was die BVV möchte"), {"fields": ("ersuchen",)}),
    )
    internseite = "konzept:uebersicht"
