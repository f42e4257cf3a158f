"""Cards in the order of their next dates, under headings as in a programme."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from django.utils.translation import gettext as _

from angebote.domain.zeitsaetze import build_datumssatz
from angebote.views.karten import Karte

LETZTER_TAG_DER_WOCHE = timedelta(days=6)  # the next seven days, as the filter "wann" counts them


@dataclass(frozen=True)
class Kartenliste:
    """Cards under one heading; without titel there is none. zusatz explains it."""

    slug: str
    karten: Sequence[Karte]
    titel: str = ""
    zusatz: str = ""


def build_programm(karten: Iterable[Karte], *, heute: date) -> list[Kartenliste]:
    """The cards as they come, sorted by date already, those without a date last."""
    listen = groupby(karten, key=lambda karte: _find_abschnitt(karte.naechster, heute))
    titel = {
        "heute": (_("Heute"), ""),
        "morgen": (_("Morgen"), ""),
        "woche": (_("Diese Woche"), _build_bis(heute + LETZTER_TAG_DER_WOCHE, heute)),
        "spaeter": (_("Später"), ""),
        "ohne-termin": (_("Ohne festen Termin"), ""),
    }
    return [Kartenliste(slug, list(liste), *titel[slug]) for slug, liste in listen]


def _find_abschnitt(datum: date | None, heute: date) -> str:
    if datum is None:
        return "ohne-termin"
    if datum <= heute:
        return "heute"
    if datum == heute + timedelta(days=1):
        return "morgen"
    return "woche" if datum <= heute + LETZTER_TAG_DER_WOCHE else "spaeter"


def _build_bis(datum: date, heute: date) -> str:
    return _("bis %(datum)s") % {"datum": build_datumssatz(datum, heute=heute)}
