"""How a task or a planned publication comes to its end, and back: one table of steps, one function that takes them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from angebote.models.verlauf import give_anlass
from konzept.choices import Erledigung
from konzept.models import Aufgabe, Kommunikation
from pankow_einsamkeit.models import Konto

Vorgang = Aufgabe | Kommunikation


class Schritt(Enum):
    ERLEDIGEN = "erledigen"
    STREICHEN = "streichen"
    WIEDER_OEFFNEN = "wieder-oeffnen"


# Where each step leads from; what is not listed is refused.
UEBERGAENGE: Mapping[tuple[Erledigung, Schritt], Erledigung] = {
    (Erledigung.OFFEN, Schritt.ERLEDIGEN): Erledigung.ERLEDIGT,
    (Erledigung.OFFEN, Schritt.STREICHEN): Erledigung.ENTFALLEN,
    (Erledigung.ERLEDIGT, Schritt.WIEDER_OEFFNEN): Erledigung.OFFEN,
    (Erledigung.ENTFALLEN, Schritt.WIEDER_OEFFNEN): Erledigung.OFFEN,
}


class SchrittFehltError(ValidationError):
    """Its message is a sentence for staff."""


class OhneErgebnisError(ValidationError):
    """Its message is a sentence for staff."""


@transaction.atomic
def move_vorgang(*, vorgang: Vorgang, schritt: Schritt, ergebnis: str, konto: Konto, heute: date) -> Vorgang:
    """Raises SchrittFehltError, and OhneErgebnisError where something is dropped without a reason.

    What is opened again keeps its result: it tells why.
    """
    modell: type[Vorgang] = type(vorgang)
    vorgang = modell.objects.select_for_update().get(pk=vorgang.pk)
    ziel = UEBERGAENGE.get((Erledigung(vorgang.status), schritt))
    if ziel is None:
        satz = _("Das geht nicht: „%(titel)s“ ist %(status)s.")
        raise SchrittFehltError(satz % {"titel": vorgang.titel, "status": vorgang.get_status_display()})
    ergebnis = ergebnis.strip()
    if schritt is Schritt.STREICHEN and not ergebnis:
        raise OhneErgebnisError(_("Bitte schreiben Sie kurz auf, warum das entfällt."))
    vorgang.status = ziel
    vorgang.erledigt_am = None if ziel == Erledigung.OFFEN else heute
    vorgang.ergebnis = ergebnis or vorgang.ergebnis
    with give_anlass(grund=_("Status: %(status)s") % {"status": ziel.label}, konto=konto):
        vorgang.save(update_fields=["status", "erledigt_am", "ergebnis"])
    return vorgang
