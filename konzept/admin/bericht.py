"""Reports are written on pages of their own; here one reads their history."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from angebote.domain.feldtexte import describe_feld
from konzept.admin.basis import InternAdmin
from konzept.models import Bericht


def describe_zeitpunkt(bericht: Bericht, name: str) -> str | None:
    """As the history says it: to the minute, as clocks in Berlin."""
    feld: Any = bericht._meta.get_field(name)
    return describe_feld(feld, getattr(bericht, name)) or None


@admin.register(Bericht)
class BerichtAdmin(InternAdmin):
    list_display = ("__str__", "status", "stichtag", "show_freigegeben")
    list_filter = ("status", "art", "drucksache")
    list_select_related = ("drucksache",)
    fields = (
        *("drucksache", "art", "status", "berichtigt", "einleitung", "ausblick"),
        *("stichtag", "show_eingefroren", "eingefroren_von", "show_freigegeben", "freigegeben_von", "verworfen_weil"),
    )

    @admin.display(description=_("eingefroren am"), empty_value="–")
    def show_eingefroren(self, bericht: Bericht) -> str | None:
        return describe_zeitpunkt(bericht, "eingefroren_am")

    @admin.display(description=_("freigegeben am"), ordering="freigegeben_am", empty_value="–")
    def show_freigegeben(self, bericht: Bericht) -> str | None:
        return describe_zeitpunkt(bericht, "freigegeben_am")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Bericht | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Bericht | None = None) -> bool:
        return False
