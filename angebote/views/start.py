from datetime import date, datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from angebote.domain.katalogstand import read_version
from angebote.domain.suche.anfrage import Wann, compute_wann_zeitraeume
from angebote.interessen import INTERESSEN
from angebote.models import Gruppe, Kiez
from angebote.views.kacheln import build_kacheln
from angebote.views.zahlen import count_je_auswahl, count_je_wert, count_je_zeitraum, count_oeffentliche
from pankow_einsamkeit.decorators import public_page


@public_page
def show_start(request: HttpRequest) -> HttpResponse:
    jetzt = timezone.localtime()
    heute = jetzt.date()
    version = read_version()
    kieze = list(Kiez.objects.all())
    context = {
        "interessen": _build_interessen(heute, version),
        "kacheln": build_kacheln(kieze, count_je_wert([Gruppe.KIEZ], heute=heute, version=version)),
        "zeiten": _build_zeiten(jetzt, version),
        "kieze": kieze,
        "anzahl_gesamt": count_oeffentliche(heute=heute, version=version),
    }
    return render(request, "angebote/start.html", context)


def _build_interessen(heute: date, version: str) -> list[dict[str, Any]]:
    liste = reverse("angebote:angebot-liste")
    zahlen = count_je_auswahl([interesse.parameter for interesse in INTERESSEN], heute=heute, version=version)
    return [
        {
            "label": interesse.label,
            "icon": interesse.icon,
            "url": f"{liste}?{interesse.query}",
            "anzahl": anzahl,
        }
        for interesse, anzahl in zip(INTERESSEN, zahlen, strict=True)
    ]


def _build_zeiten(jetzt: datetime, version: str) -> list[dict[str, Any]]:
    liste = reverse("angebote:angebot-liste")
    zeitraeume = compute_wann_zeitraeume(heute=jetzt.date())
    labels = {Wann.HEUTE: _("Heute"), Wann.WOCHE: _("In den nächsten 7 Tagen"), Wann.WOCHENENDE: _("Am Wochenende")}
    zahlen = count_je_zeitraum({wann.value: zeitraeume[wann.value] for wann in labels}, jetzt=jetzt, version=version)
    return [
        {"label": label, "url": f"{liste}?wann={wann.value}", "anzahl": zahlen[wann.value]}
        for wann, label in labels.items()
    ]
