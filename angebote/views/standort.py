"""From a position to the name of the nearest stop, for the button "Mein Standort".

The position lives in this one request: it is rounded, not logged (query strings never are), not stored and not cached.
"""

import re
from http import HTTPStatus

from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _

from angebote.domain.naehe import find_stelle_bei
from pankow_einsamkeit.decorators import read_only
from pankow_einsamkeit.lib.geo import Punkt

ZAHL = re.compile(r"[+-]?\d{1,3}(?:\.\d{1,20})?", re.ASCII)  # degrees; no nan, no inf, no exponents
STELLEN = 3  # decimals kept: about 100 metres


@read_only
def find_standort(request: HttpRequest) -> JsonResponse:
    """{"name": …} near a stop of ours, else {"meldung": …} in German; 400 for what is no position."""
    punkt = _read_punkt(request.GET.get("lat", ""), request.GET.get("lon", ""))
    if punkt is None:
        return _answer({"meldung": _("Diesen Standort können wir nicht lesen.")}, HTTPStatus.BAD_REQUEST)
    stelle = find_stelle_bei(punkt, heute=timezone.localdate())
    if stelle is None:
        meldung = _("Sie sind gerade nicht in Pankow. Schreiben Sie bitte in das Feld, wo Sie etwas suchen.")
        return _answer({"meldung": meldung})
    return _answer({"name": stelle.name})


def _read_punkt(lat: str, lon: str) -> Punkt | None:
    if not (ZAHL.fullmatch(lat) and ZAHL.fullmatch(lon)):
        return None
    punkt = Punkt(round(float(lat), STELLEN), round(float(lon), STELLEN))
    return punkt if abs(punkt.lat) <= 90 and abs(punkt.lon) <= 180 else None


def _answer(inhalt: dict[str, str], status: HTTPStatus = HTTPStatus.OK) -> JsonResponse:
    antwort = JsonResponse(inhalt, status=status)
    patch_cache_control(antwort, private=True, no_store=True)
    return antwort
