from __future__ import annotations

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from angebote.choices import Mitmachzeit
from angebote.models.angebot import Angebot
from angebote.models.verlauf import build_verlauf


class MitmachrolleQuerySet(models.QuerySet["Mitmachrolle"]):
    def gesucht(self, heute: date) -> Self:
        """Somebody is still wanted on that day; says nothing of the offer itself."""
        return self.filter(Q(gesucht_bis__isnull=True) | Q(gesucht_bis__gte=heute))

    def oeffentlich(self, heute: date) -> Self:
        """What the public may see: wanted, and of a public offer."""
        return self.gesucht(heute).filter(angebot__in=Angebot.objects.oeffentlich(heute))


class Mitmachrolle(models.Model):
    """What somebody could do to help at an offer (S13, F38). Nothing is stored of those who ask about it."""

    angebot = models.ForeignKey(Angebot, models.CASCADE, verbose_name=_("Angebot"), related_name="mitmachrollen")
    aufgabe = models.CharField(
        _("Aufgabe"),
        max_length=80,
        help_text=_("Was man tut, zum Beispiel „Kaffee ausschenken“ oder „Mit jemandem spazieren gehen“."),
    )
    beschreibung = models.CharField(
        _("Was dazugehört"), max_length=400, blank=True, help_text=_("ein bis drei kurze Sätze")
    )
    zeitart = models.CharField(_("Wie oft?"), max_length=12, choices=Mitmachzeit)
    zeitaufwand = models.CharField(
        _("Wie viel Zeit?"), max_length=120, help_text=_("zum Beispiel „2 Stunden in der Woche, dienstags“")
    )
    voraussetzungen = models.CharField(
        _("Was man mitbringen muss"),
        max_length=200,
        blank=True,
        help_text=_("Braucht es nichts, schreiben Sie das hin: „keine Vorkenntnisse“. Leer heißt: nicht bekannt."),
    )
    begleitung = models.CharField(
        _("Wer führt ein?"),
        max_length=200,
        blank=True,
        help_text=_("zum Beispiel „Das Team zeigt Ihnen alles, beim ersten Mal sind Sie zu zweit.“"),
    )
    telefon = models.CharField(
        _("Telefon"), max_length=40, blank=True, help_text=_("leer = der Kontakt des Angebots; keine privaten Nummern")
    )
    email = models.EmailField(_("E-Mail"), blank=True)
    gesucht_bis = models.DateField(
        _("Gesucht bis"), null=True, blank=True, help_text=_("leer = bis auf Weiteres; danach verschwindet die Aufgabe")
    )
    geprueft_am = models.DateField(_("zuletzt geprüft am"), null=True, blank=True)

    objects = MitmachrolleQuerySet.as_manager()
    verlauf = build_verlauf("Aufgabe zum Mitmachen")

    class Meta:
        verbose_name = _("Aufgabe zum Mitmachen")
        verbose_name_plural = _("Aufgaben zum Mitmachen")
        ordering = ["aufgabe", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["angebot", "aufgabe"],
                name="mitmachrolle_einmalig",
                violation_error_message=_("Diese Aufgabe steht schon da."),
            ),
            models.CheckConstraint(
                condition=~Q(zeitaufwand=""),
                name="mitmachrolle_mit_zeitaufwand",
                violation_error_message=_("Bitte angeben, wie viel Zeit die Aufgabe braucht."),
            ),
        ]

    def __str__(self) -> str:
        return self.aufgabe

    def ist_gesucht(self, heute: date) -> bool:
        """As MitmachrolleQuerySet.gesucht, for a role that is loaded already."""
        return self.gesucht_bis is None or self.gesucht_bis >= heute
