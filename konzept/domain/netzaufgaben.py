"""What the network waits for: open tasks and the next dates, for its own first page and the overview."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from django.urls import reverse
from django.utils.translation import gettext as _

from konzept.models import Aufgabe, Kommunikation, Sitzung, Wahltermin
from pankow_einsamkeit.models import Konto


@dataclass(frozen=True)
class OffeneAufgabe:
    aufgabe: Aufgabe
    ist_ueberfaellig: bool


@dataclass(frozen=True)
class Netztermin:
    """Something on a day. uhrzeit None: no time of its own. url empty: no page of its own."""

    datum: date
    titel: str
    art: str
    uhrzeit: time | None = None
    ort: str = ""
    url: str = ""


def list_offene_aufgaben(heute: date, konto: Konto | None = None) -> list[OffeneAufgabe]:
    """The longest overdue first; with a konto only those of that person. One query."""
    aufgaben = Aufgabe.objects.offene().select_related("sitzung__gremium", "massnahme", "konto")
    if konto is not None:
        aufgaben = aufgaben.filter(konto=konto)
    return [OffeneAufgabe(aufgabe, aufgabe.ist_ueberfaellig(heute)) for aufgabe in aufgaben]


def list_naechste_termine(heute: date, anzahl: int) -> list[Netztermin]:
    """Meetings that take place, elections and open publications, from that day on. Three queries.

    Overdue publications are told elsewhere: here they would push away what is still to come.
    """
    sitzungen = Sitzung.objects.stattfindende().ab(heute).select_related("gremium")[:anzahl]
    wahlen = Wahltermin.objects.ab(heute)[:anzahl]
    kommunikationen = Kommunikation.objects.offene().ab(heute)[:anzahl]
    termine = [
        *map(_build_sitzung, sitzungen),
        *(Netztermin(wahl.datum, wahl.titel, _("Wahl")) for wahl in wahlen),
        *map(_build_kommunikation, kommunikationen),
    ]
    return sorted(termine, key=lambda termin: (termin.datum, termin.uhrzeit or time()))[:anzahl]


def _build_sitzung(sitzung: Sitzung) -> Netztermin:
    return Netztermin(
        datum=sitzung.datum,
        titel=sitzung.gremium.name,
        art=_("Sitzung"),
        uhrzeit=sitzung.beginn,
        ort=sitzung.ort,
        url=sitzung.get_absolute_url(),
    )


def _build_kommunikation(kommunikation: Kommunikation) -> Netztermin:
    return Netztermin(
        datum=kommunikation.faellig_am,
        titel=kommunikation.titel,
        art=kommunikation.get_kanal_display(),
        url=f"{reverse('konzept:kommunikation-liste')}#k{kommunikation.pk}",
    )
