from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from angebote.choices import Krisenthema
from angebote.domain.kontakt import name_website
from angebote.domain.krisennummern import Krisennummer, load_krisennummern
from angebote.domain.quellensatz import build_quellensatz
from angebote.models import Krisenhilfe, Quellenangabe
from pankow_einsamkeit.decorators import public_page

# What helps anybody stands open on a phone too; the other parts open with one tap.
OFFEN = {Krisenthema.KRISE, Krisenthema.REDEN}


@public_page
def show_krise(request: HttpRequest) -> HttpResponse:
    """Danger to life comes first, then those who listen, in the order of the Redaktion (F10)."""
    nummern = load_krisennummern()
    context = {
        "notruf": [nummer for nummer in nummern if nummer.ist_notruf],
        "abschnitte": _build_abschnitte([nummer for nummer in nummern if not nummer.ist_notruf]),
        "ist_etwas_geprueft": any(nummer.hilfe.geprueft_am for nummer in nummern),
        "herkunft": [{"name": nummer.name, "quelle": build_herkunft(nummer.hilfe)} for nummer in nummern],
        "pfad": [{"label": _("Hilfe in einer Krise"), "url": ""}],
    }
    return render(request, "angebote/krise.html", context)


def _build_abschnitte(nummern: Sequence[Krisennummer]) -> list[dict[str, object]]:
    gruppen = [(thema, [nummer for nummer in nummern if nummer.hilfe.thema == thema]) for thema in Krisenthema]
    return [
        {
            "thema": thema,
            "ist_offen": thema in OFFEN,
            "eintraege": [_build_eintrag(nummer) for nummer in gruppe],
        }
        for thema, gruppe in gruppen
        if gruppe
    ]


def _build_eintrag(nummer: Krisennummer) -> dict[str, object]:
    return {"nummer": nummer, "web_name": name_website(nummer.hilfe.web)}


def build_herkunft(hilfe: Krisenhilfe) -> str:
    """Where the facts of a help line come from and how old they are."""
    quellen = [(hilfe.quelle_1, hilfe.stand_1), (hilfe.quelle_2, hilfe.stand_2)]
    angaben = [Quellenangabe(quelle=quelle, stand=stand) for quelle, stand in quellen if quelle]
    return build_quellensatz(angaben) or _("Quelle nicht bekannt")
