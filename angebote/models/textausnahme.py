"""Findings of the text checks that somebody has read and left as they are, with the reason (F22)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from angebote.choices import Befundart
from angebote.models.angebot import Angebot
from pankow_einsamkeit.models import Konto


class Textausnahme(models.Model):
    """stelle: Befund.kennung of domain/textpruefung, so that the exception ends when the words change."""

    angebot = models.ForeignKey(Angebot, models.CASCADE, verbose_name=_("Angebot"), related_name="textausnahmen")
    art = models.CharField(_("Art"), max_length=20, choices=Befundart)
    stelle = models.CharField(_("Stelle"), max_length=120)
    grund = models.CharField(_("Grund"), max_length=300)
    konto = models.ForeignKey(
        Konto, models.PROTECT, verbose_name=_("eingetragen von"), related_name="textausnahmen", editable=False
    )
    created_at = models.DateTimeField(_("angelegt am"), auto_now_add=True)

    class Meta:
        verbose_name = _("Textausnahme")
        verbose_name_plural = _("Textausnahmen")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["angebot", "art", "stelle"],
                name="textausnahme_einmalig",
                violation_error_message=_("Diese Stelle ist schon als bewusst so gelassen eingetragen."),
            ),
            models.CheckConstraint(
                condition=~Q(grund=""),
                name="textausnahme_mit_grund",
                violation_error_message=_("Bitte einen Grund angeben."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_art_display()}: {self.stelle}"
