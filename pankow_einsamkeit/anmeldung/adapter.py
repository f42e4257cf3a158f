"""Where allauth asks what this site wants: no self sign-up, our words, our limits, no addresses of people kept."""

import logging
from smtplib import SMTPException
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.app_settings import REAUTHENTICATION_TIMEOUT
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.core.internal.ratelimit import truncate_ip
from allauth.core.ratelimit import respond_429
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from pankow_einsamkeit.anmeldung.verschluesselung import decrypt_geheimnis, encrypt_geheimnis
from pankow_einsamkeit.anmeldung.zweitfaktor import OIDC_NACHWEIS, Stufe, read_letzten_nachweis, read_stufe
from pankow_einsamkeit.models import Konto

logger = logging.getLogger(__name__)
GEBREMST = frozenset({"too_many_login_attempts", "rate_limited"})
NACHWEISE = {
    "reauthenticate": _("Mit dem Passwort bestätigen"),
    "mfa_reauthenticate": _("Mit einem Code bestätigen"),
    "mfa_reauthenticate:webauthn": _("Mit einem Sicherheitsschlüssel bestätigen"),
}


class KontoAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": _("Dieses Konto ist gesperrt."),
        "enter_current_password": _("Das ist nicht Ihr jetziges Passwort."),
        "incorrect_code": _("Dieser Code stimmt nicht oder ist abgelaufen. Bitte nehmen Sie den nächsten."),
        "incorrect_password": _("Dieses Passwort stimmt nicht."),
        "invalid_login": _("Benutzername oder Passwort stimmt nicht."),
        "invalid_password_reset": _("Dieser Link gilt nicht mehr."),
        "username_password_mismatch": _("Benutzername oder Passwort stimmt nicht."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """The Verwaltung creates accounts."""
        return False

    def validation_error(self, code: str, *args: Any) -> ValidationError:
        """Whoever has to wait is told so by one page with status 429, wherever the limit was reached."""
        if code in GEBREMST:
            raise ImmediateHttpResponse(respond_429(self.request))
        error: ValidationError = super().validation_error(code, *args)
        return error

    def get_client_ip(self, request: HttpRequest) -> str:
        """Only for counting: a fingerprint, since it is stored for some minutes. IPv6 by its network."""
        return salted_hmac("anmeldeversuche", truncate_ip(super().get_client_ip(request))).hexdigest()

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Not minutes after signing in: nobody types the password twice to set up the first factor."""
        if timezone.now().timestamp() - read_letzten_nachweis(self.request) < REAUTHENTICATION_TIMEOUT:
            return False
        return bool(super().is_reauthentication_required(app=app, **kwargs))

    def get_reauthentication_methods(self, user: AbstractBaseUser | AnonymousUser) -> list[dict[str, Any]]:
        """The password alone proves nothing while the second factor is what is missing."""
        wege = [weg | {"description": NACHWEISE[weg["id"]]} for weg in super().get_reauthentication_methods(user)]
        if user.is_authenticated and read_stufe(self.request, jetzt=timezone.now()) is Stufe.BESTAETIGEN:
            return [weg for weg in wege if weg["id"] != "reauthenticate"]
        return wege

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """A mail server that is down must not tell for which addresses there is an account."""
        try:
            super().send_mail(template_prefix, email, context)
        except (OSError, SMTPException):
            logger.exception("mail %s could not be sent", template_prefix)


class ZweitfaktorAdapter(DefaultMFAAdapter):
    error_messages = DefaultMFAAdapter.error_messages | {
        "cannot_generate_recovery_codes": _("Notfallcodes gibt es erst, wenn ein zweiter Faktor eingerichtet ist."),
        "incorrect_code": KontoAdapter.error_messages["incorrect_code"],
    }

    def encrypt(self, text: str) -> str:
        return encrypt_geheimnis(text)

    def decrypt(self, encrypted_text: str) -> str:
        return decrypt_geheimnis(encrypted_text)

    def get_totp_label(self, user: AbstractBaseUser) -> str:
        return user.get_username()

    def get_totp_issuer(self) -> str:
        return str(settings.PORTAL_NAME)

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return {**super().get_public_key_credential_rp_entity(), "name": str(settings.PORTAL_NAME)}

    def generate_authenticator_name(self, user: AbstractBaseUser, type: Authenticator.Type) -> str:  # noqa: A002  allauth's own signature
        nummer = Authenticator.objects.filter(user=user.pk, type=type).count() + 1
        return gettext("Schlüssel %(nummer)d") % {"nummer": nummer}


class BezirksdienstAdapter(DefaultSocialAccountAdapter):
    """OpenID Connect opens accounts that are there; it never creates one and never changes one's password."""

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        if sociallogin.state.get("process", "login") != "login":
            raise PermissionDenied  # nobody is led by a foreign link into joining two accounts
        if not sociallogin.is_existing and (konto := find_konto(sociallogin)):
            sociallogin.connect(request, konto)
        if has_asked_for_second_factor(sociallogin):
            request.session[OIDC_NACHWEIS] = sociallogin.account.uid
        else:
            request.session.pop(OIDC_NACHWEIS, None)

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        return False


def find_konto(sociallogin: SocialLogin) -> Konto | None:
    """The one active account with an address that the provider has verified; None if there are several."""
    adressen = [eine.email for eine in sociallogin.email_addresses if eine.verified]
    konten = [konto for adresse in adressen for konto in Konto.objects.filter(email__iexact=adresse, is_active=True)]
    return konten[0] if len(konten) == 1 else None


def has_asked_for_second_factor(sociallogin: SocialLogin) -> bool:
    """As the provider says in the claim "amr" (RFC 8176) of its ID token."""
    claims = (sociallogin.account.extra_data or {}).get("id_token") or {}
    amr = claims.get("amr")
    return isinstance(amr, list) and "mfa" in amr
