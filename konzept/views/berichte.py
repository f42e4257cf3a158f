"""Reports to the BVV: the list, a new one, its texts, and the report as it reads."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from konzept.domain.berichte import (
    AENDERN,
    BerichtError,
    explain_kein_entwurf,
    save_texte,
)
from konzept.domain.berichtsbeginn import begin_bericht, find_berichtigten
from konzept.domain.berichtsfolge import find_geltende, find_geltenden
from konzept.domain.berichtstexte import read_textfelder
from konzept.models import Bericht
from konzept.views.berichtsansicht import (
    build_schritte,
    describe_stand,
    describe_vermerk,
    list_hinweise,
    load_bericht,
    read_dokument,
)
from konzept.views.berichtsformular import Neuformular, Textformular
from konzept.views.formularantwort import save_formular
from konzept.views.zugang import intern_form, intern_page, read_konto
from konzept.views.zwischenstand import read_stand, sign_stand

SEHEN = "konzept.view_bericht"
STELLEN = 18  # digits that every database takes for a key


@intern_page(SEHEN)
def show_liste(request: HttpRequest) -> HttpResponse:
    berichte = Bericht.objects.als_liste()
    geltende = find_geltende(berichte)
    context = {
        "zeilen": [(bericht, geltende.get(bericht.pk)) for bericht in berichte],
        "darf_schreiben": request.user.has_perm(AENDERN),
        "pfad": [{"label": _("Berichte"), "url": ""}],
    }
    return render(request, "konzept/berichte/liste.html", context)


@intern_page(SEHEN)
def show_bericht(request: HttpRequest, pk: int) -> HttpResponse:
    bericht, konto = load_bericht(pk), read_konto(request)
    context = {
        "bericht": bericht,
        "dokument": read_dokument(bericht, heute=timezone.localdate()),
        "vermerk": describe_vermerk(bericht),
        "ersatz": find_geltenden(bericht),
        "stand": [*describe_stand(bericht), *list_hinweise(bericht, konto=konto)],
        "schritte": build_schritte(bericht, konto=konto),
        "pfad": build_pfad(bericht),
    }
    return render(request, "konzept/berichte/detail.html", context)


@intern_form(AENDERN)
def edit_neu(request: HttpRequest) -> HttpResponse:
    """?vorlage=<pk> takes over the texts of another report; a correction leaves nothing to choose."""
    vorlage = find_vorlage(request.GET.get("vorlage", ""))
    berichtigt = find_berichtigten(vorlage)
    form = Neuformular(request.POST if request.method == "POST" else None, vorlage=vorlage, ohne_wahl=bool(berichtigt))
    if request.method == "POST" and form.is_valid():
        try:
            bericht = begin_bericht(
                gegenstand=form.gegenstand, vorlage=vorlage, konto=read_konto(request), jetzt=timezone.now()
            )
        except BerichtError as fehler:
            form.add_error(None, fehler)
        else:
            return _answer_begonnen(request, bericht)
    pfad = [{"label": _("Berichte"), "url": reverse("konzept:bericht-liste")}, {"label": _("Neuer Bericht"), "url": ""}]
    context = {"form": form, "vorlage": vorlage, "berichtigt": berichtigt, "pfad": pfad}
    return render(request, "konzept/berichte/neu.html", context)


def _answer_begonnen(request: HttpRequest, bericht: Bericht) -> HttpResponse:
    if not bericht.ist_entwurf:
        messages.info(request, _("Diese Berichtigung gibt es schon."))
        return redirect(bericht)
    messages.success(request, _("Der Entwurf ist angelegt. Jetzt kommen die Texte."))
    return redirect("konzept:bericht-bearbeiten", pk=bericht.pk)


def find_vorlage(angabe: str) -> Bericht | None:
    """None for what is no number; 404 for a number that no report has, however long."""
    if not angabe.isdecimal():
        return None
    if len(angabe) > STELLEN:
        raise Http404
    return get_object_or_404(Bericht, pk=int(angabe))


@intern_form(AENDERN)
def edit_texte(request: HttpRequest, pk: int) -> HttpResponse:
    """Whatever stands in the way of saving, the page comes back with everything that was typed."""
    bericht = load_bericht(pk)
    form = Textformular(bericht, request.POST if request.method == "POST" else None)

    def save(_werte: dict[str, Any]) -> str:
        save_texte(bericht_id=pk, texte=form.texte, konto=read_konto(request), gesehen=read_stand(request, bericht))
        name = "konzept:bericht-bearbeiten" if "weiter" in request.POST else "konzept:bericht-detail"
        return reverse(name, kwargs={"pk": pk})

    if antwort := save_formular(request, form, save=save, erfolg=_("Gespeichert.")):
        return antwort
    context = {
        "bericht": bericht,
        "form": form,
        "stand": sign_stand(request, bericht, form, gespeichert=read_textfelder(bericht)),
        "gesperrt": "" if bericht.ist_entwurf else explain_kein_entwurf(bericht),
        "pfad": build_pfad(bericht, _("Texte")),
    }
    return render(request, "konzept/berichte/texte.html", context)


def build_pfad(bericht: Bericht, hier: str = "") -> list[dict[str, str]]:
    """Down to the report, or to a page of it."""
    pfad = [{"label": _("Berichte"), "url": reverse("konzept:bericht-liste")}]
    name = f"{bericht.get_art_display()} {bericht.nummer}"
    if not hier:
        return [*pfad, {"label": name, "url": ""}]
    return [*pfad, {"label": name, "url": bericht.get_absolute_url()}, {"label": hier, "url": ""}]
