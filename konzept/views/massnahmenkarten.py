"""What every list says about a measure: its facts with how urgent it is, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from konzept.choices import Massnahmenstatus
from konzept.domain.massnahmenstatus import Schritt, list_schritte
from konzept.models import Massnahme

FARBEN = {
    Massnahmenstatus.GEPLANT: "",
    Massnahmenstatus.LAEUFT: "gut",
    Massnahmenstatus.ABGESCHLOSSEN: "",
    Massnahmenstatus.VERWORFEN: "achtung",
}


@dataclass(frozen=True)
class Massnahmenkarte:
    """warnung: empty where nothing is late. schritte: what may be done with it next."""

    massnahme: Massnahme
    laufzeit: str
    warnung: str
    schritte: tuple[Schritt, ...]

    @property
    def farbe(self) -> str:
        return FARBEN[Massnahmenstatus(self.massnahme.status)]


def build_karte(massnahme: Massnahme, *, heute: date) -> Massnahmenkarte:
    return Massnahmenkarte(
        massnahme=massnahme,
        laufzeit=build_laufzeit(massnahme),
        warnung=build_warnung(massnahme, heute=heute),
        schritte=tuple(list_schritte(massnahme.status)),
    )


def build_laufzeit(massnahme: Massnahme) -> str:
    beginn = date_format(massnahme.beginn, "j. F Y")
    if massnahme.ende is None:
        return _("ab %(beginn)s, auf Dauer") % {"beginn": beginn}
    return _("%(beginn)s bis %(ende)s") % {"beginn": beginn, "ende": date_format(massnahme.ende, "j. F Y")}


def build_warnung(massnahme: Massnahme, *, heute: date) -> str:
    """As MassnahmeQuerySet.ueberfaellig decides it."""
    ist_geplant = massnahme.status == Massnahmenstatus.GEPLANT
    ist_offen = ist_geplant or massnahme.status == Massnahmenstatus.LAEUFT
    if ist_offen and massnahme.ende is not None and massnahme.ende < heute:
        return _("sollte am %(tag)s enden") % {"tag": date_format(massnahme.ende, "j. F Y")}
    if ist_geplant and massnahme.beginn < heute:
        return _("sollte am %(tag)s beginnen") % {"tag": date_format(massnahme.beginn, "j. F Y")}
    return ""
