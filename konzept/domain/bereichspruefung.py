"""What a department may not become while others rely on it."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from konzept.choices import Einheitsart
from konzept.models import Geschaeftsbereich


def check_bereich(bereich: Geschaeftsbereich, *, heute: date) -> None:
    """Of one that is stored, with what it shall be. Raises ValidationError by field."""
    if bereich.art == Einheitsart.AMT and bereich.aemter.exists():
        raise ValidationError({"art": _("Zu diesem Bereich gehören Ämter. Ein Amt gehört nicht zu einem anderen Amt.")})
    haupt = None if bereich.ist_aktiv else bereich.zustaendigkeiten.hauptverantwortliche().ab(heute).first()
    if haupt is not None:
        satz = _("Hier ist noch jemand hauptverantwortlich: „%(zeile)s“. Beenden Sie diese Zuständigkeit zuerst.")
        raise ValidationError({"ist_aktiv": satz % {"zeile": haupt}})
