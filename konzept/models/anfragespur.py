"""What has happened with a request: who took part, what was decided, and every step.

All of it is only added. The database itself refuses to change or delete it (migrations 0005_kooperation and
0013_kooperationsfolge), so accounts that took a step stay as well: they can be deactivated, not deleted.
"""

from __future__ import annotations

from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from angebote.models.verlauf import build_verlauf
from konzept.models.kooperation import Kooperationsanfrage
from konzept.models.kooperationswerte import TEXTGRENZE, Anfragestatus, Beteiligungsart, Ergebnis, Stelle, Votum

BRAUCHT_TEXT = (Votum.AUFLAGEN, Votum.ABLEHNUNG)


class AnfragebeteiligungQuerySet(models.QuerySet["Anfragebeteiligung"]):
    def geltende(self, runde: int) -> Self:
        """At most one of each office: the latest word in this round."""
        return self.filter(runde=runde, berichtigung__isnull=True)


class Anfragebeteiligung(models.Model):
    """What one office said in one round (G9, G10). person: function or name; konto: who wrote it down.

    A correction is a row of its own, with a reason; what it corrects stays and counts no more.
    """

    verlauf_bezug: ClassVar[str] = "anfrage"

    anfrage = models.ForeignKey(
        Kooperationsanfrage, models.PROTECT, verbose_name=_("Anfrage"), related_name="beteiligungen"
    )
    runde = models.PositiveSmallIntegerField(_("Runde"))
    stelle = models.CharField(_("Stelle"), max_length=20, choices=Stelle)
    art = models.CharField(_("Beteiligung"), max_length=20, choices=Beteiligungsart)
    votum = models.CharField(_("Votum"), max_length=20, choices=Votum, blank=True)
    stellungnahme = models.TextField(_("Stellungnahme und Auflagen"), blank=True, validators=TEXTGRENZE)
    am = models.DateField(_("am"))
    person = models.CharField(_("durch"), max_length=160, help_text=_("Funktion oder Name."))
    konto = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("eingetragen von"), related_name="anfragebeteiligungen"
    )
    berichtigt = models.OneToOneField(
        "self", models.PROTECT, verbose_name=_("berichtigt"), related_name="berichtigung", null=True, blank=True
    )
    grund = models.TextField(
        _("Grund der Berichtigung"),
        blank=True,
        validators=TEXTGRENZE,
        help_text=_("Der bisherige Eintrag bleibt lesbar und gilt nicht mehr."),
    )

    verlauf = build_verlauf("Beteiligung")
    objects = AnfragebeteiligungQuerySet.as_manager()

    class Meta:
        verbose_name = _("Beteiligung")
        verbose_name_plural = _("Beteiligungen")
        ordering = ["runde", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["anfrage", "runde", "stelle"],
                condition=Q(berichtigt__isnull=True),
                name="anfragebeteiligung_eine_je_stelle",
                violation_error_message=_("Diese Stelle ist in dieser Runde schon beteiligt."),
            ),
            models.CheckConstraint(
                condition=Q(berichtigt__isnull=True, grund="") | Q(~Q(grund=""), berichtigt__isnull=False),
                name="anfragebeteiligung_berichtigung_mit_grund",
                violation_error_message=_("Genau die Berichtigungen haben einen Grund."),
            ),
            models.CheckConstraint(
                condition=~Q(votum__in=BRAUCHT_TEXT) | ~Q(stellungnahme=""),
                name="anfragebeteiligung_auflagen_mit_text",
                violation_error_message=_("Auflagen und eine Ablehnung brauchen einen Text."),
            ),
            models.CheckConstraint(
                condition=~Q(stelle=Stelle.DATENSCHUTZ) | Q(art=Beteiligungsart.VOTUM),
                name="anfragebeteiligung_datenschutz_votiert",
                violation_error_message=_("Der Datenschutz gibt ein Votum ab; informiert sein genügt nicht."),
            ),
            models.CheckConstraint(
                condition=Q(art=Beteiligungsart.VOTUM, votum__in=Votum.values)
                | Q(art=Beteiligungsart.INFORMIERT, votum=""),
                name="anfragebeteiligung_votum_nur_bei_votum",
                violation_error_message=_("Ein Votum braucht ein Ergebnis, eine Information hat keines."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_stelle_display()}: {self.get_art_display()}"


class Anfrageentscheidung(models.Model):
    """For this one case, with reasons (G3, G4). vergleichbare: the earlier decisions that were on the page."""

    anfrage = models.ForeignKey(
        Kooperationsanfrage, models.PROTECT, verbose_name=_("Anfrage"), related_name="entscheidungen"
    )
    ergebnis = models.CharField(_("Entscheidung"), max_length=20, choices=Ergebnis)
    gruende = models.TextField(_("Gründe"), validators=TEXTGRENZE)
    gleichbehandlung = models.TextField(
        _("Gleichbehandlung"),
        blank=True,
        help_text=_("Warum diese Entscheidung so ausfällt wie frühere, oder warum anders."),
        validators=TEXTGRENZE,
    )
    entschieden_von = models.CharField(_("entschieden von"), max_length=160, help_text=_("Funktion oder Name."))
    entschieden_am = models.DateField(_("entschieden am"))
    konto = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("eingetragen von"),
        related_name="anfrageentscheidungen",
    )
    vergleichbare = models.ManyToManyField(
        "self", verbose_name=_("verglichen mit"), symmetrical=False, related_name="spaetere", blank=True
    )

    class Meta:
        verbose_name = _("Entscheidung über eine Anfrage")
        verbose_name_plural = _("Entscheidungen über Anfragen")
        ordering = ["-entschieden_am", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ergebnis__in=Ergebnis.values),
                name="anfrageentscheidung_nur_einzelfall",
                violation_error_message=_("Entschieden wird ja, nein oder zurückgestellt, immer nur für diesen Fall."),
            ),
            models.CheckConstraint(
                condition=~Q(gruende=""),
                name="anfrageentscheidung_mit_gruenden",
                violation_error_message=_("Eine Entscheidung braucht Gründe."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.anfrage}: {self.get_ergebnis_display()}"


class Anfrageschritt(models.Model):
    """One step of a request through its states. von is empty for the first."""

    anfrage = models.ForeignKey(Kooperationsanfrage, models.PROTECT, verbose_name=_("Anfrage"), related_name="schritte")
    von = models.CharField(_("von"), max_length=20, choices=Anfragestatus, blank=True)
    nach = models.CharField(_("nach"), max_length=20, choices=Anfragestatus)
    konto = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("wer"), related_name="anfrageschritte"
    )
    am = models.DateTimeField(_("wann"))
    grund = models.TextField(_("Grund"), blank=True, validators=TEXTGRENZE)

    class Meta:
        verbose_name = _("Schritt einer Anfrage")
        verbose_name_plural = _("Schritte von Anfragen")
        ordering = ["am", "pk"]

    def __str__(self) -> str:
        return f"{self.get_von_display()} → {self.get_nach_display()}" if self.von else self.get_nach_display()
