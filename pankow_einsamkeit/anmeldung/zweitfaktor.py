"""What a session has proved: the one place that says whether it may see staff pages (docs/adr/0022).

allauth writes into the session by which methods somebody has signed in. A session that came about in any other way has
no such records and is worth nothing here.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import Enum, auto
from typing import Any

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest

Nachweis = Mapping[str, Any]
ERSTE_FAKTOREN = frozenset({"password", "socialaccount"})
OIDC_NACHWEIS = "oidc_zweiter_faktor"  # in the session: the uid whose provider has asked for a second factor


class Stufe(Enum):
    """How far a signed-in session has come."""

    UNGUELTIG = auto()  # too old, or nobody knows how it began: sign in again
    EINRICHTEN = auto()  # the account has no second factor yet
    BESTAETIGEN = auto()  # the account has one, this session has not shown it
    GEPRUEFT = auto()


def read_stufe(request: HttpRequest, *, jetzt: datetime) -> Stufe:
    """Of a request whose user is signed in. One query."""
    nachweise = get_authentication_records(request, request.user)
    if not any(_is_erster_faktor(einer) for einer in nachweise) or _is_zu_alt(nachweise, jetzt=jetzt):
        return Stufe.UNGUELTIG
    faktoren = dict(Authenticator.objects.filter(user=request.user.pk).values_list("pk", "type"))
    # A factor that was removed since, for example because a phone was lost, no longer counts.
    if any(einer.get("method") == "mfa" and einer.get("id") in faktoren for einer in nachweise):
        return Stufe.GEPRUEFT
    if settings.OIDC_ZWEITER_FAKTOR and _has_oidc_nachweis(request, nachweise):
        return Stufe.GEPRUEFT
    ohne_codes = set(faktoren.values()) - {Authenticator.Type.RECOVERY_CODES}
    return Stufe.BESTAETIGEN if ohne_codes else Stufe.EINRICHTEN


def read_letzten_nachweis(request: HttpRequest) -> float:
    """When somebody last typed a password or showed a factor, in seconds since 1970; 0 for never."""
    nachweise = get_authentication_records(request, request.user)
    return float(nachweise[-1]["at"]) if nachweise else 0.0


def _is_erster_faktor(nachweis: Nachweis) -> bool:
    """A passkey that stands for the password has asked for a finger or a PIN: it is both factors at once."""
    return nachweis.get("method") in ERSTE_FAKTOREN or bool(nachweis.get("passwordless"))


def _is_zu_alt(nachweise: list[dict[str, Any]], *, jetzt: datetime) -> bool:
    hoechstens = timedelta(hours=settings.SITZUNG_HOECHSTENS_STUNDEN)
    return bool(jetzt.timestamp() - nachweise[0]["at"] > hoechstens.total_seconds())


def _has_oidc_nachweis(request: HttpRequest, nachweise: list[dict[str, Any]]) -> bool:
    uid = request.session.get(OIDC_NACHWEIS)
    return bool(uid) and any(einer.get("uid") == uid for einer in nachweise)
