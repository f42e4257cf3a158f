"""A step of a measure with the day by which it is to be done."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from angebote.models.verlauf import build_verlauf
from konzept.models.massnahme import OFFENE, Massnahme
from konzept.models.tagesgrenzen import check_jahr


class MeilensteinQuerySet(models.QuerySet["Meilenstein"]):
    def unerledigte(self) -> Self:
        """Also those that stayed so when their measure was closed or dropped."""
        return self.filter(erledigt_am__isnull=True)

    def offene(self) -> Self:
        """Those of a measure that is over or dropped wait for nobody."""
        return self.unerledigte().filter(massnahme__status__in=OFFENE)

    def gebliebene(self) -> Self:
        """Not done when their measure was closed or dropped; its reason says what becomes of them."""
        return self.unerledigte().exclude(massnahme__status__in=OFFENE)

    def ueberfaellig(self, heute: date) -> Self:
        return self.offene().filter(faellig_am__lt=heute)


class Meilenstein(models.Model):
    verlauf_bezug = "massnahme"

    massnahme = models.ForeignKey(Massnahme, models.CASCADE, verbose_name=_("Maßnahme"), related_name="meilensteine")
    titel = models.CharField(_("Meilenstein"), max_length=160)
    faellig_am = models.DateField(_("fällig am"), validators=[check_jahr])
    erledigt_am = models.DateField(_("erledigt am"), null=True, blank=True, validators=[check_jahr])

    verlauf = build_verlauf("Meilenstein")
    objects = MeilensteinQuerySet.as_manager()

    class Meta:
        verbose_name = _("Meilenstein")
        verbose_name_plural = _("Meilensteine")
        ordering = ["faellig_am", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["massnahme", "titel"],
                name="meilenstein_einmal_je_massnahme",
                violation_error_message=_("Diesen Meilenstein gibt es bei dieser Maßnahme schon."),
            )
        ]

    def __str__(self) -> str:
        return self.titel
