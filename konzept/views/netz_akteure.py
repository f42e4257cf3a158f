"""The register of those who take part (M15, M23, F32): read, narrow down, take a contact back, enter a new one."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from angebote.choices import JaNein
from konzept.choices import Akteurart, Ebene
from konzept.domain.kontaktwiderruf import renew_kontakt, revoke_kontakt
from konzept.models import Akteur, Massnahme
from konzept.models.akteur import AkteurQuerySet
from konzept.views.csvdatei import build_csv_antwort
from konzept.views.listenfilter import Filterfeld, read_filterfeld, read_kiezfeld
from konzept.views.netz_formulare import KontaktForm
from konzept.views.netzpfad import build_pfad
from konzept.views.netzseiten import read_seite
from konzept.views.zugang import intern_form, intern_page, read_konto

RUNDEN = ("gpv", "psag")


def read_akteure(request: HttpRequest) -> tuple[AkteurQuerySet, list[Filterfeld]]:
    """What the address asks for, and the fields that say so. One query."""
    kiezfeld, kiez = read_kiezfeld(request)
    art = read_filterfeld(request, "art", _("Art"), Akteurart.choices)
    ebene = read_filterfeld(request, "ebene", _("Ebene"), Ebene.choices)
    runde = read_filterfeld(request, "runde", _("Mitglied im"), zip(RUNDEN, ("GpV", "PSAG"), strict=True))
    akteure = Akteur.objects.aktive()
    if kiez:
        akteure = akteure.im_kiez(kiez)
    if art.gewaehlt:
        akteure = akteure.filter(art=art.gewaehlt)
    if ebene.gewaehlt:
        akteure = akteure.filter(ebene=ebene.gewaehlt)
    if runde.gewaehlt:
        akteure = akteure.filter(**{runde.gewaehlt: JaNein.JA})
    return akteure.prefetch_related("kieze"), [kiezfeld, art, ebene, runde]


@intern_page("konzept.view_akteur")
def show_akteure(request: HttpRequest) -> HttpResponse:
    akteure, felder = read_akteure(request)
    context = {
        "seite": read_seite(request, akteure),
        "felder": felder,
        "pfad": build_pfad(_("Akteure")),
    }
    return render(request, "konzept/netz/akteur_liste.html", context)


@intern_page("konzept.view_akteur")
def download_akteure(request: HttpRequest) -> HttpResponse:
    akteure, _felder = read_akteure(request)
    kopf = [
        *(_("Name"), _("Art"), _("Ebene"), _("Arbeitsweise"), _("Kieze"), _("Rolle"), _("GpV"), _("PSAG")),
        *(_("Ansprechstelle"), _("Telefon"), _("E-Mail"), _("Grundlage"), _("Dabei seit")),
    ]
    return build_csv_antwort("akteure", kopf=kopf, zeilen=map(build_zeile, akteure))


def build_zeile(akteur: Akteur) -> list[object]:
    return [
        *(akteur.name, akteur.get_art_display(), akteur.get_ebene_display(), akteur.get_arbeitsweise_display()),
        ", ".join(kiez.name for kiez in akteur.kieze.all()) or _("ganz Pankow"),
        *(akteur.rolle, akteur.get_gpv_display(), akteur.get_psag_display()),
        *(akteur.kontakt_funktion, akteur.telefon, akteur.email),
        *(akteur.get_grundlage_display() if akteur.hat_kontakt else "", akteur.dabei_seit),
    ]


@intern_page("konzept.view_akteur")
def show_akteur(request: HttpRequest, pk: int) -> HttpResponse:
    akteur = get_object_or_404(Akteur.objects.select_related("traeger", "geschaeftsbereich"), pk=pk)
    context = {
        "akteur": akteur,
        "mitgliedschaften": akteur.mitgliedschaften.select_related("gremium"),
        "massnahmen": Massnahme.objects.von_akteur(akteur),
        "pfad": build_pfad(_("Akteure"), reverse("konzept:akteur-liste"), akteur.name),
    }
    return render(request, "konzept/netz/akteur_detail.html", context)


@intern_form("konzept.change_akteur")
def revoke_akteur(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks once, then erases: nothing brings it back."""
    akteur = get_object_or_404(Akteur, pk=pk)
    konto = read_konto(request)
    if request.method == "POST":
        try:
            revoke_kontakt(eintrag=akteur, konto=konto, heute=timezone.localdate())
        except ValidationError as fehler:
            messages.error(request, " ".join(fehler.messages))
        else:
            messages.success(request, _("Der Kontakt ist gelöscht, auch aus allen früheren Ständen."))
        return redirect(akteur)
    context = {
        "eintrag": akteur,
        "zurueck": akteur.get_absolute_url(),
        "pfad": build_pfad(akteur.name, akteur.get_absolute_url(), _("Kontakt widerrufen")),
    }
    return render(request, "konzept/netz/widerruf.html", context)


@intern_form("konzept.change_akteur")
def enter_kontakt(request: HttpRequest, pk: int) -> HttpResponse:
    """Where a contact was taken back, or there is none yet."""
    akteur = get_object_or_404(Akteur, pk=pk)
    konto = read_konto(request)
    if akteur.hat_kontakt and request.method != "POST":
        messages.info(request, _("Hier steht schon ein Kontakt. Ändern können Sie ihn unter „Bearbeiten“."))
        return redirect(akteur)
    form = KontaktForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            renew_kontakt(akteur=akteur, angaben=form.cleaned_data, konto=konto, heute=timezone.localdate())
        except ValidationError as fehler:
            form.add_fehler(fehler)
        else:
            messages.success(request, _("Der Kontakt ist eingetragen."))
            return redirect(akteur)
    context = {
        "akteur": akteur,
        "form": form,
        "pfad": build_pfad(akteur.name, akteur.get_absolute_url(), _("Kontakt eintragen")),
    }
    return render(request, "konzept/netz/kontakt.html", context)
