"""Key persons' places: where people are met anyway and told of the offers (S10, S34, S35)."""

from __future__ import annotations

from typing import Self

from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from angebote.models import Kiez
from angebote.models.angebot import TEXT_HOECHSTENS
from angebote.models.verlauf import build_verlauf
from konzept.choices import Branche, Materialart
from konzept.models.kontakt import Kontaktangabe, KontaktQuerySet
from konzept.models.tagesgrenzen import check_jahr


class MultiplikatorQuerySet(KontaktQuerySet["Multiplikator"]):
    def im_kiez(self, kiez: Kiez) -> Self:
        return self.filter(kiez=kiez)

    def mit_wunsch(self) -> Self:
        """Those that want material."""
        return self.filter(pk__in=Materialwunsch.objects.values("multiplikator"))


class Multiplikator(Kontaktangabe):
    """A shop is often called after a person: who takes back loses the name too, and is entered anew if they return."""

    verlauf_teile = ("materialwuensche",)

    name = models.CharField(_("Name des Ortes"), max_length=160, help_text=_("Praxis, Laden oder Haus, keine Person."))
    branche = models.CharField(_("Branche"), max_length=20, choices=Branche)
    kiez = models.ForeignKey(
        Kiez,
        models.PROTECT,
        verbose_name=_("Kiez"),
        related_name="multiplikatoren",
        null=True,
        blank=True,
        help_text=_("Leer: ganz Pankow."),
    )
    notiz = models.TextField(
        _("Notiz"),
        blank=True,
        help_text=_("Nichts über Personen, die dort Hilfe suchen."),
        validators=[MaxLengthValidator(TEXT_HOECHSTENS)],
    )
    dabei_seit = models.DateField(_("dabei seit"), null=True, blank=True, validators=[check_jahr])

    verlauf = build_verlauf("Multiplikator*in")
    objects = MultiplikatorQuerySet.as_manager()

    class Meta(Kontaktangabe.Meta):
        verbose_name = _("Multiplikator*in")
        verbose_name_plural = _("Multiplikator*innen")
        ordering = [F("kiez__name").asc(nulls_first=True), "name", "pk"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("konzept:multiplikator-detail", kwargs={"pk": self.pk})


class Materialwunsch(models.Model):
    """How many pieces of what one place takes each time."""

    verlauf_bezug = "multiplikator"

    multiplikator = models.ForeignKey(
        Multiplikator, models.CASCADE, verbose_name=_("Multiplikator*in"), related_name="materialwuensche"
    )
    art = models.CharField(_("Material"), max_length=20, choices=Materialart)
    stueck = models.PositiveSmallIntegerField(_("Stück"))
    geliefert_am = models.DateField(_("zuletzt geliefert am"), null=True, blank=True, validators=[check_jahr])

    verlauf = build_verlauf("Materialwunsch")

    class Meta:
        verbose_name = _("Materialwunsch")
        verbose_name_plural = _("Materialwünsche")
        ordering = ["art", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["multiplikator", "art"],
                name="materialwunsch_je_art_einmal",
                violation_error_message=_("Dieses Material steht schon in der Liste."),
            ),
            models.CheckConstraint(
                condition=models.Q(stueck__gte=1),
                name="materialwunsch_mindestens_ein_stueck",
                violation_error_message=_("Bitte mindestens ein Stück."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_art_display()}: {self.stueck}"
