"""The Termine of all offers, day by day, as sets: what every question about a time is answered from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from angebote.domain.suche.mengen import Menge, build_menge
from angebote.domain.suche.terminfolge import Abschnitt, build_abschnitt
from angebote.domain.suche.terminwerte import Terminwert, list_geoeffnet
from angebote.models import Termin
from angebote.models.zeit import DAUER_OHNE_ENDE
from pankow_einsamkeit.lib.kalender import tageszeit_of

Sammlung = dict[str, dict[datetime, Menge]]


@dataclass(frozen=True)
class Termintag:
    """beginne: by time of day who begins when. geoeffnet: by time of day the houses open by then (docs/adr/0011)."""

    datum: date
    beginne: Mapping[str, Abschnitt]
    geoeffnet: Mapping[str, Abschnitt]

    @property
    def je_tageszeit(self) -> Mapping[str, Menge]:
        """Everybody who begins then."""
        return {tageszeit: abschnitt.alle for tageszeit, abschnitt in self.beginne.items()}


@dataclass(frozen=True)
class HeutigerTermin:
    """Begin and end are wall clock; schluss: when it is over, without time zone, also where nobody knows the end."""

    beginn: time
    ende: time | None
    schluss: datetime
    angebote: Menge


@dataclass(frozen=True)
class Terminkalender:
    heute: date
    heutige: tuple[HeutigerTermin, ...]
    kommende: tuple[Termintag, ...]  # from tomorrow on, ascending
    offene_haeuser: Menge

    def list_tage(self, jetzt: datetime) -> list[Termintag]:
        """Days with what is not over yet, ascending; the same rule as TerminQuerySet.kommende."""
        moment = jetzt.replace(tzinfo=None)
        werte = [
            (Terminwert(self.heute, termin.beginn, geoeffnet), termin.angebote)
            for termin in self.heutige
            if termin.schluss > moment
            for geoeffnet in ("", *list_geoeffnet(termin.beginn, termin.ende))
        ]
        return [*build_termintage(werte, offene_haeuser=self.offene_haeuser), *self.kommende]


def build_termintage(werte: Iterable[tuple[Terminwert, Menge]], *, offene_haeuser: Menge) -> list[Termintag]:
    """Ascending. Only a house that is open to all can be entered later: others have no geoeffnet."""
    beginne: dict[date, Sammlung] = defaultdict(_start_sammlung)
    geoeffnet: dict[date, Sammlung] = defaultdict(_start_sammlung)
    for wert, menge in werte:
        moment = datetime.combine(wert.datum, wert.beginn)
        if not wert.geoeffnet:
            beginne[wert.datum][tageszeit_of(wert.beginn)][moment] |= menge
        elif offene := menge & offene_haeuser:
            geoeffnet[wert.datum][wert.geoeffnet][moment] |= offene
    return [_build_termintag(datum, beginne[datum], geoeffnet[datum]) for datum in sorted(beginne)]


def _start_sammlung() -> Sammlung:
    return defaultdict(lambda: defaultdict(int))


def _build_termintag(datum: date, beginne: Sammlung, geoeffnet: Sammlung) -> Termintag:
    return Termintag(
        datum=datum,
        beginne={tageszeit: build_abschnitt(momente) for tageszeit, momente in beginne.items()},
        geoeffnet={tageszeit: build_abschnitt(momente) for tageszeit, momente in geoeffnet.items()},
    )


def load_heutige(heute: date) -> tuple[HeutigerTermin, ...]:
    """One query. Only for today it matters when something ends."""
    angebote: dict[tuple[time, time | None], list[int]] = defaultdict(list)
    termine = Termin.objects.filter(datum=heute).order_by().values_list("beginn", "ende", "angebot_id")
    for beginn, ende, angebot_id in termine.iterator():
        angebote[beginn, ende].append(angebot_id)
    return tuple(_build_heutigen(heute, beginn, ende, pks) for (beginn, ende), pks in angebote.items())


def _build_heutigen(heute: date, beginn: time, ende: time | None, pks: Collection[int]) -> HeutigerTermin:
    schluss = datetime.combine(heute, ende) if ende else datetime.combine(heute, beginn) + DAUER_OHNE_ENDE
    return HeutigerTermin(beginn, ende, schluss, build_menge(pks))
