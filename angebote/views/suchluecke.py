""" "Das fehlt hier": one click below an empty result, which counts up and stores nothing about who clicked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from angebote.choices import Tageszeit
from angebote.domain.suche import Auswahl, Suchanfrage, load_auswahl
from angebote.domain.suchluecken import count_luecke
from angebote.filters import AngebotFilter
from pankow_einsamkeit.decorators import public_page
from pankow_einsamkeit.herkunft import is_same_origin


@dataclass(frozen=True)
class FehltHier:
    """For _fehlt_hier.html. suche: the search as it stands in an address. angaben: all that is stored, in words.

    sagt_etwas: more than the month is known, so that a click would tell what is missing.
    """

    suche: str
    angaben: list[str]
    sagt_etwas: bool


def build_fehlt_hier(anfrage: Suchanfrage, *, auswahl: Auswahl, heute: date) -> FehltHier:
    gewaehlt = [(gruppe, _read_einzigen(anfrage, gruppe)) for gruppe in ("kiez", "kategorie")]
    angaben = [option.label for gruppe, wert in gewaehlt for option in auswahl.get(gruppe, ()) if option.wert == wert]
    if tageszeit := _read_einzigen(anfrage, "zeit"):
        angaben.append(str(Tageszeit(tageszeit).label))
    monat = date_format(heute, "F Y")
    return FehltHier(suche=anfrage.to_query(), angaben=[*angaben, monat], sagt_etwas=bool(angaben))


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def count_suchluecke(request: HttpRequest) -> HttpResponse:
    """Only a click on one of our own pages counts. Nobody has a cookie here that a foreign page could abuse.

    Whoever comes by address, without a click, is led to the list.
    """
    if request.method != "POST":
        return redirect("angebote:angebot-liste")
    if not is_same_origin(request):
        raise PermissionDenied
    jetzt = timezone.localtime()
    anfrage = _read_anfrage(QueryDict(request.POST.get("suche", "")), auswahl=load_auswahl(), jetzt=jetzt)
    count_luecke(
        kiez=_read_einzigen(anfrage, "kiez"),
        kategorie=_read_einzigen(anfrage, "kategorie"),
        tageszeit=_read_einzigen(anfrage, "zeit"),
        heute=jetzt.date(),
    )
    antwort = redirect(_join("angebote:suchluecke-danke", anfrage))
    antwort.status_code = HTTPStatus.SEE_OTHER  # a GET, so that a reload counts nothing
    return antwort


@public_page
def show_danke(request: HttpRequest) -> HttpResponse:
    jetzt, auswahl = timezone.localtime(), load_auswahl()
    anfrage = _read_anfrage(request.GET, auswahl=auswahl, jetzt=jetzt)
    context = {
        "fehlt_hier": build_fehlt_hier(anfrage, auswahl=auswahl, heute=jetzt.date()),
        "such_url": _join("angebote:angebot-liste", anfrage),
        "pfad": [
            {"label": _("Angebote finden"), "url": reverse("angebote:angebot-liste")},
            {"label": _("Danke"), "url": ""},
        ],
    }
    return render(request, "angebote/fehlt_hier_danke.html", context)


def _read_anfrage(parameter: Mapping[str, Any], *, auswahl: Auswahl, jetzt: datetime) -> Suchanfrage:
    return AngebotFilter(parameter, auswahl=auswahl, jetzt=jetzt).anfrage


def _read_einzigen(anfrage: Suchanfrage, gruppe: str) -> str:
    """One click is one count: several values of a group mean none in particular, so they count as not chosen."""
    werte: tuple[str, ...] = getattr(anfrage, gruppe)
    return werte[0] if len(werte) == 1 else ""


def _join(name: str, anfrage: Suchanfrage) -> str:
    query = anfrage.to_query()
    return reverse(name) + (f"?{query}" if query else "")
