"""The dry run of an upload in words, page by page, and what somebody decides about its rows.

A page of a group is asked for by a button of the form, so that what was chosen on this one is kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from angebote.admin.einleseschritt import apply_schritt
from angebote.admin.einlesevorgang import Vorgang, build_context, check_recht, load_vorgang, save_vorgang
from angebote.domain.feldtexte import Feldaenderung
from angebote.importers.pfad.ablage import delete_ablage
from angebote.importers.pfad.bericht import ERGEBNISWORTE, Importbericht, build_aenderungstexte
from angebote.importers.pfad.lesen import list_fehlende, preview_zeilen
from angebote.importers.pfad.plan import AUS_DER_DATEI, NEU_ANLEGEN, UEBERSPRINGEN, ZU_ANGEBOT, Ergebnis, Planzeile

JE_SEITE = 100  # rows of a group
KONFLIKTE, FEHLENDE = "konflikte", "fehlende"
ERGEBNISGRUPPEN = (
    (Ergebnis.ABGELEHNT, gettext_lazy("Abgelehnt: bitte in der Datei berichtigen")),
    (Ergebnis.DOPPELT, gettext_lazy("Vielleicht schon da: bitte entscheiden")),
    (Ergebnis.GEAENDERT, gettext_lazy("Wird geändert")),
    (Ergebnis.VORSCHLAG, gettext_lazy("Wird als Vorschlag eingereicht")),
    (Ergebnis.NEU, gettext_lazy("Wird neu angelegt, als Entwurf")),
)
TITEL = {
    **{ergebnis.value: titel for ergebnis, titel in ERGEBNISGRUPPEN},
    KONFLIKTE: gettext_lazy("Von der Redaktion geändert: bleibt, wenn Sie nichts anderes wählen"),
    FEHLENDE: gettext_lazy("Nicht mehr in der Quelle: wird nur gekennzeichnet"),
}


@dataclass(frozen=True)
class Moeglichkeit:
    wert: str
    text: str
    ist_gewaehlt: bool


@dataclass(frozen=True)
class Vorschauzeile:
    """A row of the preview with everything in words."""

    planzeile: Planzeile
    aenderungen: list[Feldaenderung]
    konflikte: list[Feldaenderung]
    wahl: list[Moeglichkeit]


@dataclass(frozen=True)
class Gruppe:
    """zeilen: of this page; titles of offers for what is missing, Vorschauzeile for all others."""

    name: str
    titel: Any
    anzahl: int
    seite: Page[Any]
    zeilen: Sequence[Any]


def show_vorschau(request: HttpRequest, marke: str, *, model_admin: ModelAdmin) -> HttpResponse:
    """GET: the dry run. POST: what somebody decided, and another page or the beginning of the work."""
    check_recht(request)
    vorgang = load_vorgang(request, marke)
    if vorgang is None:
        return redirect("admin:angebote_einlesen")
    if vorgang.fertig:
        return redirect("admin:angebote_einlesen_schritt", marke=marke)
    if request.method == "POST":
        return _take(request, vorgang, marke)
    lesung = vorgang.lesung
    bericht = preview_zeilen(lesung, auftrag=vorgang.build_probeauftrag(request))
    fehlende = list_fehlende(lesung, quelle=vorgang.quelle) if vorgang.ist_vollstaendig else []
    gruppe = request.GET.get("gruppe", "")
    context = build_context(request, model_admin, _("Vorschau")) | {
        "marke": marke,
        "vorgang": vorgang,
        "bericht": bericht,
        "zahlen": [(ERGEBNISWORTE[ergebnis], zahl) for ergebnis, zahl in bericht.zahlen.items() if zahl],
        "gruppen": build_gruppen(bericht, fehlende, vorgang, gruppe=gruppe, seite=request.GET.get("seite", "")),
        "nur_gruppe": gruppe in TITEL,
        "fehlende_anzahl": len(fehlende),
        "etwas_zu_tun": any(zahl for ergebnis, zahl in bericht.zahlen.items() if ergebnis != Ergebnis.ABGELEHNT),
    }
    return render(request, "admin/angebote/einlesen_vorschau.html", context)


def _take(request: HttpRequest, vorgang: Vorgang, marke: str) -> HttpResponse:
    if "abbrechen" in request.POST:
        delete_ablage(marke)
        messages.info(request, _("Nichts wurde eingelesen. Die hochgeladene Datei ist gelöscht."))
        return redirect("admin:angebote_angebot_changelist")
    vorgang.note_entscheidungen(request.POST.dict())
    save_vorgang(request, vorgang, marke)
    if "zeige" not in request.POST:
        return apply_schritt(request, vorgang, marke)
    gruppe, _trenner, seite = request.POST["zeige"].partition(":")
    query = urlencode({"gruppe": gruppe, "seite": seite}) if gruppe in TITEL else ""
    return redirect(f"{reverse('admin:angebote_einlesen_vorschau', args=[marke])}?{query}".rstrip("?"))


def build_gruppen(
    bericht: Importbericht, fehlende: Sequence[str], vorgang: Vorgang, *, gruppe: str, seite: str
) -> list[Gruppe]:
    """The first page of each, or one page of one; empty ones are left out."""
    alle: dict[str, Sequence[Any]] = {ergebnis.value: bericht.list_zeilen(ergebnis) for ergebnis, _t in ERGEBNISGRUPPEN}
    alle |= {KONFLIKTE: [zeile for zeile in bericht.zeilen if zeile.konflikte], FEHLENDE: fehlende}
    namen = [gruppe] if gruppe in TITEL else list(alle)
    return [_build_gruppe(name, alle[name], vorgang, seite=seite) for name in namen if alle[name]]


def _build_gruppe(name: str, zeilen: Sequence[Any], vorgang: Vorgang, *, seite: str) -> Gruppe:
    diese = Paginator(zeilen, JE_SEITE).get_page(seite)
    gezeigte = list(diese) if name == FEHLENDE else [build_vorschauzeile(zeile, name, vorgang) for zeile in diese]
    return Gruppe(name, TITEL[name], len(zeilen), diese, gezeigte)


def build_vorschauzeile(planzeile: Planzeile, gruppe: str, vorgang: Vorgang) -> Vorschauzeile:
    aenderungen, konflikte = (
        build_aenderungstexte(paare) if paare else [] for paare in (planzeile.aenderungen, planzeile.konflikte)
    )
    gewaehlt = vorgang.entscheidungen.get(str(planzeile.zeile.nummer), "")
    return Vorschauzeile(planzeile, aenderungen, konflikte, list(_list_moeglichkeiten(planzeile, gruppe, gewaehlt)))


def _list_moeglichkeiten(planzeile: Planzeile, gruppe: str, gewaehlt: str) -> list[Moeglichkeit]:
    """The first is what happens where nothing is chosen."""
    if gruppe == KONFLIKTE:
        paare = [("", _("unsere Angaben behalten")), (AUS_DER_DATEI, _("Angaben der Datei nehmen"))]
    elif gruppe == Ergebnis.DOPPELT:
        paare = [(UEBERSPRINGEN, _("überspringen")), (NEU_ANLEGEN, _("neu anlegen, es ist ein anderes Angebot"))]
        satz = _("gehört zu „%(titel)s“ (%(gruende)s)")
        paare += [
            (f"{ZU_ANGEBOT}{einer.angebot_id}", satz % {"titel": einer.titel, "gruende": einer.gruende})
            for einer in planzeile.doppelte
        ]
    else:
        return []
    gueltige = gewaehlt if gewaehlt in dict(paare) else paare[0][0]
    return [Moeglichkeit(wert, text, wert == gueltige) for wert, text in paare]
