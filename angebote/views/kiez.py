from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from http import HTTPStatus
from urllib.parse import urlencode

from django.db.models import Count, F, OuterRef, Subquery, Window
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from angebote.choices import Anmeldung, Barrierefrei, Kostenfilter
from angebote.domain.kiezwort import build_kiezwort
from angebote.domain.zeitsaetze import build_terminsatz
from angebote.models import Angebot, AngebotQuerySet, Gruppe, Kategorie, Kiez, Termin
from angebote.views.kacheln import build_kacheln
from angebote.views.karten import build_karten
from angebote.views.zahlen import count_je_wert
from pankow_einsamkeit.decorators import public_page

WOCHE_TAGE = 7
TERMINE_MAX = 8
KARTEN_MAX = 10
Zahlen = Mapping[tuple[str, str], int]


@dataclass(frozen=True)
class Suchlink:
    """A link into the search, with the number of offers it will show."""

    label: str | Promise
    icon: str
    url: str
    anzahl: int


@dataclass(frozen=True)
class KiezTermin:
    satz: str
    titel: str
    url: str
    ortsname: str


@public_page
def list_kieze(request: HttpRequest) -> HttpResponse:
    heute = timezone.localdate()
    kieze = Kiez.objects.prefetch_related("planungsraeume")
    zahlen = count_je_wert([Gruppe.KIEZ], heute=heute)
    context = {
        "kacheln": build_kacheln(kieze, zahlen),
        "zeilen": [
            {"kiez": kiez, "anzahl": zahlen.get((Gruppe.KIEZ, kiez.slug), 0), "viertel": _name_viertel(kiez)}
            for kiez in kieze
        ],
        "pfad": [{"label": _("Kieze"), "url": ""}],
    }
    return render(request, "angebote/kiez_liste.html", context)


@public_page
def show_kiez(request: HttpRequest, slug: str) -> HttpResponse:
    jetzt = timezone.localtime()
    heute = jetzt.date()
    kiez = Kiez.objects.prefetch_related("planungsraeume", "nachbarn").filter(slug=slug).first()
    if kiez is None:
        return show_unbekannt(request)
    angebote = Angebot.objects.oeffentlich(heute).filter(ort__kiez=kiez)
    zahlen = count_je_wert(
        [Gruppe.KIEZ, Gruppe.KATEGORIE, Gruppe.KOSTEN, Gruppe.BARRIEREFREI, Gruppe.ANMELDUNG], heute=heute, kiez=kiez
    )
    context = {
        "kiez": kiez,
        "kiezwort": build_kiezwort(kiez.name),
        "viertel": _name_viertel(kiez),
        "nachbarn": kiez.nachbarn.all(),
        "termine": _load_termine(kiez, jetzt=jetzt),
        "kategorielinks": _build_kategorielinks(kiez, zahlen),
        "wunschlinks": _build_wunschlinks(kiez, zahlen),
        "karten": build_karten(list(_order_by_termin(angebote, jetzt=jetzt)[:KARTEN_MAX]), jetzt=jetzt),
        "anzahl": zahlen.get((Gruppe.KIEZ, kiez.slug), 0),
        "such_url": _build_such_url(kiez),
        "pfad": [{"label": _("Kieze"), "url": reverse("angebote:kiez-liste")}, {"label": kiez.name, "url": ""}],
    }
    return render(request, "angebote/kiez_detail.html", context)


def show_unbekannt(request: HttpRequest) -> HttpResponse:
    """Not found, but with the way on: all Kieze."""
    return render(request, "angebote/kiez_unbekannt.html", {"kieze": Kiez.objects.all()}, status=HTTPStatus.NOT_FOUND)


def _order_by_termin(angebote: AngebotQuerySet, *, jetzt: datetime) -> AngebotQuerySet:
    """Next real date first; offers without dates after them."""
    kommende = Termin.objects.kommende(jetzt).filter(angebot=OuterRef("pk")).order_by("datum")
    naechster = Subquery(kommende.values("datum")[:1])
    return angebote.annotate(naechster=naechster).order_by(F("naechster").asc(nulls_last=True), "titel", "pk")


def _load_termine(kiez: Kiez, *, jetzt: datetime) -> list[KiezTermin]:
    """What takes place here once in the next seven days; houses open several times a week stand among the cards."""
    heute = jetzt.date()
    angebote = Angebot.objects.oeffentlich(heute).filter(ort__kiez=kiez)
    termine = (
        Termin.objects.kommende(jetzt)
        .filter(angebot__in=angebote, datum__lt=heute + timedelta(days=WOCHE_TAGE))
        .annotate(je_angebot=Window(Count("pk"), partition_by=F("angebot")))
        .filter(je_angebot=1)
        .select_related("angebot__ort")
        .order_by("datum", "beginn", "pk")[:TERMINE_MAX]
    )
    return [
        KiezTermin(
            satz=build_terminsatz(termin.datum, termin.beginn, termin.ende, heute=heute),
            titel=termin.angebot.titel,
            url=termin.angebot.get_absolute_url(),
            ortsname=termin.angebot.ort.name if termin.angebot.ort else "",
        )
        for termin in termine
    ]


def _build_kategorielinks(kiez: Kiez, zahlen: Zahlen) -> list[Suchlink]:
    return [
        Suchlink(kategorie.name, kategorie.icon, _build_such_url(kiez, kategorie=kategorie.slug), anzahl)
        for kategorie in Kategorie.objects.all()
        if (anzahl := zahlen.get((Gruppe.KATEGORIE, kategorie.slug), 0))
    ]


def _build_wunschlinks(kiez: Kiez, zahlen: Zahlen) -> list[Suchlink]:
    wuensche = [
        (Gruppe.KOSTEN, Kostenfilter.KOSTENLOS, "euro"),
        (Gruppe.BARRIEREFREI, Barrierefrei.STUFENLOS, "accessibility"),
        (Gruppe.ANMELDUNG, Anmeldung.OHNE, "door-open"),
    ]
    return [
        Suchlink(wert.label, icon, _build_such_url(kiez, **{gruppe.value: wert.value}), anzahl)
        for gruppe, wert, icon in wuensche
        if (anzahl := zahlen.get((gruppe, wert), 0))
    ]


def _build_such_url(kiez: Kiez, **parameter: str) -> str:
    return f"{reverse('angebote:angebot-liste')}?{urlencode({'kiez': kiez.slug, **parameter})}"


def _name_viertel(kiez: Kiez) -> list[str]:
    """Names people use besides the Kiez's own."""
    return [raum.name for raum in kiez.planungsraeume.all() if raum.name != kiez.name]
