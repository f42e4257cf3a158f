"""Accounts and clients as the sign-in leaves them: its own records in the session, and the rows it looks for."""

from allauth.account.internal.flows.login import record_authentication
from allauth.core.context import request_context
from allauth.mfa.base.internal.flows import post_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.contrib.auth.models import Group
from django.test import Client, RequestFactory

from pankow_einsamkeit.models import Konto

PASSWORT = "nur-im-test-und-lang"
GEHEIMNIS = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def create_konto(
    username: str, *gruppen: str, is_superuser: bool = False, is_active: bool = True, mit_faktor: bool = True
) -> Konto:
    konto = Konto.objects.create_user(
        username, password=PASSWORT, is_staff=True, is_superuser=is_superuser, is_active=is_active
    )
    konto.groups.set(Group.objects.filter(name__in=gruppen))
    if mit_faktor:
        add_faktor(konto)
    return konto


def add_faktor(konto: Konto) -> Authenticator:
    return TOTP.activate(konto, generate_totp_secret()).instance


def login(client: Client, konto: Konto, *, mit_faktor: bool = True) -> Client:
    """Signed in by password, and by a second factor unless told otherwise: what allauth itself writes down."""
    client.force_login(konto)
    request = RequestFactory().post("/konto/anmelden/")
    request.user, request.session = konto, client.session
    with request_context(request):
        record_authentication(request, konto, method="password", username=konto.username)
        if mit_faktor:
            faktor = Authenticator.objects.filter(user=konto).first() or add_faktor(konto)
            post_authentication(request, faktor)
    request.session.save()
    return client


def read_code(geheimnis: str, *, sekunden: float) -> str:
    """What an app shows at that time."""
    return format_hotp_value(hotp_value(geheimnis, int(sekunden) // 30))
