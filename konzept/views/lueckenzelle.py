"""One cell of the gap table on a page of its own, with the way to a measure."""

from __future__ import annotations

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from angebote.domain.suche.mengen import Menge
from angebote.models import Angebot
from angebote.views.seiten import build_seiten
from konzept.domain.lueckenzelle import find_zelle
from konzept.domain.verortung import Kiezbestand, load_kiezbestand
from konzept.views.lueckenformular import Lueckenwahl
from konzept.views.massnahmenbezuege import Bezug, build_angebotsbezug
from konzept.views.zugang import intern_page

JE_SEITE = 50


@intern_page("konzept.view_massnahme")
def show_zelle(request: HttpRequest) -> HttpResponse:
    """`nach`, `bereich`: as of the table. `kiez`, `wert`: row and column."""
    wahl = Lueckenwahl(request)
    bestand = load_kiezbestand(heute=timezone.localdate())
    angaben = {
        "nach": str(wahl.dimension),
        "bereich": wahl.bereichswert,
        "kiez": request.GET.get("kiez", ""),
        "wert": request.GET.get("wert", ""),
    }
    zelle = find_zelle(
        bestand,
        dimension=wahl.dimension,
        bereich=angaben["bereich"],
        kiez=angaben["kiez"],
        wert=angaben["wert"],
    )
    if zelle is None:
        raise Http404("no such cell")
    seite = Paginator(range(zelle.anzahl), JE_SEITE).get_page(request.GET.get("seite"))
    tabelle = f"{reverse('konzept:luecken')}?{urlencode({'nach': angaben['nach'], 'bereich': angaben['bereich']})}"
    context = {
        "zelle": zelle,
        "bereich": wahl.bereichswert,
        "bereichname": wahl.bereichname,
        "heute": bestand.heute,
        "angebote": list_angebote(bestand, zelle.menge, anfang=seite.start_index() - 1, anzahl=JE_SEITE),
        "seiten": build_seiten(
            seite.number,
            seite.paginator.num_pages,
            build_href=lambda nummer: f"?{urlencode({**angaben, 'seite': str(nummer)})}",
        ),
        "tabelle": tabelle,
        "pfad": [{"label": _("Lücken"), "url": tabelle}, {"label": capfirst(zelle.spalte.titel), "url": ""}],
    }
    return render(request, "konzept/luecken/zelle.html", context)


def list_angebote(bestand: Kiezbestand, menge: Menge, *, anfang: int, anzahl: int) -> list[Bezug]:
    """Those of one page, by title. menge: public ones. One query."""
    pks = bestand.suche.titelfolge.sort(menge, anfang=max(anfang, 0), ende=max(anfang, 0) + anzahl)
    angebote = Angebot.objects.select_related("ort", "traeger").in_bulk(pks)
    return [build_angebotsbezug(angebote[pk], ist_sichtbar=True, heute=bestand.heute) for pk in pks if pk in angebote]
