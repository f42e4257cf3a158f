"""Help lines in a crisis."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from angebote.choices import Krisenthema
from angebote.models.verlauf import build_verlauf

NUMMER_GILT = timedelta(days=60)  # anforderungen.md, section 6: older than that, the Redaktion is told


class KrisenhilfeQuerySet(models.QuerySet["Krisenhilfe"]):
    def zu_pruefen(self, heute: date) -> Self:
        """Nobody of the staff has ever checked the number, or more than NUMMER_GILT ago."""
        return self.filter(Q(geprueft_am__isnull=True) | Q(geprueft_am__lt=heute - NUMMER_GILT))


class Krisenhilfe(models.Model):
    """A crisis or help line; every fact with its sources, and the date on which staff last checked the number (F10)."""

    name = models.CharField(_("Name"), max_length=120)
    art = models.CharField(_("Art"), max_length=60)
    thema = models.CharField(_("Abschnitt der Seite"), max_length=10, choices=Krisenthema, default=Krisenthema.REDEN)
    nummer = models.CharField(
        _("Nummer"),
        max_length=40,
        blank=True,
        help_text=_(
            "so geschrieben, wie man sie spricht; zwei Nummern mit „oder“ dazwischen; leer, wenn man dort nur schreibt"
        ),
    )
    erreichbar = models.CharField(_("erreichbar"), max_length=300, blank=True)
    kosten = models.CharField(_("Kosten"), max_length=120, blank=True)
    sprachen = models.CharField(_("Sprachen"), max_length=200, blank=True)
    zielgruppe = models.CharField(_("für wen"), max_length=200, blank=True)
    anschrift = models.CharField(_("Anschrift"), max_length=160, blank=True, help_text=_("wenn man hingehen kann"))
    hinweis = models.CharField(
        _("Hinweis"), max_length=300, blank=True, help_text=_("ein Satz für die Website, auch was nicht sicher ist")
    )
    region = models.CharField(_("Region"), max_length=80, blank=True)
    web = models.URLField(_("Website"), max_length=300, blank=True)
    ablauf = models.TextField(_("Was passiert, wenn ich anrufe?"), blank=True)
    reihenfolge = models.PositiveSmallIntegerField(_("Reihenfolge"), default=100)
    ist_sichtbar = models.BooleanField(_("auf der Website zeigen"), default=True)
    quelle_1 = models.CharField(_("Quelle 1"), max_length=300, blank=True)
    stand_1 = models.CharField(_("Stand 1"), max_length=40, blank=True)
    quelle_2 = models.CharField(_("Quelle 2"), max_length=300, blank=True)
    stand_2 = models.CharField(_("Stand 2"), max_length=40, blank=True)
    pruefstatus = models.CharField(_("Stand der Prüfung"), max_length=300, blank=True)
    bemerkung = models.TextField(_("interne Bemerkung"), blank=True)
    geprueft_am = models.DateField(_("Nummer geprüft am"), null=True, blank=True)

    objects = KrisenhilfeQuerySet.as_manager()
    verlauf = build_verlauf("Krisenhilfe")

    class Meta:
        verbose_name = _("Krisenhilfe")
        verbose_name_plural = _("Krisenhilfen")
        ordering = ["reihenfolge", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["name", "nummer"],
                name="krisenhilfe_einmalig",
                violation_error_message=_("Diese Nummer steht schon in der Liste."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.nummer})" if self.nummer else self.name
