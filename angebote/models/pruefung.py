"""When somebody last made sure that the facts of an offer still hold, and how often that has to be done."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from angebote.choices import Bereich, Format, Pruefgruppe, Pruefquelle
from angebote.models.angebot import Angebot


class Pruefung(models.Model):
    """One check of one group of facts. Only ever added, never changed: the newest date of a group counts.

    konto is empty for providers, for imports, and for staff who have left.
    """

    angebot = models.ForeignKey(Angebot, models.CASCADE, verbose_name=_("Angebot"), related_name="pruefungen")
    gruppe = models.CharField(_("Angaben"), max_length=12, choices=Pruefgruppe)
    geprueft_am = models.DateField(_("geprüft am"))
    konto = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("geprüft von"),
        related_name="pruefungen",
        null=True,
        blank=True,
    )
    quelle = models.CharField(_("Quelle"), max_length=12, choices=Pruefquelle)
    notiz = models.CharField(_("Notiz"), max_length=300, blank=True)
    created_at = models.DateTimeField(_("vermerkt am"), auto_now_add=True)

    class Meta:
        verbose_name = _("Prüfung")
        verbose_name_plural = _("Prüfungen")
        ordering = ["-geprueft_am", "-id"]
        indexes = [models.Index(fields=["angebot", "gruppe", "geprueft_am"], name="pruefung_je_gruppe")]

    def __str__(self) -> str:
        return f"{self.get_gruppe_display()}, {self.geprueft_am:%d.%m.%Y}"


class Pruefrhythmus(models.Model):
    """How long a kind of offer counts as checked, in days; the settings say it for all kinds without a row.

    An empty bereich or format stands for all of them. Where several rows fit, the one that names both counts, then
    the one that names the format.
    """

    bereich = models.CharField(_("Bereich"), max_length=20, choices=Bereich, blank=True, help_text=_("leer = beide"))
    format = models.CharField(_("Form"), max_length=20, choices=Format, blank=True, help_text=_("leer = alle Formen"))
    hinweis_tage = models.PositiveSmallIntegerField(
        _("Hinweis nach … Tagen"), help_text=_("danach steht dabei, dass die Prüfung länger her ist")
    )
    frist_tage = models.PositiveSmallIntegerField(
        _("ausgeblendet nach … Tagen"), help_text=_("danach steht das Angebot nicht mehr in Suche und Druck")
    )

    class Meta:
        verbose_name = _("Prüfrhythmus")
        verbose_name_plural = _("Prüfrhythmen")
        ordering = ["bereich", "format"]
        constraints = [
            models.UniqueConstraint(
                fields=["bereich", "format"],
                name="pruefrhythmus_einmalig",
                violation_error_message=_("Für diese Angebote gibt es schon einen Prüfrhythmus."),
            ),
            models.CheckConstraint(
                condition=~Q(bereich="", format=""),
                name="pruefrhythmus_mit_art",
                violation_error_message=_(
                    "Bitte Bereich oder Form angeben. Was für alle Angebote gilt, steht in den Einstellungen."
                ),
            ),
            models.CheckConstraint(
                condition=Q(hinweis_tage__gte=1, frist_tage__gt=F("hinweis_tage")),
                name="pruefrhythmus_hinweis_vor_frist",
                violation_error_message=_(
                    "Der Hinweis kommt nach mindestens einem Tag, und ausgeblendet wird erst später als er."
                ),
            ),
        ]

    def __str__(self) -> str:
        teile = (self.get_bereich_display(), self.get_format_display())
        return ", ".join(str(teil) for teil in teile if teil)
