"""The facet values of an offer: one row per group and value, derived, so that filtering and counting are plain SQL."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from angebote.models.angebot import Angebot
from angebote.models.suchbestand import Gruppe


class Suchmerkmal(models.Model):
    """Written only by domain/suchmerkmale.py; zeitlage is "vereinbarung" or "unbekannt" where an offer has such times.

    offen names what nobody knows: "kosten" (then the offer has no kosten row), or a value of barrierefrei it lacks.

    An offer without a place has one kiez row for every Kiez of its catchment area, so that it is found like any other.
    """

    angebot = models.ForeignKey(Angebot, models.CASCADE, verbose_name=_("Angebot"), related_name="suchmerkmale")
    gruppe = models.CharField(_("Gruppe"), max_length=12, choices=Gruppe)
    wert = models.CharField(_("Wert"), max_length=80)

    class Meta:
        verbose_name = _("Suchmerkmal")
        verbose_name_plural = _("Suchmerkmale")
        constraints = [
            # This order serves both questions: which offers have this value, and which values has this offer.
            models.UniqueConstraint(fields=["gruppe", "wert", "angebot"], name="suchmerkmal_einmalig")
        ]
        indexes = [models.Index(fields=["angebot", "gruppe", "wert"], name="suchmerkmal_je_angebot")]

    def __str__(self) -> str:
        return f"{self.gruppe}={self.wert}"
