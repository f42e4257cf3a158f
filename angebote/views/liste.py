"""The list of offers: one search in the address, its hits, and the way to change it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from angebote.choices import Bereich
from angebote.domain.krisennummern import load_kasten
from angebote.domain.suche import (
    KEINE_FILTER,
    Auswahl,
    Suchergebnis,
    build_filterworte,
    load_auswahl,
    search_angebote,
)
from angebote.filters import AngebotFilter
from angebote.views.auswege import build_auswege
from angebote.views.filterfelder import build_abschnitte
from angebote.views.listenadresse import build_liste_url
from angebote.views.naehe import build_naehe_hinweise
from angebote.views.parameter import read_parameter
from angebote.views.seiten import build_seiten
from angebote.views.suchluecke import build_fehlt_hier
from angebote.views.treffergruppen import build_treffergruppen
from angebote.views.trefferworte import (
    build_korrektur,
    build_ohne_weg,
    build_trefferzahl,
    build_unbekannte,
    count_gelistete,
)
from angebote.views.zeitwort import build_zeitwort
from pankow_einsamkeit.decorators import public_page


@public_page
def show_liste(request: HttpRequest) -> HttpResponse:
    """Always answers with a page, whatever stands in the address. htmx gets the part that changes."""
    jetzt = timezone.localtime()
    auswahl = load_auswahl()
    eingabe = AngebotFilter(read_parameter(request), auswahl=auswahl, jetzt=jetzt)
    ergebnis = search_angebote(
        eingabe.anfrage, jetzt=jetzt, seite=eingabe.seitenzahl, je_seite=settings.TREFFER_JE_SEITE
    )
    labels = eingabe.labels()
    context = {
        "anfrage": ergebnis.anfrage,
        "hinweise": [*eingabe.hinweise, *_build_seitenhinweis(eingabe.seitenzahl, ergebnis)],
        "labels": labels,
        "abschnitte": build_abschnitte(ergebnis.anfrage, auswahl=auswahl, zaehlung=ergebnis.zaehlung, labels=labels),
        "sortierungen": _build_sortierungen(ergebnis),
        "pfad": [{"label": _("Angebote finden"), "url": ""}],
        "gruppen": build_treffergruppen(ergebnis, jetzt=jetzt),
        "zeitwort": build_zeitwort(ergebnis, jetzt=jetzt),
        "nummern": load_kasten() if _needs_krisenbox(ergebnis) else None,
        **_build_worte(ergebnis, auswahl),
    }
    if not ergebnis.anzahl:
        context["auswege"] = build_auswege(ergebnis, auswahl, jetzt=jetzt)
    if not count_gelistete(ergebnis):
        context["fehlt_hier"] = build_fehlt_hier(ergebnis.anfrage, auswahl=auswahl, heute=jetzt.date())
    return _respond(request, context, ergebnis)


def _respond(request: HttpRequest, context: dict[str, Any], ergebnis: Suchergebnis) -> HttpResponse:
    htmx = bool(getattr(request, "htmx", False))
    response = render(request, "angebote/_suche.html" if htmx else "angebote/liste.html", context)
    if htmx:
        response["HX-Push-Url"] = build_liste_url(ergebnis.anfrage, seite=ergebnis.seite)
    return response


def _build_worte(ergebnis: Suchergebnis, auswahl: Auswahl) -> dict[str, Any]:
    """What stands above and below the cards."""
    anfrage = ergebnis.anfrage
    worte = build_filterworte(anfrage, auswahl=auswahl)
    return {
        "trefferzahl": build_trefferzahl(ergebnis),
        "anzahl": ergebnis.anzahl,
        "anzahl_gesamt": count_gelistete(ergebnis),
        "filterzahl": sum(wort.gruppe not in KEINE_FILTER for wort in worte),
        "korrektur": build_korrektur(ergebnis),
        "naehe_hinweis": build_naehe_hinweise(ergebnis.naehe, anfrage, starke_zuerst=ergebnis.starke_zuerst),
        "ohne_weg": build_ohne_weg(ergebnis, je_seite=settings.TREFFER_JE_SEITE),
        "unbekannte": build_unbekannte(ergebnis),
        "zeigt_hilfe": ergebnis.text is not None and ergebnis.text.zeigt_hilfe,
        "chips": [{"label": wort.label, "oder": wort.oder, "href": build_liste_url(wort.ohne)} for wort in worte],
        "seiten": build_seiten(
            ergebnis.seite, ergebnis.seiten, build_href=lambda seite: build_liste_url(anfrage, seite=seite)
        ),
    }


def _build_seitenhinweis(verlangt: int, ergebnis: Suchergebnis) -> list[str]:
    if verlangt <= ergebnis.seiten:
        return []
    return [_("Seite %(seite)d gibt es nicht. Sie sehen die letzte Seite.") % {"seite": verlangt}]


def _build_sortierungen(ergebnis: Suchergebnis) -> list[dict[str, Any]]:
    """The sorting that holds anyway is sent empty, so that words typed later bring the best hits to the top."""
    moegliche = ergebnis.anfrage.moegliche_sortierungen
    return [
        {
            "wert": "" if wert == moegliche[0] else wert.value,
            "label": wert.label,
            "gewaehlt": wert == ergebnis.sortierung,
        }
        for wert in moegliche
    ]


def _needs_krisenbox(ergebnis: Suchergebnis) -> bool:
    """Where people look for help, where the words sound like hardship, and where nothing at all is listed."""
    zeigt_hilfe = ergebnis.text is not None and ergebnis.text.zeigt_hilfe
    return zeigt_hilfe or not count_gelistete(ergebnis) or ergebnis.anfrage.bereich == Bereich.UNTERSTUETZUNG
