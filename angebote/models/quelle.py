from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from angebote.choices import Konfidenz
from angebote.models.angebot import Angebot
from angebote.models.ort import Ort
from angebote.models.traeger import Traeger
from angebote.models.verlauf import build_verlauf


class Quellenangabe(models.Model):
    """Where imported statements about an offer, place or provider come from, and how old they are."""

    angebot = models.ForeignKey(
        Angebot, models.CASCADE, verbose_name=_("Angebot"), related_name="quellen", null=True, blank=True
    )
    ort = models.ForeignKey(Ort, models.CASCADE, verbose_name=_("Ort"), related_name="quellen", null=True, blank=True)
    traeger = models.ForeignKey(
        Traeger, models.CASCADE, verbose_name=_("Träger"), related_name="quellen", null=True, blank=True
    )
    betrifft = models.CharField(
        _("betrifft"), max_length=60, default="alles", help_text=_("z. B. alles, Zeiten, Kosten")
    )
    quelle = models.TextField(_("Quelle"))
    stand = models.CharField(_("Stand laut Quelle"), max_length=60, blank=True)
    stand_jahr = models.PositiveSmallIntegerField(_("jüngstes Jahr"), null=True, blank=True)
    konfidenz = models.CharField(_("Verlässlichkeit"), max_length=10, choices=Konfidenz, blank=True)

    verlauf = build_verlauf("Quellenangabe")

    class Meta:
        verbose_name = _("Quellenangabe")
        verbose_name_plural = _("Quellenangaben")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(angebot__isnull=False, ort__isnull=True, traeger__isnull=True)
                | Q(angebot__isnull=True, ort__isnull=False, traeger__isnull=True)
                | Q(angebot__isnull=True, ort__isnull=True, traeger__isnull=False),
                name="quellenangabe_genau_ein_bezug",
                violation_error_message=_("Eine Quelle gehört zu genau einem Angebot, Ort oder Träger."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.quelle[:60]} ({self.stand or _('ohne Datum')})"
