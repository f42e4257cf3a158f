"""What every installation needs, whatever it shows: staff accounts and the fixed pages."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _


class Konto(AbstractUser):
    """A staff account. Visitors never have one."""

    class Meta:
        verbose_name = _("Konto")
        verbose_name_plural = _("Konten")


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
    updated_at = models.DateTimeField(_("geändert am"), auto_now=True)

    class Meta:
        verbose_name = _("Seite")
        verbose_name_plural = _("Seiten")
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.titel
