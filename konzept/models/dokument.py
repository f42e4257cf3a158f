"""A paper that belongs to a request. The file lies in the protected store, under a random name and nowhere public."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from konzept.models.kooperation import Kooperationsanfrage
from konzept.models.kooperationswerte import Dokumentart, Dokumentformat

KENNUNG_LAENGE = 32  # hexadecimal digits


class Anfragedokument(models.Model):
    """Only added: a newer paper stands beside the older one (the database refuses anything else)."""

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

    class Meta:
        verbose_name = _("Dokument einer Anfrage")
        verbose_name_plural = _("Dokumente von Anfragen")
        ordering = ["-hochgeladen_am", "-pk"]

    def __str__(self) -> str:
        return self.dateiname

    def get_absolute_url(self) -> str:
        return reverse("konzept:anfrage-dokument-datei", kwargs={"kennung": self.kennung})
