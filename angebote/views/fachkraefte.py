"""The two-minute way for professionals (F28): a ready search, a Kiez, the fitting offers. Nothing is stored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from angebote.choices import Krisenthema
from angebote.domain.katalogstand import read_version
from angebote.domain.krisennummern import Krisennummer, load_krisennummern
from angebote.domain.merkzettel import Merkzettel
from angebote.domain.suche import (
    Auswahl,
    Ausweg,
    Suchanfrage,
    Suchergebnis,
    find_auswege,
    find_unbekannte,
    load_auswahl,
    search_angebote,
)
from angebote.filters import AngebotFilter
from angebote.forms import quote_wert
from angebote.views.fachformular import build_fachformular
from angebote.views.fachkarten import Fachgruppe, build_fachgruppen
from angebote.views.listenadresse import build_liste_url
from angebote.views.merkadresse import build_merkzettel_url
from angebote.views.parameter import read_parameter
from angebote.views.suchluecke import build_fehlt_hier
from angebote.views.treffergruppen import build_treffergruppen
from angebote.views.trefferworte import build_trefferzahl, count_gelistete
from angebote.views.vorlagen import VORLAGEN, Vorlage, add_vorlage, build_fachkraefte_url, find_vorlage
from angebote.views.zahlen import count_je_anfrage
from pankow_einsamkeit.decorators import public_page

ANGEBOTE_MAX = 20
KRISENNUMMERN_MAX = 2


@dataclass(frozen=True)
class Vorlagenlink:
    titel: str | Promise
    satz: str | Promise
    icon: str
    url: str
    anzahl: int
    gewaehlt: bool


@public_page
def show_fachkraefte(request: HttpRequest) -> HttpResponse:
    """Only the form as long as nothing is chosen; with a Vorlage its offers, found by the public search."""
    jetzt, auswahl, parameter = timezone.localtime(), load_auswahl(), read_parameter(request)
    slug = parameter.get("vorlage", "")
    vorlage = find_vorlage(slug)
    eingabe = AngebotFilter(add_vorlage(parameter, vorlage), auswahl=auswahl, jetzt=jetzt)
    anfrage = vorlage.join(eingabe.anfrage) if vorlage else eingabe.anfrage
    version = read_version()
    context = {
        "vorlage": vorlage,
        "hat_wunsch": not anfrage.ist_leer,
        "vorlagen": _build_vorlagen(vorlage, anfrage, jetzt=jetzt, version=version),
        "hinweise": [*_build_vorlagenhinweis(slug, vorlage), *eingabe.hinweise],
        "nummern": _load_krisendienste(),
        "pfad": [{"label": _("Für Fachkräfte"), "url": ""}],
        **build_fachformular(vorlage, anfrage, auswahl),
    }
    if vorlage is not None:
        ergebnis = search_angebote(anfrage, jetzt=jetzt, je_seite=ANGEBOTE_MAX, version=version)
        context |= _build_treffer(vorlage, ergebnis, auswahl, jetzt=jetzt)
    return render(request, "angebote/fachkraefte.html", context)


def _build_vorlagen(
    gewaehlt: Vorlage | None, anfrage: Suchanfrage, *, jetzt: datetime, version: str
) -> list[Vorlagenlink]:
    """Each with what else is wanted, so that changing the subject keeps the Kiez."""
    uebriges = gewaehlt.leave(anfrage) if gewaehlt else anfrage
    anfragen = [vorlage.join(uebriges) for vorlage in VORLAGEN]
    zahlen = count_je_anfrage(anfragen, jetzt=jetzt, version=version)
    return [
        Vorlagenlink(
            titel=vorlage.titel,
            satz=vorlage.satz,
            icon=vorlage.icon,
            url=build_fachkraefte_url(vorlage, einzelne),
            anzahl=anzahl,
            gewaehlt=vorlage == gewaehlt,
        )
        for vorlage, einzelne, anzahl in zip(VORLAGEN, anfragen, zahlen, strict=True)
    ]


def _build_vorlagenhinweis(slug: str, vorlage: Vorlage | None) -> list[str]:
    if vorlage is not None or not slug.strip():
        return []
    return [_("Die Vorlage „%(slug)s“ kennen wir nicht. Bitte wählen Sie eine aus.") % {"slug": quote_wert(slug)}]


def _build_treffer(vorlage: Vorlage, ergebnis: Suchergebnis, auswahl: Auswahl, *, jetzt: datetime) -> dict[str, Any]:
    gruppen = build_fachgruppen(build_treffergruppen(ergebnis, jetzt=jetzt), heute=jetzt.date())
    gelistete = count_gelistete(ergebnis)
    context: dict[str, Any] = {
        "gruppen": gruppen,
        "trefferzahl": build_trefferzahl(ergebnis),
        "sind_mehr": gelistete > ANGEBOTE_MAX,
        "hoechstens": ANGEBOTE_MAX,
        "liste_url": build_liste_url(ergebnis.anfrage),
        "text_url": build_merkzettel_url(Merkzettel(tuple(_list_ids(gruppen))), name="merkzettel-text"),
        "unbekannte": [_build_link(vorlage, ausweg) for ausweg in find_unbekannte(ergebnis)],
    }
    if not gelistete:
        context["auswege"] = _build_auswege(vorlage, ergebnis, auswahl, jetzt=jetzt)
        context["fehlt_hier"] = build_fehlt_hier(ergebnis.anfrage, auswahl=auswahl, heute=jetzt.date())
    return context


def _list_ids(gruppen: Sequence[Fachgruppe]) -> list[int]:
    return [eintrag.karte.id for gruppe in gruppen for eintrag in gruppe.eintraege]


def _build_auswege(
    vorlage: Vorlage, ergebnis: Suchergebnis, auswahl: Auswahl, *, jetzt: datetime
) -> list[dict[str, Any]]:
    """Only what still is this Vorlage: another subject is one click away above."""
    auswege = find_auswege(ergebnis, auswahl=auswahl, jetzt=jetzt)
    moegliche = [
        *((_("ohne %(was)s"), ausweg) for ausweg in auswege.ohne_filter),
        *(("%(was)s", ausweg) for ausweg in (*auswege.nachbarkieze, *auswege.andere_zeiten)),
    ]
    return [_build_link(vorlage, ausweg, muster) for muster, ausweg in moegliche if vorlage.ist_in(ausweg.anfrage)]


def _build_link(vorlage: Vorlage, ausweg: Ausweg, muster: str = "%(was)s") -> dict[str, Any]:
    return {
        "label": muster % {"was": ausweg.label},
        "href": build_fachkraefte_url(vorlage, ausweg.anfrage),
        "anzahl": ausweg.anzahl,
    }


def _load_krisendienste() -> list[Krisennummer]:
    """From the records of the Redaktion only; danger to life is a line of its own."""
    nummern = [nummer for nummer in load_krisennummern() if nummer.hilfe.thema == Krisenthema.KRISE]
    return [nummer for nummer in nummern if nummer.rufnummern and not nummer.ist_notruf][:KRISENNUMMERN_MAX]
