"""The communication plan: by month, what is overdue, and whom it reached (S19, F33)."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _

from konzept.choices import Erledigung, Kanal
from konzept.domain.kommunikationsplan import list_planmonate
from konzept.models import Kommunikation
from konzept.models.kommunikation import KommunikationQuerySet
from konzept.views.csvdatei import build_csv_antwort
from konzept.views.listenfilter import Filterfeld, read_filterfeld, read_kiezfeld
from konzept.views.netz_erledigung import answer_schritt
from konzept.views.netz_vorlagen import list_vorlagen, prefetch_vorlagen
from konzept.views.netzpfad import build_pfad
from konzept.views.netzseiten import read_seite
from konzept.views.zugang import intern_form, intern_page

UEBERFAELLIG = "ueberfaellig"


def read_plan(request: HttpRequest, heute: date) -> tuple[KommunikationQuerySet, list[Filterfeld]]:
    """Everything, unless the address narrows it down. One query."""
    stand = read_filterfeld(request, "stand", _("Stand"), [(UEBERFAELLIG, _("überfällig")), *Erledigung.choices])
    kanal = read_filterfeld(request, "kanal", _("Kanal"), Kanal.choices)
    kiezfeld, kiez = read_kiezfeld(request)
    plan = Kommunikation.objects.select_related("massnahme").prefetch_related("kieze")
    if stand.gewaehlt == UEBERFAELLIG:
        plan = plan.ueberfaellig(heute)
    elif stand.gewaehlt:
        plan = plan.filter(status=stand.gewaehlt)
    if kanal.gewaehlt:
        plan = plan.filter(kanal=kanal.gewaehlt)
    if kiez:
        plan = plan.im_kiez(kiez)
    return plan, [stand, kanal, kiezfeld]


@intern_page("konzept.view_kommunikation")
def show_plan(request: HttpRequest) -> HttpResponse:
    heute = timezone.localdate()
    plan, felder = read_plan(request, heute)
    seite = read_seite(request, prefetch_vorlagen(plan, heute))
    context = {
        "seite": seite,
        "monate": [
            (monat.monat, [(zeile, list_vorlagen(zeile.kommunikation)) for zeile in monat.zeilen])
            for monat in list_planmonate(seite.object_list, heute=heute)
        ],
        "anzahl_ueberfaellige": Kommunikation.objects.ueberfaellig(heute).count(),
        "felder": felder,
        "pfad": build_pfad(_("Kommunikationsplan")),
    }
    return render(request, "konzept/netz/kommunikation_liste.html", context)


@intern_page("konzept.view_kommunikation")
def download_plan(request: HttpRequest) -> HttpResponse:
    plan, _felder = read_plan(request, timezone.localdate())
    kopf = [
        *(_("Tag"), _("Titel"), _("Kanal"), _("Material"), _("Verantwortlich"), _("Status"), _("Erledigt am")),
        *(_("Reichweite"), _("Maßnahme"), _("Kieze")),
    ]
    return build_csv_antwort("kommunikationsplan", kopf=kopf, zeilen=map(build_zeile, plan))


def build_zeile(eine: Kommunikation) -> list[object]:
    return [
        *(eine.faellig_am, eine.titel, eine.get_kanal_display(), eine.material, eine.verantwortlich),
        *(eine.get_status_display(), eine.erledigt_am, eine.ergebnis, eine.massnahme),
        ", ".join(kiez.name for kiez in eine.kieze.all()) or _("ganz Pankow"),
    ]


@intern_form("konzept.change_kommunikation")
def move_kommunikation(request: HttpRequest, pk: int) -> HttpResponse:
    return answer_schritt(request, get_object_or_404(Kommunikation, pk=pk), liste="konzept:kommunikation-liste")
