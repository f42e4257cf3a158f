"""How long a signed-in session still lives: SITZUNG_RUHE_MINUTEN after the last click, and never past the day's end."""

from datetime import datetime

from allauth.account.authentication import get_authentication_records
from django.conf import settings
from django.http import HttpRequest

from pankow_einsamkeit.anmeldung.zweitfaktor import read_letzten_nachweis

ZULETZT = "zuletzt"  # in the session: the last click that was written down, in seconds since 1970
MERKSCHRITT = 60  # seconds: a session is saved at most this often only because somebody is there


def keep_alive(request: HttpRequest, *, jetzt: datetime) -> None:
    """A session that is saved lives on for SITZUNG_RUHE_MINUTEN; showing a factor saves it as well."""
    if jetzt.timestamp() - _read_letzten_klick(request) > MERKSCHRITT:
        extend_sitzung(request, jetzt=jetzt)


def extend_sitzung(request: HttpRequest, *, jetzt: datetime) -> None:
    request.session[ZULETZT] = jetzt.timestamp()


def read_rest(request: HttpRequest, *, jetzt: datetime) -> int:
    """Seconds until it ends if nobody clicks, at least: whatever else saves a session makes it live a little longer."""
    ruhe = _read_letzten_klick(request) + settings.SESSION_COOKIE_AGE
    nachweise = get_authentication_records(request, request.user)
    hoechstens = nachweise[0]["at"] + settings.SITZUNG_HOECHSTENS_STUNDEN * 3600 if nachweise else ruhe
    return max(0, int(min(ruhe, hoechstens) - jetzt.timestamp()))


def _read_letzten_klick(request: HttpRequest) -> float:
    return float(max(request.session.get(ZULETZT, 0), read_letzten_nachweis(request)))
