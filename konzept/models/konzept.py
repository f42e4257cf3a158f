"""What the concept is made of: its three components, its versions, and the papers of the BVV it answers."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from angebote.models.angebot import TEXT_HOECHSTENS
from angebote.models.verlauf import build_verlauf
from konzept.choices import Drucksachenstatus, Komponentenart, Konzeptstatus
from konzept.models.tagesgrenzen import check_jahr

BESCHLOSSEN = (Drucksachenstatus.BESCHLOSSEN, Drucksachenstatus.ERLEDIGT)
OHNE_FOLGE = (Drucksachenstatus.ABGELEHNT, Drucksachenstatus.ZURUECKGEZOGEN)


class Komponente(models.Model):
    """Exactly three, made by migration; a fourth or a second of one kind is impossible."""

    art = models.CharField(_("Komponente"), max_length=20, choices=Komponentenart, unique=True)
    name = models.CharField(_("Name"), max_length=80)
    auftrag = models.TextField(
        _("Auftrag"), help_text=_("Worum es geht, in zwei Sätzen."), validators=[MaxLengthValidator(TEXT_HOECHSTENS)]
    )
    reihenfolge = models.PositiveSmallIntegerField(_("Reihenfolge"))

    verlauf = build_verlauf("Komponente")

    class Meta:
        verbose_name = _("Komponente")
        verbose_name_plural = _("Komponenten")
        ordering = ["reihenfolge"]
        constraints = [
            models.CheckConstraint(
                condition=Q(art__in=Komponentenart.values),
                name="komponente_eine_von_dreien",
                violation_error_message=_("Es gibt genau drei Komponenten."),
            )
        ]

    def __str__(self) -> str:
        return self.name


class KonzeptQuerySet(models.QuerySet["Konzept"]):
    def gueltig(self) -> Self:
        """At most one."""
        return self.filter(status=Konzeptstatus.GUELTIG)


class Konzept(models.Model):
    """One version of the written concept (M1)."""

    version = models.CharField(_("Version"), max_length=20, unique=True, help_text=_("zum Beispiel 1.0"))
    titel = models.CharField(_("Titel"), max_length=160)
    status = models.CharField(_("Status"), max_length=20, choices=Konzeptstatus, default=Konzeptstatus.ENTWURF)
    stand = models.DateField(_("Stand"), validators=[check_jahr])
    zusammenfassung = models.TextField(
        _("Zusammenfassung"), blank=True, validators=[MaxLengthValidator(TEXT_HOECHSTENS)]
    )

    verlauf = build_verlauf("Konzept")
    objects = KonzeptQuerySet.as_manager()

    class Meta:
        verbose_name = _("Konzept")
        verbose_name_plural = _("Konzepte")
        ordering = ["-stand", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["status"],
                condition=Q(status=Konzeptstatus.GUELTIG),
                name="konzept_hoechstens_eines_gueltig",
                violation_error_message=_("Es gilt schon eine Version. Bitte setzen Sie diese zuerst auf „abgelöst“."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.titel} {self.version}"


class DrucksacheQuerySet(models.QuerySet["Drucksache"]):
    def verfolgte(self) -> Self:
        """Neither rejected nor withdrawn: of those nothing follows."""
        return self.exclude(status__in=OHNE_FOLGE)

    def bericht_bis_zum(self, tag: date) -> Self:
        """Whose report is due on that day or before it and not settled."""
        return self.verfolgte().filter(bericht_bis__lte=tag).exclude(status=Drucksachenstatus.ERLEDIGT)


class Drucksache(models.Model):
    """A paper of the BVV. Its status is what staff have entered; nothing is concluded from it."""

    nummer = models.CharField(_("Nummer"), max_length=20, unique=True, help_text=_("zum Beispiel IX-1179"))
    titel = models.CharField(_("Titel"), max_length=200)
    status = models.CharField(
        _("Status"), max_length=20, choices=Drucksachenstatus, default=Drucksachenstatus.EINGEBRACHT
    )
    eingebracht_am = models.DateField(_("eingebracht am"), null=True, blank=True, validators=[check_jahr])
    beschlossen_am = models.DateField(_("beschlossen am"), null=True, blank=True, validators=[check_jahr])
    bericht_bis = models.DateField(_("Bericht an die BVV bis"), null=True, blank=True, validators=[check_jahr])
    ersuchen = models.TextField(
        _("Ersuchen"),
        blank=True,
        help_text=_("Was das Bezirksamt tun soll, in eigenen Worten."),
        validators=[MaxLengthValidator(TEXT_HOECHSTENS)],
    )
    quelle = models.CharField(_("Quelle"), max_length=300, blank=True)

    verlauf = build_verlauf("Drucksache")
    objects = DrucksacheQuerySet.as_manager()

    class Meta:
        verbose_name = _("Drucksache")
        verbose_name_plural = _("Drucksachen")
        ordering = ["nummer"]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=BESCHLOSSEN, beschlossen_am__isnull=False)
                | (~Q(status__in=BESCHLOSSEN) & Q(beschlossen_am__isnull=True)),
                name="drucksache_beschlossen_mit_tag",
                violation_error_message=_("Genau die beschlossenen Drucksachen haben einen Tag des Beschlusses."),
            ),
            models.CheckConstraint(
                condition=Q(eingebracht_am__isnull=True)
                | Q(beschlossen_am__isnull=True)
                | Q(beschlossen_am__gte=F("eingebracht_am")),
                name="drucksache_erst_eingebracht",
                violation_error_message=_("Beschlossen wird eine Drucksache nicht, ehe sie eingebracht ist."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.nummer} {self.titel}"

    @property
    def wartet_auf_bericht(self) -> bool:
        """As bericht_bis_zum: of what was rejected or withdrawn nothing follows, and what is settled is told."""
        return self.bericht_bis is not None and self.status not in {*OHNE_FOLGE, Drucksachenstatus.ERLEDIGT}
