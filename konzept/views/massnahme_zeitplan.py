"""Measures over time: a drawing, and the same as a table."""

from __future__ import annotations

import re
from datetime import date

from dateutil.relativedelta import relativedelta
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from konzept.choices import Massnahmenstatus
from konzept.domain.zeitplan import build_zeitplan, find_fenster
from konzept.models import Massnahme
from konzept.views.massnahme_liste import read_seite
from konzept.views.massnahmenadresse import build_pfad
from konzept.views.massnahmenkarten import build_karte
from konzept.views.zugang import intern_page

MONAT = re.compile(r"(20\d\d)-(0[1-9]|1[0-2])", re.ASCII)
BLAETTERN = relativedelta(months=12)


@intern_page("konzept.view_massnahme")
def show_zeitplan(request: HttpRequest) -> HttpResponse:
    """`ab`: the first month, such as 2026-07; anything else is the window around today."""
    heute = timezone.localdate()
    von = read_monat(request.GET.get("ab", "")) or find_fenster(heute)
    alle = (
        Massnahme.objects.select_related("komponente", "federfuehrung")
        .prefetch_related("meilensteine")
        .order_by("komponente__reihenfolge", "beginn", "pk")
    )
    massnahmen, seiten = read_seite(request, alle, "seite")
    context = {
        "plan": build_zeitplan(massnahmen, von=von, heute=heute),
        "karten": [build_karte(massnahme, heute=heute) for massnahme in massnahmen],
        "seiten": seiten,
        "status": Massnahmenstatus,
        "frueher": f"{von - BLAETTERN:%Y-%m}" if von.year > 2000 else "",
        "spaeter": f"{von + BLAETTERN:%Y-%m}" if von.year < 2099 else "",
        "pfad": build_pfad(_("Zeitplan")),
    }
    return render(request, "konzept/massnahmen/zeitplan.html", context)


def read_monat(text: str) -> date | None:
    treffer = MONAT.fullmatch(text)
    return date(int(treffer[1]), int(treffer[2]), 1) if treffer else None
