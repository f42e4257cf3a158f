"""A measure gets to its next status; where that needs a reason, the page asks for it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from konzept.domain.massnahmenstatus import find_schritt, move_massnahme
from konzept.models import Massnahme
from konzept.views.massnahmenadresse import build_pfad
from konzept.views.massnahmenformulare import Statusformular
from konzept.views.zugang import intern_form

TAFEL = "tafel"  # where the form was sent from, and where one wants to be again


@intern_form("konzept.change_massnahme")
def change_status(request: HttpRequest, pk: int) -> HttpResponse:
    massnahme = get_object_or_404(Massnahme, pk=pk)
    zurueck = (request.POST or request.GET).get("zurueck", "")
    if request.method != "POST" or has_to_ask(request, massnahme):
        vorgabe = {"nach": (request.POST or request.GET).get("nach", "")}
        formular = Statusformular(initial=vorgabe, massnahme=massnahme)
    else:
        formular = Statusformular(request.POST, massnahme=massnahme)
        if formular.is_valid() and take_schritt(request, massnahme, formular):
            return redirect("konzept:massnahme-tafel") if zurueck == TAFEL else redirect(massnahme)
    context = {
        "massnahme": massnahme,
        "form": formular,
        "zurueck": zurueck,
        "pfad": build_pfad((massnahme.titel, massnahme.get_absolute_url()), _("Status ändern")),
    }
    return render(request, "konzept/massnahmen/status.html", context)


def has_to_ask(request: HttpRequest, massnahme: Massnahme) -> bool:
    """The board sends no reason: one that is needed is asked for first, which is no mistake of anybody."""
    schritt = find_schritt(massnahme.status, request.POST.get("nach", ""))
    return schritt is not None and schritt.braucht_grund and "grund" not in request.POST


def take_schritt(request: HttpRequest, massnahme: Massnahme, formular: Statusformular) -> bool:
    """Leaves its refusal in the form."""
    konto: Any = request.user
    try:
        wechsel = move_massnahme(massnahme_id=massnahme.pk, konto=konto, jetzt=timezone.now(), **formular.cleaned_data)
    except ValidationError as fehler:
        formular.add_error(None, fehler)
        return False
    satz = _("„%(titel)s“ ist jetzt „%(status)s“.")
    messages.success(request, satz % {"titel": massnahme.titel, "status": wechsel.get_nach_display()})
    return True
