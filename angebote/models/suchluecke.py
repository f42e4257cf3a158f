"""What people looked for and did not find, as bare counts (peers.md request 19)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from angebote.choices import Tageszeit


class Suchluecke(models.Model):
    """How often somebody said "this is missing here" in one month. No text, no address, nothing finer than a month.

    kiez and kategorie are slugs, empty where none was chosen: one row per combination, also where parts are empty.
    """

    monat = models.CharField(_("Monat"), max_length=7, help_text=_("Jahr und Monat, zum Beispiel 2026-11"))
    kiez = models.SlugField(_("Kiez"), max_length=80, blank=True)
    kategorie = models.SlugField(_("Was"), blank=True)
    tageszeit = models.CharField(_("Tageszeit"), max_length=10, choices=Tageszeit, blank=True)
    anzahl = models.PositiveIntegerField(_("Anzahl"), default=0)

    class Meta:
        verbose_name = _("Suchlücke")
        verbose_name_plural = _("Gesucht und nicht gefunden")
        ordering = ["-monat", "-anzahl", "kiez", "kategorie"]
        constraints = [
            models.UniqueConstraint(
                fields=["monat", "kiez", "kategorie", "tageszeit"],
                name="suchluecke_einmalig",
                violation_error_message=_("Diese Zählung gibt es schon."),
            ),
            models.CheckConstraint(
                condition=models.Q(monat__regex=r"^\d{4}-(0[1-9]|1[0-2])$"),
                name="suchluecke_monat_form",
                violation_error_message=_("Bitte Jahr und Monat angeben, zum Beispiel 2026-11."),
            ),
        ]

    def __str__(self) -> str:
        return " · ".join(teil for teil in (self.monat, self.kiez, self.kategorie, self.tageszeit) if teil)
