"""The first page of the network: what waits, the next dates, and the way to each register."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from konzept.domain.netzaufgaben import list_naechste_termine, list_offene_aufgaben
from konzept.models import Akteur, Aufgabe, Gremium, Kommunikation, Multiplikator, Sitzung
from konzept.views.zugang import intern_page

TERMINE = 6
AUFGABEN = 6


@dataclass(frozen=True)
class Register:
    """One card. recht: who lacks it does not see the card."""

    titel: str
    satz: str
    url: str
    recht: str
    anzahl: int


@intern_page("konzept.view_gremium")
def show_netzwerk(request: HttpRequest) -> HttpResponse:
    heute = timezone.localdate()
    aufgaben = list_offene_aufgaben(heute)
    context = {
        "register": list_register(request),
        "aufgaben": aufgaben[:AUFGABEN],
        "anzahl_offene": len(aufgaben),
        "anzahl_ueberfaellige": sum(eine.ist_ueberfaellig for eine in aufgaben),
        "termine": list_naechste_termine(heute, TERMINE),
        "pfad": [{"label": _("Netzwerk"), "url": ""}],
    }
    return render(request, "konzept/netz/uebersicht.html", context)


def list_register(request: HttpRequest) -> list[Register]:
    """Only what this person may see, counts included. A query for each."""
    zeilen = (
        (
            _("Akteure"),
            _("Wer am Konzept mitwirkt, mit Ebene, Kiez und Rolle."),
            "konzept:akteur-liste",
            "konzept.view_akteur",
            Akteur.objects.aktive(),
        ),
        (
            _("Multiplikator*innen"),
            _("Praxen, Läden und Häuser, die von Angeboten erzählen, und was sie dafür brauchen."),
            "konzept:multiplikator-liste",
            "konzept.view_multiplikator",
            Multiplikator.objects.ansprechbare(),
        ),
        (
            _("Gremien"),
            _("Runden mit Mitgliedern, Sitzungen und Beschlüssen."),
            "konzept:gremium-liste",
            "konzept.view_gremium",
            Gremium.objects.aktive(),
        ),
        (
            _("Sitzungen"),
            _("Kommende und vergangene Termine, auch als Kalenderdatei."),
            "konzept:sitzung-liste",
            "konzept.view_sitzung",
            Sitzung.objects.all(),
        ),
        (
            _("Aufgaben"),
            _("Wer was bis wann tut."),
            "konzept:aufgabe-liste",
            "konzept.view_aufgabe",
            Aufgabe.objects.offene(),
        ),
        (
            _("Kommunikationsplan"),
            _("Was wann auf welchem Weg bekannt gemacht wird."),
            "konzept:kommunikation-liste",
            "konzept.view_kommunikation",
            Kommunikation.objects.offene(),
        ),
    )
    return [
        Register(titel, satz, reverse(name), recht, menge.count())
        for titel, satz, name, recht, menge in zeilen
        if request.user.has_perm(recht)
    ]
