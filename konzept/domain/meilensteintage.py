"""Milestones lie within the term of their measure, or prepare it; neither a new day nor a new term breaks that."""

from __future__ import annotations

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from konzept.models import Massnahme, Meilenstein

VORBEREITUNG = timedelta(days=366)
HOECHSTENS_GENANNT = 3


def check_meilensteintag(*, massnahme: Massnahme, tag: date) -> None:
    """Steps that prepare a measure come before it, but not by more than a year. Raises ValidationError by field."""
    if massnahme.ende is not None and tag > massnahme.ende:
        satz = _("Die Maßnahme endet am %(tag)s. Ein Meilenstein liegt nicht danach.")
        raise ValidationError({"faellig_am": satz % {"tag": date_format(massnahme.ende, "j. F Y")}})
    if tag < massnahme.beginn - VORBEREITUNG:
        satz = _("Die Maßnahme beginnt am %(tag)s. Ein Meilenstein liegt höchstens ein Jahr davor.")
        raise ValidationError({"faellig_am": satz % {"tag": date_format(massnahme.beginn, "j. F Y")}})


def check_laufzeit(*, massnahme: Massnahme, beginn: date, ende: date | None) -> None:
    """massnahme: as it stands; a day that does not change is not asked about, nor a milestone that was done.

    Raises ValidationError by field.
    """
    fehler = {}
    meilensteine = Meilenstein.objects.filter(massnahme=massnahme, erledigt_am=None)
    if ende is not None and ende != massnahme.ende:
        satz = _("Nach diesem Tag liegen noch Meilensteine: %(meilensteine)s.")
        fehler["ende"] = _explain(satz, meilensteine.filter(faellig_am__gt=ende))
    if beginn != massnahme.beginn:
        satz = _("Mehr als ein Jahr vor diesem Tag liegen Meilensteine: %(meilensteine)s.")
        fehler["beginn"] = _explain(satz, meilensteine.filter(faellig_am__lt=beginn - VORBEREITUNG))
    if any(fehler.values()):
        raise ValidationError({feld: saetze for feld, saetze in fehler.items() if saetze})


def _explain(satz: str, meilensteine: QuerySet[Meilenstein]) -> str:
    """Empty where none is concerned."""
    namen = [f"„{eine.titel}“ ({date_format(eine.faellig_am, 'j. F Y')})" for eine in meilensteine]
    if not namen:
        return ""
    genannte = ", ".join(namen[:HOECHSTENS_GENANNT])
    rest = len(namen) - HOECHSTENS_GENANNT
    if rest > 0:
        genannte += ngettext(" und %(zahl)d weiterer", " und %(zahl)d weitere", rest) % {"zahl": rest}
    rat = _("Ändern Sie bitte zuerst ihren Tag, auf der Seite der Maßnahme mit „Meilensteine berichtigen“.")
    return f"{satz % {'meilensteine': genannte}} {rat}"
