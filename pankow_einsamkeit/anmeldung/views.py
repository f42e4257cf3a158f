"""What allauth's pages need besides: Django's own ways in lead here, and setting a factor up counts as showing it."""

from http import HTTPStatus
from typing import Any, cast
from urllib.parse import urlencode

from allauth.mfa.base.internal.flows import post_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.views import ActivateTOTPView
from allauth.mfa.webauthn.views import AddWebAuthnView
from allauth.socialaccount.providers.openid_connect.views import login as openid_connect_login
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from requests import RequestException

from pankow_einsamkeit.anmeldung.sitzung import extend_sitzung, read_rest
from pankow_einsamkeit.models import Konto


@never_cache
def redirect_to_login(request: HttpRequest) -> HttpResponse:
    """The admin's own form would ask for a password only."""
    ziel = request.GET.get(REDIRECT_FIELD_NAME)
    query = f"?{urlencode({REDIRECT_FIELD_NAME: ziel})}" if ziel else ""
    return HttpResponseRedirect(reverse("account_login") + query)


@never_cache
def redirect_to_password_change(request: HttpRequest) -> HttpResponse:
    return HttpResponseRedirect(reverse("account_change_password"))


def login_bezirksdienst(request: HttpRequest, provider_id: str) -> HttpResponse:
    """The first step already asks the provider for its addresses; it may be down."""
    try:
        return cast("HttpResponse", openid_connect_login(request, provider_id))
    except RequestException:
        return render(request, "socialaccount/authentication_error.html", status=HTTPStatus.SERVICE_UNAVAILABLE)


@never_cache
@require_http_methods(["GET", "POST"])
def show_sitzung(request: HttpRequest) -> JsonResponse:
    """For static/js/sitzung.js: how long the session still lives, and the token that forms of this session need now.

    POST counts as a click, GET does not.
    """
    if not request.user.is_authenticated:
        return JsonResponse({"angemeldet": False})
    jetzt = timezone.now()
    if request.method == "POST":
        extend_sitzung(request, jetzt=jetzt)
    return JsonResponse({"angemeldet": True, "sekunden": read_rest(request, jetzt=jetzt), "token": get_token(request)})


class AppEinrichten(ActivateTOTPView):
    def form_valid(self, form: Any) -> HttpResponse:
        antwort: HttpResponse = super().form_valid(form)
        count_as_shown(self.request, Authenticator.Type.TOTP)
        return antwort


class SchluesselHinzufuegen(AddWebAuthnView):
    def form_valid(self, form: Any) -> HttpResponse:
        antwort: HttpResponse = super().form_valid(form)
        count_as_shown(self.request, Authenticator.Type.WEBAUTHN)
        return antwort


def count_as_shown(request: HttpRequest, art: Authenticator.Type) -> None:
    """The code or the key has just been used in this session: it is not asked for a second time."""
    konto = cast("Konto", request.user)
    post_authentication(request, Authenticator.objects.filter(user=konto, type=art).latest("pk"))
