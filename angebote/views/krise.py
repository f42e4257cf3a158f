from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from angebote.choices import Krisenthema
from angebote.domain.quellensatz import format_stand, shorten_quelle
from angebote.models import Krisenhilfe
from angebote.views.kontakt import name_website
from angebote.views.krisennummern import Krisennummer, load_krisennummern


@require_safe
def show_krise(request: HttpRequest) -> HttpResponse:
    """Danger to life comes first, then those who listen, in the order of the Redaktion (F10)."""
    nummern = load_krisennummern()
    context = {
        "notruf": [nummer for nummer in nummern if nummer.ist_notruf],
        "abschnitte": _build_abschnitte([nummer for nummer in nummern if not nummer.ist_notruf]),
        "pfad": [{"label": _("Hilfe in einer Krise"), "url": ""}],
    }
    return render(request, "angebote/krise.html", context)


def _build_abschnitte(nummern: Sequence[Krisennummer]) -> list[dict[str, object]]:
    abschnitte: list[dict[str, object]] = [
        {"thema": thema, "eintraege": [_build_eintrag(nummer) for nummer in nummern if nummer.hilfe.thema == thema]}
        for thema in Krisenthema
    ]
    return [abschnitt for abschnitt in abschnitte if abschnitt["eintraege"]]


def _build_eintrag(nummer: Krisennummer) -> dict[str, object]:
    return {"nummer": nummer, "herkunft": build_herkunft(nummer.hilfe), "web_name": name_website(nummer.hilfe.web)}


def build_herkunft(hilfe: Krisenhilfe) -> str:
    """Where an unchecked number comes from: the first source and its date, as far as they are known."""
    teile = []
    if hilfe.quelle_1:
        teile.append(_("Quelle: %(quelle)s") % {"quelle": shorten_quelle(hilfe.quelle_1)})
    if hilfe.stand_1:
        teile.append(_("Stand %(stand)s") % {"stand": format_stand(hilfe.stand_1)})
    return ", ".join(teile)
