"""The page of one offer, its short address on paper, and its calendar file."""

from datetime import datetime

from django.conf import settings
from django.db.models import prefetch_related_objects
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from angebote.domain.ende import Ende, build_unbestaetigtsatz, judge_ende
from angebote.domain.kalenderdatei import build_kalenderdatei
from angebote.domain.kontakt import build_kontakt
from angebote.domain.termine import list_schliesszeiten
from angebote.models import Angebot
from angebote.views.angebotsseite import TEILE, build_angebotsseite, build_pfad, build_weiter, load_vorschlaege
from pankow_einsamkeit.decorators import public_page


@public_page
def show_angebot(request: HttpRequest, slug: str) -> HttpResponse:
    jetzt = timezone.localtime()
    angebote = Angebot.objects.oeffentlich(jetzt.date()).select_related("ort__kiez", "traeger")
    angebot = angebote.filter(slug=slug).first()
    if angebot is None:
        return _show_frueheres_angebot(request, slug, jetzt=jetzt)
    prefetch_related_objects([angebot], *TEILE)
    return render(request, "angebote/angebot_detail.html", vars(build_angebotsseite(angebot, jetzt=jetzt)))


@public_page
def redirect_kurz_id(request: HttpRequest, kurz_id: str) -> HttpResponse:
    """From paper to the page. Temporary, since the slug may change; big letters are as good as small ones."""
    return redirect(get_object_or_404(Angebot.objects.oeffentlich_gewesen(), kurz_id=kurz_id.lower()))


@public_page
def download_kalender(request: HttpRequest, slug: str) -> HttpResponse:
    heute = timezone.localdate()
    angebot = get_object_or_404(Angebot.objects.oeffentlich(heute).select_related("ort__kiez", "traeger"), slug=slug)
    if not angebot.termine.filter(datum__gte=heute).exists():
        raise Http404("offer without dates")
    datei = build_kalenderdatei(
        angebot,
        zeiten=list(angebot.zeiten.all()),
        ausnahmen=list(angebot.ausnahmen.all()),
        schliesszeiten=list_schliesszeiten(angebot),
        heute=heute,
        basis_url=settings.BASIS_URL,
    )
    headers = {"Content-Disposition": f'attachment; filename="{angebot.slug}.ics"'}
    return HttpResponse(datei, content_type="text/calendar; charset=utf-8", headers=headers)


def _show_frueheres_angebot(request: HttpRequest, slug: str, *, jetzt: datetime) -> HttpResponse:
    """A page for what was public once: 200 while it may still take place or come back, 410 once it is over.

    Anything else was never there.
    """
    angebote = Angebot.objects.oeffentlich_gewesen().select_related("ort__kiez", "traeger", "zusammengelegt_mit")
    angebot = get_object_or_404(angebote, slug=slug)
    if angebot.nachfolger is not None:
        return redirect(angebot.nachfolger, permanent=True)
    ende = judge_ende(angebot, heute=jetzt.date())
    context = {
        "angebot": angebot,
        "ist_pause": ende == Ende.PAUSE,
        "unbestaetigt_satz": build_unbestaetigtsatz(angebot) if ende == Ende.UNBESTAETIGT else "",
        "kontakt": build_kontakt(angebot),
        "aehnliche": load_vorschlaege(angebot, jetzt=jetzt),
        "weiter": build_weiter(angebot),
        "pfad": build_pfad(angebot),
    }
    status = 200 if ende in {Ende.PAUSE, Ende.UNBESTAETIGT} else 410
    return render(request, "angebote/angebot_frueher.html", context, status=status)
