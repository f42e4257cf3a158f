"""The list of offers: one search in the address, its hits, and the way to change it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.exceptions import TooManyFieldsSent
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from angebote.domain.ortsnamen import find_kiez_of_name
from angebote.domain.suche import (
    KEINE_FILTER,
    Auswahl,
    Ausweg,
    Sortierung,
    Suchanfrage,
    Suchergebnis,
    build_filterworte,
    find_auswege,
    find_unbekannte,
    load_auswahl,
    search_angebote,
)
from angebote.domain.suche.bedingungen import filter_offene_termine, filter_termine
from angebote.filters import AngebotFilter
from angebote.views.filterfelder import build_abschnitte
from angebote.views.karten import build_karten
from angebote.views.krisennummern import load_kasten
from angebote.views.seiten import build_seiten
from angebote.views.suchluecke import build_fehlt_hier
from pankow_einsamkeit.decorators import public_page

PARAMETER_MAX = 900  # below Django's own limit, which would answer with an error


@public_page
def show_liste(request: HttpRequest) -> HttpResponse:
    """Always answers with a page, whatever stands in the address. htmx gets the part that changes."""
    jetzt = timezone.localtime()
    auswahl = load_auswahl()
    eingabe = AngebotFilter(_read_parameter(request), auswahl=auswahl, jetzt=jetzt)
    ergebnis = search_angebote(
        eingabe.anfrage, jetzt=jetzt, seite=eingabe.seitenzahl, je_seite=settings.TREFFER_JE_SEITE
    )
    context = {
        "anfrage": ergebnis.anfrage,
        "hinweise": [*eingabe.hinweise, *_build_seitenhinweis(eingabe.seitenzahl, ergebnis)],
        "kiezvorschlag": _build_kiezvorschlag(eingabe.gewuenschte_naehe, ergebnis.anfrage),
        "labels": eingabe.labels(),
        "abschnitte": build_abschnitte(
            ergebnis.anfrage, auswahl=auswahl, zaehlung=ergebnis.zaehlung, labels=eingabe.labels()
        ),
        "sortierungen": _build_sortierungen(ergebnis.anfrage),
        "pfad": [{"label": _("Angebote finden"), "url": ""}],
        **_build_treffer(ergebnis, auswahl, jetzt=jetzt),
    }
    if not ergebnis.anzahl:
        context["auswege"] = _build_auswege(ergebnis, auswahl, jetzt=jetzt)
        context["nummern"] = load_kasten()
        context["fehlt_hier"] = build_fehlt_hier(ergebnis.anfrage, auswahl=auswahl, heute=jetzt.date())
    return _respond(request, context, ergebnis)


def _read_parameter(request: HttpRequest) -> QueryDict:
    """Thousands of parameters are cut instead of refused, so that even a broken link shows offers."""
    try:
        return request.GET
    except TooManyFieldsSent:
        return QueryDict("&".join(request.META["QUERY_STRING"].split("&")[:PARAMETER_MAX]))


def _respond(request: HttpRequest, context: dict[str, Any], ergebnis: Suchergebnis) -> HttpResponse:
    htmx = bool(getattr(request, "htmx", False))
    response = render(request, "angebote/_suche.html" if htmx else "angebote/liste.html", context)
    if htmx:
        response["HX-Push-Url"] = build_liste_url(ergebnis.anfrage, seite=ergebnis.seite)
    return response


def build_liste_url(anfrage: Suchanfrage, *, seite: int = 1) -> str:
    query = anfrage.to_query(seite=seite)
    return reverse("angebote:angebot-liste") + (f"?{query}" if query else "")


def _build_treffer(ergebnis: Suchergebnis, auswahl: Auswahl, *, jetzt: datetime) -> dict[str, Any]:
    anfrage = ergebnis.anfrage
    worte = build_filterworte(anfrage, auswahl=auswahl)
    return {
        "trefferzahl": _build_trefferzahl(ergebnis),
        "anzahl": ergebnis.anzahl,
        "anzahl_gesamt": ergebnis.anzahl + ergebnis.anzahl_schon_geoeffnet + ergebnis.anzahl_ohne_zeiten,
        "filterzahl": sum(wort.gruppe not in KEINE_FILTER for wort in worte),
        "unbekannte": _build_unbekannte(ergebnis),
        "chips": [{"label": wort.label, "oder": wort.oder, "href": build_liste_url(wort.ohne)} for wort in worte],
        "karten": build_karten(ergebnis.angebote, jetzt=jetzt, termine=filter_termine(anfrage, jetzt=jetzt)),
        "karten_geoeffnet": build_karten(
            ergebnis.angebote_schon_geoeffnet,
            jetzt=jetzt,
            termine=filter_offene_termine(anfrage, jetzt=jetzt),
            geoeffnet=True,
        ),
        "karten_ohne_zeiten": build_karten(ergebnis.angebote_ohne_zeiten, jetzt=jetzt),
        "seiten": build_seiten(
            ergebnis.seite, ergebnis.seiten, build_href=lambda seite: build_liste_url(anfrage, seite=seite)
        ),
    }


def _build_trefferzahl(ergebnis: Suchergebnis) -> str:
    """The number of hits as a sentence; it is also what screen readers announce after a change."""
    weitere = capfirst(", ".join(_list_weitere(ergebnis)))
    if not ergebnis.anzahl and not weitere:
        return _("Kein Angebot passt zu allem, was Sie gewählt haben")
    if ergebnis.anzahl:
        satz = ngettext("%(n)d Angebot gefunden", "%(n)d Angebote gefunden", ergebnis.anzahl) % {"n": ergebnis.anzahl}
    else:
        satz = _("Kein Termin beginnt dann") if ergebnis.anfrage.zeit else _("Kein Termin passt")
    return f"{satz}. {weitere}." if weitere else satz


def _list_weitere(ergebnis: Suchergebnis) -> list[str]:
    """What is listed below the hits proper, in clauses of one sentence."""
    geoeffnet, ohne_zeiten = ergebnis.anzahl_schon_geoeffnet, ergebnis.anzahl_ohne_zeiten
    saetze = [
        (
            geoeffnet,
            ngettext("%(n)d Angebot ist dann schon geöffnet", "%(n)d Angebote sind dann schon geöffnet", geoeffnet),
        ),
        (
            ohne_zeiten,
            ngettext(
                "bei %(n)d Angebot kennen wir die Zeiten nicht",
                "bei %(n)d Angeboten kennen wir die Zeiten nicht",
                ohne_zeiten,
            ),
        ),
    ]
    return [satz % {"n": anzahl} for anzahl, satz in saetze if anzahl]


def _build_unbekannte(ergebnis: Suchergebnis) -> dict[str, str] | None:
    """One line above the list: how many more there are if cost and accessibility need not be known."""
    for ausweg in find_unbekannte(ergebnis):
        satz = ngettext(
            "Bei %(n)d weiteren Angebot sind %(was)s nicht bekannt.",
            "Bei %(n)d weiteren Angeboten sind %(was)s nicht bekannt.",
            ausweg.anzahl,
        )
        return {"satz": satz % {"n": ausweg.anzahl, "was": ausweg.label}, "href": build_liste_url(ausweg.anfrage)}
    return None


def _build_seitenhinweis(verlangt: int, ergebnis: Suchergebnis) -> list[str]:
    if verlangt <= ergebnis.seiten:
        return []
    return [_("Seite %(seite)d gibt es nicht. Sie sehen die letzte Seite.") % {"seite": verlangt}]


def _build_kiezvorschlag(nah: str, anfrage: Suchanfrage) -> dict[str, str] | None:
    """Searching near a place is not possible yet; in the Kiez of that place it is."""
    kiez = find_kiez_of_name(nah) if nah else None
    if kiez is None:
        return None
    frage = _("Meinten Sie den Kiez %(kiez)s?") % {"kiez": kiez.name}
    return {"frage": frage, "href": build_liste_url(anfrage.mit(kiez=(kiez.slug,)))}


def _build_sortierungen(anfrage: Suchanfrage) -> list[dict[str, Any]]:
    """What can be sorted by now: relevance needs words, distance comes with the search near a place.

    The sorting that holds anyway is sent empty, so that words typed later bring the best hits to the top.
    """
    moegliche = [*([Sortierung.RELEVANZ] if anfrage.q else []), Sortierung.TERMIN, Sortierung.NAME]
    return [
        {
            "wert": "" if wert == moegliche[0] else wert.value,
            "label": wert.label,
            "gewaehlt": wert == anfrage.wirksame_sortierung,
        }
        for wert in moegliche
    ]


def _build_auswege(ergebnis: Suchergebnis, auswahl: Auswahl, *, jetzt: datetime) -> list[dict[str, Any]]:
    """Groups of links out of an empty result; groups without a link are left out."""
    auswege = find_auswege(ergebnis, auswahl=auswahl, jetzt=jetzt)
    gruppen = [
        (
            _("Sehen Sie auch an, was noch nicht bekannt ist"),
            _("auch wenn %(filter)s nicht bekannt sind"),
            auswege.unbekannte,
        ),
        (_("Suchen Sie mit weniger Filtern"), _("ohne %(filter)s"), auswege.ohne_filter),
        (_("Gehen Sie in einen Kiez nebenan"), "", auswege.nachbarkieze),
        (_("Wählen Sie eine andere Zeit"), "", auswege.andere_zeiten),
        (_("Ohne Weg: zu Hause oder am Telefon"), "", auswege.ohne_weg),
        (_("Sehen Sie alles an"), "", auswege.alles),
    ]
    return [
        {"titel": titel, "links": [_build_ausweglink(ausweg, muster) for ausweg in liste]}
        for titel, muster, liste in gruppen
        if liste
    ]


def _build_ausweglink(ausweg: Ausweg, muster: str) -> dict[str, Any]:
    return {
        "label": muster % {"filter": ausweg.label} if muster else ausweg.label,
        "href": build_liste_url(ausweg.anfrage),
        "anzahl": ausweg.anzahl,
    }
