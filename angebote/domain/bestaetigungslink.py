"""The link in a mail to a provider: the random name of an Anfrage, signed; no account, no other purpose."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils.translation import gettext as _

from angebote.models import Bestaetigungsanfrage

ZWECK = "angebote.bestaetigung"  # a link signed for anything else does not open this door


class LinkError(ValueError):
    """Why a link opens nothing, in words for whoever clicked on it."""


class LinkUnlesbarError(LinkError):
    def __init__(self) -> None:
        super().__init__(
            _("Diesen Link kennen wir nicht. Vielleicht ist er im Mail-Programm umgebrochen und nicht vollständig.")
        )


class LinkAbgelaufenError(LinkError):
    def __init__(self) -> None:
        super().__init__(_("Dieser Link gilt nicht mehr. Wir schicken Ihnen zur nächsten Prüfung einen neuen."))


def build_link(anfrage: Bestaetigungsanfrage) -> str:
    """The full address, for a mail."""
    return f"{settings.BASIS_URL.rstrip('/')}{reverse('angebote:bestaetigen', kwargs={'token': build_token(anfrage)})}"


def build_token(anfrage: Bestaetigungsanfrage) -> str:
    return _build_signer().sign(anfrage.kennung)


def read_token(token: str, *, jetzt: datetime) -> Bestaetigungsanfrage:
    """Raises a LinkError. Valid BESTAETIGUNG_LINK_TAGE days from the mail on, a reminder included.

    It is over, too, when its address speaks for none of its offers any more.
    """
    try:
        kennung = _build_signer().unsign(token)
    except signing.BadSignature as fehler:
        raise LinkUnlesbarError from fehler
    anfrage = Bestaetigungsanfrage.objects.filter(kennung=kennung).first()
    if anfrage is None:
        raise LinkUnlesbarError
    letzte_mail = anfrage.erinnert_am or anfrage.gesendet_am or anfrage.angelegt_am
    if letzte_mail + timedelta(days=settings.BESTAETIGUNG_LINK_TAGE) < jetzt:
        raise LinkAbgelaufenError
    if not anfrage.posten.beantwortbare().exists():
        raise LinkAbgelaufenError
    return anfrage


def _build_signer() -> signing.Signer:
    return signing.Signer(salt=ZWECK, sep=".")
