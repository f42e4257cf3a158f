"""Which days can be meant: calendars reckon from the year 1 to 9999, and 0026 or 20226 is a slip of the keyboard."""

from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

ERSTES_JAHR, LETZTES_JAHR = 1950, 2099


def check_jahr(tag: date) -> None:
    """A validator of date fields. Raises ValidationError."""
    if not ERSTES_JAHR <= tag.year <= LETZTES_JAHR:
        satz = _("Bitte prüfen Sie das Jahr. Möglich sind die Jahre %(von)d bis %(bis)d.")
        raise ValidationError(satz, "jahr", {"von": ERSTES_JAHR, "bis": LETZTES_JAHR})
