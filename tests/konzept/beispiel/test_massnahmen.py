import csv
from datetime import date

import pytest

from konzept.beispiel.grundlagen import save_grundlagen
from konzept.beispiel.massnahmen import VORLAGEN, save_massnahmen
from konzept.choices import Komponentenart, Massnahmenstatus
from konzept.models import Massnahme, Meilenstein
from tests.architecture.quelltext import BASE_DIR
from tests.factories import KiezFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def beispiele(heute: date) -> None:
    for slug in {slug for vorlage in VORLAGEN for slug in vorlage.kieze}:
        KiezFactory(slug=slug)
    save_grundlagen(heute=heute)
    save_massnahmen(heute=heute)


def test_every_example_says_that_it_is_one() -> None:
    assert [eine.titel for eine in Massnahme.objects.exclude(titel__endswith="(Beispiel)")] == []
    assert len(VORLAGEN) == Massnahme.objects.count()


def test_every_component_and_every_status_occurs() -> None:
    assert set(Massnahme.objects.values_list("komponente__art", flat=True)) == set(Komponentenart)
    assert set(Massnahme.objects.values_list("status", flat=True)) == set(Massnahmenstatus)


def test_something_is_late_and_what_was_dropped_has_its_reason(heute: date) -> None:
    assert Massnahme.objects.ueberfaellig(heute).exists()
    assert Meilenstein.objects.ueberfaellig(heute).exists()
    [verworfen] = Massnahme.objects.filter(status="verworfen")
    assert verworfen.wechsel.get().grund


def test_measures_name_who_is_responsible_where_there_is_somebody_for_it() -> None:
    zustaendige = Massnahme.objects.exclude(zustaendig=None).values_list("verantwortlich", "zustaendig__funktion")
    assert set(zustaendige) == {
        (funktion, f"{funktion} (Beispiel)")
        for funktion in (
            "Stadtteilkoordination",
            "Leitung des Sozialpsychiatrischen Dienstes",
            "Koordination gegen Einsamkeit",
        )
    }


def test_kieze_are_those_of_pankow() -> None:
    with (BASE_DIR / "angebote" / "daten" / "kieze.csv").open(encoding="utf-8") as datei:
        echte = {zeile["slug"] for zeile in csv.DictReader(datei)}
    assert {slug for vorlage in VORLAGEN for slug in vorlage.kieze} <= echte
