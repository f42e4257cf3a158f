"""Measures as bars over months: where each thing stands on the drawing. All lengths in units of the drawing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from dateutil.relativedelta import relativedelta
from django.utils.text import Truncator

from konzept.models import Massnahme, Meilenstein

MONATE = 24
MONAT_BREITE = 50
BREITE = MONATE * MONAT_BREITE
KOPF = 60  # years and months
GRUPPE = 44
ZEILE = 62
BALKEN_AB, BALKEN_HOEHE = 30, 22  # below the words of its row
TITEL_ZEICHEN = 90


@dataclass(frozen=True)
class Monat:
    """The year is named where it begins, and at the edge."""

    x: int
    beginn: date
    nennt_jahr: bool


@dataclass(frozen=True)
class Raute:
    """A milestone."""

    x: int
    titel: str
    ist_erledigt: bool


@dataclass(frozen=True)
class Balken:
    """y: of the row. frueher, spaeter: it goes on beyond that edge; a measure without an end always does."""

    massnahme: Massnahme
    titel: str
    x: int
    y: int
    breite: int
    frueher: bool
    spaeter: bool
    rauten: tuple[Raute, ...]

    @property
    def rechts(self) -> int:
        return self.x + self.breite


@dataclass(frozen=True)
class Gruppe:
    titel: str
    y: int


@dataclass(frozen=True)
class Zeitplan:
    """heute_x: None where that day is not in the window. ausserhalb: measures without a bar in it."""

    von: date
    bis: date
    hoehe: int
    monate: tuple[Monat, ...]
    gruppen: tuple[Gruppe, ...]
    balken: tuple[Balken, ...]
    heute_x: int | None
    ausserhalb: int
    breite: int = BREITE
    kopf: int = KOPF


def find_fenster(heute: date) -> date:
    """The first day of what is shown if nobody asks for another: half a year back."""
    return heute.replace(day=1) - relativedelta(months=6)


def build_zeitplan(massnahmen: Iterable[Massnahme], *, von: date, heute: date) -> Zeitplan:
    """von: first of a month. massnahmen: in the order of their components, with milestones at hand."""
    bis = von + relativedelta(months=MONATE, days=-1)
    gruppen, balken, y, ausserhalb = [], [], KOPF, 0
    for komponente, eigene in groupby(massnahmen, key=lambda massnahme: massnahme.komponente):
        alle = list(eigene)
        sichtbare = [eine for eine in alle if eine.beginn <= bis and (eine.ende is None or eine.ende >= von)]
        ausserhalb += len(alle) - len(sichtbare)
        if sichtbare:
            gruppen.append(Gruppe(komponente.name, y))
            y += GRUPPE
        for massnahme in sichtbare:
            balken.append(_build_balken(massnahme, y=y, von=von, bis=bis))
            y += ZEILE
    return Zeitplan(
        von=von,
        bis=bis,
        hoehe=y + 8,
        monate=tuple(_iterate_monate(von)),
        gruppen=tuple(gruppen),
        balken=tuple(balken),
        heute_x=_place(heute, von=von) if von <= heute <= bis else None,
        ausserhalb=ausserhalb,
    )


def _iterate_monate(von: date) -> Iterable[Monat]:
    for nummer in range(MONATE):
        beginn = von + relativedelta(months=nummer)
        yield Monat(nummer * MONAT_BREITE, beginn, nennt_jahr=nummer == 0 or beginn.month == 1)


def _place(tag: date, *, von: date) -> int:
    """Each month is as wide as the next, whatever its days."""
    monate = (tag.year - von.year) * 12 + tag.month - von.month
    return round((monate + (tag.day - 1) / 31) * MONAT_BREITE)


def _build_balken(massnahme: Massnahme, *, y: int, von: date, bis: date) -> Balken:
    ende = massnahme.ende or date.max
    links = max(_place(massnahme.beginn, von=von), 0)
    rechts = min(_place(ende, von=von), BREITE)
    return Balken(
        massnahme=massnahme,
        titel=Truncator(massnahme.titel).chars(TITEL_ZEICHEN),
        x=links,
        y=y,
        breite=max(rechts - links, 4),
        frueher=massnahme.beginn < von,
        spaeter=ende > bis,
        rauten=tuple(
            _build_raute(meilenstein, von=von)
            for meilenstein in massnahme.meilensteine.all()
            if von <= meilenstein.faellig_am <= bis
        ),
    )


def _build_raute(meilenstein: Meilenstein, *, von: date) -> Raute:
    return Raute(_place(meilenstein.faellig_am, von=von), meilenstein.titel, meilenstein.erledigt_am is not None)
