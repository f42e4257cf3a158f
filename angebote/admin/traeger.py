from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.urls import URLPattern
from django.utils.translation import gettext_lazy as _

from angebote.admin import zusammenlegen
from angebote.admin.auffrischen import AuffrischenAdmin
from angebote.admin.feste_felder import FesteFelderMixin
from angebote.admin.forms import ADRESSEN_MIT_HTTPS
from angebote.admin.inlines import QuellenangabeInline
from angebote.admin.stammdatenstand import StammdatenForm, StammdatenstandMixin
from angebote.admin.verlauf import VerlaufAdmin
from angebote.domain.kennungen import build_slug
from angebote.models import Angebot, Traeger


@admin.register(Traeger)
class TraegerAdmin(StammdatenstandMixin, FesteFelderMixin, VerlaufAdmin, AuffrischenAdmin):
    actions = (zusammenlegen.choose_zwei,)
    form = StammdatenForm
    list_display = ("name", "art", "telefon", "show_angebote")
    list_filter = ("art",)
    list_per_page = 50
    search_fields = ("name",)
    fields = ("name", "art", "beschreibung", "telefon", "email", "web", "slug")
    readonly_fields = ("slug",)
    formfield_overrides = ADRESSEN_MIT_HTTPS
    inlines = (QuellenangabeInline,)

    def get_urls(self) -> list[URLPattern]:
        return [*zusammenlegen.build_urls(self), *super().get_urls()]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Traeger]:
        eintraege: QuerySet[Traeger] = super().get_queryset(request)
        return eintraege.annotate(anzahl_angebote=Count("angebote"))

    @admin.display(description=_("Angebote"), ordering="anzahl_angebote")
    def show_angebote(self, traeger: Traeger) -> int:
        return traeger.anzahl_angebote  # type: ignore[attr-defined, no-any-return]

    def angebote_of(self, eintraege: QuerySet[Traeger]) -> QuerySet[Angebot]:
        return Angebot.objects.filter(traeger__in=eintraege)

    def save_model(self, request: HttpRequest, obj: Traeger, form: Any, change: bool) -> None:
        if not obj.slug:
            vergeben = set(Traeger.objects.values_list("slug", flat=True))
            obj.slug = build_slug(obj.name, vergeben=vergeben, laenge=80, ersatz="traeger")
        super().save_model(request, obj, form, change)
