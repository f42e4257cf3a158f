from datetime import date, datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from angebote.domain.suche.anfrage import Wann, compute_wann_zeitraeume
from angebote.interessen import INTERESSEN
from angebote.models import Angebot, Gruppe, Kiez
from angebote.views.kacheln import build_kacheln
from angebote.views.zahlen import count_je_auswahl, count_je_wert, count_je_zeitraum
from pankow_einsamkeit.decorators import public_page


@public_page
def show_start(request: HttpRequest) -> HttpResponse:
    jetzt = timezone.localtime()
    heute = jetzt.date()
    kieze = list(Kiez.objects.all())
    context = {
        "interessen": _build_interessen(heute),
        "kacheln": build_kacheln(kieze, count_je_wert([Gruppe.KIEZ], heute=heute)),
        "zeiten": _build_zeiten(jetzt),
        "kieze": kieze,
        "anzahl_gesamt": Angebot.objects.oeffentlich(heute).count(),
    }
    return render(request, "angebote/start.html", context)


def _build_interessen(heute: date) -> list[dict[str, Any]]:
    liste = reverse("angebote:angebot-liste")
    zahlen = count_je_auswahl([interesse.parameter for interesse in INTERESSEN], heute=heute)
    return [
        {
            "label": interesse.label,
            "icon": interesse.icon,
            "url": f"{liste}?{interesse.query}",
            "anzahl": anzahl,
        }
        for interesse, anzahl in zip(INTERESSEN, zahlen, strict=True)
    ]


def _build_zeiten(jetzt: datetime) -> list[dict[str, Any]]:
    liste = reverse("angebote:angebot-liste")
    zeitraeume = compute_wann_zeitraeume(heute=jetzt.date())
    labels = {Wann.HEUTE: _("Heute"), Wann.WOCHE: _("In den nächsten 7 Tagen"), Wann.WOCHENENDE: _("Am Wochenende")}
    zahlen = count_je_zeitraum({wann.value: zeitraeume[wann.value] for wann in labels}, jetzt=jetzt)
    return [
        {"label": label, "url": f"{liste}?wann={wann.value}", "anzahl": zahlen[wann.value]}
        for wann, label in labels.items()
    ]
