"""Secrets of second factors, so that a copy of the database alone opens no account."""

import base64
import secrets
from hashlib import sha256

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings

ZWECK = b"pankow-zweiter-faktor:"


def encrypt_geheimnis(text: str) -> str:
    return _build_schluessel().encrypt(text.encode()).decode()


def decrypt_geheimnis(verschluesselt: str) -> str:
    """What nobody can read any more becomes a random secret: no code fits it, the factor has to be set up again."""
    try:
        return _build_schluessel().decrypt(verschluesselt.encode()).decode()
    except InvalidToken:
        return base64.b32encode(secrets.token_bytes(20)).decode()


def _build_schluessel() -> MultiFernet:
    """The first one writes, former secrets still read."""
    geheimnisse = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    schluessel = [sha256(ZWECK + eins.encode()).digest() for eins in geheimnisse]
    return MultiFernet([Fernet(base64.urlsafe_b64encode(einer)) for einer in schluessel])
