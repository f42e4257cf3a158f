"""A measure gets to its next status; where that needs a reason, the page asks for it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from konzept.choices import Massnahmenstatus
from konzept.domain.massnahmenstatus import explain_grund, find_schritt, move_massnahme
from konzept.models import Massnahme
from konzept.views.formularantwort import save_formular
from konzept.views.massnahmenadresse import build_pfad
from konzept.views.massnahmenformulare import Statusformular
from konzept.views.zugang import intern_form, read_konto

TAFEL = "tafel"  # where the form was sent from, and where one wants to be again


@intern_form("konzept.change_massnahme")
def change_status(request: HttpRequest, pk: int) -> HttpResponse:
    massnahme = get_object_or_404(Massnahme, pk=pk)
    zurueck = (request.POST or request.GET).get("zurueck", "")
    antwort = None
    if request.method != "POST" or has_to_ask(request, massnahme):
        vorgabe = {"nach": (request.POST or request.GET).get("nach", "")}
        formular = Statusformular(initial=vorgabe, massnahme=massnahme)
    else:
        formular = Statusformular(request.POST, massnahme=massnahme)
        antwort = take_schritt(request, massnahme, formular, zurueck=zurueck)
    context = {
        "massnahme": massnahme,
        "form": formular,
        "bleibende": massnahme.meilensteine.unerledigte() if massnahme.ist_offen else [],
        "zurueck": zurueck,
        "pfad": build_pfad((massnahme.titel, massnahme.get_absolute_url()), _("Status ändern")),
    }
    return antwort or render(request, "konzept/massnahmen/status.html", context)


def has_to_ask(request: HttpRequest, massnahme: Massnahme) -> bool:
    """The board sends no reason: one that is needed is asked for first, which is no mistake of anybody."""
    schritt = find_schritt(massnahme.status, request.POST.get("nach", ""))
    return schritt is not None and "grund" not in request.POST and bool(explain_grund(massnahme, schritt))


def take_schritt(
    request: HttpRequest, massnahme: Massnahme, formular: Statusformular, *, zurueck: str
) -> HttpResponse | None:
    """None where it is refused; the form says why."""
    konto = read_konto(request)

    def save(angaben: dict[str, Any]) -> Massnahme | str:
        move_massnahme(massnahme_id=massnahme.pk, konto=konto, jetzt=timezone.now(), **angaben)
        return reverse("konzept:massnahme-tafel") if zurueck == TAFEL else massnahme

    status = dict(Massnahmenstatus.choices).get(request.POST.get("nach", ""), "")
    satz = _("„%(titel)s“ ist jetzt „%(status)s“.") % {"titel": massnahme.titel, "status": status}
    return save_formular(request, formular, save=save, erfolg=satz)
