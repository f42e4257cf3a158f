"""The Termine of one offer within a printed period, in a few sentences that say exactly these days and no others.

Written from Termine and not from rules: so paper says what the search finds, pauses and moved days included.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date, time
from itertools import groupby

from django.utils.translation import gettext as _

from angebote.choices import Zeitart
from angebote.domain.zeitsaetze import MONATE, WOCHENTAGE, build_terminsatz, build_uhrzeitsatz, build_zeitsaetze
from angebote.druck.zeitraum import Zeitraum
from angebote.models import Termin, Zeit

AUSLASSUNGEN_HOECHSTENS = 3  # with more of them "every Tuesday" would mislead
Reihe = tuple[int, time, time | None]  # weekday, begin, end


def build_oeffnungssaetze(termine: Iterable[Termin]) -> list[str]:
    """The hours of the days of one week: "Montag bis Freitag, 9 bis 17 Uhr"."""
    return build_zeitsaetze([_build_regel(_reihe_of(termin)) for termin in termine])


def build_reihensaetze(termine: Sequence[Termin], *, zeitraum: Zeitraum, heute: date) -> list[str]:
    """ "jeden Dienstag, 14 bis 16 Uhr"; what takes place now and then by its dates.

    A weekday without a date is named at the end: "nicht am 22. Dezember".
    """
    tage_of = _group_reihen(termine)
    alle_tage = {termin.datum for termin in termine}
    woechentlich = [reihe for reihe, tage in tage_of.items() if _is_woechentlich(reihe, tage, alle_tage, zeitraum)]
    saetze = build_zeitsaetze([_build_regel(reihe) for reihe in woechentlich])
    fehlend = {tag for reihe in woechentlich for tag in zeitraum.list_tage(reihe[0])} - alle_tage
    if fehlend:
        saetze.append(_("nicht am %(tage)s") % {"tage": build_datenliste(fehlend, heute=heute)})
    andere = {reihe: tage for reihe, tage in tage_of.items() if reihe not in woechentlich}
    return [*saetze, *_build_datensaetze(andere, heute=heute)]


def build_terminsaetze(termine: Sequence[Termin], *, heute: date) -> list[str]:
    """Every date: "Dienstag, 14 bis 16 Uhr: 1., 8., 15. und 22. Dezember"."""
    return _build_datensaetze(_group_reihen(termine), heute=heute)


def build_datenliste(tage: Collection[date], *, heute: date) -> str:
    """ "24., 25. und 31. Dezember, 1. Januar 2027"."""
    monate = groupby(sorted(tage), key=lambda tag: (tag.year, tag.month))
    return ", ".join(
        f"{_join([f'{tag.day}.' for tag in gruppe])} {MONATE[monat - 1]}{f' {jahr}' if jahr != heute.year else ''}"
        for (jahr, monat), gruppe in monate
    )


def _reihe_of(termin: Termin) -> Reihe:
    return termin.datum.weekday(), termin.beginn, termin.ende


def _group_reihen(termine: Sequence[Termin]) -> dict[Reihe, list[date]]:
    """In the order of the first date of each."""
    tage_of: dict[Reihe, list[date]] = defaultdict(list)
    for termin in sorted(termine, key=lambda eines: (eines.datum, eines.beginn)):
        tage_of[_reihe_of(termin)].append(termin.datum)
    return tage_of


def _is_woechentlich(reihe: Reihe, tage: Sequence[date], alle_tage: Collection[date], zeitraum: Zeitraum) -> bool:
    """On every such weekday of the period but a few, on which nothing else of the offer takes place either."""
    soll = zeitraum.list_tage(reihe[0])
    fehlend = set(soll) - set(tage)
    ist_oft = len(tage) >= 2 and len(fehlend) <= min(AUSLASSUNGEN_HOECHSTENS, len(tage) - 1)
    return ist_oft and fehlend.isdisjoint(alle_tage)


def _build_regel(reihe: Reihe) -> Zeit:
    wochentag, beginn, ende = reihe
    return Zeit(art=Zeitart.REGEL, wochentag=wochentag, beginn=beginn, ende=ende)


def _build_datensaetze(tage_of: dict[Reihe, list[date]], *, heute: date) -> list[str]:
    saetze = []
    for (wochentag, beginn, ende), tage in tage_of.items():
        if len(tage) == 1:
            saetze.append(build_terminsatz(tage[0], beginn, ende, heute=heute, absolut=True))
        else:
            uhrzeit = build_uhrzeitsatz([(beginn, ende)])
            saetze.append(f"{WOCHENTAGE[wochentag]}, {uhrzeit}: {build_datenliste(tage, heute=heute)}")
    return saetze


def _join(worte: Sequence[str]) -> str:
    return _(" und ").join([", ".join(worte[:-1]), worte[-1]]) if len(worte) > 1 else worte[0]
