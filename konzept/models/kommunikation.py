"""The communication plan: what is told where and when, and whom it reached (S19, F33)."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from angebote.models import Kiez
from angebote.models.verlauf import build_verlauf
from konzept.choices import Kanal
from konzept.models.erledigung import Erledigbares, ErledigungQuerySet
from konzept.models.massnahme import Massnahme


class KommunikationQuerySet(ErledigungQuerySet["Kommunikation"]):
    def im_kiez(self, kiez: Kiez) -> Self:
        """For this Kiez, or for all of Pankow."""
        verknuepft = Kommunikation.kieze.through.objects
        mit_kiez, dort = verknuepft.values("kommunikation"), verknuepft.filter(kiez=kiez).values("kommunikation")
        return self.filter(Q(pk__in=dort) | ~Q(pk__in=mit_kiez))


class Kommunikation(Erledigbares):
    """faellig_am: the day it appears. ergebnis: whom it reached, as far as one knows."""

    titel = models.CharField(_("Titel"), max_length=160)
    kanal = models.CharField(_("Kanal"), max_length=20, choices=Kanal)
    material = models.CharField(
        _("Material"), max_length=200, blank=True, help_text=_("Was gebraucht wird: Text, Bild, Stückzahl.")
    )
    verantwortlich = models.CharField(_("verantwortlich"), max_length=160, help_text=_("Die Funktion."))
    massnahme = models.ForeignKey(
        Massnahme, models.PROTECT, verbose_name=_("Maßnahme"), related_name="kommunikationen", null=True, blank=True
    )
    kieze = models.ManyToManyField(
        Kiez, verbose_name=_("Kieze"), related_name="kommunikationen", blank=True, help_text=_("Leer: ganz Pankow.")
    )

    verlauf = build_verlauf("Kommunikation", m2m_fields=(kieze,))
    objects = KommunikationQuerySet.as_manager()

    class Meta(Erledigbares.Meta):
        verbose_name = _("Kommunikation")
        verbose_name_plural = _("Kommunikationsplan")
        ordering = ["faellig_am", "pk"]

    def __str__(self) -> str:
        return self.titel
