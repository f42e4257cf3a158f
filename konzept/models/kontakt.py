"""How somebody outside can be reached, on what basis, and whether that was taken back (P6, F32)."""

from __future__ import annotations

from typing import Self, TypeVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from konzept.choices import Kontaktgrundlage
from konzept.models.tagesgrenzen import check_jahr

Modell = TypeVar("Modell", bound=models.Model)
OHNE_KONTAKT = Q(kontakt_funktion="", telefon="", email="", anschrift="")


class KontaktQuerySet(models.QuerySet[Modell]):
    def ansprechbare(self) -> Self:
        """Whose contact was not taken back. Everything that shows, counts or hands out contacts begins here."""
        return self.filter(widerrufen_am__isnull=True)

    def widerrufene(self) -> Self:
        """Only to be counted."""
        return self.filter(widerrufen_am__isnull=False)


class Kontaktangabe(models.Model):
    """A function, never a person. What was taken back is erased by domain/kontaktwiderruf.py, in old rows too."""

    kontakt_funktion = models.CharField(
        _("Ansprechstelle"), max_length=160, blank=True, help_text=_("Die Funktion, zum Beispiel „Praxisleitung“.")
    )
    telefon = models.CharField(_("Telefon, dienstlich"), max_length=40, blank=True)
    email = models.EmailField(_("E-Mail, dienstlich"), blank=True)
    anschrift = models.CharField(
        _("Anschrift des Hauses"), max_length=200, blank=True, help_text=_("Für Material. Nie eine private Anschrift.")
    )
    grundlage = models.CharField(
        _("Grundlage"), max_length=20, choices=Kontaktgrundlage, blank=True, help_text=_("Warum wir das speichern.")
    )
    grundlage_am = models.DateField(_("Grundlage vom"), null=True, blank=True, validators=[check_jahr])
    textfassung = models.CharField(
        _("Fassung des Einwilligungstextes"), max_length=40, blank=True, help_text=_("zum Beispiel 2026-11")
    )
    widerrufen_am = models.DateField(_("widerrufen am"), null=True, blank=True, editable=False)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=OHNE_KONTAKT | ~Q(grundlage=""),
                name="%(class)s_kontakt_mit_grundlage",
                violation_error_message=_("Ein Kontakt braucht eine Grundlage: Einwilligung, Vertrag oder öffentlich."),
            ),
            models.CheckConstraint(
                condition=~Q(grundlage=Kontaktgrundlage.EINWILLIGUNG)
                | (Q(grundlage_am__isnull=False) & ~Q(textfassung="")),
                name="%(class)s_einwilligung_belegt",
                violation_error_message=_("Eine Einwilligung braucht ihren Tag und die Fassung des Textes."),
            ),
            models.CheckConstraint(
                condition=Q(widerrufen_am__isnull=True) | OHNE_KONTAKT,
                name="%(class)s_widerrufen_ohne_kontakt",
                violation_error_message=_("Dieser Kontakt wurde widerrufen und darf nicht mehr hier stehen."),
            ),
        ]

    @property
    def hat_kontakt(self) -> bool:
        return any((self.kontakt_funktion, self.telefon, self.email, self.anschrift))
