"""Which way a request to a staff page has to take first (docs/adr/0022)."""

from datetime import datetime
from urllib.parse import urlencode

from allauth.account.adapter import get_adapter
from django.contrib import messages
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from pankow_einsamkeit.anmeldung.zweitfaktor import Stufe, read_letzten_nachweis, read_stufe

# Until the second factor is shown, nothing about the account can be seen or changed.
VOR_DER_BESTAETIGUNG = frozenset({"account_logout", "mfa_reauthenticate", "mfa_reauthenticate_webauthn"})
MERKSCHRITT = 60  # seconds: a session is saved at most this often only because somebody is there


def find_umweg(request: HttpRequest, *, ist_intern: bool) -> HttpResponseBase | None:
    """Where the request has to go before a staff page, or before one about one's own account; None if it may go on."""
    if request.user.is_authenticated:
        return check_sitzung(request, ist_intern=ist_intern, jetzt=timezone.now())
    return lead_to(request, "account_login") if ist_intern else None


def check_sitzung(request: HttpRequest, *, ist_intern: bool, jetzt: datetime) -> HttpResponseBase | None:
    """As find_umweg, for a session that is signed in."""
    stufe = read_stufe(request, jetzt=jetzt)
    if stufe is Stufe.UNGUELTIG:
        get_adapter().logout(request)
        messages.info(request, _("Ihre Anmeldung ist abgelaufen. Bitte melden Sie sich noch einmal an."))
        return lead_to(request, "account_login")
    if ist_intern and not request.user.is_staff:
        raise PermissionDenied
    if stufe is Stufe.BESTAETIGEN and (ist_intern or _name_of(request) not in VOR_DER_BESTAETIGUNG):
        return lead_to(request, "mfa_reauthenticate")
    if stufe is Stufe.EINRICHTEN and ist_intern:
        return HttpResponseRedirect(reverse("mfa_index"))
    _keep_alive(request, jetzt=jetzt)
    return None


def lead_to(request: HttpRequest, name: str) -> HttpResponseBase:
    """And back to here afterwards."""
    return HttpResponseRedirect(f"{reverse(name)}?{urlencode({REDIRECT_FIELD_NAME: request.get_full_path()})}")


def _name_of(request: HttpRequest) -> str | None:
    try:
        return resolve(request.path_info).url_name
    except Resolver404:
        return None


def _keep_alive(request: HttpRequest, *, jetzt: datetime) -> None:
    """A session that is saved lives on for SITZUNG_RUHE_MINUTEN; showing a factor saves it as well."""
    zuletzt = request.session.get("zuletzt", 0)
    if jetzt.timestamp() - max(zuletzt, read_letzten_nachweis(request)) > MERKSCHRITT:
        request.session["zuletzt"] = jetzt.timestamp()
