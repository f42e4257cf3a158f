from django.db import models
from django.utils.translation import gettext_lazy as _

from angebote.models.angebot import Angebot


class Fassung(models.Model):
    """What the public could read about an offer from one moment until the next Fassung (domain/fakten.py).

    Written by domain/fassungen.py. A contact is in it as a fingerprint only: who takes theirs back is in no old row.
    """

    angebot = models.ForeignKey(Angebot, models.CASCADE, verbose_name=_("Angebot"), related_name="fassungen")
    fakten = models.JSONField(_("Fakten"))
    created_at = models.DateTimeField(_("gilt ab"), auto_now_add=True)

    class Meta:
        verbose_name = _("Fassung")
        verbose_name_plural = _("Fassungen")
        ordering = ["id"]
        indexes = [models.Index(fields=["angebot", "created_at"], name="fassung_je_angebot")]

    def __str__(self) -> str:
        return f"{self.angebot_id}: {self.created_at:%d.%m.%Y %H:%M}"
