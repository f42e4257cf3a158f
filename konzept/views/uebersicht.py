"""The first page of the internal section."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from konzept.domain.zustaendigkeit import find_vakanzen
from konzept.models import Drucksache, Komponente, Konzept
from konzept.views.zugang import intern_page


@intern_page("konzept.view_komponente")
def show_uebersicht(request: HttpRequest) -> HttpResponse:
    context = {
        "komponenten": Komponente.objects.all(),
        "konzept": Konzept.objects.gueltig().first(),
        "drucksachen": Drucksache.objects.all(),
        "vakanzen": find_vakanzen(heute=timezone.localdate()),
    }
    return render(request, "konzept/uebersicht.html", context)
