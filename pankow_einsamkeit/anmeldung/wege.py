"""Which way a request to a staff page has to take first (docs/adr/0022)."""

from datetime import datetime
from urllib.parse import urlencode

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from pankow_einsamkeit.anmeldung.sitzung import keep_alive
from pankow_einsamkeit.anmeldung.zweitfaktor import Stufe, read_stufe

# Until the second factor is shown, nothing about the account can be seen or changed.
VOR_DER_BESTAETIGUNG = frozenset({"account_logout", "mfa_reauthenticate", "mfa_reauthenticate_webauthn"})
FRAGE = "konto-sitzung"  # asks how long the session still lives, which must not make it live longer


def find_umweg(request: HttpRequest, *, ist_intern: bool) -> HttpResponseBase | None:
    """Where the request has to go before a staff page, or before one about one's own account; None if it may go on."""
    if request.user.is_authenticated:
        return check_sitzung(request, ist_intern=ist_intern, jetzt=timezone.now())
    if not ist_intern:
        return None
    if settings.SESSION_COOKIE_NAME in request.COOKIES:  # signing out and closing the browser remove it
        messages.info(request, explain_abgelaufen(request))
    return lead_to(request, "account_login")


def explain_abgelaufen(request: HttpRequest) -> str:
    satz = _("Ihre Anmeldung ist abgelaufen, weil Sie lange nichts angeklickt haben. Bitte melden Sie sich neu an.")
    if request.method != "POST":
        return satz
    verloren = _(
        "Was Sie gerade abgeschickt haben, ist nicht gespeichert. Ihr Text steht meistens noch da, wenn Sie im Browser "
        "zurückgehen: Kopieren Sie ihn, ehe Sie sich anmelden."
    )
    return f"{satz} {verloren}"


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
    if request.method != "GET" or _name_of(request) != FRAGE:
        keep_alive(request, jetzt=jetzt)
    return None


def lead_to(request: HttpRequest, name: str) -> HttpResponseBase:
    """And back to here afterwards."""
    return HttpResponseRedirect(f"{reverse(name)}?{urlencode({REDIRECT_FIELD_NAME: request.get_full_path()})}")


def _name_of(request: HttpRequest) -> str | None:
    try:
        return resolve(request.path_info).url_name
    except Resolver404:
        return None
