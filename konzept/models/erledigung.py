"""What tasks and planned publications have in common: a state that only domain/erledigung.py changes."""

from __future__ import annotations

from datetime import date
from typing import Self, TypeVar

from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from angebote.models.angebot import TEXT_HOECHSTENS
from konzept.choices import Erledigung
from konzept.models.tagesgrenzen import check_jahr

Modell = TypeVar("Modell", bound=models.Model)


class ErledigungQuerySet(models.QuerySet[Modell]):
    def offene(self) -> Self:
        return self.filter(status=Erledigung.OFFEN)

    def ab(self, tag: date) -> Self:
        """Due on that day or later, the next one first."""
        return self.filter(faellig_am__gte=tag).order_by("faellig_am", "pk")

    def ueberfaellig(self, heute: date) -> Self:
        """Due before that day, and not done."""
        return self.offene().filter(faellig_am__lt=heute)


class Erledigbares(models.Model):
    """Kept when it is done or dropped: reports count it."""

    faellig_am = models.DateField(_("fällig am"), validators=[check_jahr])
    status = models.CharField(_("Status"), max_length=20, choices=Erledigung, default=Erledigung.OFFEN, editable=False)
    erledigt_am = models.DateField(_("erledigt am"), null=True, blank=True, editable=False)
    ergebnis = models.TextField(_("Ergebnis"), blank=True, validators=[MaxLengthValidator(TEXT_HOECHSTENS)])

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(status=Erledigung.OFFEN, erledigt_am__isnull=True)
                | (~Q(status=Erledigung.OFFEN) & Q(erledigt_am__isnull=False)),
                name="%(class)s_erledigt_mit_tag",
                violation_error_message=_("Genau das, was nicht mehr offen ist, hat einen Tag der Erledigung."),
            )
        ]

    @property
    def ist_offen(self) -> bool:
        return self.status == Erledigung.OFFEN

    def ist_ueberfaellig(self, heute: date) -> bool:
        return self.ist_offen and self.faellig_am < heute
