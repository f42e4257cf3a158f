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
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from requests import RequestException

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
