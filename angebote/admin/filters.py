"""Filters of the offer list beyond plain fields: what the Redaktion has to look after."""

from collections.abc import Iterable
from datetime import timedelta

from django.contrib import admin
from django.contrib.admin import ModelAdmin
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from angebote.models import Angebot, Importbezug, Termin

VORSCHAU = timedelta(days=30)


class BestaetigungFilter(admin.SimpleListFilter):
    title = _("Prüfung")
    parameter_name = "bestaetigt"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin) -> Iterable[tuple[str, str]]:
        return [
            ("nein", str(_("unbestätigt"))),
            ("ja", str(_("bestätigt"))),
            ("lange-her", str(_("länger her, noch zu sehen"))),
            ("abgelaufen", str(_("zu lange her, ausgeblendet"))),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Angebot]) -> QuerySet[Angebot]:
        heute = timezone.localdate()
        if self.value() == "lange-her":
            return queryset & Angebot.objects.mit_hinweis(heute)
        if self.value() == "abgelaufen":
            return queryset & Angebot.objects.abgelaufen(heute)
        if self.value() in {"ja", "nein"}:
            return queryset.filter(geprueft_am__isnull=self.value() == "nein")
        return queryset


class OhneTerminFilter(admin.SimpleListFilter):
    title = _("nächster Termin")
    parameter_name = "termin"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin) -> Iterable[tuple[str, str]]:
        return [("ohne", str(_("ohne Termin in den nächsten 30 Tagen"))), ("mit", str(_("mit Termin")))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Angebot]) -> QuerySet[Angebot]:
        heute = timezone.localdate()
        termine = Termin.objects.filter(angebot=OuterRef("pk"), datum__gte=heute, datum__lt=heute + VORSCHAU)
        if self.value() == "ohne":
            return queryset.filter(~Exists(termine))
        return queryset.filter(Exists(termine)) if self.value() == "mit" else queryset


class VerschwundenFilter(admin.SimpleListFilter):
    """What a source named once and does not any more: somebody should ask whether it still takes place."""

    title = _("Quelle")
    parameter_name = "quelle"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin) -> Iterable[tuple[str, str]]:
        return [("verschwunden", str(_("nicht mehr in der Quelle")))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Angebot]) -> QuerySet[Angebot]:
        if self.value() == "verschwunden":
            return queryset.filter(pk__in=Importbezug.objects.verschwundene().values("angebot"))
        return queryset
