"""A poster or card of one offer: a page with the choice, and the PDF."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from angebote.druck.plakat import Format, Plakat, find_plakat
from angebote.models import Angebot
from angebote.views.pdfantwort import answer_pdf
from pankow_einsamkeit.decorators import public_page
from pankow_einsamkeit.stand import read_stand


@public_page
def show_plakat(request: HttpRequest, slug: str) -> HttpResponse:
    plakat = _build_plakat(slug, Format.A4)
    angebot_url = reverse("angebote:angebot-detail", kwargs={"slug": slug})
    context = {
        "plakat": plakat,
        "angebot_url": angebot_url,
        "ausgaben": [
            {
                "label": blatt.label,
                "url": f"{reverse('angebote:plakat-pdf', kwargs={'slug': slug})}?format={blatt.value}",
            }
            for blatt in Format
        ],
        "pfad": [
            {"label": _("Angebote"), "url": reverse("angebote:angebot-liste")},
            {"label": plakat.titel, "url": angebot_url},
            {"label": _("Plakat"), "url": ""},
        ],
    }
    return render(request, "angebote/plakat.html", context)


@public_page
def download_plakat(request: HttpRequest, slug: str) -> HttpResponse:
    """An unknown format is taken for A4."""
    wunsch = request.GET.get("format", "")
    blatt = Format(wunsch) if wunsch in Format.values else Format.A4
    return answer_pdf(
        request,
        "plakat",
        lambda: _build_plakat(slug, blatt),
        schluessel=(read_stand(jetzt=timezone.localtime()), slug, blatt.value),
        dateiname=f"plakat-{slug}-{blatt.value}.pdf",
    )


def _build_plakat(slug: str, blatt: Format) -> Plakat:
    jetzt = timezone.localtime()
    plakat = find_plakat(Angebot.objects.oeffentlich(jetzt.date()).filter(slug=slug), blatt=blatt, jetzt=jetzt)
    if plakat is None:
        raise Http404(_("Dieses Angebot gibt es nicht oder nicht mehr."))
    return plakat
