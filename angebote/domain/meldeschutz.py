"""What keeps programs and floods out of the reports without a captcha, a cookie or a list of addresses."""

from datetime import UTC, date, datetime, timedelta
from ipaddress import IPv6Address, ip_address, ip_network

from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.db.models import F
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from angebote.models import Meldungszaehler

SALZ = "angebote.domain.meldeschutz"
MINDESTDAUER = timedelta(seconds=3)  # nobody reads and writes faster
GILT = timedelta(hours=12)
JE_ADRESSE = 10  # an hour; a library or a home shares one address
INSGESAMT = 100  # an hour
ALLE = ""


class MeldeschutzError(ValueError):
    """Its text is a sentence for whoever wrote the report, who loses nothing and can send it again."""


class ZuSchnellError(MeldeschutzError):
    def __init__(self) -> None:
        super().__init__(_("Das ging sehr schnell. Bitte drücken Sie noch einmal auf „Absenden“."))


class ZuAltError(MeldeschutzError):
    """The page stood open for long, or the mark is not ours."""

    def __init__(self) -> None:
        super().__init__(
            _("Die Seite war lange offen. Ihr Text ist noch da. Bitte drücken Sie noch einmal auf „Absenden“.")
        )


class FalleError(MeldeschutzError):
    """A field that people do not see was filled in. Some browsers do that too, so it is said and not punished."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Ihr Browser hat ein Feld ausgefüllt, das leer bleiben muss. Wir haben es geleert. "
                "Bitte drücken Sie noch einmal auf „Absenden“."
            )
        )


class ZuVieleMeldungenError(MeldeschutzError):
    def __init__(self) -> None:
        super().__init__(
            _(
                "Gerade kommen sehr viele Meldungen an. Wir haben Ihre noch nicht bekommen. "
                "Ihr Text ist noch da. Bitte versuchen Sie es in einer Stunde noch einmal."
            )
        )


def build_marke(jetzt: datetime) -> str:
    """When the form was shown, signed. It stands in the form, so that nothing has to be stored on anybody's device."""
    return Signer(salt=SALZ).sign(str(int(jetzt.timestamp())))


def check_marke(marke: str, *, jetzt: datetime) -> None:
    """Raises ZuSchnellError or ZuAltError."""
    alter = _compute_alter(marke, jetzt=jetzt)
    if alter is None or not timedelta() <= alter <= GILT:
        raise ZuAltError
    if alter < MINDESTDAUER:
        raise ZuSchnellError


def keep_marke(marke: str, *, jetzt: datetime) -> str:
    """The same as long as it can be used, so that sending again works at once; else a new one."""
    alter = _compute_alter(marke, jetzt=jetzt)
    return marke if alter is not None and timedelta() <= alter <= GILT else build_marke(jetzt)


@transaction.atomic
def count_meldung(*, adresse: str, jetzt: datetime) -> None:
    """One more for this hour; raises ZuVieleMeldungenError where that is too much, and then counts nothing.

    adresse: as herkunft.read_adresse gives it. Whoever has none is held to the bound for all together. The row for all
    is locked until the end of the transaction: of two clicks at once the second one waits.
    """
    stunde = jetzt.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
    Meldungszaehler.objects.filter(stunde__lt=stunde).delete()
    _count(stunde, ALLE, hoechstens=INSGESAMT)
    if adresse:
        _count(stunde, hash_adresse(adresse, tag=jetzt.date()), hoechstens=JE_ADRESSE)


def hash_adresse(adresse: str, *, tag: date) -> str:
    """Of an IPv6 address the network alone, since every device has more addresses in it than there are bounds."""
    gelesen = ip_address(adresse)
    netz = str(ip_network((gelesen, 64), strict=False)) if isinstance(gelesen, IPv6Address) else adresse
    return salted_hmac(SALZ, f"{tag:%Y-%m-%d} {netz}", algorithm="sha256").hexdigest()[:32]


def _count(stunde: datetime, schluessel: str, *, hoechstens: int) -> None:
    Meldungszaehler.objects.get_or_create(stunde=stunde, schluessel=schluessel)
    zeile = Meldungszaehler.objects.filter(stunde=stunde, schluessel=schluessel, anzahl__lt=hoechstens)
    if not zeile.update(anzahl=F("anzahl") + 1):
        raise ZuVieleMeldungenError


def _compute_alter(marke: str, *, jetzt: datetime) -> timedelta | None:
    try:
        gezeigt = int(Signer(salt=SALZ).unsign(marke))
    except (BadSignature, ValueError):
        return None
    return jetzt - datetime.fromtimestamp(gezeigt, tz=UTC)
