"""Findings left as they are on purpose: written down with reason and account, taken back again, told apart."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from angebote.domain.textpruefung.befund import Befund
from angebote.models import Angebot, Textausnahme
from pankow_einsamkeit.models import Konto


@transaction.atomic
def excuse_befund(*, angebot: Angebot, befund: Befund, grund: str, konto: Konto) -> Textausnahme:
    """A second reason for the same place replaces the first one, with whoever gave it. Raises without a reason."""
    grund = " ".join(grund.replace("\0", " ").split())
    if not grund:
        raise ValidationError({"grund": _("Bitte einen Grund angeben.")}, code="ohne_grund")
    ausnahme = Textausnahme.objects.filter(angebot=angebot, art=befund.art, stelle=befund.kennung).first()
    ausnahme = ausnahme or Textausnahme(angebot=angebot, art=befund.art, stelle=befund.kennung)
    ausnahme.grund, ausnahme.konto = grund, konto
    ausnahme.full_clean()
    ausnahme.save()
    return ausnahme


@transaction.atomic
def withdraw_textausnahme(*, ausnahme: Textausnahme) -> None:
    """The finding is open again, if the words still stand there."""
    ausnahme.delete()


def split_befunde(
    befunde: Iterable[Befund], ausnahmen: Iterable[Textausnahme]
) -> tuple[list[Befund], list[tuple[Befund, Textausnahme]]]:
    """Open findings, and those left on purpose. Exceptions for words that are gone count for nothing."""
    nach_stelle = {(ausnahme.art, ausnahme.stelle): ausnahme for ausnahme in ausnahmen}
    offene: list[Befund] = []
    gelassene: list[tuple[Befund, Textausnahme]] = []
    for befund in befunde:
        ausnahme = nach_stelle.get((befund.art.value, befund.kennung))
        if ausnahme is None:
            offene.append(befund)
        else:
            gelassene.append((befund, ausnahme))
    return offene, gelassene


def find_befund(befunde: Iterable[Befund], *, art: str, stelle: str) -> Befund | None:
    return next((befund for befund in befunde if (befund.art.value, befund.kennung) == (art, stelle)), None)
