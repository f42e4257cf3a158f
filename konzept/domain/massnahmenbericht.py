"""What the report to the BVV tells about measures: plain data as of one day, which a report can keep for ever."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from django.db.models import Prefetch

from konzept.choices import Komponentenart, Massnahmenart, Massnahmenstatus
from konzept.models import Indikator, Indikatorwert, Massnahme, Massnahmenwechsel, Meilenstein
from pankow_einsamkeit.lib.kalender import BERLIN


@dataclass(frozen=True)
class Indikatorstand:
    """wert, wert_vom: None where nothing had been counted by that day."""

    name: str
    einheit: str
    startwert: Decimal
    zielwert: Decimal
    ziel_bis: date
    wert: Decimal | None
    wert_vom: date | None


@dataclass(frozen=True)
class Massnahmenstand:
    """status: value of Massnahmenstatus; statuswort: for people. grund: of the last step of status, or empty."""

    titel: str
    ziel: str
    art: str
    status: str
    statuswort: str
    grund: str
    federfuehrung: str
    verantwortlich: str
    kieze: tuple[str, ...]
    baut_auf: str
    beginn: date
    ende: date | None
    meilensteine_gesamt: int
    meilensteine_erledigt: int
    indikatoren: tuple[Indikatorstand, ...]


def read_massnahmen(stichtag: date) -> dict[str, tuple[Massnahmenstand, ...]]:
    """By value of Komponentenart, all three always. Six queries.

    Status, milestones and figures are those of the end of that day, whenever they were looked up; names, aims and terms
    are those of now. What was recorded after that day is listed too, since recording may come late.
    """
    je_komponente: dict[str, list[Massnahmenstand]] = {art.value: [] for art in Komponentenart}
    for massnahme in _load(stichtag):
        je_komponente[massnahme.komponente.art].append(build_massnahmenstand(massnahme, stichtag))
    return {art: tuple(staende) for art, staende in je_komponente.items()}


def build_massnahmenstand(massnahme: Massnahme, stichtag: date) -> Massnahmenstand:
    """Of a measure with its steps, milestones and indicators at hand."""
    status, grund = read_status(massnahme, stichtag)
    meilensteine = list(massnahme.meilensteine.all())
    return Massnahmenstand(
        titel=massnahme.titel,
        ziel=massnahme.ziel,
        art=str(Massnahmenart(massnahme.art).label),
        status=status.value,
        statuswort=str(status.label),
        grund=grund,
        federfuehrung=massnahme.federfuehrung.name,
        verantwortlich=massnahme.verantwortlich,
        kieze=tuple(kiez.name for kiez in massnahme.kieze.all()),
        baut_auf=massnahme.baut_auf,
        beginn=massnahme.beginn,
        ende=massnahme.ende,
        meilensteine_gesamt=len(meilensteine),
        meilensteine_erledigt=sum(is_erledigt(meilenstein, stichtag) for meilenstein in meilensteine),
        indikatoren=tuple(build_indikatorstand(indikator, stichtag) for indikator in massnahme.indikatoren.all()),
    )


def read_status(massnahme: Massnahme, stichtag: date) -> tuple[Massnahmenstatus, str]:
    """At the end of that day, with the reason of the step that led there."""
    danach = datetime.combine(stichtag + timedelta(days=1), time(), tzinfo=BERLIN)
    schritte = list(massnahme.wechsel.all())
    bis_dahin = [schritt for schritt in schritte if schritt.am < danach]
    if bis_dahin:
        return Massnahmenstatus(bis_dahin[-1].nach), bis_dahin[-1].grund
    return Massnahmenstatus(schritte[0].von if schritte else massnahme.status), ""


def is_erledigt(meilenstein: Meilenstein, stichtag: date) -> bool:
    return meilenstein.erledigt_am is not None and meilenstein.erledigt_am <= stichtag


def build_indikatorstand(indikator: Indikator, stichtag: date) -> Indikatorstand:
    letzter = max((eine for eine in indikator.werte.all() if eine.tag <= stichtag), key=_get_tag, default=None)
    return Indikatorstand(
        name=indikator.name,
        einheit=indikator.einheit,
        startwert=indikator.startwert,
        zielwert=indikator.zielwert,
        ziel_bis=indikator.ziel_bis,
        wert=letzter.wert if letzter else None,
        wert_vom=letzter.tag if letzter else None,
    )


def _get_tag(wert: Indikatorwert) -> date:
    return wert.tag


def _load(stichtag: date) -> list[Massnahme]:
    werte = Prefetch("indikatoren__werte", Indikatorwert.objects.filter(tag__lte=stichtag))
    schritte = Prefetch("wechsel", Massnahmenwechsel.objects.order_by("am", "pk"))
    massnahmen = Massnahme.objects.select_related("komponente", "federfuehrung")
    return list(massnahmen.prefetch_related(schritte, "meilensteine", "kieze", "indikatoren", werte))
