"""Who answers for the concept or for one of its components, and from when to when (M7, M8)."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from angebote.models.verlauf import build_verlauf
from konzept.choices import Anzeige
from konzept.models.geschaeftsbereich import Geschaeftsbereich
from konzept.models.keine_ueberschneidung import KeineUeberschneidung
from konzept.models.konzept import Komponente
from konzept.models.tagesgrenzen import check_jahr


class ZustaendigkeitQuerySet(models.QuerySet["Zustaendigkeit"]):
    def am(self, tag: date) -> Self:
        """In office on that day; both ends count."""
        return self.filter(Q(bis__isnull=True) | Q(bis__gte=tag), von__lte=tag)

    def ab(self, tag: date) -> Self:
        """In office on that day, or later."""
        return self.filter(Q(bis__isnull=True) | Q(bis__gte=tag))

    def hauptverantwortliche(self) -> Self:
        return self.filter(ist_haupt=True)


class Zustaendigkeit(models.Model):
    """Rows of the past stay: who was responsible is part of every report. komponente None: the whole concept."""

    komponente = models.ForeignKey(
        Komponente,
        models.PROTECT,
        verbose_name=_("Komponente"),
        related_name="zustaendigkeiten",
        null=True,
        blank=True,
        help_text=_("Leer: das gesamte Konzept."),
    )
    ist_haupt = models.BooleanField(_("hauptverantwortlich"), default=True)
    person = models.CharField(_("Name"), max_length=120, blank=True)
    konto = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("Konto"),
        related_name="zustaendigkeiten",
        null=True,
        blank=True,
    )
    funktion = models.CharField(_("Funktion"), max_length=160)
    geschaeftsbereich = models.ForeignKey(
        Geschaeftsbereich, models.PROTECT, verbose_name=_("Geschäftsbereich"), related_name="zustaendigkeiten"
    )
    von = models.DateField(_("von"), validators=[check_jahr])
    bis = models.DateField(
        _("bis"), null=True, blank=True, help_text=_("Der letzte Tag. Leer: bis auf Weiteres."), validators=[check_jahr]
    )
    vertretung_person = models.CharField(_("Vertretung: Name"), max_length=120, blank=True)
    vertretung_funktion = models.CharField(_("Vertretung: Funktion"), max_length=160, blank=True)
    anzeige = models.CharField(_("öffentlich zeigen"), max_length=20, choices=Anzeige, default=Anzeige.FUNKTION)
    telefon = models.CharField(_("Telefon, dienstlich"), max_length=40, blank=True)
    email = models.EmailField(_("E-Mail, dienstlich"), blank=True)
    email_zeigen = models.BooleanField(
        _("E-Mail öffentlich zeigen"), default=False, help_text=_("Am besten ein Postfach der Stelle, ohne Namen.")
    )

    verlauf = build_verlauf("Zuständigkeit")
    objects = ZustaendigkeitQuerySet.as_manager()

    class Meta:
        verbose_name = _("Zuständigkeit")
        verbose_name_plural = _("Zuständigkeiten")
        ordering = [F("komponente__reihenfolge").asc(nulls_first=True), "-ist_haupt", "-von", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(bis__isnull=True) | Q(bis__gte=F("von")),
                name="zustaendigkeit_ende_nach_beginn",
                violation_error_message=_("Das Ende liegt vor dem Beginn."),
            ),
            KeineUeberschneidung(
                name="zustaendigkeit_eine_haupt",
                violation_error_message=_(
                    "In dieser Zeit ist dafür schon jemand hauptverantwortlich. Beenden Sie diese Zuständigkeit zuerst."
                ),
            ),
            models.CheckConstraint(
                condition=~Q(anzeige=Anzeige.NAME) | ~Q(person=""),
                name="zustaendigkeit_name_zum_zeigen",
                violation_error_message=_("Um den Namen zu zeigen, muss er eingetragen sein."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.funktion}: {self.komponente or _('gesamtes Konzept')}"

    @property
    def ist_stillgelegt(self) -> bool:
        """Whoever was entered has left: the account is closed."""
        return self.konto is not None and not self.konto.is_active

    def gilt_am(self, tag: date) -> bool:
        """Both ends count."""
        return self.von <= tag and (self.bis is None or self.bis >= tag)
