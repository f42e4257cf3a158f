from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from angebote.choices import Adressart, Linkergebnis

# One time-out is no news: so many different days have to agree before a link counts as broken.
TAGE_GESTOERT = 3
TAGE_NICHT_GEFUNDEN = 2


class LinkpruefungQuerySet(models.QuerySet["Linkpruefung"]):
    def kaputt(self) -> Self:
        return self.filter(Q(fehlversuche__gte=TAGE_GESTOERT) | Q(tage_nicht_gefunden__gte=TAGE_NICHT_GEFUNDEN))


class Linkpruefung(models.Model):
    """What is known about one web or mail address, wherever it is used. Written by domain/linkpruefung.py alone.

    fehlversuche: days in a row, of those on which it was tried, without an answer; tage_nicht_gefunden: how many of
    these said 404 or 410. ziel: where a permanent redirect leads. verlauf: the last lines, newest first.
    """

    adresse = models.CharField(_("Adresse"), max_length=320, unique=True)
    art = models.CharField(_("Art"), max_length=4, choices=Adressart)
    ergebnis = models.CharField(_("Ergebnis"), max_length=16, choices=Linkergebnis)
    letzte_pruefung = models.DateField(_("zuletzt versucht"))
    fehler_seit = models.DateField(_("Fehler seit"), null=True, blank=True)
    fehlversuche = models.PositiveSmallIntegerField(_("Tage mit Fehler"), default=0)
    tage_nicht_gefunden = models.PositiveSmallIntegerField(_("davon „gibt es nicht“"), default=0)
    ziel = models.CharField(_("neue Adresse"), max_length=500, blank=True)
    verlauf = models.TextField(_("Verlauf"), blank=True)

    objects = LinkpruefungQuerySet.as_manager()

    class Meta:
        verbose_name = _("Linkprüfung")
        verbose_name_plural = _("Linkprüfungen")
        ordering = ["-fehlversuche", "adresse"]
        indexes = [models.Index(fields=["letzte_pruefung"], name="linkpruefung_faellig")]
        constraints = [
            models.CheckConstraint(
                condition=Q(fehlversuche=0, fehler_seit__isnull=True)
                | Q(fehlversuche__gte=1, fehler_seit__isnull=False),
                name="linkpruefung_fehler_mit_tag",
                violation_error_message=_("Zu einem Fehler gehört der Tag, seit dem er besteht."),
            ),
            models.CheckConstraint(
                condition=Q(tage_nicht_gefunden__lte=F("fehlversuche")),
                name="linkpruefung_nicht_gefunden_ist_fehler",
                violation_error_message=_("„Gibt es nicht“ zählt zu den Tagen mit Fehler."),
            ),
        ]

    def __str__(self) -> str:
        return self.adresse

    @property
    def ist_kaputt(self) -> bool:
        return self.fehlversuche >= TAGE_GESTOERT or self.tage_nicht_gefunden >= TAGE_NICHT_GEFUNDEN
