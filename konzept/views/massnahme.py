"""One measure: everything about it on a page, and the steps one takes there."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from konzept.domain.kurve import Kurve, build_kurve
from konzept.domain.lueckenworte import name_spalte
from konzept.domain.massnahmen import complete_meilenstein, reopen_meilenstein
from konzept.models import Indikator, Indikatorwert, Massnahme, Meilenstein
from konzept.views.massnahmenadresse import build_pfad
from konzept.views.massnahmenbezuege import list_bezugsarten
from konzept.views.massnahmenformulare import Wertformular
from konzept.views.massnahmenkarten import build_karte
from konzept.views.zugang import intern_form, intern_page, read_konto

AENDERN = "konzept.change_massnahme"


@dataclass(frozen=True)
class Indikatorteil:
    indikator: Indikator
    kurve: Kurve
    werte: list[Indikatorwert]
    form: Wertformular


@intern_page("konzept.view_massnahme")
def show_massnahme(request: HttpRequest, pk: int) -> HttpResponse:
    massnahmen = Massnahme.objects.select_related("komponente", "federfuehrung", "zustaendig__komponente", "drucksache")
    massnahme = get_object_or_404(massnahmen.prefetch_related("kieze"), pk=pk)
    heute, meilensteine = timezone.localdate(), list(massnahme.meilensteine.all())
    context = {
        "massnahme": massnahme,
        "luecke": name_spalte(**massnahme.luecke_als_adresse) if massnahme.luecke else "",
        "karte": build_karte(massnahme, heute=heute),
        "meilensteine": meilensteine,
        "hat_offene_meilensteine": any(meilenstein.erledigt_am is None for meilenstein in meilensteine),
        "indikatoren": list_indikatorteile(massnahme),
        "bezugsarten": list_bezugsarten(massnahme, request.user, heute=heute),
        "aufgaben": massnahme.aufgaben.select_related("sitzung__gremium"),
        "kommunikationen": massnahme.kommunikationen.all(),
        "wechsel": massnahme.wechsel.select_related("konto").order_by("-am", "-pk"),
        "heute": heute,
        "darf_aendern": request.user.has_perm(AENDERN),
        "pfad": build_pfad(massnahme.titel),
    }
    return render(request, "konzept/massnahmen/detail.html", context)


def list_indikatorteile(massnahme: Massnahme) -> list[Indikatorteil]:
    teile = []
    for indikator in massnahme.indikatoren.prefetch_related("werte"):
        formular = Wertformular(auto_id=f"wert-{indikator.pk}-%s")
        kurve = build_kurve(indikator, beginn=massnahme.beginn)
        teile.append(Indikatorteil(indikator, kurve, list(indikator.werte.all()), formular))
    return teile


@intern_form(AENDERN)
@require_POST
def change_meilenstein(request: HttpRequest, pk: int) -> HttpResponse:
    """Done today; or, with `offen`, not done after all."""
    konto = read_konto(request)
    meilenstein = get_object_or_404(Meilenstein.objects.select_related("massnahme"), pk=pk)
    try:
        if "offen" in request.POST:
            reopen_meilenstein(meilenstein_id=pk, konto=konto)
            satz = _("„%(titel)s“ ist wieder offen.")
        else:
            complete_meilenstein(meilenstein_id=pk, konto=konto, heute=timezone.localdate())
            satz = _("„%(titel)s“ ist erledigt.")
    except ValidationError as fehler:
        messages.error(request, " ".join(fehler.messages))
    else:
        messages.success(request, satz % {"titel": meilenstein.titel})
    return redirect(meilenstein.massnahme)
