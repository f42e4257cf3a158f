from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from konzept.choices import Massnahmenstatus
from konzept.models.massnahme import Massnahme

GRUND_LAENGE = 500


class Massnahmenwechsel(models.Model):
    """One step of a measure from status to status; rows are only added (domain/massnahmenstatus.py)."""

    massnahme = models.ForeignKey(Massnahme, models.PROTECT, verbose_name=_("Maßnahme"), related_name="wechsel")
    von = models.CharField(_("von"), max_length=20, choices=Massnahmenstatus)
    nach = models.CharField(_("nach"), max_length=20, choices=Massnahmenstatus)
    konto = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("wer"),
        related_name="massnahmenwechsel",
        null=True,
        blank=True,
    )
    grund = models.CharField(_("Grund"), max_length=GRUND_LAENGE, blank=True)
    am = models.DateTimeField(_("wann"))

    class Meta:
        verbose_name = _("Statuswechsel")
        verbose_name_plural = _("Statuswechsel")
        ordering = ["am", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(von=Massnahmenstatus.GEPLANT, nach=Massnahmenstatus.LAEUFT)
                | Q(von=Massnahmenstatus.LAEUFT, nach=Massnahmenstatus.ABGESCHLOSSEN)
                | ~Q(grund=""),
                name="massnahmenwechsel_mit_grund",
                violation_error_message=_("Dieser Schritt braucht einen Grund."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_von_display()} → {self.get_nach_display()}"
