"""The programmes of a Kiez to print: its week for a notice board, its month as a folded leaflet."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from angebote.druck.monatsblatt import KUERZUNGEN, SEITENZAHLEN, Monatsblatt, build_monatsblatt
from angebote.druck.wochenprogramm import build_wochenprogramm
from angebote.druck.zeitraum import Zeitraum, list_monate, list_wochen, read_monat, read_woche, start_day
from angebote.models import Kiez
from angebote.views.kiez import show_unbekannt
from angebote.views.pdfantwort import answer_pdf, read_tagesstand
from pankow_einsamkeit.decorators import public_page
from pankow_einsamkeit.stand import read_stand


@public_page
def show_woche(request: HttpRequest, slug: str) -> HttpResponse:
    jetzt = timezone.localtime()
    kiez = Kiez.objects.filter(slug=slug).first()
    if kiez is None:
        return show_unbekannt(request)
    zeitraum, hinweis = read_woche(request.GET.get("ab", ""), heute=jetzt.date())
    wert = "" if zeitraum.von == jetzt.date() else zeitraum.von.isoformat()
    context = {
        "kiez": kiez,
        "programm": build_wochenprogramm(kiez, zeitraum=zeitraum, jetzt=jetzt),
        "hinweis": hinweis,
        "pdf_url": _build_url("angebote:kiez-woche-pdf", kiez, ab=wert),
        "wochen": [
            {
                "label": wahl.zeitraum.satz,
                "url": _build_url("angebote:kiez-woche", kiez, ab=wahl.wert),
                "ist_hier": wahl.zeitraum == zeitraum,
            }
            for wahl in list_wochen(jetzt.date())
        ],
        "pfad": _build_pfad(kiez, _("Wochenprogramm")),
    }
    return render(request, "angebote/kiez_woche.html", context)


@public_page
def download_woche(request: HttpRequest, slug: str) -> HttpResponse:
    jetzt = timezone.localtime()
    kiez = get_object_or_404(Kiez, slug=slug)
    zeitraum, _hinweis = read_woche(request.GET.get("ab", ""), heute=jetzt.date())
    return answer_pdf(
        request,
        "wochenprogramm",
        lambda: build_wochenprogramm(kiez, zeitraum=zeitraum, jetzt=jetzt),
        schluessel=(read_stand(jetzt=jetzt), slug, zeitraum.von.isoformat()),
        dateiname=f"wochenprogramm-{slug}-{zeitraum.von.isoformat()}.pdf",
    )


@public_page
def show_monat(request: HttpRequest, slug: str) -> HttpResponse:
    jetzt = timezone.localtime()
    kiez = Kiez.objects.filter(slug=slug).first()
    if kiez is None:
        return show_unbekannt(request)
    zeitraum, hinweis = read_monat(request.GET.get("monat", ""), heute=jetzt.date())
    wahl = list_monate(jetzt.date())
    monat = next((eine.wert for eine in wahl if eine.zeitraum == zeitraum), request.GET.get("monat", ""))
    context = {
        "kiez": kiez,
        "blatt": _build_blatt(kiez, zeitraum, seiten=SEITENZAHLEN[-1], jetzt=jetzt),
        "hinweis": hinweis,
        "ausgaben": [
            {"seiten": seiten, "url": _build_url("angebote:kiez-monat-pdf", kiez, seiten=str(seiten), monat=monat)}
            for seiten in SEITENZAHLEN
        ],
        "kuerzungen": KUERZUNGEN,
        "monate": [
            {
                "label": eine.zeitraum.titel,
                "url": _build_url("angebote:kiez-monat", kiez, monat=eine.wert),
                "ist_hier": eine.zeitraum == zeitraum,
            }
            for eine in wahl
        ],
        "pfad": _build_pfad(kiez, _("Monatsblatt")),
    }
    return render(request, "angebote/kiez_monat.html", context)


@public_page
def download_monat(request: HttpRequest, slug: str) -> HttpResponse:
    jetzt = timezone.localtime()
    kiez = get_object_or_404(Kiez, slug=slug)
    zeitraum, _hinweis = read_monat(request.GET.get("monat", ""), heute=jetzt.date())
    seiten = next((zahl for zahl in SEITENZAHLEN if str(zahl) == request.GET.get("seiten")), SEITENZAHLEN[-1])
    return answer_pdf(
        request,
        "monatsblatt",
        lambda: _build_blatt(kiez, zeitraum, seiten=seiten, jetzt=jetzt),
        schluessel=(
            read_tagesstand(heute=jetzt.date()),
            *(slug, str(seiten), zeitraum.von.isoformat(), zeitraum.bis.isoformat()),
        ),
        dateiname=f"programm-{slug}-{zeitraum.von.isoformat()}-{seiten}-seiten.pdf",
    )


def _build_blatt(kiez: Kiez, zeitraum: Zeitraum, *, seiten: int, jetzt: datetime) -> Monatsblatt:
    return build_monatsblatt(kiez, zeitraum=zeitraum, seiten=seiten, tagesbeginn=start_day(jetzt))


def _build_url(name: str, kiez: Kiez, **parameter: str) -> str:
    gesetzte = {key: wert for key, wert in parameter.items() if wert}
    adresse = reverse(name, kwargs={"slug": kiez.slug})
    return f"{adresse}?{urlencode(gesetzte)}" if gesetzte else adresse


def _build_pfad(kiez: Kiez, letzter: str) -> list[dict[str, str]]:
    return [
        {"label": _("Kieze"), "url": reverse("angebote:kiez-liste")},
        {"label": kiez.name, "url": reverse("angebote:kiez-detail", kwargs={"slug": kiez.slug})},
        {"label": letzter, "url": ""},
    ]
