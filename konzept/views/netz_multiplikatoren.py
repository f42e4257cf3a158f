"""Places where people hear of the offers (S10, F32). Whoever took it back is in none of these answers."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from konzept.choices import Branche
from konzept.domain.kontaktwiderruf import revoke_kontakt
from konzept.models import Multiplikator
from konzept.models.multiplikator import MultiplikatorQuerySet
from konzept.views.csvdatei import build_csv_antwort
from konzept.views.listenfilter import Filterfeld, read_filterfeld, read_kiezfeld
from konzept.views.netzpfad import build_pfad
from konzept.views.netzseiten import read_seite
from konzept.views.zugang import intern_form, intern_page, read_konto


def read_multiplikatoren(request: HttpRequest) -> tuple[MultiplikatorQuerySet, list[Filterfeld]]:
    """What the address asks for, and the fields that say so. One query."""
    kiezfeld, kiez = read_kiezfeld(request)
    branche = read_filterfeld(request, "branche", _("Branche"), Branche.choices)
    multiplikatoren = Multiplikator.objects.ansprechbare().select_related("kiez")
    if kiez:
        multiplikatoren = multiplikatoren.im_kiez(kiez)
    if branche.gewaehlt:
        multiplikatoren = multiplikatoren.filter(branche=branche.gewaehlt)
    return multiplikatoren, [kiezfeld, branche]


@intern_page("konzept.view_multiplikator")
def show_multiplikatoren(request: HttpRequest) -> HttpResponse:
    multiplikatoren, felder = read_multiplikatoren(request)
    context = {
        "seite": read_seite(request, multiplikatoren.prefetch_related("materialwuensche")),
        "felder": felder,
        "anzahl_widerrufene": Multiplikator.objects.widerrufene().count(),
        "pfad": build_pfad(_("Multiplikator*innen")),
    }
    return render(request, "konzept/netz/multiplikator_liste.html", context)


@intern_page("konzept.view_multiplikator")
def download_multiplikatoren(request: HttpRequest) -> HttpResponse:
    multiplikatoren, _felder = read_multiplikatoren(request)
    kopf = [
        *(_("Name"), _("Branche"), _("Kiez"), _("Ansprechstelle"), _("Telefon"), _("E-Mail"), _("Anschrift")),
        *(_("Grundlage"), _("Grundlage vom"), _("Fassung"), _("Dabei seit")),
    ]
    return build_csv_antwort("multiplikatoren", kopf=kopf, zeilen=map(build_zeile, multiplikatoren))


def build_zeile(eine: Multiplikator) -> list[object]:
    return [
        *(eine.name, eine.get_branche_display(), eine.kiez.name if eine.kiez else _("ganz Pankow")),
        *(eine.kontakt_funktion, eine.telefon, eine.email, eine.anschrift),
        *(eine.get_grundlage_display(), eine.grundlage_am, eine.textfassung, eine.dabei_seit),
    ]


@intern_page("konzept.view_multiplikator")
def show_multiplikator(request: HttpRequest, pk: int) -> HttpResponse:
    eine = get_object_or_404(Multiplikator.objects.ansprechbare().select_related("kiez"), pk=pk)
    context = {
        "multiplikator": eine,
        "wuensche": eine.materialwuensche.all(),
        "pfad": build_pfad(_("Multiplikator*innen"), reverse("konzept:multiplikator-liste"), eine.name),
    }
    return render(request, "konzept/netz/multiplikator_detail.html", context)


@intern_form("konzept.change_multiplikator")
def revoke_multiplikator(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks once, then erases: nothing brings it back."""
    eine = get_object_or_404(Multiplikator.objects.ansprechbare(), pk=pk)
    konto = read_konto(request)
    if request.method == "POST":
        try:
            revoke_kontakt(eintrag=eine, konto=konto, heute=timezone.localdate())
        except ValidationError as fehler:
            messages.error(request, " ".join(fehler.messages))
        else:
            messages.success(request, _("Name und Kontakt sind gelöscht, auch aus allen früheren Ständen."))
        return redirect("konzept:multiplikator-liste")
    context = {
        "eintrag": eine,
        "mit_namen": True,
        "zurueck": eine.get_absolute_url(),
        "pfad": build_pfad(eine.name, eine.get_absolute_url(), _("Kontakt widerrufen")),
    }
    return render(request, "konzept/netz/widerruf.html", context)
