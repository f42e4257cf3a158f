"""What does this word find? The public search itself, with the ways into the page and into the form of every hit."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from angebote.domain.suche import Q_LAENGE, Suchanfrage, Suchergebnis, search_angebote
from angebote.domain.suche.volltext.erklaerung import explain_text
from angebote.domain.suche.volltext.sprachschatz import sprachschatz
from angebote.domain.suchworte import find_gruppen_mit
from angebote.models import Angebot

GEZEIGTE_TREFFER = 50


@dataclass(frozen=True)
class Probe:
    """A word, and the address that shows what it finds."""

    wort: str
    adresse: str


@dataclass(frozen=True)
class Probegruppe:
    """anzahl: all of them, not only those shown."""

    titel: str | Promise
    anzahl: int
    angebote: Sequence[Angebot]


def build_proben(worte: Iterable[str]) -> list[Probe]:
    adresse = reverse("admin:angebote_wortprobe")
    return [Probe(wort, f"{adresse}?{urlencode({'q': wort})}") for wort in worte]


def show_wortprobe(request: HttpRequest, *, model_admin: ModelAdmin) -> HttpResponse:
    if not model_admin.has_view_permission(request):
        raise PermissionDenied
    q = " ".join(request.GET.get("q", "").replace("\0", " ").split())[:Q_LAENGE]
    context = {
        **model_admin.admin_site.each_context(request),
        "title": _("Was findet dieses Wort?"),
        "opts": model_admin.opts,
        "q": q,
        "q_laenge": Q_LAENGE,
        **(build_ergebnis(q) if q else {}),
    }
    return render(request, "admin/angebote/wortprobe.html", context)


def build_ergebnis(q: str) -> dict[str, Any]:
    anfrage = Suchanfrage(q=q)
    ergebnis = search_angebote(anfrage, jetzt=timezone.localtime(), je_seite=GEZEIGTE_TREFFER)
    gruppen = build_probegruppen(ergebnis)
    korrektur = ergebnis.text.korrektur if ergebnis.text else ""
    return {
        **explain_worte(korrektur or q),
        "korrektur": korrektur,
        "ergebnis": ergebnis,
        "gruppen": gruppen,
        "anzahl": sum(gruppe.anzahl for gruppe in gruppen),
        "gezeigt": sum(len(gruppe.angebote) for gruppe in gruppen),
        "suche_adresse": f"{reverse('angebote:angebot-liste')}?{anfrage.to_query()}",
    }


def explain_worte(gesucht: str) -> dict[str, Any]:
    """How the searched text was read, each word with the groups that it is in."""
    erklaerung = explain_text(gesucht, sprachschatz.get())
    gruppen = find_gruppen_mit([eines.wort for eines in erklaerung.worte])
    return {
        "erklaerung": erklaerung,
        "worte": [(eines, [gruppe for wort, gruppe in gruppen if wort == eines.wort]) for eines in erklaerung.worte],
    }


def build_probegruppen(ergebnis: Suchergebnis) -> list[Probegruppe]:
    """In the order of the public page; a group without hits is left out."""
    gruppen = [
        Probegruppe(_("Mit allen Wörtern"), ergebnis.anzahl, ergebnis.angebote),
        Probegruppe(_("Nur mit einem Teil der Wörter"), ergebnis.anzahl_teilweise, ergebnis.angebote_teilweise),
    ]
    return [gruppe for gruppe in gruppen if gruppe.anzahl]
