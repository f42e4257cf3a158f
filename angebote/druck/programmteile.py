"""The parts of a programme by weekday: where an offer stands, so that each stands once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from django.utils.translation import gettext as _

from angebote.domain.zeitsaetze import WOCHENTAGE
from angebote.druck.programmangebot import Vorlage

MEHRERE_TAGE, OEFFNUNGSZEITEN, OHNE_ORT, OHNE_TERMIN, OHNE_ZEITEN = range(7, 12)  # after the seven weekdays


def name_teil(teil: int) -> str:
    return [
        *WOCHENTAGE,
        _("An mehreren Tagen"),
        _("Häuser mit Öffnungszeiten"),
        _("Am Telefon, online, zu Hause, unterwegs"),
        _("Kein Termin in dieser Zeit"),
        _("Ohne feste Zeiten: bitte fragen Sie nach"),
    ][teil]


def find_zeitteil(vorlage: Vorlage) -> int:
    """By its dates alone."""
    if not vorlage.termine:
        return OHNE_TERMIN if vorlage.danach else OHNE_ZEITEN
    if vorlage.ist_haus:
        return OEFFNUNGSZEITEN
    wochentage = {termin.datum.weekday() for termin in vorlage.termine}
    return wochentage.pop() if len(wochentage) == 1 else MEHRERE_TAGE


def group_teile(paare: Iterable[tuple[int, Vorlage]]) -> list[tuple[int, list[Vorlage]]]:
    """Parts that have an offer, in their order; the offers by time of day, then as they came."""
    vorlagen_of: dict[int, list[Vorlage]] = defaultdict(list)
    for teil, vorlage in paare:
        vorlagen_of[teil].append(vorlage)
    return [(teil, sorted(vorlagen_of[teil], key=_read_beginn)) for teil in sorted(vorlagen_of)]


def _read_beginn(vorlage: Vorlage) -> str:
    return min((termin.beginn.isoformat() for termin in vorlage.termine), default="")
