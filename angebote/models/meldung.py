"""What visitors report: "Stimmt etwas nicht?" and barriers of the website, as little as is needed to act on it."""

from __future__ import annotations

import secrets
from datetime import date, timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual
from django.utils.translation import gettext_lazy as _

from angebote.choices import Meldungsart, Meldungsstatus
from angebote.models.angebot import KURZ_ID_ALPHABET, Angebot
from pankow_einsamkeit.models import Konto

TEXT_LAENGE = 2000  # characters
KENNUNG_GRUPPEN = (2, 4)  # letters: 29 to the power of six numbers, in groups that one can read aloud


def generate_kennung() -> str:
    """Such as "mb-4k7x"; nobody can guess one from another."""
    gruppen = ["".join(secrets.choice(KURZ_ID_ALPHABET) for _zeichen in range(laenge)) for laenge in KENNUNG_GRUPPEN]
    return "-".join(gruppen)


class MeldungQuerySet(models.QuerySet["Meldung"]):
    def offene(self) -> Self:
        """Not settled yet, whether somebody works on it or not."""
        return self.exclude(status=Meldungsstatus.ERLEDIGT)

    def ueberfaellig(self, heute: date) -> Self:
        return self.offene().filter(faellig_am__lt=heute)

    def faellig_bis(self, tag: date) -> Self:
        """Open and due on that day or before it, so the overdue ones too."""
        return self.offene().filter(faellig_am__lte=tag)

    def zu_loeschen(self, heute: date) -> Self:
        """Settled MELDUNG_LOESCHEN_TAGE ago or earlier: nobody needs the text and the contact any more (P5)."""
        return self.filter(erledigt_am__lte=heute - timedelta(days=settings.MELDUNG_LOESCHEN_TAGE))


class Meldung(models.Model):
    """One report. Days, no times: when exactly somebody wrote tells nothing about what is wrong.

    seite: the path alone. What stands behind the question mark can be health data and is never stored.
    """

    kennung = models.CharField(
        _("Nummer der Meldung"),
        max_length=sum(KENNUNG_GRUPPEN) + len(KENNUNG_GRUPPEN) - 1,
        unique=True,
        default=generate_kennung,
        editable=False,
    )
    art = models.CharField(_("Art"), max_length=20, choices=Meldungsart)
    seite = models.CharField(_("Seite"), max_length=200, blank=True)
    angebot = models.ForeignKey(
        Angebot, models.SET_NULL, verbose_name=_("Angebot"), related_name="meldungen", null=True, blank=True
    )
    text = models.TextField(_("Text"))
    antwort_an = models.CharField(_("Antwort an"), max_length=120, blank=True)
    status = models.CharField(_("Status"), max_length=20, choices=Meldungsstatus, default=Meldungsstatus.OFFEN)
    eingegangen_am = models.DateField(_("eingegangen am"))
    faellig_am = models.DateField(_("zu erledigen bis"))
    erledigt_am = models.DateField(_("erledigt am"), null=True, blank=True)
    ergebnis = models.CharField(
        _("Ergebnis"),
        max_length=300,
        blank=True,
        help_text=_("Kurz und intern: was Sie getan haben. Bitte keine Namen und nichts über die Gesundheit."),
    )
    zustaendig = models.ForeignKey(
        Konto,
        models.SET_NULL,
        verbose_name=_("zuständig"),
        related_name="meldungen",
        null=True,
        blank=True,
    )

    objects = MeldungQuerySet.as_manager()

    class Meta:
        verbose_name = _("Meldung")
        verbose_name_plural = _("Meldungen")
        ordering = [
            F("erledigt_am").desc(nulls_first=True),
            "faellig_am",
            "id",
        ]  # open ones first, the most urgent on top
        indexes = [models.Index(fields=["status", "faellig_am"], name="meldung_nach_frist")]
        constraints = [
            models.CheckConstraint(
                condition=Q(faellig_am__gte=F("eingegangen_am")),
                name="meldung_frist_nach_eingang",
                violation_error_message=_("Eine Meldung ist frühestens an dem Tag fällig, an dem sie eingeht."),
            ),
            models.CheckConstraint(
                condition=Q(
                    status=Meldungsstatus.ERLEDIGT,
                    erledigt_am__isnull=False,  # without it nothing is compared, which a database lets pass
                    erledigt_am__gte=F("eingegangen_am"),
                )
                | (~Q(status=Meldungsstatus.ERLEDIGT) & Q(erledigt_am__isnull=True)),
                name="meldung_erledigt_mit_tag",
                violation_error_message=_(
                    "Genau die erledigten Meldungen haben einen Tag, an dem sie erledigt wurden."
                ),
            ),
            models.CheckConstraint(
                condition=~Q(status=Meldungsstatus.ERLEDIGT) | ~Q(ergebnis=""),
                name="meldung_erledigt_mit_ergebnis",
                violation_error_message=_("Bitte schreiben Sie kurz auf, was Sie getan haben."),
            ),
            models.CheckConstraint(
                condition=Q(LessThanOrEqual(Length("text"), TEXT_LAENGE)) & ~Q(text=""),
                name="meldung_text_laenge",
                violation_error_message=_("Eine Meldung hat einen Text mit höchstens 2.000 Zeichen."),
            ),
            models.CheckConstraint(
                condition=Q(seite="") | (Q(seite__startswith="/") & ~Q(seite__contains="?")),
                name="meldung_seite_nur_pfad",
                violation_error_message=_("Von der Seite wird nur der Pfad gespeichert, ohne Suchwörter."),
            ),
        ]

    def __str__(self) -> str:
        return self.kennung


class Meldungszaehler(models.Model):
    """How many reports came in one hour from one address: a bound without a list of addresses.

    schluessel: a keyed hash of the address, another one every day; empty for all addresses together. Rows of past
    hours are deleted.
    """

    stunde = models.DateTimeField(_("Stunde"))
    schluessel = models.CharField(_("Schlüssel"), max_length=32, blank=True)
    anzahl = models.PositiveIntegerField(_("Anzahl"), default=0)

    class Meta:
        verbose_name = _("Zähler der Meldungen")
        verbose_name_plural = _("Zähler der Meldungen")
        ordering = ["stunde", "schluessel"]
        constraints = [
            models.UniqueConstraint(
                fields=["stunde", "schluessel"],
                name="meldungszaehler_einmalig",
                violation_error_message=_("Diese Zählung gibt es schon."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.stunde:%Y-%m-%d %H} Uhr: {self.anzahl}"
