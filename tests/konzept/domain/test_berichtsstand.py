"""Who answers for what as released (P5), vacancies by name, and measures as of the day."""

from datetime import date, timedelta
from typing import Any

import pytest

from konzept.choices import Anzeige, Komponentenart, Massnahmenstatus
from konzept.domain.berichtsstand import load_stand
from tests.factories import KiezFactory
from tests.konzept.factories import (
    BEGINN,
    GeschaeftsbereichFactory,
    MassnahmeFactory,
    ZustaendigkeitFactory,
    get_komponente,
)

pytestmark = pytest.mark.django_db
NAME = "Vorname Nachname"


def find_komponente(stand: dict[str, Any], art: str = "praevention") -> dict[str, Any]:
    [gefunden] = [eine for eine in stand["komponenten"] if eine["art"] == art]
    return gefunden


@pytest.mark.parametrize(
    ("anzeige", "name", "vertretung"),
    [
        (Anzeige.FUNKTION, "Leitung", "Stellvertretung"),
        (Anzeige.NAME, f"{NAME}, Leitung", "Stellvertretung"),
        (Anzeige.NEIN, "", ""),
    ],
)
def test_person_is_named_as_far_as_released(heute: date, anzeige: Anzeige, name: str, vertretung: str) -> None:
    ZustaendigkeitFactory(
        komponente=get_komponente(),
        funktion="Leitung",
        person=NAME,
        vertretung_person="Andere Person",
        vertretung_funktion="Stellvertretung",
        anzeige=anzeige,
        geschaeftsbereich=GeschaeftsbereichFactory(name="Soziales"),
        ist_haupt=True,
    )
    assert find_komponente(load_stand(heute=heute))["zustaendige"] == [
        {"name": name, "ist_haupt": True, "bereich": "Soziales", "vertretung": vertretung}
    ]


def test_component_is_covered_by_its_own_by_the_whole_or_by_nobody(heute: date) -> None:
    def read() -> dict[str, str]:
        return {eine["art"]: eine["besetzung"] for eine in load_stand(heute=heute)["komponenten"]}

    assert read() == dict.fromkeys(Komponentenart.values, "keine")
    ZustaendigkeitFactory(komponente=get_komponente(), ist_haupt=True)
    ZustaendigkeitFactory(komponente=get_komponente(Komponentenart.UEBERWINDUNG), ist_haupt=False)
    assert read() == {"praevention": "eigene", "ueberwindung": "keine", "sensibilisierung": "keine"}
    ZustaendigkeitFactory(komponente=None, ist_haupt=True)
    assert read() == {"praevention": "eigene", "ueberwindung": "gesamt", "sensibilisierung": "gesamt"}


@pytest.mark.parametrize(("tage", "besetzung"), [(0, "eigene"), (-1, "keine")])
def test_responsibility_counts_to_its_last_day(heute: date, tage: int, besetzung: str) -> None:
    ZustaendigkeitFactory(komponente=get_komponente(), ist_haupt=True, bis=heute + timedelta(days=tage))
    assert find_komponente(load_stand(heute=heute))["besetzung"] == besetzung


def test_measure_tells_its_facts_and_never_the_free_text_of_who_is_responsible(heute: date) -> None:
    massnahme = MassnahmeFactory(
        titel="Offene Tür",
        ziel="Ein Ort im Kiez.",
        status=Massnahmenstatus.LAEUFT,
        federfuehrung=GeschaeftsbereichFactory(name="Soziales"),
        verantwortlich=NAME,
        ende=date(2027, 6, 30),
        baut_auf="Nachbarschaftshaus",
    )
    massnahme.kieze.add(KiezFactory(name="Buch"))
    stand = load_stand(heute=heute)
    assert find_komponente(stand)["massnahmen"] == [
        {
            "id": massnahme.pk,
            "titel": "Offene Tür",
            "ziel": "Ein Ort im Kiez.",
            "status": "laeuft",
            "statuswort": "läuft",
            "federfuehrung": "Soziales",
            "zustaendig": "",
            "beginn": BEGINN.isoformat(),
            "ende": "2027-06-30",
            "kieze": ["Buch"],
            "baut_auf": "Nachbarschaftshaus",
        }
    ]
    assert NAME not in str(stand)


@pytest.mark.parametrize(
    ("felder", "genannt"),
    [
        ({}, "Leitung"),
        ({"anzeige": Anzeige.NEIN}, ""),
        ({"anzeige": Anzeige.NAME, "person": NAME}, f"{NAME}, Leitung"),
        ({"bis": date(2026, 11, 20)}, ""),
        ({"von": date(2026, 11, 22)}, ""),
    ],
)
def test_measure_names_who_is_linked_released_and_in_office(heute: date, felder: dict[str, Any], genannt: str) -> None:
    MassnahmeFactory(zustaendig=ZustaendigkeitFactory(funktion="Leitung", **felder))
    [massnahme] = find_komponente(load_stand(heute=heute))["massnahmen"]
    assert massnahme["zustaendig"] == genannt


def test_departments_that_exist_stand_with_what_they_said(heute: date) -> None:
    GeschaeftsbereichFactory(name="Bürgerdienste", beitrag=" ")
    GeschaeftsbereichFactory(name="Ehemals", ist_aktiv=False, beitrag="Früher.")
    GeschaeftsbereichFactory(name="Soziales", beitrag="Koordiniert.")
    assert load_stand(heute=heute)["bereiche"] == [
        {"name": "Bürgerdienste", "beitrag": ""},
        {"name": "Soziales", "beitrag": "Koordiniert."},
    ]


def test_stand_asks_as_many_queries_for_many_measures_as_for_one(heute: date, django_assert_num_queries: Any) -> None:
    for _massnahme in range(5):
        MassnahmeFactory(zustaendig=ZustaendigkeitFactory()).kieze.add(KiezFactory())
    with django_assert_num_queries(5):
        load_stand(heute=heute)
