"""A paper that belongs to a request. The file lies in the protected store, under a random name and nowhere public.

A file that should never have been uploaded can be erased (G1); that it was there, when and why it went stays.
"""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from konzept.models.kooperation import Kooperationsanfrage
from konzept.models.kooperationswerte import TEXTGRENZE, Dokumentart, Dokumentformat

KENNUNG_LAENGE = 32  # hexadecimal digits
NAME_ENTFERNT = "entfernt"  # instead of the name of an erased file, which may tell something itself


class AnfragedokumentQuerySet(models.QuerySet["Anfragedokument"]):
    def vorhandene(self) -> Self:
        """Those that count: their files were not erased."""
        return self.filter(loeschung=None)


class Anfragedokument(models.Model):
    """Only added: a newer paper stands beside the older one (the database refuses anything else).

    One thing may follow an erasure: the name becomes NAME_ENTFERNT (migration 0017_dokumentloeschung).
    """

    anfrage = models.ForeignKey(
        Kooperationsanfrage, models.PROTECT, verbose_name=_("Anfrage"), related_name="dokumente"
    )
    art = models.CharField(_("Art"), max_length=20, choices=Dokumentart)
    dateiname = models.CharField(_("Dateiname beim Hochladen"), max_length=120)
    kennung = models.CharField(_("Kennung"), max_length=KENNUNG_LAENGE, unique=True)
    format = models.CharField(_("Format"), max_length=10, choices=Dokumentformat)
    groesse = models.PositiveIntegerField(_("Größe in Byte"))
    sha256 = models.CharField(_("Prüfsumme (SHA-256)"), max_length=64)
    hochgeladen_am = models.DateTimeField(_("hochgeladen am"))
    konto = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("hochgeladen von"), related_name="anfragedokumente"
    )

    objects = AnfragedokumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("Dokument einer Anfrage")
        verbose_name_plural = _("Dokumente von Anfragen")
        ordering = ["-hochgeladen_am", "-pk"]

    def __str__(self) -> str:
        return self.dateiname

    def get_absolute_url(self) -> str:
        return reverse("konzept:anfrage-dokument-datei", kwargs={"kennung": self.kennung})

    @property
    def ist_entfernt(self) -> bool:
        return hasattr(self, "loeschung")


class Dokumentloeschung(models.Model):
    """The file of a paper was erased: who, when and why. Only added. The paper keeps its row and its checksum."""

    dokument = models.OneToOneField(
        Anfragedokument, models.PROTECT, verbose_name=_("Dokument"), related_name="loeschung"
    )
    grund = models.TextField(
        _("Grund"),
        help_text=_("Was an dieser Datei falsch war. Bitte selbst keine Namen nennen: Der Grund bleibt stehen."),
        validators=TEXTGRENZE,
    )
    am = models.DateTimeField(_("entfernt am"))
    konto = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("entfernt von"), related_name="dokumentloeschungen"
    )

    class Meta:
        verbose_name = _("entfernte Datei")
        verbose_name_plural = _("entfernte Dateien")
        ordering = ["-am", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(grund=""),
                name="dokumentloeschung_mit_grund",
                violation_error_message=_("Ohne Grund wird keine Datei entfernt."),
            )
        ]

    def __str__(self) -> str:
        return _("%(art)s, Datei entfernt") % {"art": self.dokument.get_art_display()}
