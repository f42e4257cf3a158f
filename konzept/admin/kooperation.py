"""Requests for looking up and for their history. They are worked on below /intern/, where every step is checked."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from konzept.admin.basis import InternAdmin
from konzept.models import Kooperationsanfrage


@admin.register(Kooperationsanfrage)
class KooperationsanfrageAdmin(InternAdmin):
    list_display = ("titel", "traeger_name", "art", "status", "eingegangen_am")
    list_filter = ("status", "art")
    search_fields = ("titel", "traeger_name")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
