"""The shortlist: to look at and put in order, to print, as a PDF and as plain text. Nothing of it is kept (P4, P9)."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from angebote.domain.krisennummern import load_kasten
from angebote.domain.merkzettel import EMPFOHLEN, HOECHSTENS, PARAMETER, Merkzettel, read_merkzettel
from angebote.druck.blatt import Merkblatt
from angebote.druck.merkblatt import LeeresBlattError, build_merkblatt
from angebote.druck.merkblatt_pdf import set_merkblatt
from angebote.druck.merkblatt_text import write_merkblatt
from angebote.druck.satz import UeberlastetError
from angebote.views.druckform import DruckForm, read_druckwunsch
from angebote.views.merkadresse import build_merkzettel_url
from angebote.views.merkeintraege import load_merkeintraege
from angebote.views.parameter import read_formular, read_parameter
from angebote.views.pdfantwort import show_ueberlastet
from pankow_einsamkeit.decorators import forbid_traces, private_page

View = Callable[[HttpRequest], HttpResponse]


def print_page(view: View) -> View:
    """As private_page, and also takes a form: what a professional types for one print shall not stand in an address.

    A list without an offer leads back to its page, which says why. Such a view writes nothing and knows no visitor, so
    there is nothing to forge and no token to check.
    """

    @wraps(view)
    def answer(request: HttpRequest) -> HttpResponse:
        liste = request.merkzettel = read_liste(request)  # type: ignore[attr-defined]
        try:
            response = view(request)
        except LeeresBlattError:
            response = redirect(build_merkzettel_url(liste))
        forbid_traces(response)
        return response

    return csrf_exempt(require_http_methods(["GET", "HEAD", "POST"])(answer))


@private_page
def show_merkzettel(request: HttpRequest) -> HttpResponse:
    jetzt = timezone.localtime()
    liste = read_liste(request)
    eintraege = load_merkeintraege(liste, jetzt=jetzt)
    context = {
        "eintraege": eintraege,
        "hinweise": build_hinweise(liste),
        "ist_lang": len(eintraege) > EMPFOHLEN,
        "empfohlen": EMPFOHLEN,
        "form": DruckForm(),
        "text_url": build_merkzettel_url(liste, name="merkzettel-text"),
        "leer_url": build_merkzettel_url(Merkzettel()),
        "nummern": load_kasten() if any(eintrag.ist_unterstuetzung for eintrag in eintraege) else None,
        "pfad": [{"label": _("Merkzettel"), "url": ""}],
    }
    return render(request, "angebote/merkzettel.html", context)


@print_page
def show_druckansicht(request: HttpRequest) -> HttpResponse:
    liste = read_liste(request)
    wunsch, hinweise = read_druckwunsch(read_daten(request))
    blatt = build_merkblatt(liste.angebot_ids, wunsch, jetzt=timezone.localtime())
    context = {
        "blatt": blatt,
        "hinweise": [*build_hinweise(liste), *hinweise],
        "zurueck_url": build_merkzettel_url(liste),
        "pfad": [{"label": _("Merkzettel"), "url": reverse("angebote:merkzettel")}, {"label": _("Drucken"), "url": ""}],
    }
    return render(request, "angebote/merkzettel_drucken.html", context)


@print_page
def download_pdf(request: HttpRequest) -> HttpResponse:
    try:
        pdf = set_merkblatt(build_gewuenschtes(request))
    except UeberlastetError:
        return show_ueberlastet(request)
    headers = {"Content-Disposition": 'inline; filename="merkzettel.pdf"'}
    return HttpResponse(pdf, content_type="application/pdf", headers=headers)


@print_page
def download_text(request: HttpRequest) -> HttpResponse:
    return HttpResponse(write_merkblatt(build_gewuenschtes(request)), content_type="text/plain; charset=utf-8")


def build_gewuenschtes(request: HttpRequest) -> Merkblatt:
    wunsch, _hinweise = read_druckwunsch(read_daten(request))
    return build_merkblatt(read_liste(request).angebot_ids, wunsch, jetzt=timezone.localtime())


def read_daten(request: HttpRequest) -> Any:
    return read_formular(request) if request.method == "POST" else read_parameter(request)


def read_liste(request: HttpRequest) -> Merkzettel:
    return read_merkzettel(read_daten(request).getlist(PARAMETER))


def build_hinweise(liste: Merkzettel) -> list[str]:
    """What stood in the address and could not be used."""
    hinweise = []
    if liste.ist_gekuerzt:
        hinweise.append(
            _("Auf den Merkzettel passen %(hoechstens)d Angebote. Die übrigen haben wir weggelassen.")
            % {"hoechstens": HOECHSTENS}
        )
    if liste.unlesbar:
        werte = ", ".join(f"„{wert}“" for wert in liste.genannte_unlesbare)
        hinweise.append(_("Keine Nummer eines Angebots, darum weggelassen: %(werte)s") % {"werte": werte})
    return hinweise
