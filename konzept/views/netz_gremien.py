"""Rounds, their meetings and the calendar of both (M26, S31)."""

from __future__ import annotations

from django.conf import settings
from django.db.models import Count, Min, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from konzept.domain.gremienkalender import build_gremienkalender, load_fassungen, load_sitzungsfassungen
from konzept.models import Aufgabe, Gremium, Sitzung, Wahltermin
from konzept.views.netzpfad import build_pfad
from konzept.views.netzseiten import read_seite
from konzept.views.zugang import intern_page


@intern_page("konzept.view_gremium")
def show_gremien(request: HttpRequest) -> HttpResponse:
    kuenftige = Q(sitzungen__datum__gte=timezone.localdate(), sitzungen__ist_abgesagt=False)
    gremien = Gremium.objects.select_related("federfuehrung").annotate(
        anzahl_mitglieder=Count("mitgliedschaften", distinct=True),
        naechste_sitzung=Min("sitzungen__datum", filter=kuenftige),
    )
    context = {
        "gremien": gremien.aktive(),
        "fruehere": Gremium.objects.filter(ist_aktiv=False),
        "pfad": build_pfad(_("Gremien")),
    }
    return render(request, "konzept/netz/gremium_liste.html", context)


@intern_page("konzept.view_gremium")
def show_gremium(request: HttpRequest, pk: int) -> HttpResponse:
    heute = timezone.localdate()
    gremium = get_object_or_404(Gremium.objects.select_related("federfuehrung"), pk=pk)
    context = {
        "gremium": gremium,
        "mitgliedschaften": gremium.mitgliedschaften.select_related("geschaeftsbereich", "akteur"),
        "kommende": gremium.sitzungen.ab(heute),
        "vergangene": read_seite(request, gremium.sitzungen.vor(heute).prefetch_related("beschluesse")),
        "aufgaben": Aufgabe.objects.offene().filter(sitzung__gremium=gremium),
        "pfad": build_pfad(_("Gremien"), reverse("konzept:gremium-liste"), gremium.name),
    }
    return render(request, "konzept/netz/gremium_detail.html", context)


@intern_page("konzept.view_sitzung")
def show_sitzungen(request: HttpRequest) -> HttpResponse:
    heute = timezone.localdate()
    sitzungen = Sitzung.objects.select_related("gremium").annotate(anzahl_beschluesse=Count("beschluesse"))
    context = {
        "kommende": sitzungen.ab(heute),
        "vergangene": read_seite(request, sitzungen.vor(heute)),
        "wahltermine": Wahltermin.objects.ab(heute),
        "pfad": build_pfad(_("Sitzungen")),
    }
    return render(request, "konzept/netz/sitzung_liste.html", context)


@intern_page("konzept.view_sitzung")
def show_sitzung(request: HttpRequest, pk: int) -> HttpResponse:
    sitzung = get_object_or_404(Sitzung.objects.select_related("gremium"), pk=pk)
    context = {
        "sitzung": sitzung,
        "beschluesse": sitzung.beschluesse.all(),
        "aufgaben": sitzung.aufgaben.select_related("massnahme"),
        "pfad": build_pfad(sitzung.gremium.name, sitzung.gremium.get_absolute_url(), _("Sitzung")),
    }
    return render(request, "konzept/netz/sitzung_detail.html", context)


@intern_page("konzept.view_sitzung")
def download_kalender(request: HttpRequest) -> HttpResponse:
    datei = build_gremienkalender(
        sitzungen=Sitzung.objects.select_related("gremium"),
        wahltermine=Wahltermin.objects.all(),
        sitzungsfassungen=load_sitzungsfassungen(),
        wahlfassungen=load_fassungen(Wahltermin),
        jetzt=timezone.now(),
        basis_url=settings.BASIS_URL,
    )
    headers = {"Content-Disposition": 'attachment; filename="gremien.ics"'}
    return HttpResponse(datei, content_type="text/calendar; charset=utf-8", headers=headers)
