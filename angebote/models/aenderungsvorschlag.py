from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from angebote.choices import Vorschlagsherkunft, Vorschlagsstatus
from angebote.models.angebot import Angebot


class AenderungsvorschlagQuerySet(models.QuerySet["Aenderungsvorschlag"]):
    def offene(self) -> Self:
        return self.filter(status=Vorschlagsstatus.OFFEN)


class Aenderungsvorschlag(models.Model):
    """What somebody wants to change in an offer; it waits beside the public version until somebody decides.

    aenderungen: {name: {"alt": …, "neu": …}} with names and values of domain/angebotsdaten.py; "alt" is what the
    proposer had before their eyes.
    """

    angebot = models.ForeignKey(
        Angebot, models.CASCADE, verbose_name=_("Angebot"), related_name="aenderungsvorschlaege"
    )
    aenderungen = models.JSONField(_("Änderungen"))
    herkunft = models.CharField(_("kommt von"), max_length=12, choices=Vorschlagsherkunft)
    konto = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("eingereicht von"),
        related_name="aenderungsvorschlaege",
        null=True,
        blank=True,
    )
    absender = models.CharField(_("Absender"), max_length=254, blank=True, help_text=_("wenn es kein Konto gibt"))
    bemerkung = models.TextField(_("Bemerkung"), blank=True)
    eingereicht_am = models.DateTimeField(_("eingereicht am"))
    status = models.CharField(_("Status"), max_length=16, choices=Vorschlagsstatus, default=Vorschlagsstatus.OFFEN)
    entschieden_am = models.DateTimeField(_("entschieden am"), null=True, blank=True)
    entschieden_von = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("entschieden von"),
        related_name="entschiedene_vorschlaege",
        null=True,
        blank=True,
    )
    begruendung = models.TextField(_("Begründung"), blank=True)

    objects = AenderungsvorschlagQuerySet.as_manager()

    class Meta:
        verbose_name = _("Änderungsvorschlag")
        verbose_name_plural = _("Änderungsvorschläge")
        ordering = ["eingereicht_am", "id"]
        indexes = [models.Index(fields=["status", "eingereicht_am"], name="vorschlag_offen")]
        constraints = [
            models.CheckConstraint(
                condition=Q(status=Vorschlagsstatus.OFFEN, entschieden_am__isnull=True)
                | (~Q(status=Vorschlagsstatus.OFFEN) & Q(entschieden_am__isnull=False)),
                name="vorschlag_entschieden_mit_datum",
                violation_error_message=_("Ein entschiedener Vorschlag braucht ein Datum, ein offener hat keines."),
            ),
            models.CheckConstraint(
                condition=~Q(status=Vorschlagsstatus.ABGELEHNT) | ~Q(begruendung=""),
                name="vorschlag_abgelehnt_mit_begruendung",
                violation_error_message=_("Bitte begründen, warum der Vorschlag abgelehnt wird."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.angebot} ({self.eingereicht_am:%d.%m.%Y})"
