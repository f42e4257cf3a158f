"""Who does what until when (M26)."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from angebote.models.verlauf import build_verlauf
from konzept.models.erledigung import Erledigbares, ErledigungQuerySet
from konzept.models.massnahme import Massnahme
from konzept.models.sitzung import Sitzung


class AufgabeQuerySet(ErledigungQuerySet["Aufgabe"]):
    pass


class Aufgabe(Erledigbares):
    """verantwortlich names a function; with a konto it also stands among what that person has to do."""

    titel = models.CharField(_("Aufgabe"), max_length=200)
    verantwortlich = models.CharField(_("verantwortlich"), max_length=160, help_text=_("Die Funktion."))
    konto = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("Konto"),
        related_name="konzeptaufgaben",
        null=True,
        blank=True,
    )
    sitzung = models.ForeignKey(
        Sitzung, models.PROTECT, verbose_name=_("aus der Sitzung"), related_name="aufgaben", null=True, blank=True
    )
    massnahme = models.ForeignKey(
        Massnahme, models.PROTECT, verbose_name=_("Maßnahme"), related_name="aufgaben", null=True, blank=True
    )

    verlauf = build_verlauf("Aufgabe")
    objects = AufgabeQuerySet.as_manager()

    class Meta(Erledigbares.Meta):
        verbose_name = _("Aufgabe")
        verbose_name_plural = _("Aufgaben")
        ordering = ["faellig_am", "pk"]

    def __str__(self) -> str:
        return self.titel
