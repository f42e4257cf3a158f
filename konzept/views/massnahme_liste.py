"""Measures as lists: with questions and as a file, what is late, by Kiez, by department."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from angebote.models import Kiez
from angebote.views.seiten import Seiten, build_seiten
from konzept.models import Geschaeftsbereich, Massnahme, Meilenstein
from konzept.models.massnahme import MassnahmeQuerySet
from konzept.views.csvdatei import build_csv_antwort
from konzept.views.massnahmenadresse import build_pfad
from konzept.views.massnahmenfilter import Massnahmenfilter
from konzept.views.massnahmenkarten import build_karte
from konzept.views.massnahmentabelle import build_zeile, list_spalten
from konzept.views.zugang import intern_page

JE_SEITE = 50


def list_massnahmen() -> MassnahmeQuerySet:
    return Massnahme.objects.select_related("komponente", "federfuehrung").mit_meilensteinen().prefetch_related("kieze")


@intern_page("konzept.view_massnahme")
def show_liste(request: HttpRequest) -> HttpResponse:
    heute, filter_ = timezone.localdate(), Massnahmenfilter(request)
    seite = Paginator(filter_.apply(list_massnahmen()), JE_SEITE).get_page(request.GET.get("seite"))
    context = {
        "filter": filter_,
        "seite": seite,
        "karten": [build_karte(massnahme, heute=heute) for massnahme in seite],
        "pfad": build_pfad(_("Liste")),
    }
    return render(request, "konzept/massnahmen/liste.html", context)


@intern_page("konzept.view_massnahme")
def download_liste(request: HttpRequest) -> HttpResponse:
    """The same questions as the list; all rows."""
    massnahmen = Massnahmenfilter(request).apply(list_massnahmen().prefetch_related("beteiligte"))
    return build_csv_antwort(
        f"massnahmen-{timezone.localdate():%Y-%m-%d}",
        kopf=list_spalten(),
        zeilen=[build_zeile(massnahme) for massnahme in massnahmen],
    )


def read_seite(request: HttpRequest, menge: QuerySet[Any], name: str) -> tuple[Page[Any], Seiten]:
    """The page that the address asks for by that name; other parameters stay."""
    seite = Paginator(menge, JE_SEITE).get_page(request.GET.get(name))
    andere = {n: wert for n, wert in request.GET.items() if n in {"seite", "schritte", "ab"} - {name}}
    return seite, build_seiten(
        seite.number,
        seite.paginator.num_pages,
        build_href=lambda nummer: f"?{urlencode({**andere, name: str(nummer)})}",
    )


@intern_page("konzept.view_massnahme")
def show_ueberfaellige(request: HttpRequest) -> HttpResponse:
    """Two lists, each with pages of its own: `seite` and `schritte`."""
    heute = timezone.localdate()
    meilensteine = Meilenstein.objects.ueberfaellig(heute).select_related("massnahme__federfuehrung")
    gebliebene = Meilenstein.objects.gebliebene().select_related("massnahme").order_by("-faellig_am", "-pk")
    massnahmen, massnahmenseiten = read_seite(request, list_massnahmen().ueberfaellig(heute), "seite")
    schritte, schrittseiten = read_seite(request, meilensteine, "schritte")
    context = {
        "karten": [build_karte(eine, heute=heute) for eine in massnahmen],
        "meilensteine": schritte,
        "massnahmenseiten": massnahmenseiten,
        "schrittseiten": schrittseiten,
        "gebliebene": gebliebene[:JE_SEITE],
        "darf_aendern": request.user.has_perm("konzept.change_massnahme"),
        "pfad": build_pfad(_("Überfällig")),
    }
    return render(request, "konzept/massnahmen/ueberfaellig.html", context)


@intern_page("konzept.view_massnahme")
def show_kieze(request: HttpRequest) -> HttpResponse:
    """All Kieze, those without a measure too: that is what one looks for here."""
    eigene = Prefetch("massnahmen", Massnahme.objects.offene_zuerst())
    context = {
        "kieze": Kiez.objects.prefetch_related(eigene),
        "ueberall": Massnahme.objects.filter(kieze__isnull=True).offene_zuerst(),
        "pfad": build_pfad(_("Nach Kiez")),
    }
    return render(request, "konzept/massnahmen/kieze.html", context)


@intern_page("konzept.view_massnahme")
def show_bereiche(request: HttpRequest) -> HttpResponse:
    massnahmen = Massnahme.objects.offene_zuerst()
    bereiche = Geschaeftsbereich.objects.aktive_oder_mit_massnahmen().prefetch_related(
        Prefetch("massnahmen", massnahmen), Prefetch("mitgetragene_massnahmen", massnahmen)
    )
    return render(
        request, "konzept/massnahmen/bereiche.html", {"bereiche": bereiche, "pfad": build_pfad(_("Nach Bereich"))}
    )
