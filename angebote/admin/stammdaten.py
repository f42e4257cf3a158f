"""The small tables that staff may extend. Their words stand on cards and in filters, so offers follow a change."""

from typing import Any, cast

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from angebote.admin.auffrischen import AuffrischenAdmin
from angebote.domain.kennungen import build_slug
from angebote.models import Angebot, Kategorie, Sprache, Zielgruppe


class StammdatenAdmin(AuffrischenAdmin):
    """A slug is part of addresses that people keep: given once, never changed."""

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        eintraege = super().get_queryset(request).annotate(anzahl_angebote=Count("angebote"))
        return cast("QuerySet[Any]", eintraege)

    @admin.display(description=_("Angebote"), ordering="anzahl_angebote")
    def show_angebote(self, eintrag: Any) -> int:
        return eintrag.anzahl_angebote  # type: ignore[no-any-return]

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if hasattr(obj, "slug") and not obj.slug:
            vergeben = set(self.model._default_manager.values_list("slug", flat=True))
            obj.slug = build_slug(obj.name, vergeben=vergeben, laenge=50)
        super().save_model(request, obj, form, change)


@admin.register(Kategorie)
class KategorieAdmin(StammdatenAdmin):
    list_display = ("name", "bereich", "icon", "reihenfolge", "show_angebote")
    list_filter = ("bereich",)
    search_fields = ("name",)
    fields = ("name", "bereich", "icon", "schema_typ", "reihenfolge", "slug")
    readonly_fields = ("slug",)

    def angebote_of(self, eintraege: QuerySet[Kategorie]) -> QuerySet[Angebot]:
        return Angebot.objects.filter(kategorien__in=eintraege)


@admin.register(Zielgruppe)
class ZielgruppeAdmin(StammdatenAdmin):
    list_display = ("name", "reihenfolge", "show_angebote")
    search_fields = ("name",)
    fields = ("name", "reihenfolge", "open_eligibility", "slug")
    readonly_fields = ("slug",)

    def angebote_of(self, eintraege: QuerySet[Zielgruppe]) -> QuerySet[Angebot]:
        return Angebot.objects.filter(zielgruppen__in=eintraege)


@admin.register(Sprache)
class SpracheAdmin(StammdatenAdmin):
    list_display = ("name", "code", "reihenfolge", "show_angebote")
    search_fields = ("name",)

    def angebote_of(self, eintraege: QuerySet[Sprache]) -> QuerySet[Angebot]:
        return Angebot.objects.filter(sprachen__in=eintraege)

    def get_readonly_fields(self, request: HttpRequest, obj: Sprache | None = None) -> tuple[str, ...]:
        return ("code",) if obj else ()
