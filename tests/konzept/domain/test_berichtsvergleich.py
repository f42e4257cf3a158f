"""What has changed between two frozen reports for one Drucksache."""

from datetime import timedelta
from typing import Any

import pytest

from angebote.choices import Status
from angebote.models import Kategorie, Kiez
from konzept.choices import Massnahmenstatus
from konzept.domain.berichte import discard_bericht
from konzept.domain.berichtsabbild import build_abbild
from konzept.domain.berichtsbeginn import correct_bericht
from konzept.domain.berichtsvergleich import compare_berichte
from konzept.models import Bericht, Massnahme
from tests.factories import AngebotFactory, KiezFactory, OrtFactory
from tests.konzept.berichtskatalog import refresh_mengen
from tests.konzept.factories import DrucksacheFactory, GeschaeftsbereichFactory, MassnahmeFactory
from tests.konzept.factories_bericht import (
    JETZT,
    create_eingefrorenen,
    create_entwurf,
    create_freigegebenen,
    get_schreibende,
)

pytestmark = pytest.mark.django_db
MORGEN = JETZT + timedelta(days=1)


@pytest.fixture
def buch() -> Kiez:
    Kategorie.objects.all().delete()
    return KiezFactory(name="Buch", slug="buch")


def compare(bericht: Bericht) -> dict[str, Any]:
    vergleich: dict[str, Any] = build_abbild(bericht, heute=MORGEN.date())["vergleich"]
    return vergleich


def test_first_report_has_nothing_to_compare_with() -> None:
    assert build_abbild(create_entwurf(), heute=JETZT.date())["vergleich"] is None


def test_measures_that_are_new_ended_or_moved_are_named(buch: Kiez) -> None:
    MassnahmeFactory(titel="Bleibt")
    for titel in ("Endet", "Fällt weg", "Beginnt"):
        MassnahmeFactory(titel=titel)
    create_freigegebenen()
    for titel, status in (
        ("Endet", Massnahmenstatus.ABGESCHLOSSEN),
        ("Fällt weg", Massnahmenstatus.VERWORFEN),
        ("Beginnt", Massnahmenstatus.LAEUFT),
    ):
        Massnahme.objects.filter(titel=titel).update(status=status)
    MassnahmeFactory(titel="Neu")

    vergleich = compare(create_entwurf())

    assert {name: vergleich[name] for name in ("stichtag", "neu", "beendet", "andere")} == {
        "stichtag": "2026-11-21",
        "neu": ["Neu"],
        "beendet": ["Endet (abgeschlossen)", "Fällt weg (verworfen)"],
        "andere": ["Beginnt (geplant → läuft)"],
    }


def test_figures_stand_beside_those_of_before(buch: Kiez) -> None:
    altes = AngebotFactory(ort=OrtFactory(kiez=buch))
    GeschaeftsbereichFactory()
    refresh_mengen()
    create_freigegebenen()
    AngebotFactory(ort=altes.ort)
    AngebotFactory(ort=OrtFactory(kiez=buch), bereich="unterstuetzung", hinweis_ab=MORGEN.date())
    AngebotFactory(ort=None, status=Status.ENTWURF)
    GeschaeftsbereichFactory(beitrag="Räume.")
    refresh_mengen()

    vergleich = compare(create_entwurf())

    assert [(zeile["name"], zeile["vorher"], zeile["jetzt"]) for zeile in vergleich["zahlen"]] == [
        ("gültige Angebote", 1, 3),
        ("davon Begegnung", 1, 2),
        ("davon Unterstützung", 0, 1),
        ("Angebote, die länger nicht bestätigt wurden", 0, 1),
        ("Angebote, die noch niemand bestätigt hat", 0, 0),
        ("Orte mit einem Angebot", 1, 2),
        ("Lücken: Kiez ohne Angebot zu einem Thema", 0, 0),
        ("besetzte Komponenten", 0, 0),
        ("Maßnahmen", 0, 0),
        ("Geschäftsbereiche und Ämter mit Beitrag", 0, 1),
    ]
    assert vergleich["kieze"] == [{"name": "Buch", "vorher": 1, "jetzt": 3}]


def test_what_an_older_report_has_not_counted_is_not_compared() -> None:
    neue = build_abbild(create_entwurf(), heute=MORGEN.date())
    alte = neue | {"zahlen": {name: zahl for name, zahl in neue["zahlen"].items() if name != "unbestaetigt"}}
    namen = [zeile["name"] for zeile in compare_berichte(neue, neue)["zahlen"]]
    assert [zeile["name"] for zeile in compare_berichte(alte, neue)["zahlen"]] == [
        name for name in namen if name != "Angebote, die noch niemand bestätigt hat"
    ]
    assert len(namen) == 10


def test_comparison_is_with_the_latest_released_report_of_the_same_drucksache() -> None:
    create_freigegebenen(jetzt=JETZT - timedelta(days=9))
    create_freigegebenen(jetzt=JETZT - timedelta(days=3))
    create_eingefrorenen(jetzt=JETZT - timedelta(days=2))  # nobody has read it
    verworfen = create_eingefrorenen(jetzt=JETZT - timedelta(days=1))
    discard_bericht(bericht_id=verworfen.pk, konto=get_schreibende(), grund="Zahl falsch")
    create_freigegebenen(jetzt=JETZT, drucksache=DrucksacheFactory())
    assert compare(create_entwurf())["stichtag"] == "2026-11-18"


def test_frozen_report_that_nobody_has_released_is_no_former_report() -> None:
    create_eingefrorenen()
    assert build_abbild(create_entwurf(), heute=MORGEN.date())["vergleich"] is None


def test_correction_is_compared_with_what_was_before_the_corrected_one() -> None:
    create_freigegebenen(jetzt=JETZT - timedelta(days=9))
    falscher = create_freigegebenen(jetzt=JETZT)
    berichtigung = correct_bericht(bericht_id=falscher.pk, konto=get_schreibende(), jetzt=MORGEN)
    daten = build_abbild(berichtigung, heute=MORGEN.date())
    assert daten["vergleich"]["stichtag"] == "2026-11-12"
    assert daten["berichtigt"] == "Zwischenbericht mit dem Stichtag 21. November 2026"


def test_correction_of_a_correction_is_compared_with_what_was_before_all_of_them() -> None:
    create_freigegebenen(jetzt=JETZT - timedelta(days=9))
    erster = create_freigegebenen(jetzt=JETZT - timedelta(days=3))
    zweiter = create_freigegebenen(jetzt=JETZT - timedelta(days=2), vorlage=erster)
    dritter = create_freigegebenen(jetzt=JETZT - timedelta(days=1), vorlage=zweiter)
    create_freigegebenen(jetzt=JETZT)  # a new report, after what is corrected
    assert compare(create_entwurf(vorlage=dritter))["stichtag"] == "2026-11-12"
    assert compare(create_entwurf())["stichtag"] == "2026-11-21"


def test_correction_of_the_first_report_has_nothing_to_compare_with() -> None:
    erster = create_freigegebenen(jetzt=JETZT - timedelta(days=3))
    zweiter = create_freigegebenen(jetzt=JETZT - timedelta(days=2), vorlage=erster)
    assert build_abbild(create_entwurf(vorlage=zweiter), heute=MORGEN.date())["vergleich"] is None


def test_measure_that_went_to_another_drucksache_is_said_to_be_gone() -> None:
    MassnahmeFactory(titel="Bleibt")
    massnahme = MassnahmeFactory(titel="Wandert")
    create_freigegebenen()
    Massnahme.objects.filter(pk=massnahme.pk).update(drucksache=DrucksacheFactory())
    assert compare(create_entwurf())["fort"] == ["Wandert"]
