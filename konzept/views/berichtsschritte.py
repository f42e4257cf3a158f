"""The steps of a report, each a page of its own that says first what follows: freeze, release, discard."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from konzept.choices import Berichtsstatus
from konzept.domain.berichte import (
    AENDERN,
    FREIGEBEN,
    discard_bericht,
    explain_nur_zu_zweit,
    find_uebergang,
    freeze_bericht,
    release_bericht,
)
from konzept.domain.berichtsabbild import build_abbild
from konzept.domain.berichtsfreigabe import list_freigabehindernisse
from konzept.domain.berichtsoffenes import list_offenes
from konzept.domain.berichtspflichten import Pflicht, list_pflichten
from konzept.models import Bericht
from konzept.views.berichte import build_pfad
from konzept.views.berichtsansicht import load_bericht
from konzept.views.berichtsformular import Fassungsformular, Grundformular, build_anker
from konzept.views.zugang import intern_form, read_konto

UNBEKANNT = -1  # a Fassung that no draft has


@dataclass(frozen=True)
class Pruefpunkt:
    """url: of the field that answers it."""

    pflicht: Pflicht
    url: str


def build_pruefliste(bericht: Bericht, daten: dict[str, Any]) -> list[Pruefpunkt]:
    seite = reverse("konzept:bericht-bearbeiten", args=[bericht.pk])
    return [
        Pruefpunkt(pflicht, f"{seite}#{build_anker(pflicht.komponente, pflicht.feld)}")
        for pflicht in list_pflichten(daten)
    ]


@intern_form(AENDERN)
def freeze(request: HttpRequest, pk: int) -> HttpResponse:
    """Shows the figures of today and what is missing, then freezes."""
    bericht, fehler = load_bericht(pk), []
    if request.method == "POST":
        form = Fassungsformular(request.POST)
        fassung = form.cleaned_data["fassung"] if form.is_valid() else UNBEKANNT
        try:
            freeze_bericht(bericht_id=pk, fassung=fassung, konto=read_konto(request), jetzt=timezone.now())
        except ValidationError as nein:
            fehler = nein.messages
        else:
            messages.success(request, _("Eingefroren. Der Inhalt ändert sich nicht mehr."))
            return redirect(bericht)
    heute = timezone.localdate()
    daten = build_abbild(bericht, heute=heute) if bericht.ist_entwurf else None
    pruefliste = build_pruefliste(bericht, daten) if daten else []
    context = {
        "bericht": bericht,
        "fehler": fehler,
        "heute": heute,
        "geht": find_uebergang(bericht.status, Berichtsstatus.EINGEFROREN) is not None,
        "form": Fassungsformular(initial={"fassung": bericht.fassung}),
        "zahlen": daten["zahlen"] if daten else None,
        "pruefliste": pruefliste,
        "vollstaendig": all(punkt.pflicht.ist_erfuellt for punkt in pruefliste),
        "offenes": list_offenes(daten) if daten else [],
        "pfad": build_pfad(bericht, _("Einfrieren")),
    }
    return render(request, "konzept/berichte/einfrieren.html", context)


@intern_form(FREIGEBEN)
def release(request: HttpRequest, pk: int) -> HttpResponse:
    """Whoever has frozen it reads why it has to be somebody else."""
    bericht, konto, fehler = load_bericht(pk), read_konto(request), []
    if request.method == "POST":
        try:
            release_bericht(bericht_id=pk, konto=konto, jetzt=timezone.now())
        except ValidationError as nein:
            fehler = nein.messages
        else:
            messages.success(request, _("Freigegeben. Eine Berichtigung ist von jetzt an ein neuer Bericht."))
            return redirect(bericht)
    context = _build_context(bericht, Berichtsstatus.FREIGEGEBEN, _("Freigeben")) | {
        "fehler": fehler,
        "nur_zu_zweit": explain_nur_zu_zweit(bericht, konto=konto),
        "hindernisse": list_freigabehindernisse(bericht) if bericht.status == Berichtsstatus.EINGEFROREN else [],
    }
    return render(request, "konzept/berichte/freigeben.html", context)


@intern_form(AENDERN)
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    bericht = load_bericht(pk)
    form = Grundformular(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            discard_bericht(bericht_id=pk, konto=read_konto(request), grund=form.cleaned_data["grund"])
        except ValidationError as nein:
            form.add_error(None, nein.messages)
        else:
            messages.success(request, _("Verworfen. Der Bericht bleibt lesbar."))
            return redirect(bericht)
    context = _build_context(bericht, Berichtsstatus.VERWORFEN, _("Verwerfen")) | {"form": form}
    return render(request, "konzept/berichte/verwerfen.html", context)


def _build_context(bericht: Bericht, nach: Berichtsstatus, titel: str) -> dict[str, object]:
    return {
        "bericht": bericht,
        "geht": find_uebergang(bericht.status, nach) is not None,
        "pfad": build_pfad(bericht, titel),
    }
