from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from angebote.choices import Barrierewert, Merkmal
from angebote.models.gebiet import Haltestelle, Kiez, Ortsteil, Planungsraum
from angebote.models.verlauf import build_verlauf


class Ort(models.Model):
    """A place to go to (HSDS location). Coordinates are WGS 84 degrees; without them no stop is computed."""

    name = models.CharField(_("Name"), max_length=160)
    strasse = models.CharField(_("Straße"), max_length=80, blank=True)
    hausnummer = models.CharField(_("Hausnummer"), max_length=12, blank=True)
    plz = models.CharField(_("Postleitzahl"), max_length=5, blank=True)
    ortsname = models.CharField(_("Ort"), max_length=60, default="Berlin")
    kiez = models.ForeignKey(Kiez, models.PROTECT, verbose_name=_("Kiez"), related_name="orte", null=True, blank=True)
    planungsraum = models.ForeignKey(
        Planungsraum, models.PROTECT, verbose_name=_("Planungsraum"), related_name="orte", null=True, blank=True
    )
    ortsteil = models.ForeignKey(
        Ortsteil, models.PROTECT, verbose_name=_("Ortsteil"), related_name="orte", null=True, blank=True
    )
    lat = models.FloatField(_("Breite"), null=True, blank=True)
    lon = models.FloatField(_("Länge"), null=True, blank=True)
    eingang = models.CharField(_("Eingang, Klingel, Etage"), max_length=200, blank=True)
    wegbeschreibung = models.TextField(_("Weg dorthin"), blank=True)
    parken = models.CharField(_("Parken"), max_length=200, blank=True)

    verlauf = build_verlauf("Ort")

    class Meta:
        verbose_name = _("Ort")
        verbose_name_plural = _("Orte")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["name", "strasse", "hausnummer"],
                name="ort_einmalig",
                violation_error_message=_("Diesen Ort gibt es schon (gleicher Name, gleiche Adresse)."),
            ),
            models.CheckConstraint(
                condition=Q(lat__isnull=True, lon__isnull=True) | Q(lat__isnull=False, lon__isnull=False),
                name="ort_koordinaten_vollstaendig",
                violation_error_message=_("Bitte Breite und Länge angeben oder beide leer lassen."),
            ),
            models.CheckConstraint(
                condition=Q(lat__isnull=True) | Q(lat__gte=52.3, lat__lte=52.8, lon__gte=13.0, lon__lte=13.8),
                name="ort_koordinaten_in_berlin",
                violation_error_message=_("Die Koordinaten liegen nicht in Berlin. Sind Breite und Länge vertauscht?"),
            ),
            models.CheckConstraint(
                condition=Q(plz="") | Q(plz__regex=r"^\d{5}$"),
                name="ort_plz_fuenf_ziffern",
                violation_error_message=_("Eine Postleitzahl hat fünf Ziffern."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.anschrift}" if self.strasse else self.name

    @property
    def anschrift(self) -> str:
        """Street and number, postcode and town in one line; empty parts are left out."""
        strasse = f"{self.strasse} {self.hausnummer}".strip()
        stadt = f"{self.plz} {self.ortsname}".strip()
        return ", ".join(part for part in (strasse, stadt) if part)


class OrtHaltestelle(models.Model):
    """A nearest stop of an Ort, computed by distance as the crow flies (metres)."""

    ort = models.ForeignKey(Ort, models.CASCADE, verbose_name=_("Ort"), related_name="haltestellen")
    haltestelle = models.ForeignKey(
        Haltestelle, models.CASCADE, verbose_name=_("Haltestelle"), related_name="orte_liste"
    )
    meter = models.PositiveIntegerField(_("Luftlinie in Metern"))

    class Meta:
        verbose_name = _("Haltestelle in der Nähe")
        verbose_name_plural = _("Haltestellen in der Nähe")
        ordering = ["meter"]
        constraints = [models.UniqueConstraint(fields=["ort", "haltestelle"], name="ort_haltestelle_einmalig")]

    def __str__(self) -> str:
        return f"{self.haltestelle} ({self.meter} m)"


class Barriereangabe(models.Model):
    """One accessibility fact of a place or of one offer, with source and date; the offer's fact beats its place's."""

    ort = models.ForeignKey(
        Ort, models.CASCADE, verbose_name=_("Ort"), related_name="barriereangaben", null=True, blank=True
    )
    angebot = models.ForeignKey(
        "angebote.Angebot",
        models.CASCADE,
        verbose_name=_("Angebot"),
        related_name="barriereangaben",
        null=True,
        blank=True,
    )
    merkmal = models.CharField(_("Merkmal"), max_length=20, choices=Merkmal)
    wert = models.CharField(_("Angabe"), max_length=10, choices=Barrierewert, default=Barrierewert.UNBEKANNT)
    notiz = models.CharField(_("Genauer"), max_length=200, blank=True)
    quelle = models.CharField(_("Quelle"), max_length=300, blank=True)
    stand = models.CharField(_("Stand"), max_length=40, blank=True)

    verlauf = build_verlauf("Angabe zur Barrierefreiheit")

    class Meta:
        verbose_name = _("Angabe zur Barrierefreiheit")
        verbose_name_plural = _("Angaben zur Barrierefreiheit")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ort__isnull=False, angebot__isnull=True) | Q(ort__isnull=True, angebot__isnull=False),
                name="barriereangabe_ort_oder_angebot",
                violation_error_message=_("Eine Angabe gehört zu genau einem Ort oder genau einem Angebot."),
            ),
            models.UniqueConstraint(
                fields=["ort", "merkmal"],
                name="barriereangabe_je_ort_einmalig",
                violation_error_message=_("Dieses Merkmal ist für den Ort schon angegeben."),
            ),
            models.UniqueConstraint(
                fields=["angebot", "merkmal"],
                name="barriereangabe_je_angebot_einmalig",
                violation_error_message=_("Dieses Merkmal ist für das Angebot schon angegeben."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_merkmal_display()}: {self.get_wert_display()}"
