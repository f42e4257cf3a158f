from django.db import models
from django.utils.translation import gettext_lazy as _

from angebote.models.verlauf import build_verlauf
from konzept.models.geschaeftsbereich import Geschaeftsbereich
from konzept.models.tagesgrenzen import check_jahr


class Schulung(models.Model):
    """A training that a department has held (M6). Participants are a number, never a list."""

    verlauf_bezug = "geschaeftsbereich"

    geschaeftsbereich = models.ForeignKey(
        Geschaeftsbereich, models.CASCADE, verbose_name=_("Geschäftsbereich"), related_name="schulungen"
    )
    datum = models.DateField(_("Datum"), validators=[check_jahr])
    thema = models.CharField(_("Thema"), max_length=160)
    teilnehmende = models.PositiveSmallIntegerField(_("Teilnehmende"), help_text=_("Nur die Zahl, keine Namen."))

    verlauf = build_verlauf("Schulung")

    class Meta:
        verbose_name = _("Schulung")
        verbose_name_plural = _("Schulungen")
        ordering = ["-datum", "pk"]

    def __str__(self) -> str:
        return f"{self.thema} ({self.datum:%d.%m.%Y})"
