"""Filters of lists beyond plain fields: what the Redaktion has to look after."""

from collections.abc import Iterable
from datetime import timedelta

from django.contrib import admin
from django.contrib.admin import ModelAdmin
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from angebote.domain.aufgaben import find_angebote_mit_schliessende, find_orte_mit_schliessende, find_verschwundene
from angebote.domain.pflichtangaben import build_fehlbedingung
from angebote.models import Angebot, Krisenhilfe, Ort, Termin

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
            return queryset.filter(pk__in=find_verschwundene().values("pk"))
        return queryset


class PflichtangabenFilter(admin.SimpleListFilter):
    title = _("Pflichtangaben")
    parameter_name = "fehlt"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin) -> Iterable[tuple[str, str]]:
        return [("ja", str(_("es fehlt etwas"))), ("nein", str(_("vollständig")))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Angebot]) -> QuerySet[Angebot]:
        if self.value() == "ja":
            return queryset.filter(build_fehlbedingung())
        return queryset.exclude(build_fehlbedingung()) if self.value() == "nein" else queryset


class SchliesszeitFilter(admin.SimpleListFilter):
    """Of offers, or with the subclass of places."""

    title = _("Schließzeit")
    parameter_name = "schliesst"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin) -> Iterable[tuple[str, str]]:
        return [("endet", str(_("endet in den nächsten 7 Tagen")))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Angebot]) -> QuerySet[Angebot]:
        if self.value() != "endet":
            return queryset
        return queryset.filter(pk__in=find_angebote_mit_schliessende(timezone.localdate()).order_by().values("pk"))


class OrtSchliesszeitFilter(SchliesszeitFilter):
    def queryset(self, request: HttpRequest, queryset: QuerySet[Ort]) -> QuerySet[Ort]:  # type: ignore[override]
        if self.value() != "endet":
            return queryset
        return queryset.filter(pk__in=find_orte_mit_schliessende(timezone.localdate()).order_by().values("pk"))


class NummerGeprueftFilter(admin.SimpleListFilter):
    title = _("Nummer geprüft")
    parameter_name = "pruefung"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin) -> Iterable[tuple[str, str]]:
        return [("faellig", str(_("nie oder vor mehr als 60 Tagen")))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Krisenhilfe]) -> QuerySet[Krisenhilfe]:
        if self.value() != "faellig":
            return queryset
        return queryset & Krisenhilfe.objects.zu_pruefen(timezone.localdate())
