"""The page a report is about: found by its path alone, since what stands behind a question mark can be health data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.http import Http404, HttpRequest
from django.urls import ResolverMatch, resolve, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from angebote.models import Angebot, Kiez
from pankow_einsamkeit.models import Seite

PFAD_LAENGE = 200  # characters, as Meldung.seite
# Pages a report can name, and what they are called; empty where the record says it. Only these: the path of a page that
# is missing here may tell what somebody has on paper, or let somebody in.
TITEL: dict[str, str | Promise] = {
    "angebote:start": _("Startseite"),
    "angebote:angebot-liste": _("Angebote finden"),
    "angebote:angebot-detail": "",
    "angebote:plakat": "",
    "angebote:kiez-liste": _("Kieze in Pankow"),
    "angebote:kiez-detail": "",
    "angebote:kiez-woche": "",
    "angebote:kiez-monat": "",
    "angebote:programm": _("Programm"),
    "angebote:traeger-detail": _("Seite eines Trägers"),
    "angebote:mitmachen": _("Mitmachen"),
    "angebote:fachkraefte": _("Für Fachkräfte"),
    "angebote:krise": _("Hilfe in einer Krise"),
    "angebote:merkzettel": _("Merkzettel"),
    "angebote:merkzettel-drucken": _("Merkzettel drucken"),
    "angebote:pruefen": _("Gedruckte Liste prüfen"),
    "seite": "",
}
# The code in the address of a checked sheet is private, the form it came from is not.
STATT = {"angebote:pruefung": "angebote:pruefen"}


@dataclass(frozen=True)
class Meldeseite:
    """pfad and titel are empty where the page is not known. angebot: only what is public, or was."""

    pfad: str = ""
    titel: str | Promise = ""
    angebot: Angebot | None = None


def build_melde_url(request: HttpRequest) -> str:
    """The form, with the page it is called from; asks no database."""
    adresse = reverse("angebote:melden")
    pfad = _shorten(request.path, getattr(request, "resolver_match", None))
    return f"{adresse}?{urlencode({'seite': pfad}, safe='/')}" if pfad else adresse


def find_meldeseite(angabe: str) -> Meldeseite:
    """From what stands in the address or the form; anything else than a page of ours is no page."""
    try:
        pfad = urlsplit(angabe).path
        match = resolve(pfad)
    except (Http404, ValueError):
        return Meldeseite()
    pfad = _shorten(pfad, match)
    return _describe(pfad, match) if pfad else Meldeseite()


def find_meldeseite_by_kurz_id(kurz_id: str) -> Meldeseite:
    angebot = Angebot.objects.oeffentlich_gewesen().filter(kurz_id=kurz_id.replace("\0", "").lower()).first()
    return Meldeseite(angebot.get_absolute_url(), angebot.titel, angebot) if angebot else Meldeseite()


def _shorten(pfad: str, match: ResolverMatch | None) -> str:
    if match is None:
        return ""
    if match.view_name in STATT:
        return reverse(STATT[match.view_name])
    return pfad if match.view_name in TITEL and len(pfad) <= PFAD_LAENGE else ""


def _describe(pfad: str, match: ResolverMatch) -> Meldeseite:
    name = STATT.get(match.view_name, match.view_name)
    slug = match.kwargs.get("slug", "")
    if name in {"angebote:angebot-detail", "angebote:plakat"}:
        angebot = Angebot.objects.oeffentlich_gewesen().filter(slug=slug).first()
        return Meldeseite(pfad, angebot.titel if angebot else pfad, angebot)
    modell: dict[str, tuple[Any, str]] = {"seite": (Seite, "titel")}
    klasse, feld = modell.get(name, (Kiez, "name"))
    titel = TITEL[name] or klasse.objects.filter(slug=slug).values_list(feld, flat=True).first()
    return Meldeseite(pfad, titel or pfad)
