"""The page of one offer, its short address on paper, and its calendar file."""

from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.db.models import prefetch_related_objects
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from angebote.choices import Bereich, Status, Traegerart
from angebote.domain.kalenderdatei import build_kalenderdatei
from angebote.domain.kartendaten import hat_eigenen_ortsnamen
from angebote.domain.kosten import build_kostensatz, ist_kostenlos
from angebote.domain.nachfrage import build_nachfrage
from angebote.domain.termine import list_schliesszeiten
from angebote.domain.zugang import build_zugangssaetze, compute_zugaenge, ist_ohne_weg
from angebote.models import Angebot
from angebote.views import schema_org, steckbrief
from angebote.views.kontakt import build_kontakt
from angebote.views.krisennummern import load_kasten
from angebote.views.steckbrief_wann import build_wann
from pankow_einsamkeit.decorators import public_page

TEILE = (
    "kategorien",
    "einzugsgebiet",
    "zugangswege",
    "kosten",
    "zeiten",
    "ausnahmen",
    "zielgruppen",
    "sprachen",
    "barriereangaben",
    "quellen",
    "ort__barriereangaben",
    "ort__haltestellen__haltestelle",
    "ort__quellen",
)


@public_page
def show_angebot(request: HttpRequest, slug: str) -> HttpResponse:
    jetzt = timezone.localtime()
    angebote = Angebot.objects.oeffentlich(jetzt.date()).select_related("ort__kiez", "traeger")
    angebot = angebote.filter(slug=slug).first()
    if angebot is None:
        return _show_frueheres_angebot(request, slug)
    prefetch_related_objects([angebot], *TEILE)
    return render(request, "angebote/angebot_detail.html", _build_context(angebot, jetzt=jetzt))


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


def _show_frueheres_angebot(request: HttpRequest, slug: str) -> HttpResponse:
    """A page for what was public once: 200 while it pauses, 410 once it is over. Anything else was never there."""
    angebot = get_object_or_404(Angebot.objects.oeffentlich_gewesen().select_related("ort__kiez"), slug=slug)
    context = {
        "angebot": angebot,
        "ist_pause": angebot.status == Status.PAUSIERT,
        "weiter": _build_weiter(angebot),
        "pfad": _build_pfad(angebot),
    }
    status = 200 if angebot.status == Status.PAUSIERT else 410
    return render(request, "angebote/angebot_frueher.html", context, status=status)


def _build_context(angebot: Angebot, *, jetzt: datetime) -> dict[str, Any]:
    zugaenge = compute_zugaenge(angebot)
    kosten = list(angebot.kosten.all())
    nachfrage = build_nachfrage(angebot)
    ist_unterstuetzung = angebot.bereich == Bereich.UNTERSTUETZUNG
    schliesszeiten = list_schliesszeiten(angebot)
    quellen = list(angebot.quellen.all()) or (list(angebot.ort.quellen.all()) if angebot.ort else [])
    return {
        "angebot": angebot,
        "karte": angebot.kartendaten,
        "kategorien": angebot.kategorien.all(),
        "wann": build_wann(angebot, schliesszeiten=schliesszeiten, jetzt=jetzt),
        "ist_ohne_weg": ist_ohne_weg(zugaenge),
        "was_angaben": steckbrief.build_was_angaben(angebot),
        "hat_eigenen_ortsnamen": hat_eigenen_ortsnamen(angebot),
        "zugang_saetze": build_zugangssaetze(angebot),
        "einzugsgebiet": angebot.einzugsgebiet.all(),
        "haltestellen": steckbrief.build_haltestellen(angebot),
        "kosten_satz": build_kostensatz(kosten, hinweis=angebot.kosten_hinweis, nachfrage=nachfrage),
        "nachfrage": nachfrage,
        "ist_kostenlos": ist_kostenlos(kosten),
        "willkommen": steckbrief.build_willkommen(angebot),
        "wer_angaben": steckbrief.build_wer_angaben(angebot),
        "kapazitaet": steckbrief.build_kapazitaet(angebot),
        "erstbesuch": steckbrief.build_erstbesuch(angebot),
        "kontakt": build_kontakt(angebot),
        "barrieregruppen": steckbrief.build_barrieregruppen(angebot, zugaenge=zugaenge),
        "rahmen": steckbrief.build_rahmen(angebot) if ist_unterstuetzung else None,
        "rahmenfrage": steckbrief.build_rahmenfrage(angebot) if ist_unterstuetzung else "",
        "krisennummern": load_kasten() if ist_unterstuetzung else [],
        "ist_unterstuetzung": ist_unterstuetzung,
        "quellen": steckbrief.build_quellen(quellen),
        "ist_vom_bezirk": angebot.traeger is not None and angebot.traeger.art == Traegerart.VERWALTUNG,
        "weiter": _build_weiter(angebot),
        "schema_org": schema_org.build_schema_org(
            angebot,
            zugaenge=zugaenge,
            schliesszeiten=schliesszeiten,
            heute=jetzt.date(),
            basis_url=settings.BASIS_URL,
        ),
        "pfad": _build_pfad(angebot),
    }


def _build_weiter(angebot: Angebot) -> list[dict[str, str]]:
    """Ways on: the same thing in this Kiez, the same thing anywhere, everything in this Kiez."""
    liste = reverse("angebote:angebot-liste")
    kiez = angebot.ort.kiez if angebot.ort else None
    kategorie = next(iter(angebot.kategorien.all()), None)
    wege = []
    if kategorie is not None:
        query = urlencode({"kategorie": kategorie.slug})
        label = _("Mehr davon in ganz Pankow: %(kategorie)s") % {"kategorie": kategorie.name}
        wege.append({"label": label, "url": f"{liste}?{query}", "icon": kategorie.icon})
    if kiez is not None:
        label = _("Mehr in diesem Kiez: %(kiez)s") % {"kiez": kiez.name}
        url = reverse("angebote:kiez-detail", kwargs={"slug": kiez.slug})
        wege.append({"label": label, "url": url, "icon": "map-pin"})
    wege.append({"label": _("Alle Angebote durchsuchen"), "url": liste, "icon": "search"})
    return wege


def _build_pfad(angebot: Angebot) -> list[dict[str, str]]:
    return [
        {"label": _("Angebote"), "url": reverse("angebote:angebot-liste")},
        {"label": angebot.titel, "url": ""},
    ]
