"""Departments and what each contributes (M6)."""

from django.db.models import Count, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from konzept.models import Geschaeftsbereich
from konzept.views.zugang import intern_page


@intern_page("konzept.view_geschaeftsbereich")
def show_geschaeftsbereiche(request: HttpRequest) -> HttpResponse:
    bereiche = (
        Geschaeftsbereich.objects.aktive()
        .in_reihenfolge()
        .annotate(anzahl_schulungen=Count("schulungen"), summe_teilnehmende=Sum("schulungen__teilnehmende"))
    )
    context = {
        "bereiche": bereiche,
        "ohne_bericht": Geschaeftsbereich.objects.ohne_bericht().in_reihenfolge(),
        "ohne_beitrag": Geschaeftsbereich.objects.ohne_beitrag().in_reihenfolge(),
        "pfad": [{"label": _("Geschäftsbereiche"), "url": ""}],
    }
    return render(request, "konzept/geschaeftsbereiche/liste.html", context)


@intern_page("konzept.view_geschaeftsbereich")
def show_geschaeftsbereich(request: HttpRequest, pk: int) -> HttpResponse:
    bereich = get_object_or_404(Geschaeftsbereich.objects.select_related("gehoert_zu"), pk=pk)
    context = {
        "bereich": bereich,
        "aemter": bereich.aemter.aktive(),
        "schulungen": bereich.schulungen.all(),
        "massnahmen": bereich.massnahmen.all(),
        "mitgetragene": bereich.mitgetragene_massnahmen.all(),
        "pfad": [
            {"label": _("Geschäftsbereiche"), "url": reverse("konzept:geschaeftsbereich-liste")},
            {"label": bereich.name, "url": ""},
        ],
    }
    return render(request, "konzept/geschaeftsbereiche/detail.html", context)
