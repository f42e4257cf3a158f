"""The next two Termine of the offers on a page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from angebote.domain.suche.anfrage import Suchanfrage
from angebote.domain.suche.bestand import Bestand, load_bestand
from angebote.domain.suche.mengen import Menge, build_menge, list_pks
from angebote.domain.suche.zeitfrage import build_zeitfrage
from angebote.models import Termin

JE_ANGEBOT = 2
WOCHE = timedelta(days=7)


@dataclass(frozen=True)
class NaechsterTermin:
    """auch_an_anderem_tag: the offer has a date on another weekday too this week, asked for or not."""

    datum: date
    beginn: time
    ende: time | None
    auch_an_anderem_tag: bool


Naechste = Mapping[int, list[NaechsterTermin]]


def list_naechste_termine(pks: Collection[int], *, jetzt: datetime, version: str | None = None) -> Naechste:
    """By primary key, for pages that are no search: one query for the ends, one for a version not given."""
    bestand = load_bestand(heute=jetzt.date(), version=version)
    termine = build_zeitfrage(Suchanfrage(), bestand.kalender, jetzt).termine
    return load_naechste(termine.find_naechste(pks, anzahl=JE_ANGEBOT), bestand=bestand, heute=jetzt.date())


def load_naechste(gefunden: Mapping[int, list[datetime]], *, bestand: Bestand, heute: date) -> Naechste:
    """One query for the ends, none for nothing."""
    if not gefunden:
        return {}
    tage = {moment.date() for momente in gefunden.values() for moment in momente}
    termine = Termin.objects.filter(angebot_id__in=gefunden, datum__in=tage).order_by()
    enden = {
        (pk, datetime.combine(datum, beginn)): ende
        for pk, datum, beginn, ende in termine.values_list("angebot_id", "datum", "beginn", "ende")
    }
    wochentage = _find_wochentage(build_menge(gefunden), bestand, heute)
    return {
        pk: [
            NaechsterTermin(
                datum=moment.date(),
                beginn=moment.time(),
                ende=enden.get((pk, moment)),
                auch_an_anderem_tag=not wochentage[pk] <= {moment.weekday()},
            )
            for moment in momente
        ]
        for pk, momente in gefunden.items()
    }


def _find_wochentage(angebote: Menge, bestand: Bestand, heute: date) -> dict[int, set[int]]:
    """On which weekdays each of them has a Termin in the next seven days, those of today that are over included."""
    wochentage: dict[int, set[int]] = defaultdict(set)
    for datum, menge in _list_woche(bestand, heute):
        for pk in list_pks(angebote & menge):
            wochentage[pk].add(datum.weekday())
    return wochentage


def _list_woche(bestand: Bestand, heute: date) -> Iterator[tuple[date, Menge]]:
    for termin in bestand.kalender.heutige:
        yield heute, termin.angebote
    for tag in bestand.kalender.kommende:
        if tag.datum >= heute + WOCHE:
            return
        for menge in tag.je_tageszeit.values():
            yield tag.datum, menge
