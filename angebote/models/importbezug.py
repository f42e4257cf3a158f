from __future__ import annotations

from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from angebote.models.angebot import Angebot

QUELLE_LAENGE, SCHLUESSEL_LAENGE = 40, 120


class ImportbezugQuerySet(models.QuerySet["Importbezug"]):
    def verschwundene(self) -> Self:
        return self.filter(verschwunden_am__isnull=False)


class Importbezug(models.Model):
    """Under which key a source knows an offer, and what it said about it the last time.

    werte: names and values of importers/pfad/; compared with the offer they tell what the Redaktion changed since then.
    """

    angebot = models.ForeignKey(Angebot, models.CASCADE, verbose_name=_("Angebot"), related_name="importbezuege")
    quelle = models.CharField(_("Quelle"), max_length=QUELLE_LAENGE)
    schluessel = models.CharField(_("Kennung in der Quelle"), max_length=SCHLUESSEL_LAENGE)
    werte = models.JSONField(_("zuletzt gelieferte Werte"), default=dict)
    datei = models.CharField(_("Datei"), max_length=200, blank=True)
    zuletzt_gesehen_am = models.DateTimeField(_("zuletzt in der Quelle"))
    verschwunden_am = models.DateTimeField(_("nicht mehr in der Quelle seit"), null=True, blank=True)

    objects = ImportbezugQuerySet.as_manager()

    class Meta:
        verbose_name = _("Importbezug")
        verbose_name_plural = _("Importbezüge")
        ordering = ["quelle", "schluessel"]
        permissions = [("import_importbezug", _("Kann Angebote aus Dateien einlesen"))]
        constraints = [
            models.UniqueConstraint(
                fields=["quelle", "schluessel"],
                name="importbezug_einmalig",
                violation_error_message=_("Diese Kennung der Quelle gehört schon zu einem Angebot."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.quelle}: {self.schluessel}"
