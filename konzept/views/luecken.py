"""Gap analysis: what is where and what is missing, as a table, as a map of tiles and as a file."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from konzept.domain.kiezkarte import build_kiezkarte
from konzept.domain.kiezlage import list_kiezlagen
from konzept.domain.luecken import count_matrix
from konzept.domain.verortung import load_kiezbestand
from konzept.views.csvdatei import build_csv_antwort
from konzept.views.kiezquellen import list_quellen
from konzept.views.lueckenformular import Lueckenwahl
from konzept.views.lueckentabelle import build_kopf, list_zeilen
from konzept.views.zugang import intern_page


@intern_page("konzept.view_massnahme")
def show_luecken(request: HttpRequest) -> HttpResponse:
    wahl = Lueckenwahl(request)
    bestand = load_kiezbestand(heute=timezone.localdate())
    lagen = list_kiezlagen(bestand, bereich=wahl.bereichswert)
    context = {
        "felder": wahl.felder,
        "heute": bestand.heute,
        "matrix": count_matrix(bestand, dimension=wahl.dimension, bereich=wahl.bereichswert),
        "lagen": lagen,
        "karte": build_kiezkarte(lagen),
        "quellen": list_quellen(bestand.kieze, heute=bestand.heute),
        "pfad": [{"label": _("Lücken"), "url": ""}],
    }
    return render(request, "konzept/luecken/matrix.html", context)


@intern_page("konzept.view_massnahme")
def download_luecken(request: HttpRequest) -> HttpResponse:
    """The same table for a spreadsheet, with who lives there and where the figures are from."""
    wahl = Lueckenwahl(request)
    bestand = load_kiezbestand(heute=timezone.localdate())
    matrix = count_matrix(bestand, dimension=wahl.dimension, bereich=wahl.bereichswert)
    lagen = list_kiezlagen(bestand, bereich=wahl.bereichswert)
    return build_csv_antwort(
        f"luecken-{wahl.dimension}-{wahl.bereichswert or 'alle'}-{bestand.heute.isoformat()}",
        kopf=build_kopf(matrix),
        zeilen=list_zeilen(matrix, lagen, heute=bestand.heute),
    )
