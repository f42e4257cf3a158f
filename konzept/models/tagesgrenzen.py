"""The years a day of the concept can lie in: anything else is a slip of the keyboard, such as 0026 or 20226."""

from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

ERSTES_JAHR, LETZTES_JAHR = 2000, 2099


def check_jahr(tag: date) -> None:
    """A validator of date fields. Raises ValidationError."""
    if not ERSTES_JAHR <= tag.year <= LETZTES_JAHR:
        satz = _("Bitte prüfen Sie das Jahr. Möglich ist %(von)s bis %(bis)s.")
        raise ValidationError(satz, "jahr", {"von": ERSTES_JAHR, "bis": LETZTES_JAHR})
