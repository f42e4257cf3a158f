"""When a round meets and what it decides, and the elections to mind meanwhile (M26, S31)."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from angebote.models.angebot import TEXT_HOECHSTENS
from angebote.models.verlauf import build_verlauf
from konzept.models.gremium import Gremium
from konzept.models.tagesgrenzen import check_jahr


class SitzungQuerySet(models.QuerySet["Sitzung"]):
    def ab(self, tag: date) -> Self:
        """From that day on, the next one first."""
        return self.filter(datum__gte=tag).order_by("datum", "beginn", "pk")

    def vor(self, tag: date) -> Self:
        """Before that day, the latest first; said here, since a query that counts forgets the order of the model."""
        return self.filter(datum__lt=tag).order_by("-datum", "-beginn", "pk")

    def stattfindende(self) -> Self:
        return self.filter(ist_abgesagt=False)


class Sitzung(models.Model):
    """Wall-clock time in Berlin. A cancelled one stays, so that calendars that hold it learn of it."""

    verlauf_teile = ("beschluesse",)

    gremium = models.ForeignKey(Gremium, models.PROTECT, verbose_name=_("Gremium"), related_name="sitzungen")
    datum = models.DateField(_("Datum"), validators=[check_jahr])
    beginn = models.TimeField(_("Beginn"))
    ende = models.TimeField(_("Ende"), null=True, blank=True)
    ort = models.CharField(_("Ort"), max_length=200, blank=True)
    tagesordnung = models.TextField(_("Tagesordnung"), blank=True, validators=[MaxLengthValidator(TEXT_HOECHSTENS)])
    niederschrift = models.TextField(
        _("Vermerk"),
        blank=True,
        help_text=_("Was besprochen wurde. Keine Namen von Bürgerinnen und Bürgern."),
        validators=[MaxLengthValidator(TEXT_HOECHSTENS)],
    )
    ist_abgesagt = models.BooleanField(_("abgesagt"), default=False)

    verlauf = build_verlauf("Sitzung")
    objects = SitzungQuerySet.as_manager()

    class Meta:
        verbose_name = _("Sitzung")
        verbose_name_plural = _("Sitzungen")
        ordering = ["-datum", "-beginn", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ende__isnull=True) | Q(ende__gt=F("beginn")),
                name="sitzung_ende_nach_beginn",
                violation_error_message=_("Das Ende liegt nicht nach dem Beginn."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.gremium}, {self.datum:%d.%m.%Y}"

    def get_absolute_url(self) -> str:
        return reverse("konzept:sitzung-detail", kwargs={"pk": self.pk})


class Beschluss(models.Model):
    verlauf_bezug = "sitzung"

    sitzung = models.ForeignKey(Sitzung, models.CASCADE, verbose_name=_("Sitzung"), related_name="beschluesse")
    text = models.TextField(_("Beschluss"), validators=[MaxLengthValidator(TEXT_HOECHSTENS)])

    verlauf = build_verlauf("Beschluss")

    class Meta:
        verbose_name = _("Beschluss")
        verbose_name_plural = _("Beschlüsse")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.text[:60]


class WahlterminQuerySet(models.QuerySet["Wahltermin"]):
    def ab(self, tag: date) -> Self:
        return self.filter(datum__gte=tag)


class Wahltermin(models.Model):
    """An election: the right moment to speak to politics, or the wrong one (S31)."""

    datum = models.DateField(_("Datum"), validators=[check_jahr])
    titel = models.CharField(_("Titel"), max_length=160)
    hinweis = models.CharField(_("Hinweis"), max_length=300, blank=True)

    verlauf = build_verlauf("Wahltermin")
    objects = WahlterminQuerySet.as_manager()

    class Meta:
        verbose_name = _("Wahltermin")
        verbose_name_plural = _("Wahltermine")
        ordering = ["datum", "pk"]

    def __str__(self) -> str:
        return f"{self.titel}, {self.datum:%d.%m.%Y}"
