from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from angebote.choices import Status
from angebote.models.angebot import Angebot


class Statuswechsel(models.Model):
    """One step of an offer through the workflow; rows are only added (domain/redaktion.py)."""

    angebot = models.ForeignKey(Angebot, models.CASCADE, verbose_name=_("Angebot"), related_name="statuswechsel")
    von = models.CharField(_("von"), max_length=20, choices=Status)
    nach = models.CharField(_("nach"), max_length=20, choices=Status)
    konto = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("wer"),
        related_name="statuswechsel",
        null=True,
        blank=True,
    )
    grund = models.CharField(_("Grund"), max_length=300, blank=True)
    am = models.DateTimeField(_("wann"))

    class Meta:
        verbose_name = _("Statuswechsel")
        verbose_name_plural = _("Statuswechsel")
        ordering = ["am", "id"]

    def __str__(self) -> str:
        return f"{self.get_von_display()} → {self.get_nach_display()}"
