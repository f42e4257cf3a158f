""" "Stimmt etwas nicht?": a report without name and cookie, and the page that says what happens with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from angebote.choices import Meldungsart
from angebote.domain.meldeschutz import (
    FalleError,
    MeldeschutzError,
    ZuVieleMeldungenError,
    build_marke,
    check_marke,
    keep_marke,
)
from angebote.domain.meldungen import Eingang, submit_meldung
from angebote.models import Meldung
from angebote.models.meldung import TEXT_LAENGE
from angebote.views.meldeformular import FALLE, Meldeformular
from angebote.views.meldeseite import Meldeseite, find_meldeseite, find_meldeseite_by_kurz_id
from angebote.views.parameter import read_formular, read_parameter
from pankow_einsamkeit.decorators import NICHT_SPEICHERN, private_page
from pankow_einsamkeit.herkunft import is_foreign, read_adresse


@dataclass(frozen=True)
class Fehler:
    """anker: the id of the field it belongs to; empty if it belongs to none."""

    anker: str
    text: str


@sensitive_post_parameters()
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def show_melden(request: HttpRequest) -> HttpResponse:
    """No token of Django's, which would need a cookie: there is no session here that a foreign page could abuse."""
    jetzt = timezone.localtime()
    antwort = _take(request, jetzt=jetzt) if request.method == "POST" else _show_leer(request, jetzt=jetzt)
    antwort.headers["Cache-Control"] = NICHT_SPEICHERN
    antwort.headers["X-Robots-Tag"] = "noindex, nofollow"
    return antwort


@private_page
def show_danke(request: HttpRequest, kennung: str) -> HttpResponse:
    """Tells the number, and until when somebody looks at it; nothing of what was written."""
    meldung = get_object_or_404(Meldung, kennung=kennung.replace("\0", "").lower())
    context = {
        "meldung": meldung,
        "ist_barriere": meldung.art == Meldungsart.BARRIERE,
        "loeschen_tage": settings.MELDUNG_LOESCHEN_TAGE,
        "pfad": [
            {"label": _("Stimmt etwas nicht?"), "url": reverse("angebote:melden")},
            {"label": _("Danke"), "url": ""},
        ],
    }
    return render(request, "angebote/melden_danke.html", context)


def _show_leer(request: HttpRequest, *, jetzt: datetime) -> HttpResponse:
    parameter = read_parameter(request)
    kurz_id = parameter.get("angebot", "")
    seite = find_meldeseite_by_kurz_id(kurz_id) if kurz_id else find_meldeseite(parameter.get("seite", ""))
    art = parameter.get("art", "")
    vorgabe = art if art in Meldungsart.values else Meldungsart.ANGABE
    return _show_formular(request, Meldeformular(initial={"art": vorgabe}), seite=seite, marke=build_marke(jetzt))


def _take(request: HttpRequest, *, jetzt: datetime) -> HttpResponse:
    if is_foreign(request):
        raise PermissionDenied
    daten = read_formular(request)
    formular, seite = Meldeformular(daten), find_meldeseite(daten.get("seite", ""))
    marke = keep_marke(daten.get("marke", ""), jetzt=jetzt)
    if not formular.is_valid():
        return _show_formular(request, formular, seite=seite, marke=marke)
    eingang = Eingang(**formular.cleaned_data, seite=seite.pfad, angebot=seite.angebot)
    try:
        if daten.get(FALLE):
            raise FalleError
        check_marke(daten.get("marke", ""), jetzt=jetzt)
        meldung = submit_meldung(eingang, adresse=read_adresse(request), jetzt=jetzt)
    except MeldeschutzError as fehler:
        return _refuse(request, formular, fehler, seite=seite, marke=marke)
    antwort = redirect("angebote:melden-danke", kennung=meldung.kennung)
    antwort.status_code = HTTPStatus.SEE_OTHER  # a GET, so that a reload sends nothing
    return antwort


def _refuse(
    request: HttpRequest, formular: Meldeformular, fehler: MeldeschutzError, *, seite: Meldeseite, marke: str
) -> HttpResponse:
    antwort = _show_formular(request, formular, seite=seite, marke=marke, satz=str(fehler))
    if isinstance(fehler, ZuVieleMeldungenError):
        antwort.status_code = HTTPStatus.TOO_MANY_REQUESTS
    return antwort


def _show_formular(
    request: HttpRequest, formular: Meldeformular, *, seite: Meldeseite, marke: str, satz: str = ""
) -> HttpResponse:
    """Mistakes are answered with 200: they are no error of the site."""
    context = {
        "form": formular,
        "seite": seite,
        "marke": marke,
        "falle": FALLE,
        "fehlerliste": [Fehler("", satz)] if satz else list(_iterate_fehler(formular)),
        "text_laenge": TEXT_LAENGE,
        "loeschen_tage": settings.MELDUNG_LOESCHEN_TAGE,
        "pfad": [{"label": _("Stimmt etwas nicht?"), "url": ""}],
    }
    return render(request, "angebote/melden.html", context)


def _iterate_fehler(formular: Meldeformular) -> Iterator[Fehler]:
    """In the order of the fields."""
    for name in formular.fields:
        anker = "art-angabe" if name == "art" else name.replace("_", "-")
        for text in formular.errors.get(name, ()):
            yield Fehler(anker, str(text))
