from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from angebote.domain.kontakt import keep_web_address, name_website
from angebote.models import Angebot, Traeger
from angebote.views.karten import build_karten
from angebote.views.seiten import build_seiten
from pankow_einsamkeit.decorators import public_page
from pankow_einsamkeit.lib.telefon import parse_telefonliste


@public_page
def show_traeger(request: HttpRequest, slug: str) -> HttpResponse:
    """A provider with its public offers; one that has none is not shown, since nobody has looked at it yet."""
    jetzt = timezone.localtime()
    traeger = get_object_or_404(Traeger, slug=slug)
    angebote = Angebot.objects.oeffentlich(jetzt.date()).filter(traeger=traeger)
    seite = Paginator(angebote, settings.TREFFER_JE_SEITE).get_page(request.GET.get("seite"))
    if not seite.paginator.count:
        raise Http404("Traeger without public offers")
    context = {
        "traeger": traeger,
        "telefone": parse_telefonliste(traeger.telefon),
        "web": keep_web_address(traeger.web),
        "web_name": name_website(traeger.web),
        "anzahl": seite.paginator.count,
        "karten": build_karten(list(seite.object_list), jetzt=jetzt),
        "seiten": build_seiten(seite.number, seite.paginator.num_pages, build_href=lambda nummer: f"?seite={nummer}"),
        "pfad": [{"label": traeger.name, "url": ""}],
    }
    return render(request, "angebote/traeger_detail.html", context)
