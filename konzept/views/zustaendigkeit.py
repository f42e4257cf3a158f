"""Who answers for what: for staff in full, for the public as far as released (P5)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from konzept.domain.ansprechstellen import list_ansprechstellen
from konzept.domain.zustaendigkeit import find_alarme, list_besetzungen
from konzept.models import Drucksache
from konzept.views.zugang import intern_page
from pankow_einsamkeit.decorators import public_page


@intern_page("konzept.view_zustaendigkeit")
def show_zustaendige(request: HttpRequest) -> HttpResponse:
    heute = timezone.localdate()
    context = {
        "besetzungen": list_besetzungen(heute=heute),
        "alarme": find_alarme(heute=heute),
        "pfad": [{"label": _("Zuständige"), "url": ""}],
    }
    return render(request, "konzept/zustaendigkeit/liste.html", context)


@public_page
def show_oeffentlich(request: HttpRequest) -> HttpResponse:
    """For everybody, outside /intern/."""
    heute = timezone.localdate()
    zeilen = [(eine.komponente, list_ansprechstellen(eine)) for eine in list_besetzungen(heute=heute)]
    context = {
        "zeilen": zeilen,
        "ist_genannt": any(stellen for _komponente, stellen in zeilen),
        "drucksachen": Drucksache.objects.verfolgte(),
        "pfad": [{"label": _("Wer ist zuständig?"), "url": ""}],
    }
    return render(request, "konzept/zustaendigkeit/oeffentlich.html", context)
