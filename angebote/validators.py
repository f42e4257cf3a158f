import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

MONATSWOCHEN = re.compile(r"(-1|[1-5])(,(-1|[1-5]))*")


def validate_monatswochen(text: str) -> None:
    """Accepts "2,4" or "-1"; raises ValidationError for anything else and for a number said twice."""
    if not MONATSWOCHEN.fullmatch(text):
        raise ValidationError(_("Bitte Zahlen von 1 bis 5 oder -1 (letzter) mit Komma angeben, zum Beispiel 2,4."))
    zahlen = text.split(",")
    if len(zahlen) != len(set(zahlen)):
        raise ValidationError(_("Eine Zahl ist doppelt angegeben."))
