"""Small tables that staff may extend: categories (anforderungen.md 5.1), audiences (5.3), languages."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from angebote.choices import Bereich


class Kategorie(models.Model):
    """A kind of activity; the name says what people do, never who they are (S5, S11)."""

    slug = models.SlugField(_("Adresse"), unique=True)
    name = models.CharField(_("Name"), max_length=80, unique=True)
    bereich = models.CharField(_("Bereich"), max_length=20, choices=Bereich)
    icon = models.CharField(_("Symbol"), max_length=40, help_text=_("Name eines Lucide-Symbols, z. B. coffee"))
    schema_typ = models.CharField(_("schema.org-Typ"), max_length=40, default="Event")
    reihenfolge = models.PositiveSmallIntegerField(_("Reihenfolge"), default=0)

    class Meta:
        verbose_name = _("Kategorie")
        verbose_name_plural = _("Kategorien")
        ordering = ["bereich", "reihenfolge", "name"]

    def __str__(self) -> str:
        return self.name


class Zielgruppe(models.Model):
    """For whom an offer is well suited too; it excludes nobody unless Angebot.exklusiv says so."""

    slug = models.SlugField(_("Adresse"), unique=True)
    name = models.CharField(_("Name"), max_length=80, unique=True)
    open_eligibility = models.CharField(_("Open-Eligibility-Nummer"), max_length=10, blank=True)
    reihenfolge = models.PositiveSmallIntegerField(_("Reihenfolge"), default=0)

    class Meta:
        verbose_name = _("Zielgruppe")
        verbose_name_plural = _("Zielgruppen")
        ordering = ["reihenfolge", "name"]

    def __str__(self) -> str:
        return self.name


class Sprache(models.Model):
    code = models.CharField(_("ISO-639-Code"), max_length=3, unique=True)
    name = models.CharField(_("Name"), max_length=40, unique=True)
    reihenfolge = models.PositiveSmallIntegerField(_("Reihenfolge"), default=0)

    class Meta:
        verbose_name = _("Sprache")
        verbose_name_plural = _("Sprachen")
        ordering = ["reihenfolge", "name"]

    def __str__(self) -> str:
        return self.name
