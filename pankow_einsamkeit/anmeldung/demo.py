"""Accounts to try the site with: one for each role, one that may do everything. Never in production.

Password and second factor are the same for all of them. They are given by the environment, or made up once and kept in
DATA_DIR, readable only by its owner.
"""

import base64
import secrets
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from allauth.mfa.app_settings import TOTP_PERIOD
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.conf import settings
from django.contrib.auth.models import Group

from pankow_einsamkeit.anmeldung.verschluesselung import decrypt_geheimnis
from pankow_einsamkeit.models import Konto

# No mail ever reaches .invalid (RFC 2606); checks.py knows these accounts by it.
DEMO_ADRESSE = "@demo.invalid"
SUPERUSER = "technik"
GRUPPE_JE_KONTO = {
    "redaktion": "Redaktion",
    "freigabe": "Freigabe",
    "konzept": "Konzept",
    "datenschutz": "Datenschutz-Lesen",
    "verwaltung": "Verwaltung",
}


def read_or_create_passwort() -> str:
    return str(settings.DEMO_PASSWORT) or _keep("demo_passwort", lambda: secrets.token_urlsafe(9))


def read_or_create_geheimnis() -> str:
    """As an app on a phone takes it: base32."""
    return str(settings.DEMO_ZWEITER_FAKTOR) or _keep(
        "demo_zweiter_faktor", lambda: base64.b32encode(secrets.token_bytes(20)).decode()
    )


def save_demokonto(username: str, *, passwort: str, geheimnis: str) -> Konto:
    konto, _neu = Konto.objects.get_or_create(username=username)
    konto.email = username + DEMO_ADRESSE
    konto.is_staff, konto.is_active, konto.is_superuser = True, True, username == SUPERUSER
    if not konto.check_password(passwort):  # hashing is slow, and a new hash would end every session
        konto.set_password(passwort)
    konto.save()
    konto.groups.set(Group.objects.filter(name=GRUPPE_JE_KONTO.get(username)))
    faktor = Authenticator.objects.filter(user=konto, type=Authenticator.Type.TOTP).first()
    if faktor is None or decrypt_geheimnis(faktor.data["secret"]) != geheimnis:
        Authenticator.objects.filter(user=konto).delete()
        TOTP.activate(konto, geheimnis)
    return konto


def build_code(geheimnis: str, *, jetzt: datetime) -> tuple[str, int]:
    """What an app would show now, and for how many more seconds."""
    zaehler, vergangen = divmod(int(jetzt.timestamp()), TOTP_PERIOD)
    return format_hotp_value(hotp_value(geheimnis, zaehler)), TOTP_PERIOD - vergangen


def _keep(name: str, make_up: Callable[[], str]) -> str:
    datei: Path = settings.DATA_PATH / name
    if datei.is_file() and (wert := datei.read_text(encoding="utf-8").strip()):
        return wert
    wert = make_up()
    datei.parent.mkdir(parents=True, exist_ok=True)
    datei.touch(mode=0o600)
    datei.write_text(wert, encoding="utf-8")
    return wert
