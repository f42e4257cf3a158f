"""The staff site's name and the fixed pages; accounts are in anmeldung/kontenverwaltung.py."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from pankow_einsamkeit.adminliste import ListenAdmin
from pankow_einsamkeit.anmeldung import kontenverwaltung  # noqa: F401  registers accounts and second factors
from pankow_einsamkeit.models import Seite
from pankow_einsamkeit.stand import renew_stand

admin.site.site_header = _("Redaktion – %(portal)s") % {"portal": settings.PORTAL_NAME}
admin.site.site_title = _("Redaktion")
admin.site.index_title = _("Übersicht")
# Sixteen more links to tab through on every page, and room that the lists need; the breadcrumb leads back as well.
admin.site.enable_nav_sidebar = False


class OeffentlichAdmin(ListenAdmin):
    """Base of the admin of everything the public can see: saving, deleting and actions renew the mark of the pages.

    As the last step of the transaction, since the mark is one row that all writers share: whoever held it while waiting
    for offers could wait for somebody who holds offers and waits for it. A form sent back with errors renews it too,
    which costs the caches one reload.
    """

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:  # type: ignore[override]
        return _renew_after_post(super().changeform_view, request, *args, **kwargs)

    def delete_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:  # type: ignore[override]
        return _renew_after_post(super().delete_view, request, *args, **kwargs)

    def changelist_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:  # type: ignore[override]
        return _renew_after_post(super().changelist_view, request, *args, **kwargs)


def _renew_after_post(
    view: Callable[..., HttpResponseBase], request: HttpRequest, *args: Any, **kwargs: Any
) -> HttpResponseBase:
    if request.method != "POST":
        return view(request, *args, **kwargs)
    with transaction.atomic():
        response = view(request, *args, **kwargs)
        renew_stand()
    return response


class SeiteForm(forms.ModelForm):
    def clean_geprueft_am(self) -> date | None:
        tag: date | None = self.cleaned_data["geprueft_am"]
        if tag and tag > timezone.localdate():
            raise ValidationError(_("Dieser Tag liegt in der Zukunft. Bitte heute oder einen früheren Tag angeben."))
        return tag


class UeberpruefungFilter(admin.SimpleListFilter):
    title = _("Überprüfung")
    parameter_name = "pruefung"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> Iterable[tuple[str, str]]:
        return [("faellig", str(_("fällig")))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Seite]) -> QuerySet[Seite]:
        return queryset & Seite.objects.zu_pruefen(timezone.localdate()) if self.value() == "faellig" else queryset


@admin.register(Seite)
class SeiteAdmin(OeffentlichAdmin):
    form = SeiteForm
    list_display = ("titel", "slug", "ist_platzhalter", "geprueft_am", "updated_at")
    list_filter = ("ist_platzhalter", UeberpruefungFilter)
    search_fields = ("titel", "text")
    fields = ("titel", "slug", "text", "ist_platzhalter", "geprueft_am", "updated_at")
    readonly_fields = ("updated_at",)

    def get_readonly_fields(self, request: HttpRequest, obj: Seite | None = None) -> tuple[str, ...]:
        """Menus and links know the address, so it stays."""
        return ("slug", "updated_at") if obj else ("updated_at",)
