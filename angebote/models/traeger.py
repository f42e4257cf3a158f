from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from angebote.choices import Traegerart
from angebote.models.verlauf import build_verlauf


class Traeger(models.Model):
    """Who runs offers (HSDS organization). Organiser and venue are two roles even where they coincide."""

    name = models.CharField(_("Name"), max_length=160, unique=True)
    slug = models.SlugField(_("Adresse"), max_length=80, unique=True)
    art = models.CharField(_("Art"), max_length=20, choices=Traegerart, default=Traegerart.SONSTIGE)
    beschreibung = models.TextField(_("Beschreibung"), blank=True)
    telefon = models.CharField(_("Telefon"), max_length=40, blank=True)
    email = models.EmailField(_("E-Mail"), blank=True)
    web = models.URLField(_("Website"), max_length=300, blank=True)

    verlauf = build_verlauf("Träger")

    class Meta:
        verbose_name = _("Träger")
        verbose_name_plural = _("Träger")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("angebote:traeger-detail", kwargs={"slug": self.slug})
