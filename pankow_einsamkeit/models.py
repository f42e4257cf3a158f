"""What every installation needs, whatever it shows: staff accounts and the fixed pages."""

from datetime import date
from typing import Self

from dateutil.relativedelta import relativedelta
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Konto(AbstractUser):
    """A staff account. Visitors never have one."""

    class Meta:
        verbose_name = _("Konto")
        verbose_name_plural = _("Konten")


ERKLAERUNG = "barrierefreiheit"  # the address of the accessibility statement
ERKLAERUNG_GILT = relativedelta(months=11)  # BIKTG Bln, section 5: checked once a year; one month is left to do it


class SeiteQuerySet(models.QuerySet["Seite"]):
    def zu_pruefen(self, heute: date) -> Self:
        """The accessibility statement, once it is written: never checked, or eleven months ago or longer."""
        faellig = Q(geprueft_am__isnull=True) | Q(geprueft_am__lte=heute - ERKLAERUNG_GILT)
        return self.filter(faellig, slug=ERKLAERUNG, ist_platzhalter=False)


class Seite(models.Model):
    """A fixed page such as the imprint; text in Markdown, raw HTML is shown as text."""

    slug = models.SlugField(_("Adresse"), unique=True)
    titel = models.CharField(_("Titel"), max_length=120)
    text = models.TextField(_("Text"), help_text=_("Markdown: ## Überschrift, - Liste, [Text](Adresse)"))
    ist_platzhalter = models.BooleanField(
        _("Platzhalter"),
        default=True,
        help_text=_("Solange der Text ein Platzhalter ist, startet die Website nicht im Produktionsbetrieb."),
    )
    geprueft_am = models.DateField(
        _("zuletzt überprüft am"),
        null=True,
        blank=True,
        help_text=_(
            "Steht auf der Seite. Die Erklärung zur Barrierefreiheit muss jedes Jahr überprüft werden; nach 11 Monaten "
            "erinnert die Übersicht daran."
        ),
    )
    updated_at = models.DateTimeField(_("geändert am"), auto_now=True)

    objects = SeiteQuerySet.as_manager()

    class Meta:
        verbose_name = _("Seite")
        verbose_name_plural = _("Seiten")
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.titel
