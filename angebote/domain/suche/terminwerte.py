"""How Termine are written in Angebotsmenge: "2026-11-24T11:00" holds who begins then.

"2026-11-24T11:00/nachmittag" holds those of them that last an hour into that time of day, for visitors who come to a
house that is open already (docs/adr/0011).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import NamedTuple

from angebote.choices import Tageszeit
from pankow_einsamkeit.lib.kalender import FEIERABEND, MITTAG

# Who comes at the beginning of this time of day has an hour left there if the house closes at this time or later.
NOCH_EINE_STUNDE = {
    tageszeit: (anfang, anfang.replace(hour=anfang.hour + 1))
    for tageszeit, anfang in ((Tageszeit.NACHMITTAG, MITTAG), (Tageszeit.ABEND, FEIERABEND))
}


class Terminwert(NamedTuple):
    datum: date
    beginn: time
    geoeffnet: str = ""  # the time of day it lasts into, if that is what the set is about


def list_terminwerte(datum: date, beginn: time, ende: time | None) -> Iterator[str]:
    """The sets in which an offer with this Termin stands."""
    wert = datetime.combine(datum, beginn).isoformat(timespec="minutes")
    yield wert
    for tageszeit in list_geoeffnet(beginn, ende):
        yield f"{wert}/{tageszeit}"


def list_geoeffnet(beginn: time, ende: time | None) -> list[str]:
    """The times of day that begin during this Termin, with an hour left of it."""
    return [
        tageszeit.value
        for tageszeit, (anfang, mindestens_bis) in NOCH_EINE_STUNDE.items()
        if ende is not None and beginn < anfang and ende >= mindestens_bis
    ]


def parse_terminwert(wert: str) -> Terminwert:
    moment, _trenner, geoeffnet = wert.partition("/")
    beginn = datetime.fromisoformat(moment)
    return Terminwert(beginn.date(), beginn.time(), geoeffnet)
