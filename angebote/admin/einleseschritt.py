"""The real run of an upload: 500 rows for each request, then the report. Works without a script."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.contrib.admin import ModelAdmin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from angebote.admin.einlesetabellen import build_download
from angebote.admin.einlesevorgang import Vorgang, build_context, check_recht, load_vorgang, save_vorgang
from angebote.importers.pfad.anwenden import Lauf, apply_zeilen
from angebote.importers.pfad.ausgabe import CSV_TYP
from angebote.importers.pfad.bericht import ERGEBNISWORTE, write_bericht, write_berichtszeilen
from angebote.importers.pfad.lesen import finish_import, preview_zeilen
from angebote.importers.pfad.plan import Ergebnis

JE_SCHRITT = 500
GEZEIGT = 200  # refused rows on the page; the rest stands in the report


def show_schritt(request: HttpRequest, marke: str, *, model_admin: ModelAdmin) -> HttpResponse:
    """GET: how far it is, or the report. POST: the next rows."""
    check_recht(request)
    vorgang = load_vorgang(request, marke)
    if vorgang is None:
        return redirect("admin:angebote_einlesen")
    if request.method == "POST" and not vorgang.ist_fertig:
        return apply_schritt(request, vorgang, marke)
    titel = _("Bericht") if vorgang.ist_fertig else _("Wird eingelesen")
    context = build_context(request, model_admin, titel) | {
        "marke": marke,
        "vorgang": vorgang,
        "alle": len(vorgang.zeilen),
        "gezeigt": GEZEIGT,
        "zahlen": [
            (wort, vorgang.zahlen[ergebnis]) for ergebnis, wort in ERGEBNISWORTE.items() if ergebnis in vorgang.zahlen
        ],
        "abgelehnte": [z for z in vorgang.berichtszeilen if z[3] == str(ERGEBNISWORTE[Ergebnis.ABGELEHNT])][:GEZEIGT],
    }
    return render(request, "admin/angebote/einlesen_schritt.html", context)


def apply_schritt(request: HttpRequest, vorgang: Vorgang, marke: str) -> HttpResponse:
    """The next 500 rows, and after the last ones what has vanished."""
    jetzt: datetime = timezone.localtime()
    lesung = vorgang.lesung
    lauf = Lauf(
        auftrag=vorgang.build_auftrag(request),
        datei=vorgang.datei,
        jetzt=jetzt,
        konto=request.user,
        schluessel=lesung.schluessel,
    )
    naechste = lesung.zeilen[vorgang.fertig : vorgang.fertig + JE_SCHRITT]
    fertige = apply_zeilen(naechste, lauf=lauf)
    vorgang.fertig += len(naechste)
    vorgang.berichtszeilen += write_berichtszeilen(fertige)
    for planzeile in fertige:
        vorgang.zahlen[planzeile.ergebnis] = vorgang.zahlen.get(planzeile.ergebnis, 0) + 1
    if vorgang.ist_fertig and vorgang.ist_vollstaendig:
        vorgang.fehlende = finish_import(lesung, lauf=lauf)
    save_vorgang(request, vorgang, marke)
    return redirect(reverse("admin:angebote_einlesen_schritt", args=[marke]))


def download_bericht(request: HttpRequest, marke: str, *, model_admin: ModelAdmin) -> HttpResponse:
    """Of what was done, or of the dry run as long as nothing is."""
    check_recht(request)
    vorgang = load_vorgang(request, marke)
    if vorgang is None:
        return redirect("admin:angebote_einlesen")
    zeilen: Sequence[list[str]] = vorgang.berichtszeilen
    if not vorgang.fertig:
        bericht = preview_zeilen(vorgang.lesung, auftrag=vorgang.build_auftrag(request))
        zeilen = write_berichtszeilen(bericht.zeilen)
    return build_download(write_bericht(zeilen).encode(), CSV_TYP, "bericht.csv")
