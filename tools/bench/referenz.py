"""What we compare with: an ordinary Django page in our frame with 20 rows and three SELECTs."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from angebote.models import Angebot, Kategorie
from pankow_einsamkeit.urls import *  # noqa: F403  the frame links to the site's pages
from pankow_einsamkeit.urls import urlpatterns as site_urlpatterns

ROWS = 20


def show_referenz(request: HttpRequest) -> HttpResponse:
    angebote = Angebot.objects.select_related("ort__kiez", "traeger").order_by("-pk")
    context = {
        "anzahl": Angebot.objects.count(),
        "angebote": angebote[:ROWS],
        "kategorien": Kategorie.objects.all(),
    }
    return render(request, "referenz.html", context)


urlpatterns = [path("referenz/", show_referenz), *site_urlpatterns]
