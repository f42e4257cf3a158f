"""How a version of the concept moves on (M1): one table of steps, and whatever it does not list is refused."""

from __future__ import annotations

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from angebote.models.verlauf import give_anlass
from konzept.choices import Konzeptstatus
from konzept.models import Konzept
from pankow_einsamkeit.models import Konto

UEBERGAENGE: Mapping[Konzeptstatus, tuple[Konzeptstatus, ...]] = {
    Konzeptstatus.ENTWURF: (Konzeptstatus.ABSTIMMUNG,),
    Konzeptstatus.ABSTIMMUNG: (Konzeptstatus.ENTWURF, Konzeptstatus.GUELTIG),
    Konzeptstatus.GUELTIG: (Konzeptstatus.ABGELOEST,),
    Konzeptstatus.ABGELOEST: (),
}
# Reports and people refer to these: what they say stays as it was. What is new is a new version.
FESTE = (Konzeptstatus.GUELTIG, Konzeptstatus.ABGELOEST)


class SchrittFehltError(ValidationError):
    """Its message is a sentence for staff."""


def check_schritt(von: Konzeptstatus, nach: Konzeptstatus) -> None:
    """Raises SchrittFehltError."""
    if nach not in UEBERGAENGE[von]:
        satz = _("Von „%(von)s“ führt kein Schritt zu „%(nach)s“.")
        raise SchrittFehltError(satz % {"von": von.label, "nach": nach.label})


@transaction.atomic
def move_konzept(*, konzept: Konzept, nach: Konzeptstatus, konto: Konto) -> Konzept:
    """Raises SchrittFehltError, and ValidationError where another version is valid still."""
    konzept = Konzept.objects.select_for_update().get(pk=konzept.pk)
    check_schritt(Konzeptstatus(konzept.status), nach)
    konzept.status = nach
    konzept.full_clean()
    with give_anlass(grund=_("Status: %(status)s") % {"status": nach.label}, konto=konto):
        konzept.save(update_fields=["status"])
    return konzept
