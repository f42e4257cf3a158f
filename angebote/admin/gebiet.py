"""Official areas and stops: to look at and to choose from. They come from the tables that load_gebiete reads."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from angebote.models import Haltestelle, Kiez, Ortsteil, OrtsteilAnteil, Planungsraum, PlzAnteil, Postleitzahl
from pankow_einsamkeit.admin import OeffentlichAdmin


class NurLesen:
    """Whoever may change the catalogue may look; nobody changes official keys by hand."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class OrtsteilAnteilInline(NurLesen, admin.StackedInline):
    model = OrtsteilAnteil
    fields = (("kiez", "adressanteil", "ist_hauptkiez"),)
    extra = 0


class PlzAnteilInline(NurLesen, admin.StackedInline):
    model = PlzAnteil
    fields = (("kiez", "adressanteil"),)
    extra = 0


@admin.register(Kiez)
class KiezAdmin(NurLesen, OeffentlichAdmin):
    list_display = ("name", "lor", "einwohner", "ab_65", "einwohner_stand")
    search_fields = ("name",)
    fieldsets = (
        (None, {"fields": ("name", "kurzname", "lor", "slug", "nachbarn")}),
        (_("Lage"), {"fields": (("lat", "lon"), ("spalte", "zeile"))}),
        (
            _("Menschen, die hier wohnen"),
            {"fields": ("einwohner", "unter_18", "von_18_bis_26", "ab_65", "einwohner_stand")},
        ),
    )


@admin.register(Planungsraum)
class PlanungsraumAdmin(NurLesen, OeffentlichAdmin):
    list_display = ("name", "kiez", "lor")
    list_filter = ("kiez",)
    list_select_related = ("kiez",)
    search_fields = ("name", "kiez__name")


@admin.register(Ortsteil)
class OrtsteilAdmin(NurLesen, OeffentlichAdmin):
    list_display = ("name", "schluessel")
    search_fields = ("name",)
    inlines = (OrtsteilAnteilInline,)


@admin.register(Postleitzahl)
class PostleitzahlAdmin(NurLesen, OeffentlichAdmin):
    list_display = ("plz", "lat", "lon")
    search_fields = ("plz",)
    inlines = (PlzAnteilInline,)


@admin.register(Haltestelle)
class HaltestelleAdmin(NurLesen, OeffentlichAdmin):
    list_display = ("name", "planungsraum", "kennung")
    list_select_related = ("planungsraum__kiez",)
    search_fields = ("name",)
