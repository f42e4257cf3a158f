import dataclasses
import json
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core.serializers.json import DjangoJSONEncoder

from konzept.choices import Komponentenart, Massnahmenstatus
from konzept.domain.massnahmenbericht import Indikatorstand, read_massnahmen
from pankow_einsamkeit.lib.kalender import BERLIN
from tests.factories import KiezFactory
from tests.konzept.factories import MassnahmeFactory, get_komponente
from tests.konzept.factories_massnahmen import (
    IndikatorFactory,
    IndikatorwertFactory,
    MassnahmenwechselFactory,
    MeilensteinFactory,
)

pytestmark = pytest.mark.django_db
EIN_TAG = timedelta(days=1)


def test_measures_stand_under_their_component_and_no_component_is_missing(heute: date) -> None:
    MassnahmeFactory(titel="Treff")
    MassnahmeFactory(titel="Gruppe", komponente=get_komponente(Komponentenart.UEBERWINDUNG))

    je_komponente = read_massnahmen(heute)

    assert {art: [stand.titel for stand in staende] for art, staende in je_komponente.items()} == {
        "praevention": ["Treff"],
        "ueberwindung": ["Gruppe"],
        "sensibilisierung": [],
    }


def test_facts_are_told_as_plain_data_that_json_can_keep(heute: date) -> None:
    massnahme = MassnahmeFactory(titel="Treff", baut_auf="Stadtteilzentrum", ende=date(2027, 6, 30))
    massnahme.kieze.add(KiezFactory(name="Karow"))
    IndikatorFactory(massnahme=massnahme)

    [stand] = read_massnahmen(heute)["praevention"]

    assert (stand.art, stand.statuswort, stand.kieze, stand.baut_auf) == (
        "Angebotsaufbau",
        "geplant",
        ("Karow",),
        "Stadtteilzentrum",
    )
    assert json.loads(json.dumps(dataclasses.asdict(stand), cls=DjangoJSONEncoder))["ende"] == "2027-06-30"


@pytest.mark.parametrize(
    ("tag", "status", "grund"),
    [
        (date(2026, 11, 9), "geplant", ""),
        (date(2026, 11, 10), "laeuft", ""),
        (date(2026, 11, 14), "laeuft", ""),
        (date(2026, 11, 15), "verworfen", "Kein Träger"),
        (date(2027, 1, 1), "verworfen", "Kein Träger"),
    ],
)
def test_status_is_that_of_the_end_of_the_day(tag: date, status: str, grund: str) -> None:
    massnahme = MassnahmeFactory(status=Massnahmenstatus.VERWORFEN)
    MassnahmenwechselFactory(massnahme=massnahme, am=datetime(2026, 11, 10, 23, 59, tzinfo=BERLIN))
    MassnahmenwechselFactory(
        massnahme=massnahme,
        von=Massnahmenstatus.LAEUFT,
        nach=Massnahmenstatus.VERWORFEN,
        grund="Kein Träger",
        am=datetime(2026, 11, 15, 0, 0, tzinfo=BERLIN),
    )
    [stand] = read_massnahmen(tag)["praevention"]
    assert (stand.status, stand.grund) == (status, grund)


def test_milestones_and_values_after_the_day_do_not_count(heute: date) -> None:
    massnahme = MassnahmeFactory()
    MeilensteinFactory(massnahme=massnahme, erledigt_am=heute)
    MeilensteinFactory(massnahme=massnahme, erledigt_am=heute + EIN_TAG)
    MeilensteinFactory(massnahme=massnahme)
    indikator = IndikatorFactory(massnahme=massnahme, name="Treffpunkte")
    for tage, wert in ((-30, 3), (0, 5), (1, 9)):
        IndikatorwertFactory(indikator=indikator, tag=heute + timedelta(days=tage), wert=Decimal(wert))

    [stand] = read_massnahmen(heute)["praevention"]

    assert (stand.meilensteine_erledigt, stand.meilensteine_gesamt) == (1, 3)
    assert stand.indikatoren == (
        Indikatorstand("Treffpunkte", "Treffpunkte", Decimal(2), Decimal(10), date(2027, 6, 30), Decimal(5), heute),
    )


def test_indicator_nobody_has_counted_yet_has_no_value(heute: date) -> None:
    IndikatorFactory()
    [stand] = read_massnahmen(heute)["praevention"]
    assert [(eine.wert, eine.wert_vom) for eine in stand.indikatoren] == [(None, None)]


@pytest.mark.parametrize("anzahl", [3, 30])
def test_reading_takes_six_queries(django_assert_num_queries: Any, heute: date, anzahl: int) -> None:
    for _nummer in range(anzahl):
        wert = IndikatorwertFactory()
        MeilensteinFactory(massnahme=wert.indikator.massnahme)
    with django_assert_num_queries(6):
        read_massnahmen(heute)
