"""How a measure gets from planned to done: the one table of steps, and the one function that takes them (M1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from konzept.choices import Massnahmenstatus
from konzept.models import Massnahme, Massnahmenwechsel, Meilenstein
from konzept.models.massnahme import OFFENE
from konzept.models.massnahmenwechsel import GRUND_LAENGE
from pankow_einsamkeit.models import Konto


class SchrittFehltError(ValidationError):
    pass


class GrundFehltError(ValidationError):
    """Keyed by `grund`."""


@dataclass(frozen=True)
class Schritt:
    """titel: of the button."""

    von: Massnahmenstatus
    nach: Massnahmenstatus
    titel: str | Promise
    braucht_grund: bool = True

    @property
    def ist_ende(self) -> bool:
        return self.nach not in OFFENE


# What is not listed is refused. Whatever turns back or gives up says why: the report to the BVV needs the reason.
SCHRITTE = (
    Schritt(Massnahmenstatus.GEPLANT, Massnahmenstatus.LAEUFT, gettext_lazy("Beginnen"), braucht_grund=False),
    Schritt(Massnahmenstatus.GEPLANT, Massnahmenstatus.VERWORFEN, gettext_lazy("Verwerfen")),
    Schritt(Massnahmenstatus.LAEUFT, Massnahmenstatus.ABGESCHLOSSEN, gettext_lazy("Abschließen"), braucht_grund=False),
    Schritt(Massnahmenstatus.LAEUFT, Massnahmenstatus.GEPLANT, gettext_lazy("Zurück auf geplant")),
    Schritt(Massnahmenstatus.LAEUFT, Massnahmenstatus.VERWORFEN, gettext_lazy("Verwerfen")),
    Schritt(Massnahmenstatus.ABGESCHLOSSEN, Massnahmenstatus.LAEUFT, gettext_lazy("Wieder aufnehmen")),
    Schritt(Massnahmenstatus.VERWORFEN, Massnahmenstatus.GEPLANT, gettext_lazy("Wieder planen")),
)


def list_schritte(status: str) -> list[Schritt]:
    return [schritt for schritt in SCHRITTE if schritt.von == status]


def list_bleibende(massnahme: Massnahme, schritt: Schritt) -> list[Meilenstein]:
    """The milestones that this step would leave undone for good; what becomes of them has to be said. One query."""
    return list(massnahme.meilensteine.unerledigte()) if schritt.ist_ende else []


def find_schritt(von: str, nach: str) -> Schritt | None:
    return next((schritt for schritt in list_schritte(von) if schritt.nach == nach), None)


@transaction.atomic
def move_massnahme(
    *, massnahme_id: int, nach: str, konto: Konto | None, jetzt: datetime, grund: str = ""
) -> Massnahmenwechsel:
    """Raises SchrittFehltError and GrundFehltError, and changes nothing then. The row it adds is the trace."""
    massnahme = Massnahme.objects.select_for_update().get(pk=massnahme_id)
    schritt = find_schritt(massnahme.status, nach)
    if schritt is None:
        raise SchrittFehltError(explain_ohne_schritt(massnahme, nach))
    grund = grund.strip()
    _check_grund(massnahme, schritt, grund)
    Massnahme.objects.filter(pk=massnahme_id).update(status=schritt.nach)
    return Massnahmenwechsel.objects.create(
        massnahme=massnahme, von=schritt.von, nach=schritt.nach, konto=konto, grund=grund, am=jetzt
    )


def explain_ohne_schritt(massnahme: Massnahme, nach: str) -> str:
    werte = {"von": massnahme.get_status_display(), "nach": dict(Massnahmenstatus.choices).get(nach, nach)}
    if nach == massnahme.status:
        return _("Die Maßnahme ist schon „%(von)s“.") % werte
    return _("Von „%(von)s“ nach „%(nach)s“ führt kein Schritt.") % werte


def explain_grund(massnahme: Massnahme, schritt: Schritt) -> str:
    """Why this step needs a word; empty where it needs none."""
    if bleibende := list_bleibende(massnahme, schritt):
        satz = _("Noch offen: %(schritte)s. Bitte schreiben Sie, was daraus wird, oder haken Sie es vorher ab.")
        return satz % {"schritte": ", ".join(f"„{eines.titel}“" for eines in bleibende)}
    return _("Bitte nennen Sie den Grund; er steht später im Bericht.") if schritt.braucht_grund else ""


def _check_grund(massnahme: Massnahme, schritt: Schritt, grund: str) -> None:
    if not grund and (satz := explain_grund(massnahme, schritt)):
        raise GrundFehltError({"grund": satz})
    if len(grund) > GRUND_LAENGE:
        satz = _("Der Grund darf höchstens %(anzahl)d Zeichen haben.") % {"anzahl": GRUND_LAENGE}
        raise GrundFehltError({"grund": satz})
