"""Who answers for what as released (P5), vacancies by name, and measures as of the day."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from konzept.choices import Anzeige, Komponentenart, Massnahmenstatus
from konzept.domain.berichtsstand import load_stand
from konzept.domain.zustaendigkeit import Vakanz, find_alarme
from konzept.models import Drucksache, Zustaendigkeit
from tests.factories import KiezFactory
from tests.konten import create_konto
from tests.konzept.factories import (
    BEGINN,
    DrucksacheFactory,
    GeschaeftsbereichFactory,
    MassnahmeFactory,
    ZustaendigkeitFactory,
    get_komponente,
)
from tests.konzept.factories_massnahmen import IndikatorFactory, IndikatorwertFactory, MassnahmenwechselFactory

pytestmark = pytest.mark.django_db
NAME = "Vorname Nachname"


def load(heute: date) -> dict[str, Any]:
    return load_stand(drucksache_id=Drucksache.objects.get(nummer="IX-1179").pk, heute=heute)


def find_komponente(stand: dict[str, Any], art: str = "praevention") -> dict[str, Any]:
    [gefunden] = [eine for eine in stand["komponenten"] if eine["art"] == art]
    return gefunden


@pytest.mark.parametrize(
    ("anzeige", "angaben"),
    [
        (Anzeige.FUNKTION, ("Leitung", "", "Leitung", "Stellvertretung")),
        (Anzeige.NAME, (f"{NAME}, Leitung", NAME, "Leitung", "Stellvertretung")),
        (Anzeige.NEIN, ("", "", "", "")),
    ],
)
def test_person_is_named_as_far_as_released(heute: date, anzeige: Anzeige, angaben: tuple[str, ...]) -> None:
    zeile = ZustaendigkeitFactory(
        komponente=get_komponente(),
        funktion="Leitung",
        person=NAME,
        vertretung_person="Andere Person",
        vertretung_funktion="Stellvertretung",
        anzeige=anzeige,
        geschaeftsbereich=GeschaeftsbereichFactory(name="Soziales"),
        ist_haupt=True,
    )
    freies = dict(zip(("name", "person", "funktion", "vertretung"), angaben, strict=True))
    assert find_komponente(load(heute))["zustaendige"] == [
        {"id": zeile.pk, "ist_haupt": True, "bereich": "Soziales", **freies}
    ]


def test_component_is_covered_by_its_own_by_the_whole_or_by_nobody(heute: date) -> None:
    def read() -> dict[str, str]:
        return {eine["art"]: eine["besetzung"] for eine in load(heute)["komponenten"]}

    assert read() == dict.fromkeys(Komponentenart.values, "keine")
    ZustaendigkeitFactory(komponente=get_komponente(), ist_haupt=True)
    ZustaendigkeitFactory(komponente=get_komponente(Komponentenart.UEBERWINDUNG), ist_haupt=False)
    assert read() == {"praevention": "eigene", "ueberwindung": "keine", "sensibilisierung": "keine"}
    ZustaendigkeitFactory(komponente=None, ist_haupt=True)
    assert read() == {"praevention": "eigene", "ueberwindung": "gesamt", "sensibilisierung": "gesamt"}


@pytest.mark.parametrize(("ist_aktiv", "besetzung"), [(True, "eigene"), (False, "keine")])
def test_whoever_has_left_answers_for_nothing_as_in_the_alarm(heute: date, ist_aktiv: bool, besetzung: str) -> None:
    zustaendig = ZustaendigkeitFactory(
        komponente=get_komponente(),
        ist_haupt=True,
        funktion="Leitung",
        anzeige=Anzeige.FUNKTION,
        konto=create_konto("genannt", is_active=ist_aktiv),
    )
    MassnahmeFactory(zustaendig=zustaendig)
    komponente = find_komponente(load(heute))
    namen = ["Leitung"] if ist_aktiv else []
    assert komponente["besetzung"] == besetzung
    assert [eine["name"] for eine in komponente["zustaendige"]] == namen
    assert [eine["zustaendig"] for eine in komponente["massnahmen"]] == (namen or [""])
    vakanzen = [alarm for alarm in find_alarme(heute=heute) if isinstance(alarm, Vakanz)]
    assert any(vakanz.komponente.art == "praevention" for vakanz in vakanzen) is not ist_aktiv


@pytest.mark.parametrize(("tage", "besetzung"), [(0, "eigene"), (-1, "keine")])
def test_responsibility_counts_to_its_last_day(heute: date, tage: int, besetzung: str) -> None:
    ZustaendigkeitFactory(komponente=get_komponente(), ist_haupt=True, bis=heute + timedelta(days=tage))
    assert find_komponente(load(heute))["besetzung"] == besetzung


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
    stand = load(heute)
    assert find_komponente(stand)["massnahmen"] == [
        {
            "id": massnahme.pk,
            "titel": "Offene Tür",
            "ziel": "Ein Ort im Kiez.",
            "status": "laeuft",
            "statuswort": "läuft",
            "federfuehrung": "Soziales",
            "zustaendig": "",
            "zustaendig_id": None,
            "beginn": BEGINN.isoformat(),
            "ende": "2027-06-30",
            "kieze": ["Buch"],
            "baut_auf": "Nachbarschaftshaus",
            "wechsel": None,
            "indikatoren": [],
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
    [massnahme] = find_komponente(load(heute))["massnahmen"]
    assert massnahme["zustaendig"] == genannt
    assert massnahme["zustaendig_id"] == Zustaendigkeit.objects.get().pk


def test_departments_that_exist_stand_with_what_they_said(heute: date) -> None:
    GeschaeftsbereichFactory(name="Bürgerdienste", beitrag=" ")
    GeschaeftsbereichFactory(name="Ehemals", ist_aktiv=False, beitrag="Früher.")
    GeschaeftsbereichFactory(name="Soziales", beitrag="Koordiniert.")
    assert load(heute)["bereiche"] == [
        {"name": "Bürgerdienste", "beitrag": ""},
        {"name": "Soziales", "beitrag": "Koordiniert."},
    ]


def test_report_tells_measures_of_its_own_drucksache_and_of_none(heute: date) -> None:
    MassnahmeFactory(titel="Eigene", drucksache=Drucksache.objects.get(nummer="IX-1179"))
    MassnahmeFactory(titel="Ohne", drucksache=None)
    MassnahmeFactory(titel="Fremde", drucksache=DrucksacheFactory())
    assert {massnahme["titel"] for massnahme in find_komponente(load(heute))["massnahmen"]} == {"Eigene", "Ohne"}


@pytest.mark.parametrize(
    ("schritte", "status", "erwartet"),
    [
        ((), "verworfen", None),
        ((("geplant", "laeuft", ""),), "laeuft", None),
        ((("geplant", "verworfen", "Kein Geld."),), "verworfen", ("geplant", "verworfen", "Kein Geld.")),
        (
            (("geplant", "verworfen", "Kein Geld."), ("verworfen", "geplant", "Geld ist da.")),
            "geplant",
            ("verworfen", "geplant", "Geld ist da."),
        ),
        ((("laeuft", "geplant", "Haus zu."), ("geplant", "laeuft", "")), "laeuft", None),
        ((("geplant", "verworfen", "Kein Geld."),), "laeuft", None),  # past every rule: then nothing is claimed
    ],
)
def test_reason_of_the_last_step_is_kept(
    heute: date,
    schritte: tuple[tuple[str, str, str], ...],
    status: str,
    erwartet: tuple[str, str, str] | None,
) -> None:
    massnahme = MassnahmeFactory(status=status)
    for tag, (von, nach, grund) in enumerate(schritte, start=1):
        am = datetime(2026, 11, tag, 23, 30, tzinfo=UTC)  # the next day in Berlin
        MassnahmenwechselFactory(massnahme=massnahme, von=von, nach=nach, grund=grund, am=am)
    [gezeigte] = find_komponente(load(heute))["massnahmen"]
    wechsel = erwartet and dict(zip(("von", "nach", "grund"), erwartet, strict=True))
    assert gezeigte["wechsel"] == (wechsel and wechsel | {"am": f"2026-11-0{len(schritte) + 1}"})


def test_indicator_has_its_last_three_values_up_to_the_day(heute: date) -> None:
    indikator = IndikatorFactory(name="Tische", einheit="Stück", startwert=Decimal(0), zielwert=Decimal("7.5"))
    for tage, wert in ((-40, 1), (-9, 2), (-5, 3), (0, 4), (1, 99)):
        IndikatorwertFactory(indikator=indikator, tag=heute + timedelta(days=tage), wert=Decimal(wert))
    [massnahme] = find_komponente(load(heute))["massnahmen"]
    assert massnahme["indikatoren"] == [
        {
            "name": "Tische",
            "einheit": "Stück",
            "start": "0.00",
            "ziel": "7.50",
            "bis": "2027-06-30",
            "werte": [
                {"tag": "2026-11-12", "wert": "2.00"},
                {"tag": "2026-11-16", "wert": "3.00"},
                {"tag": "2026-11-21", "wert": "4.00"},
            ],
        }
    ]


def test_stand_asks_as_many_queries_for_many_measures_as_for_one(heute: date, django_assert_num_queries: Any) -> None:
    for _massnahme in range(5):
        massnahme = MassnahmeFactory(zustaendig=ZustaendigkeitFactory())
        massnahme.kieze.add(KiezFactory())
        MassnahmenwechselFactory(massnahme=massnahme)
        IndikatorwertFactory.create_batch(2, indikator__massnahme=massnahme)
    drucksache_id = Drucksache.objects.get(nummer="IX-1179").pk
    with django_assert_num_queries(8):
        load_stand(drucksache_id=drucksache_id, heute=heute)
