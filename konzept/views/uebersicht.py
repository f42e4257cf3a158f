"""The first page of the internal section: what needs me today, the three components, the next dates."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from angebote.models import Kategorie, Kiez
from konzept.domain.anstehendes import Anstehendes, count_anstehendes
from konzept.domain.komponentenstand import list_komponentenstand
from konzept.domain.luecken import list_groesste_luecken
from konzept.domain.netzaufgaben import list_naechste_termine, list_offene_aufgaben
from konzept.domain.verantwortung import load_verantwortung
from konzept.domain.zustaendigkeit import find_alarme, list_besetzungen
from konzept.models import Drucksache, Konzept
from konzept.views.zugang import intern_page, read_konto

TERMINE, LUECKEN = 6, 5


@dataclass(frozen=True)
class Zeile:
    """One kind of task with the page that shows it."""

    anstehend: Anstehendes
    adresse: str


@intern_page("konzept.view_komponente")
def show_uebersicht(request: HttpRequest) -> HttpResponse:
    heute, rechte = timezone.localdate(), request.user.get_all_permissions()
    konto = read_konto(request)
    besetzungen = list_besetzungen(heute=heute)
    luecken = list_groesste_luecken(heute=heute, anzahl=LUECKEN)
    context = {
        "meine": list_offene_aufgaben(heute, konto) if "konzept.view_aufgabe" in rechte else [],
        "verantwortung": load_verantwortung(besetzungen, konto=konto, heute=heute),
        "zeilen": [
            Zeile(eine, reverse(eine.art.seite)) for eine in count_anstehendes(rechte, konto=konto, heute=heute)
        ],
        "alarme": find_alarme(heute=heute),
        "staende": list_komponentenstand(besetzungen, heute=heute),
        "termine": list_naechste_termine(heute, TERMINE),
        "luecken": luecken,
        "ist_gezaehlt": bool(luecken) or (Kiez.objects.exists() and Kategorie.objects.exists()),
        "konzept": Konzept.objects.gueltig().first(),
        "drucksachen": Drucksache.objects.all(),
    }
    return render(request, "konzept/uebersicht.html", context)
