"""For records whose words stand on the cards of offers: saving or deleting one brings these offers up to date."""

from typing import Any

from django.db import transaction
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from angebote.domain.katalog import refresh_angebote
from angebote.models import Angebot
from pankow_einsamkeit.admin import OeffentlichAdmin


class AuffrischenAdmin(OeffentlichAdmin):
    def angebote_of(self, eintraege: QuerySet[Any]) -> QuerySet[Angebot]:
        """Every offer, public or not, that is derived from these records."""
        raise NotImplementedError

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        self._refresh(self._ids_of(self.model._default_manager.filter(pk=form.instance.pk)))

    @transaction.atomic
    def delete_model(self, request: HttpRequest, obj: Model) -> None:
        ids = self._ids_of(self.model._default_manager.filter(pk=obj.pk))
        super().delete_model(request, obj)
        self._refresh(ids)

    @transaction.atomic
    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        ids = self._ids_of(queryset)
        super().delete_queryset(request, queryset)
        self._refresh(ids)

    def _ids_of(self, eintraege: QuerySet[Any]) -> list[int]:
        return list(self.angebote_of(eintraege).order_by().values_list("pk", flat=True).distinct())

    def _refresh(self, angebot_ids: list[int]) -> None:
        refresh_angebote(angebot_ids=angebot_ids, heute=timezone.localdate())
