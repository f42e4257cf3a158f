"""What the search is answered from: sets of offers as bits, and the mark that tells when they are out of date."""

import secrets

from django.db import models
from django.utils.translation import gettext_lazy as _


class Gruppe(models.TextChoices):
    """Kinds of sets. The first ten are the query parameters of design.md 5 that do not depend on a date."""

    BEREICH = "bereich", _("Bereich")
    KATEGORIE = "kategorie", _("Was")
    KIEZ = "kiez", _("Kiez")
    ORTSTEIL = "ortsteil", _("Ortsteil")
    KOSTEN = "kosten", _("Kosten")
    BARRIEREFREI = "barrierefrei", _("Barrierefreiheit")
    ZUGANG = "zugang", _("Zugang")
    ANMELDUNG = "anmeldung", _("Anmeldung")
    SPRACHE = "sprache", _("Sprache")
    FUER = "fuer", _("Für")
    ZEITLAGE = "zeitlage", _("Zeitangabe")
    OFFEN = "offen", _("nicht bekannt")
    FORMAT = "format", _("Form")
    TERMIN = "termin", _("Termin")


class Angebotsmenge(models.Model):
    """The offers that share one facet value: bit n of `bits` (little endian) stands for the offer with the key n.

    zeitlage: "vereinbarung" or "unbekannt" where an offer has such times. offen: what nobody knows, "kosten" or a value
    of barrierefrei. termin: begin of Termine on one day, "2026-11-24T14:00". An offer without a place is in the set of
    every Kiez of its catchment area. Written only by domain/suche/; a set nobody is in has no row.
    """

    gruppe = models.CharField(_("Gruppe"), max_length=12, choices=Gruppe)
    wert = models.CharField(_("Wert"), max_length=80)
    bits = models.BinaryField(_("Angebote"))

    class Meta:
        verbose_name = _("Angebotsmenge")
        verbose_name_plural = _("Angebotsmengen")
        constraints = [models.UniqueConstraint(fields=["gruppe", "wert"], name="angebotsmenge_einmalig")]

    def __str__(self) -> str:
        return f"{self.gruppe}={self.wert}"


def generate_version() -> str:
    return secrets.token_hex(8)


class Katalogstand(models.Model):
    """One row: a new random mark with every change the public can see.

    Random and not counted up, so that a change that was rolled back can never share its mark with a later one.
    """

    version = models.CharField(_("Fassung"), max_length=16, default=generate_version)

    class Meta:
        verbose_name = _("Stand des Katalogs")
        verbose_name_plural = _("Stand des Katalogs")

    def __str__(self) -> str:
        return self.version
