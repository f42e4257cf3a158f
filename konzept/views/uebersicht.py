"""The first page of the internal section: what needs me today, the three components, the next dates."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from konzept.domain.aufgaben import Aufgabe, count_aufgaben
from konzept.domain.komponentenstand import list_komponentenstand
from konzept.domain.zustaendigkeit import find_vakanzen
from konzept.models import Drucksache, Konzept
from konzept.views.zugang import intern_page


@dataclass(frozen=True)
class Zeile:
    """One kind of task with the page that shows it."""

    aufgabe: Aufgabe
    adresse: str


@intern_page("konzept.view_komponente")
def show_uebersicht(request: HttpRequest) -> HttpResponse:
    heute, rechte = timezone.localdate(), request.user.get_all_permissions()
    context = {
        "zeilen": [Zeile(eine, reverse(eine.art.seite)) for eine in count_aufgaben(rechte, heute=heute)],
        "vakanzen": find_vakanzen(heute=heute),
        "staende": list_komponentenstand(heute=heute),
        "konzept": Konzept.objects.gueltig().first(),
        "drucksachen": Drucksache.objects.all(),
    }
    return render(request, "konzept/uebersicht.html", context)
