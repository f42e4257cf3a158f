"""The district's areas: Kiez (LOR-Bezirksregion), Planungsraum, Ortsteil, postcode, street, stop.

Ortsteil and Kiez are not nested: a place stores its Planungsraum, the Kiez follows from it.
Source of keys and shares: Amt für Statistik Berlin-Brandenburg, LOR 2021 (data/README.md 2 and 3).
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Kiez(models.Model):
    """One of the 16 LOR-Bezirksregionen of Pankow."""

    lor = models.CharField(_("LOR-Schlüssel"), max_length=6, unique=True)
    name = models.CharField(_("Name"), max_length=80, unique=True)
    kurzname = models.CharField(_("Kurzname auf der Kachelkarte"), max_length=24)
    slug = models.SlugField(_("Adresse"), max_length=80, unique=True)
    lat = models.FloatField(_("Breite"))
    lon = models.FloatField(_("Länge"))
    spalte = models.PositiveSmallIntegerField(_("Spalte der Kachelkarte"))
    zeile = models.PositiveSmallIntegerField(_("Zeile der Kachelkarte"))
    nachbarn = models.ManyToManyField("self", verbose_name=_("Nachbarkieze"), blank=True)
    einwohner = models.PositiveIntegerField(_("Einwohner"), null=True, blank=True)
    unter_18 = models.PositiveIntegerField(_("unter 18"), null=True, blank=True)
    von_18_bis_26 = models.PositiveIntegerField(_("18 bis 26"), null=True, blank=True)
    ab_65 = models.PositiveIntegerField(_("ab 65"), null=True, blank=True)
    einwohner_stand = models.DateField(_("Stand der Einwohnerzahlen"), null=True, blank=True)

    class Meta:
        verbose_name = _("Kiez")
        verbose_name_plural = _("Kieze")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["spalte", "zeile"],
                name="kiez_kachel_einmalig",
                violation_error_message=_("Auf diesem Feld der Kachelkarte liegt schon ein Kiez."),
            )
        ]

    def __str__(self) -> str:
        return self.name


class Planungsraum(models.Model):
    """A part of a Kiez under the name people use, e.g. Komponistenviertel."""

    lor = models.CharField(_("LOR-Schlüssel"), max_length=8, unique=True)
    name = models.CharField(_("Name"), max_length=80)
    kiez = models.ForeignKey(Kiez, models.PROTECT, verbose_name=_("Kiez"), related_name="planungsraeume")
    # Where people get on and off in it: the mean of its stops; empty without a stop.
    lat = models.FloatField(_("Breite"), null=True, blank=True)
    lon = models.FloatField(_("Länge"), null=True, blank=True)

    class Meta:
        verbose_name = _("Planungsraum")
        verbose_name_plural = _("Planungsräume")
        ordering = ["name"]

    def __str__(self) -> str:
        return f"{self.name} ({self.kiez.name})"


class Ortsteil(models.Model):
    name = models.CharField(_("Name"), max_length=80, unique=True)
    slug = models.SlugField(_("Adresse"), max_length=80, unique=True)
    schluessel = models.CharField(_("Schlüssel"), max_length=4, unique=True)
    kieze: models.ManyToManyField[Kiez, OrtsteilAnteil] = models.ManyToManyField(
        Kiez, verbose_name=_("Kieze"), through="OrtsteilAnteil", related_name="ortsteile"
    )

    class Meta:
        verbose_name = _("Ortsteil")
        verbose_name_plural = _("Ortsteile")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class OrtsteilAnteil(models.Model):
    """Share of an Ortsteil's addresses that lie in a Kiez (0 to 1)."""

    ortsteil = models.ForeignKey(Ortsteil, models.CASCADE, verbose_name=_("Ortsteil"), related_name="anteile")
    kiez = models.ForeignKey(Kiez, models.CASCADE, verbose_name=_("Kiez"), related_name="ortsteil_anteile")
    adressanteil = models.FloatField(_("Anteil der Adressen"))
    ist_hauptkiez = models.BooleanField(_("die meisten Adressen liegen hier"), default=False)

    class Meta:
        verbose_name = _("Anteil des Ortsteils")
        verbose_name_plural = _("Anteile der Ortsteile")
        constraints = [
            models.UniqueConstraint(fields=["ortsteil", "kiez"], name="ortsteil_anteil_einmalig"),
            models.CheckConstraint(
                condition=Q(adressanteil__gte=0, adressanteil__lte=1), name="ortsteil_anteil_zwischen_0_und_1"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.ortsteil} in {self.kiez}"


class Postleitzahl(models.Model):
    plz = models.CharField(_("Postleitzahl"), max_length=5, unique=True)
    lat = models.FloatField(_("Breite"))
    lon = models.FloatField(_("Länge"))
    kieze: models.ManyToManyField[Kiez, PlzAnteil] = models.ManyToManyField(
        Kiez, verbose_name=_("Kieze"), through="PlzAnteil", related_name="postleitzahlen"
    )

    class Meta:
        verbose_name = _("Postleitzahl")
        verbose_name_plural = _("Postleitzahlen")
        ordering = ["plz"]

    def __str__(self) -> str:
        return self.plz


class PlzAnteil(models.Model):
    """Share of a postcode's addresses that lie in a Kiez (0 to 1; the rest may lie outside Pankow)."""

    postleitzahl = models.ForeignKey(Postleitzahl, models.CASCADE, verbose_name=_("PLZ"), related_name="anteile")
    kiez = models.ForeignKey(Kiez, models.CASCADE, verbose_name=_("Kiez"), related_name="plz_anteile")
    adressanteil = models.FloatField(_("Anteil der Adressen"))

    class Meta:
        verbose_name = _("Anteil der Postleitzahl")
        verbose_name_plural = _("Anteile der Postleitzahlen")
        constraints = [
            models.UniqueConstraint(fields=["postleitzahl", "kiez"], name="plz_anteil_einmalig"),
            models.CheckConstraint(
                condition=Q(adressanteil__gte=0, adressanteil__lte=1), name="plz_anteil_zwischen_0_und_1"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.postleitzahl} in {self.kiez}"


class Strassenabschnitt(models.Model):
    """The addresses of one street and postcode that lie in one Planungsraum (register of June 2023)."""

    strasse = models.CharField(_("Straße"), max_length=80)
    plz = models.CharField(_("Postleitzahl"), max_length=5)
    planungsraum = models.ForeignKey(
        Planungsraum, models.CASCADE, verbose_name=_("Planungsraum"), related_name="strassenabschnitte"
    )
    ortsteile = models.ManyToManyField(Ortsteil, verbose_name=_("Ortsteile"), related_name="strassenabschnitte")
    adressen = models.PositiveIntegerField(_("Zahl der Adressen"))

    class Meta:
        verbose_name = _("Straßenabschnitt")
        verbose_name_plural = _("Straßenabschnitte")
        ordering = ["strasse", "plz"]
        constraints = [
            models.UniqueConstraint(fields=["strasse", "plz", "planungsraum"], name="strassenabschnitt_einmalig")
        ]

    def __str__(self) -> str:
        return f"{self.strasse}, {self.plz}"


class Haltestelle(models.Model):
    """A public-transport stop in Pankow or within 300 m of it (VBB)."""

    kennung = models.CharField(_("VBB-Kennung"), max_length=40, unique=True)
    name = models.CharField(_("Name"), max_length=120)
    lat = models.FloatField(_("Breite"))
    lon = models.FloatField(_("Länge"))
    planungsraum = models.ForeignKey(
        Planungsraum,
        models.SET_NULL,
        verbose_name=_("Planungsraum"),
        related_name="haltestellen",
        null=True,
        blank=True,
    )
    gewicht = models.FloatField(_("Gewicht"), help_text=_("Häufigkeit der Fahrten laut VBB-Daten"), default=0)

    class Meta:
        verbose_name = _("Haltestelle")
        verbose_name_plural = _("Haltestellen")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Rufname(models.Model):
    """What people call an area among themselves ("Helmi"); kept by the Redaktion, used by the search near a place."""

    name = models.CharField(_("Rufname"), max_length=60, unique=True)
    kiez = models.ForeignKey(
        Kiez, models.CASCADE, verbose_name=_("Kiez"), related_name="rufnamen", null=True, blank=True
    )
    planungsraum = models.ForeignKey(
        Planungsraum,
        models.CASCADE,
        verbose_name=_("Planungsraum"),
        related_name="rufnamen",
        null=True,
        blank=True,
        help_text=_("genauer als der Kiez; eines von beiden angeben"),
    )

    class Meta:
        verbose_name = _("Rufname")
        verbose_name_plural = _("Rufnamen")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kiez__isnull=False, planungsraum__isnull=True)
                | Q(kiez__isnull=True, planungsraum__isnull=False),
                name="rufname_kiez_oder_planungsraum",
                violation_error_message=_("Bitte genau eines angeben: Kiez oder Planungsraum."),
            )
        ]

    def __str__(self) -> str:
        return self.name
