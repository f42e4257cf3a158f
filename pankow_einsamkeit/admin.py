"""The staff site's name, staff accounts and the fixed pages."""

from django.conf import settings
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from pankow_einsamkeit.models import Konto, Seite

admin.site.site_header = _("Redaktion – %(portal)s") % {"portal": settings.PORTAL_NAME}
admin.site.site_title = _("Redaktion")
admin.site.index_title = _("Übersicht")
# Sixteen more links to tab through on every page, and room that the lists need; the breadcrumb leads back as well.
admin.site.enable_nav_sidebar = False


@admin.register(Konto)
class KontoAdmin(UserAdmin):
    list_display = ("username", "first_name", "last_name", "email", "is_active", "is_superuser", "last_login")
    readonly_fields = ("last_login", "date_joined")


@admin.register(Seite)
class SeiteAdmin(admin.ModelAdmin):
    list_display = ("titel", "slug", "ist_platzhalter", "updated_at")
    list_filter = ("ist_platzhalter",)
    search_fields = ("titel", "text")
    fields = ("titel", "slug", "text", "ist_platzhalter", "updated_at")
    readonly_fields = ("updated_at",)

    def get_readonly_fields(self, request: HttpRequest, obj: Seite | None = None) -> tuple[str, ...]:
        """Menus and links know the address, so it stays."""
        return ("slug", "updated_at") if obj else ("updated_at",)
