"""Public holidays and school holidays of Berlin, and the parts of a day. Dates and times are wall clock, Europe/Berlin.

School holidays are published only a few years ahead. A date beyond that is *unknown*, not free of holidays: ask
schulferien_bekannt() before you promise anything.
"""

from datetime import date, time
from functools import lru_cache
from typing import Literal
from zoneinfo import ZoneInfo

import holidays

BERLIN = ZoneInfo("Europe/Berlin")
ERSTES_SCHULFERIENJAHR = 2015  # the package knows earlier years too, no offer needs them
MITTAG = time(12)
FEIERABEND = time(17)
HEILIGABEND = (12, 24)  # month and day
SILVESTER = (12, 31)


@lru_cache(maxsize=64)
def _feiertage(jahr: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("DE", subdiv="BE", years=jahr))


@lru_cache(maxsize=64)
def _schulferientage(jahr: int) -> frozenset[date]:
    tage = holidays.country_holidays("DE", subdiv="BE", language="de", years=jahr, categories=("school",))
    return frozenset(tage)


def ist_feiertag(datum: date) -> bool:
    return datum in _feiertage(datum.year)


def ist_ruhetag(datum: date) -> bool:
    """A day on which rules make a pause: public holidays, 24 and 31 December (ADR 12). No word of the law."""
    return ist_feiertag(datum) or (datum.month, datum.day) in {HEILIGABEND, SILVESTER}


def ist_schulferientag(datum: date) -> bool:
    """False is an answer only where schulferien_bekannt(datum)."""
    return datum in _schulferientage(datum.year)


@lru_cache(maxsize=1)
def schulferien_bekannt_bis() -> date:
    """The last day of the last school holidays that are published; every year before it is complete."""
    jahr = ERSTES_SCHULFERIENJAHR
    while _schulferientage(jahr + 1):
        jahr += 1
    return max(_schulferientage(jahr))


def schulferien_bekannt(datum: date) -> bool:
    return date(ERSTES_SCHULFERIENJAHR, 1, 1) <= datum <= schulferien_bekannt_bis()


def tageszeit_of(beginn: time) -> Literal["vormittag", "nachmittag", "abend"]:
    """By the start: before 12:00, 12:00-16:59, from 17:00 on. The words are those of angebote.choices.Tageszeit."""
    if beginn < MITTAG:
        return "vormittag"
    return "nachmittag" if beginn < FEIERABEND else "abend"
