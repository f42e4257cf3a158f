from __future__ import annotations

from collections.abc import Iterator

from django.core.files.storage import default_storage
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from angebote.choices import Motiv
from angebote.models.angebot import Angebot
from angebote.models.ort import Ort

ENDUNGEN = ("jpg", "webp")
KENNUNG_LAENGE = 32  # hexadecimal: nobody guesses the photo of an offer that is not published


class Foto(models.Model):
    """A photo of an offer or of its place, made anew by domain/fotos.py; the uploaded file itself is not kept.

    The files lie in the storage as <kennung>-<width>.jpg and .webp. A new picture gets a new kennung, so the content
    behind a name never changes.
    """

    angebot = models.ForeignKey(
        Angebot, models.CASCADE, verbose_name=_("Angebot"), related_name="fotos", null=True, blank=True
    )
    ort = models.ForeignKey(Ort, models.CASCADE, verbose_name=_("Ort"), related_name="fotos", null=True, blank=True)
    motiv = models.CharField(_("Was ist zu sehen?"), max_length=12, choices=Motiv)
    alt_text = models.CharField(
        _("Beschreibung für Menschen, die das Foto nicht sehen"),
        max_length=200,
        help_text=_(
            "ein Satz, 10 bis 200 Zeichen, zum Beispiel „Eine blaue Tür mit Klingel rechts, davor zwei flache Stufen“"
        ),
    )
    bildnachweis = models.CharField(
        _("Foto von"), max_length=120, help_text=_("steht unter dem Foto, zum Beispiel „Bezirksamt Pankow“")
    )
    menschen_erkennbar = models.BooleanField(
        _("Menschen sind zu erkennen"),
        default=False,
        help_text=_("auch von der Seite oder an der Kleidung; besser ist ein Foto ohne erkennbare Menschen"),
    )
    einwilligung_vermerk = models.CharField(
        _("Vermerk zur Einwilligung"),
        max_length=200,
        blank=True,
        help_text=_(
            "wo die schriftliche Einwilligung aller Menschen auf dem Foto liegt und von wann sie ist; keine Namen"
        ),
    )
    reihenfolge = models.PositiveSmallIntegerField(_("Reihenfolge"), default=1)
    kennung = models.CharField(_("Kennung der Dateien"), max_length=KENNUNG_LAENGE, unique=True, editable=False)
    breiten = models.JSONField(_("Breiten der Dateien"), default=list, editable=False)
    breite = models.PositiveIntegerField(_("Breite in Pixeln"), editable=False)
    hoehe = models.PositiveIntegerField(_("Höhe in Pixeln"), editable=False)
    created_at = models.DateTimeField(_("angelegt am"), auto_now_add=True)

    class Meta:
        verbose_name = _("Foto")
        verbose_name_plural = _("Fotos")
        ordering = ["reihenfolge", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(angebot__isnull=False, ort__isnull=True) | Q(angebot__isnull=True, ort__isnull=False),
                name="foto_angebot_oder_ort",
                violation_error_message=_("Ein Foto gehört zu genau einem Angebot oder genau einem Ort."),
            ),
            models.CheckConstraint(
                condition=~Q(motiv=Motiv.EINGANG) | Q(ort__isnull=False),
                name="foto_eingang_am_ort",
                violation_error_message=_(
                    "Ein Foto vom Eingang gehört zum Ort: Dann steht es bei allen Angeboten in diesem Haus."
                ),
            ),
            models.CheckConstraint(
                condition=Q(alt_text__regex=r"^\S.{8,}\S$"),
                name="foto_mit_alt_text",
                violation_error_message=_(
                    "Bitte beschreiben Sie in 10 bis 200 Zeichen, was auf dem Foto zu sehen ist."
                ),
            ),
            models.CheckConstraint(
                condition=~Q(bildnachweis=""),
                name="foto_mit_bildnachweis",
                violation_error_message=_("Bitte angeben, von wem das Foto ist."),
            ),
            models.CheckConstraint(
                condition=Q(menschen_erkennbar=False) | ~Q(einwilligung_vermerk=""),
                name="foto_menschen_mit_einwilligung",
                violation_error_message=_(
                    "Sind Menschen zu erkennen, muss ihre Einwilligung vorliegen. Bitte vermerken, wo sie liegt."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_motiv_display()}: {self.alt_text[:60]}"

    def build_name(self, breite: int, endung: str) -> str:
        return f"{self.kennung}-{breite}.{endung}"

    def build_url(self, breite: int, endung: str = "jpg") -> str:
        return default_storage.url(self.build_name(breite, endung))

    def list_namen(self) -> Iterator[str]:
        """All its files."""
        return (self.build_name(breite, endung) for breite in self.breiten for endung in ENDUNGEN)

    @property
    def url(self) -> str:
        """The largest as JPEG."""
        return self.build_url(self.breite)

    @property
    def vorschau_url(self) -> str:
        """The smallest as JPEG."""
        return self.build_url(min(self.breiten, default=self.breite))
