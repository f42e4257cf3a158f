"""The booklet of the whole district: a page that explains and leads to it, and the PDF itself."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from angebote.druck.heft import HOECHSTENS, Ordnung, build_heft
from angebote.druck.zeitraum import list_monate, read_monat, start_day
from angebote.models import Angebot, Kiez
from angebote.views.pdfantwort import answer_pdf, read_tagesstand
from pankow_einsamkeit.decorators import public_page


@public_page
def show_programm(request: HttpRequest) -> HttpResponse:
    heute = timezone.localdate()
    context = {
        "anzahl": Angebot.objects.oeffentlich(heute).count(),
        "hoechstens": HOECHSTENS,
        "kieze": Kiez.objects.all(),
        "ausgaben": [
            {
                "titel": wahl.zeitraum.titel,
                "hefte": [
                    {"label": ordnung.label, "url": _build_url(nach=ordnung.value, monat=wahl.wert)}
                    for ordnung in Ordnung
                ],
            }
            for wahl in list_monate(heute)
        ],
        "pfad": [{"label": _("Programm zum Ausdrucken"), "url": ""}],
    }
    return render(request, "angebote/programm.html", context)


@public_page
def download_heft(request: HttpRequest) -> HttpResponse:
    """Unknown wishes are taken for the standard: by Kiez, for the next four weeks."""
    jetzt = timezone.localtime()
    zeitraum, _hinweis = read_monat(request.GET.get("monat", ""), heute=jetzt.date())
    nach = request.GET.get("nach", "")
    ordnung = Ordnung(nach) if nach in Ordnung.values else Ordnung.KIEZ
    return answer_pdf(
        request,
        "heft",
        lambda: build_heft(ordnung=ordnung, zeitraum=zeitraum, tagesbeginn=start_day(jetzt)),
        schluessel=(
            read_tagesstand(heute=jetzt.date()),
            *(ordnung.value, zeitraum.von.isoformat(), zeitraum.bis.isoformat()),
        ),
        dateiname=f"programm-pankow-nach-{ordnung.value}-{zeitraum.von.isoformat()}.pdf",
    )


def _build_url(**parameter: str) -> str:
    return f"{reverse('angebote:programm-pdf')}?{urlencode({key: wert for key, wert in parameter.items() if wert})}"
