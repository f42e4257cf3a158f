"""Gap analysis: what is where and what is missing, as a table, as a map of tiles and as a file."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from konzept.domain.kiezlage import list_kiezlagen
from konzept.domain.luecken import count_matrix
from konzept.domain.verortung import load_kiezbestand
from konzept.views.csvdatei import build_csv_antwort
from konzept.views.lueckenformular import Lueckenform
from konzept.views.zugang import intern_page


@intern_page("konzept.view_massnahme")
def show_luecken(request: HttpRequest) -> HttpResponse:
    formular = Lueckenform(request.GET)
    bestand = load_kiezbestand(heute=timezone.localdate())
    context = {
        "formular": formular,
        "heute": bestand.heute,
        "matrix": count_matrix(bestand, dimension=formular.dimension, bereich=formular.bereichswert),
        "lagen": list_kiezlagen(bestand, bereich=formular.bereichswert),
        "pfad": [{"label": _("Lücken"), "url": ""}],
    }
    return render(request, "konzept/luecken/matrix.html", context)


@intern_page("konzept.view_massnahme")
def download_luecken(request: HttpRequest) -> HttpResponse:
    """The same table for a spreadsheet."""
    formular = Lueckenform(request.GET)
    bestand = load_kiezbestand(heute=timezone.localdate())
    matrix = count_matrix(bestand, dimension=formular.dimension, bereich=formular.bereichswert)
    return build_csv_antwort(
        f"luecken-{formular.dimension}-{formular.bereichswert or 'alle'}-{bestand.heute.isoformat()}",
        kopf=[_("Kiez"), *(spalte.titel for spalte in matrix.spalten), _("Angebote, einmal gezählt")],
        zeilen=[[zeile.titel, *(zelle.anzahl for zelle in zeile.zellen), zeile.summe] for zeile in matrix.zeilen],
    )
