"""The order list of material (S34): packs for each place, sums for the print shop."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from konzept.choices import Materialart
from konzept.domain.bestellliste import Paket, deliver_paket, list_pakete, list_summen
from konzept.models import Multiplikator
from konzept.views.csvdatei import build_csv_antwort
from konzept.views.netz_multiplikatoren import read_multiplikatoren
from konzept.views.netzpfad import build_pfad
from konzept.views.zugang import intern_form, intern_page, read_konto


@intern_page("konzept.view_multiplikator")
def show_bestellliste(request: HttpRequest) -> HttpResponse:
    multiplikatoren, felder = read_multiplikatoren(request)
    pakete = list_pakete(multiplikatoren)
    context = {
        "pakete": pakete,
        "summen": list_summen(pakete),
        "felder": felder,
        "frage": request.GET.urlencode(),
        "pfad": build_pfad(_("Multiplikator*innen"), reverse("konzept:multiplikator-liste"), _("Bestellliste")),
    }
    return render(request, "konzept/netz/bestellliste.html", context)


@intern_page("konzept.view_multiplikator")
def download_bestellliste(request: HttpRequest) -> HttpResponse:
    """One line for each pack, one column for each material, the sums last."""
    multiplikatoren, _felder = read_multiplikatoren(request)
    pakete = list_pakete(multiplikatoren)
    kopf = [
        *(_("Name"), _("Kiez"), _("Ansprechstelle"), _("Anschrift")),
        *(str(art.label) for art in Materialart),
        _("zuletzt geliefert am"),
    ]
    summen = {summe.art: summe.stueck for summe in list_summen(pakete)}
    summenzeile = [_("Summe"), "", "", "", *(summen.get(art, 0) for art in Materialart), ""]
    return build_csv_antwort("bestellliste", kopf=kopf, zeilen=[*map(build_zeile, pakete), summenzeile])


def build_zeile(paket: Paket) -> list[object]:
    eine = paket.multiplikator
    return [
        *(eine.name, eine.kiez.name if eine.kiez else _("ganz Pankow"), eine.kontakt_funktion, eine.anschrift),
        *(paket.stueck.get(art, 0) for art in Materialart),
        paket.geliefert_am,
    ]


@intern_form("konzept.change_multiplikator")
@require_POST
def note_lieferung(request: HttpRequest, pk: int) -> HttpResponse:
    konto = read_konto(request)
    try:
        eine = deliver_paket(multiplikator_id=pk, konto=konto, heute=timezone.localdate())
    except Multiplikator.DoesNotExist as fehler:
        raise Http404 from fehler
    except ValidationError as fehler:
        messages.error(request, " ".join(fehler.messages))
    else:
        messages.success(request, _("Als geliefert eingetragen: %(name)s.") % {"name": eine.name})
    frage = urlsplit(f"?{request.POST.get('frage', '')}").query
    adresse = reverse("konzept:multiplikator-bestellliste")
    return redirect(f"{adresse}?{frage}" if frage else adresse)
