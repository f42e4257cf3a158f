"""What the Bezirksamt tells the BVV about a Drucksache: texts and figures, frozen on one day (M27, adr/0026)."""

from __future__ import annotations

import json
from datetime import date
from hashlib import sha256
from typing import Any, Self

from django.conf import settings
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.fields.json import KT
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from angebote.models.angebot import TEXT_HOECHSTENS
from angebote.models.verlauf import build_verlauf
from konzept.choices import Abweichung, Berichtsart, Berichtsstatus
from konzept.models.fest_nach_einfrieren import FestNachEinfrieren
from konzept.models.konzept import Drucksache, Komponente
from pankow_einsamkeit.models import Konto


class BerichtQuerySet(models.QuerySet["Bericht"]):
    def zur_freigabe(self, konto: Konto) -> Self:
        """Frozen by anybody but this person (adr/0029)."""
        return self.filter(status=Berichtsstatus.EINGEFROREN).exclude(eingefroren_von=konto)

    def als_liste(self) -> Self:
        """The content unread. nummer_angabe, titel_angabe: of the Drucksache, as frozen where the report is."""
        angaben = {
            f"{name}_angabe": Coalesce(
                KT(f"abbild__drucksache__{name}"), F(f"drucksache__{name}"), output_field=models.TextField()
            )
            for name in ("nummer", "titel")
        }
        berichte = self.select_related("drucksache", "berichtigt").defer("abbild", "berichtigt__abbild")
        return berichte.annotate(**angaben)


class Bericht(models.Model):
    """Never deleted. From freezing on only `abbild` speaks: the texts here and in its sections are no longer read."""

    verlauf_teile = ("abschnitte",)

    drucksache = models.ForeignKey(Drucksache, models.PROTECT, verbose_name=_("Drucksache"), related_name="berichte")
    art = models.CharField(_("Art"), max_length=20, choices=Berichtsart, default=Berichtsart.ZWISCHENBERICHT)
    status = models.CharField(_("Status"), max_length=20, choices=Berichtsstatus, default=Berichtsstatus.ENTWURF)
    # "was written again because of": a released report is not changed, a new one corrects it.
    berichtigt = models.ForeignKey(
        "self",
        models.PROTECT,
        verbose_name=_("berichtigt den Bericht"),
        related_name="berichtigungen",
        null=True,
        blank=True,
    )
    einleitung = models.TextField(_("Einleitung"), blank=True, validators=[MaxLengthValidator(TEXT_HOECHSTENS)])
    ausblick = models.TextField(_("Ausblick"), blank=True, validators=[MaxLengthValidator(TEXT_HOECHSTENS)])
    # Counts the savings of the draft, so that nobody overwrites what somebody else has saved in between.
    fassung = models.PositiveIntegerField(_("Fassung des Entwurfs"), default=0, editable=False)
    angelegt_am = models.DateTimeField(_("angelegt am"), editable=False)

    # Set by domain/berichte.py alone; the history tells them, so they count as fields that somebody edits.
    stichtag = models.DateField(_("Stichtag"), null=True, blank=True)
    # Figures and finished sentences, plain data; `form` in it counts up when its shape changes.
    abbild = models.JSONField(_("eingefrorener Inhalt"), null=True, blank=True, editable=False)
    # SHA-256 of `abbild`; the history keeps it, as it does not keep the content.
    pruefsumme = models.CharField(_("Prüfsumme (SHA-256)"), max_length=64, blank=True, editable=False)
    eingefroren_am = models.DateTimeField(_("eingefroren am"), null=True, blank=True)
    eingefroren_von = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("eingefroren von"),
        related_name="eingefrorene_berichte",
        null=True,
        blank=True,
        editable=False,
    )
    freigegeben_am = models.DateTimeField(_("freigegeben am"), null=True, blank=True)
    freigegeben_von = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("freigegeben von"),
        related_name="freigegebene_berichte",
        null=True,
        blank=True,
        editable=False,
    )
    verworfen_weil = models.CharField(_("verworfen, weil"), max_length=300, blank=True)

    verlauf = build_verlauf("Bericht", excluded_fields=("abbild",))
    objects = BerichtQuerySet.as_manager()

    class Meta:
        verbose_name = _("Bericht")
        verbose_name_plural = _("Berichte")
        ordering = ["-angelegt_am", "-pk"]
        permissions = [("release_bericht", _("Berichte freigeben, die jemand anderes eingefroren hat"))]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    abbild__isnull=True,
                    stichtag__isnull=True,
                    eingefroren_am__isnull=True,
                    status__in=(Berichtsstatus.ENTWURF, Berichtsstatus.VERWORFEN),
                )
                | Q(
                    ~Q(status=Berichtsstatus.ENTWURF),
                    abbild__isnull=False,
                    stichtag__isnull=False,
                    eingefroren_am__isnull=False,
                ),
                name="bericht_eingefroren_mit_abbild",
                violation_error_message=_(
                    "Ein eingefrorener Bericht hat Stichtag und Inhalt, ein Entwurf keines davon."
                ),
            ),
            models.CheckConstraint(
                condition=Q(abbild__isnull=True, pruefsumme="") | Q(Q(abbild__isnull=False), ~Q(pruefsumme="")),
                name="bericht_abbild_mit_pruefsumme",
                violation_error_message=_("Genau die eingefrorenen Berichte haben eine Prüfsumme."),
            ),
            FestNachEinfrieren(
                name="bericht_fest_nach_einfrieren",
                violation_error_message=_("Ein eingefrorener Bericht darf nicht geändert oder gelöscht werden."),
            ),
            models.CheckConstraint(
                condition=Q(status=Berichtsstatus.FREIGEGEBEN, freigegeben_am__isnull=False)
                | (~Q(status=Berichtsstatus.FREIGEGEBEN) & Q(freigegeben_am__isnull=True)),
                name="bericht_freigegeben_mit_tag",
                violation_error_message=_("Genau die freigegebenen Berichte haben einen Tag der Freigabe."),
            ),
            models.CheckConstraint(
                condition=~Q(freigegeben_von=F("eingefroren_von")),
                name="bericht_zu_zweit",
                violation_error_message=_("Wer einen Bericht eingefroren hat, gibt ihn nicht selbst frei."),
            ),
            models.UniqueConstraint(
                fields=["berichtigt"],
                condition=Q(status__in=(Berichtsstatus.ENTWURF, Berichtsstatus.EINGEFROREN)),
                name="bericht_eine_offene_berichtigung",
                violation_error_message=_("An einer Berichtigung dieses Berichts wird schon gearbeitet."),
            ),
            models.CheckConstraint(
                condition=Q(stichtag__isnull=True) | Q(stichtag__range=(date(2000, 1, 1), date(2099, 12, 31))),
                name="bericht_stichtag_im_rahmen",
                violation_error_message=_("Bitte prüfen Sie das Jahr des Stichtags. Möglich ist 2000 bis 2099."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_art_display()} {self.nummer}"

    def get_absolute_url(self) -> str:
        return reverse("konzept:bericht-detail", kwargs={"pk": self.pk})

    @property
    def ist_entwurf(self) -> bool:
        return self.status == Berichtsstatus.ENTWURF

    @property
    def nummer(self) -> str:
        """Of its Drucksache; of a frozen report as it was then. Reads `abbild`: lists use als_liste()."""
        return str(self.abbild["drucksache"]["nummer"]) if self.abbild else self.drucksache.nummer

    @property
    def dokument(self) -> dict[str, Any] | None:
        """The finished sentences of a frozen report."""
        return self.abbild["dokument"] if self.abbild else None

    @property
    def ist_unversehrt(self) -> bool:
        """Whether the content is what was frozen."""
        return self.abbild is None or compute_pruefsumme(self.abbild) == self.pruefsumme


def compute_pruefsumme(abbild: dict[str, Any]) -> str:
    """SHA-256 in hex. The same whatever the order in which a database keeps the keys."""
    text = json.dumps(abbild, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()


class Berichtsabschnitt(models.Model):
    """What a report says about one component in words of staff (section 13 BezVG: reasons, alternatives)."""

    verlauf_bezug = "bericht"

    bericht = models.ForeignKey(Bericht, models.CASCADE, verbose_name=_("Bericht"), related_name="abschnitte")
    komponente = models.ForeignKey(
        Komponente, models.PROTECT, verbose_name=_("Komponente"), related_name="berichtsabschnitte"
    )
    getan = models.TextField(_("Was getan wurde"), blank=True, validators=[MaxLengthValidator(TEXT_HOECHSTENS)])
    abweichung = models.CharField(
        _("Abweichungen vom Ersuchen"), max_length=10, choices=Abweichung, default=Abweichung.OFFEN
    )
    nicht_umgesetzt = models.TextField(
        _("Nicht umgesetzt, weil"), blank=True, validators=[MaxLengthValidator(TEXT_HOECHSTENS)]
    )
    alternativen = models.TextField(
        _("Geprüfte Alternativen"), blank=True, validators=[MaxLengthValidator(TEXT_HOECHSTENS)]
    )

    verlauf = build_verlauf("Berichtsabschnitt")

    class Meta:
        verbose_name = _("Berichtsabschnitt")
        verbose_name_plural = _("Berichtsabschnitte")
        ordering = ["komponente__reihenfolge"]
        constraints = [
            models.UniqueConstraint(
                fields=["bericht", "komponente"],
                name="berichtsabschnitt_einmalig",
                violation_error_message=_("Zu dieser Komponente gibt es in diesem Bericht schon einen Abschnitt."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.bericht}: {self.komponente}"
