"""By what one can tell whether a measure works: a figure with a start, an aim, and what was counted in between."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _

from angebote.models.verlauf import build_verlauf
from konzept.models.massnahme import Massnahme
from konzept.models.tagesgrenzen import check_jahr

STELLEN, NACHKOMMASTELLEN = 10, 2


class Indikator(models.Model):
    """The aim may lie below the start, e.g. days of waiting."""

    verlauf_bezug = "massnahme"
    verlauf_teile: ClassVar[tuple[str, ...]] = ("werte",)

    massnahme = models.ForeignKey(Massnahme, models.CASCADE, verbose_name=_("Maßnahme"), related_name="indikatoren")
    name = models.CharField(_("Indikator"), max_length=120, help_text=_("zum Beispiel: Treffpunkte in Karow"))
    einheit = models.CharField(_("Einheit"), max_length=40, help_text=_("zum Beispiel: Treffpunkte, Personen, Tage"))
    startwert = models.DecimalField(_("Startwert"), max_digits=STELLEN, decimal_places=NACHKOMMASTELLEN)
    zielwert = models.DecimalField(_("Zielwert"), max_digits=STELLEN, decimal_places=NACHKOMMASTELLEN)
    ziel_bis = models.DateField(_("Ziel erreicht bis"), validators=[check_jahr])

    verlauf = build_verlauf("Indikator")

    class Meta:
        verbose_name = _("Indikator")
        verbose_name_plural = _("Indikatoren")
        ordering = ["massnahme", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["massnahme", "name"],
                name="indikator_einmal_je_massnahme",
                violation_error_message=_("Diesen Indikator gibt es bei dieser Maßnahme schon."),
            ),
            models.CheckConstraint(
                condition=~Q(zielwert=F("startwert")),
                name="indikator_ziel_anders_als_start",
                violation_error_message=_("Start und Ziel sind gleich. So lässt sich keine Änderung messen."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Indikatorwert(models.Model):
    """What was counted on that day. No figure about a single person."""

    verlauf_bezug = "indikator"

    indikator = models.ForeignKey(Indikator, models.PROTECT, verbose_name=_("Indikator"), related_name="werte")
    tag = models.DateField(_("gezählt am"), validators=[check_jahr])
    wert = models.DecimalField(_("Wert"), max_digits=STELLEN, decimal_places=NACHKOMMASTELLEN)
    notiz = models.CharField(_("Notiz"), max_length=200, blank=True, help_text=_("Woher die Zahl kommt."))

    verlauf = build_verlauf("Wert")

    class Meta:
        verbose_name = _("Wert")
        verbose_name_plural = _("Werte")
        ordering = ["tag", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["indikator", "tag"],
                name="indikatorwert_einer_je_tag",
                violation_error_message=_("Für diesen Tag gibt es schon einen Wert."),
            )
        ]

    def __str__(self) -> str:
        return f"{number_format(self.wert)} ({self.tag:%d.%m.%Y})"
