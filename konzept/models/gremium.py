"""Where departments and actors sit at one table (M26)."""

from __future__ import annotations

from typing import Self

from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from angebote.models.angebot import TEXT_HOECHSTENS
from angebote.models.verlauf import build_verlauf
from konzept.choices import Gremienrolle
from konzept.models.akteur import Akteur
from konzept.models.geschaeftsbereich import Geschaeftsbereich


class GremiumQuerySet(models.QuerySet["Gremium"]):
    def aktive(self) -> Self:
        return self.filter(ist_aktiv=True)


class Gremium(models.Model):
    """A round that has ended stays, with its meetings and decisions."""

    verlauf_teile = ("mitgliedschaften",)

    name = models.CharField(_("Name"), max_length=160, unique=True)
    zweck = models.TextField(
        _("Zweck"),
        help_text=_("Wozu es da ist, in ein, zwei Sätzen."),
        validators=[MaxLengthValidator(TEXT_HOECHSTENS)],
    )
    federfuehrung = models.ForeignKey(
        Geschaeftsbereich,
        models.PROTECT,
        verbose_name=_("Federführung"),
        related_name="gremien",
        null=True,
        blank=True,
        help_text=_("Leer: nicht beim Bezirksamt."),
    )
    rhythmus = models.CharField(
        _("tagt"), max_length=120, blank=True, help_text=_("zum Beispiel „am ersten Dienstag im Quartal“")
    )
    ist_aktiv = models.BooleanField(_("besteht"), default=True)

    verlauf = build_verlauf("Gremium")
    objects = GremiumQuerySet.as_manager()

    class Meta:
        verbose_name = _("Gremium")
        verbose_name_plural = _("Gremien")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("konzept:gremium-detail", kwargs={"pk": self.pk})


class Mitgliedschaft(models.Model):
    """A department or an actor in a round, represented by a function."""

    verlauf_bezug = "gremium"

    gremium = models.ForeignKey(Gremium, models.CASCADE, verbose_name=_("Gremium"), related_name="mitgliedschaften")
    geschaeftsbereich = models.ForeignKey(
        Geschaeftsbereich,
        models.PROTECT,
        verbose_name=_("Geschäftsbereich"),
        related_name="mitgliedschaften",
        null=True,
        blank=True,
    )
    akteur = models.ForeignKey(
        Akteur, models.PROTECT, verbose_name=_("Akteur"), related_name="mitgliedschaften", null=True, blank=True
    )
    funktion = models.CharField(_("vertreten durch"), max_length=160, blank=True, help_text=_("Die Funktion."))
    rolle = models.CharField(_("Rolle"), max_length=20, choices=Gremienrolle, default=Gremienrolle.MITGLIED)

    verlauf = build_verlauf("Mitgliedschaft")

    class Meta:
        verbose_name = _("Mitgliedschaft")
        verbose_name_plural = _("Mitgliedschaften")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(geschaeftsbereich__isnull=False, akteur__isnull=True)
                | Q(geschaeftsbereich__isnull=True, akteur__isnull=False),
                name="mitgliedschaft_genau_einer",
                violation_error_message=_("Bitte entweder einen Geschäftsbereich oder einen Akteur nennen."),
            ),
            models.UniqueConstraint(
                fields=["gremium", "geschaeftsbereich"],
                name="mitgliedschaft_bereich_einmal",
                violation_error_message=_("Dieser Geschäftsbereich steht schon in der Liste."),
            ),
            models.UniqueConstraint(
                fields=["gremium", "akteur"],
                name="mitgliedschaft_akteur_einmal",
                violation_error_message=_("Dieser Akteur steht schon in der Liste."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.geschaeftsbereich or self.akteur)
