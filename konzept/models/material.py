"""Letters and what goes with them: each version a row of its own, and who has released exactly that version (G11)."""

from __future__ import annotations

from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from konzept.models.dokument import Anfragedokument
from konzept.models.kooperation import Kooperationsanfrage
from konzept.models.kooperationswerte import TEXTGRENZE, Materialart, Stelle

FREIGEBENDE = (Stelle.DATENSCHUTZ, Stelle.PRESSE)


class AnfragematerialQuerySet(models.QuerySet["Anfragematerial"]):
    def vorhandene(self) -> Self:
        """Those that count: their files were not erased."""
        return self.filter(dokument__loeschung=None)


class Anfragematerial(models.Model):
    """Only added. What G12 and G13 ask of a letter is answered for each version anew."""

    TONFRAGEN: ClassVar = ("ton_wertschaetzend", "ton_fuersorglich", "ton_verstaendlich", "ton_ohne_zuschreibung")

    anfrage = models.ForeignKey(
        Kooperationsanfrage, models.PROTECT, verbose_name=_("Anfrage"), related_name="materialien"
    )
    art = models.CharField(_("Material"), max_length=20, choices=Materialart)
    version = models.PositiveSmallIntegerField(_("Version"))
    dokument = models.OneToOneField(
        Anfragedokument, models.PROTECT, verbose_name=_("Dokument"), related_name="material"
    )
    absender = models.CharField(
        _("Absender*in"), max_length=160, help_text=_("Am besten die Spitze der Verwaltung, als Funktion oder Name.")
    )
    rueckruf = models.CharField(
        _("Wen man zurückrufen kann"),
        max_length=160,
        help_text=_("Die bevollmächtigte Vertrauensperson mit dienstlicher Nummer, wie im Brief genannt."),
    )
    ton_wertschaetzend = models.BooleanField(_("Der Ton ist wertschätzend."), default=False)
    ton_fuersorglich = models.BooleanField(_("Der Ton ist fürsorglich und drängt nicht."), default=False)
    ton_verstaendlich = models.BooleanField(_("Die Sätze sind kurz und verständlich."), default=False)
    ton_ohne_zuschreibung = models.BooleanField(
        _("Niemand wird als einsam oder bedürftig angesprochen."), default=False
    )
    freiwillig = models.BooleanField(_("Der Brief sagt, dass die Teilnahme freiwillig ist."), default=False)
    freiwillig_satz = models.TextField(
        _("Der Satz zur Freiwilligkeit"), help_text=_("Wörtlich, wie er im Brief steht."), validators=TEXTGRENZE
    )
    am = models.DateTimeField(_("angelegt am"))
    konto = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("angelegt von"), related_name="anfragematerialien"
    )

    objects = AnfragematerialQuerySet.as_manager()

    class Meta:
        verbose_name = _("Material einer Anfrage")
        verbose_name_plural = _("Material von Anfragen")
        ordering = ["art", "-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["anfrage", "art", "version"],
                name="anfragematerial_version_einmal",
                violation_error_message=_("Diese Version gibt es schon."),
            )
        ]

    def __str__(self) -> str:
        return _("%(art)s, Version %(version)d") % {"art": self.get_art_display(), "version": self.version}


class Materialfreigabe(models.Model):
    """One of the two signatures under one version, each by an account of its own (adr/0028). Only added.

    gilt: False for one that was written down before accounts had to differ; it stays readable and counts for nothing.
    """

    material = models.ForeignKey(Anfragematerial, models.PROTECT, verbose_name=_("Material"), related_name="freigaben")
    stelle = models.CharField(_("Stelle"), max_length=20, choices=[(eine.value, eine.label) for eine in FREIGEBENDE])
    person = models.CharField(_("freigegeben durch"), max_length=160, help_text=_("Funktion oder Name."))
    freigegeben_am = models.DateField(_("freigegeben am"))
    konto = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("eingetragen von"), related_name="materialfreigaben"
    )
    gilt = models.BooleanField(_("gilt"), default=True, editable=False)

    class Meta:
        verbose_name = _("Freigabe eines Materials")
        verbose_name_plural = _("Freigaben von Material")
        ordering = ["freigegeben_am", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["material", "stelle"],
                condition=Q(gilt=True),
                name="materialfreigabe_eine_je_stelle",
                violation_error_message=_("Diese Stelle hat diese Version schon freigegeben."),
            ),
            models.UniqueConstraint(
                fields=["material", "konto"],
                condition=Q(gilt=True),
                name="materialfreigabe_eine_je_konto",
                violation_error_message=_("Dieses Konto hat diese Version schon freigegeben. Es braucht ein zweites."),
            ),
            models.CheckConstraint(
                condition=Q(stelle__in=FREIGEBENDE),
                name="materialfreigabe_datenschutz_oder_presse",
                violation_error_message=_("Freigeben können nur Datenschutz und Pressestelle."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.material}: {self.get_stelle_display()}"
