"""The page on which a task or a planned publication is closed, dropped or opened again."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from konzept.choices import Erledigung
from konzept.domain.erledigung import UEBERGAENGE, Schritt, move_vorgang
from konzept.models import Aufgabe, Kommunikation
from konzept.views.netz_formulare import SchrittForm
from konzept.views.netzpfad import build_pfad
from konzept.views.zugang import read_konto

KNOEPFE = {
    Schritt.ERLEDIGEN: gettext_lazy("Erledigt"),
    Schritt.STREICHEN: gettext_lazy("Entfällt"),
    Schritt.WIEDER_OEFFNEN: gettext_lazy("Wieder öffnen"),
}


def answer_schritt(request: HttpRequest, vorgang: Aufgabe | Kommunikation, *, liste: str) -> HttpResponse:
    """liste: name of the page it belongs to. What was typed stays where a step is refused."""
    konto = read_konto(request)
    form = SchrittForm(request.POST or None, vorgang)
    if request.method == "POST" and form.is_valid():
        try:
            move_vorgang(
                vorgang=vorgang,
                schritt=read_schritt(request),
                ergebnis=form.cleaned_data["ergebnis"],
                konto=konto,
                heute=timezone.localdate(),
            )
        except ValidationError as fehler:
            form.add_error(None, fehler)
        else:
            messages.success(request, _("Gespeichert: „%(titel)s“.") % {"titel": vorgang.titel})
            return redirect(liste)
    context = {
        "vorgang": vorgang,
        "form": form,
        "schritte": list_schritte(Erledigung(vorgang.status)),
        "zurueck": reverse(liste),
        "pfad": build_pfad(str(vorgang._meta.verbose_name_plural), reverse(liste), vorgang.titel),
    }
    return render(request, "konzept/netz/schritt.html", context)


def read_schritt(request: HttpRequest) -> Schritt:
    try:
        return Schritt(request.POST.get("schritt", ""))
    except ValueError as fehler:
        raise Http404 from fehler


def list_schritte(status: Erledigung) -> list[tuple[str, str]]:
    return [(schritt.value, str(KNOEPFE[schritt])) for von, schritt in UEBERGAENGE if von == status]
