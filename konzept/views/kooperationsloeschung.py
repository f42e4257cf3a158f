"""The page on which a file that should not be here is erased, and the answer at its address from then on."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _

from konzept.domain.dokumentloeschung import check_entfernbar, erase_dokument, liegt_noch
from konzept.kooperationsforms import EntfernenForm
from konzept.models import Anfragedokument, Kooperationsanfrage
from konzept.views.kooperationsseiten import (
    ENTFERNEN,
    SEHEN,
    Formularseite,
    answer_formular,
    build_pfad,
    find_sperre,
    read_gesendetes,
)
from konzept.views.zugang import intern_form, read_konto

GONE = 410


@intern_form(SEHEN, ENTFERNEN)
def show_entfernen(request: HttpRequest, kennung: str) -> HttpResponse:
    dokument = get_dokument(kennung)
    konto = read_konto(request)
    seite = Formularseite(
        titel=_("Datei entfernen"),
        knopf=_("Datei für immer entfernen"),
        anfrage=dokument.anfrage,
        gesperrt=find_sperre(check_entfernbar, dokument),
        vorlage="konzept/kooperation/entfernen.html",
        context={"dokument": dokument},
    )

    def save(werte: dict[str, Any]) -> Kooperationsanfrage:
        erase_dokument(dokument_id=dokument.pk, konto=konto, jetzt=timezone.now(), **werte)
        if liegt_noch(dokument):
            satz = _("Der Speicher hat sie noch nicht gelöscht. Das versucht das Portal jede Nacht noch einmal.")
            messages.warning(request, satz)
        return dokument.anfrage

    form = EntfernenForm(read_gesendetes(request)[0])
    return answer_formular(
        request, seite, form, save=save, erfolg=_("Entfernt und vermerkt: Niemand bekommt die Datei mehr.")
    )


def get_dokument(kennung: str) -> Anfragedokument:
    dokumente = Anfragedokument.objects.select_related("anfrage", "loeschung__konto")
    return get_object_or_404(dokumente, kennung=kennung)


def answer_entfernt(request: HttpRequest, dokument: Anfragedokument) -> HttpResponse:
    """Instead of the file."""
    titel = _("Datei entfernt")
    context = {"dokument": dokument, "anfrage": dokument.anfrage, "pfad": build_pfad(dokument.anfrage, titel)}
    return render(request, "konzept/kooperation/entfernt.html", context, status=GONE)
