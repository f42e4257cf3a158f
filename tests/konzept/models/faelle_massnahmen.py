"""What the constraints of milestones, indicators and steps refuse; walked by test_constraints.py."""

from collections.abc import Callable
from decimal import Decimal

from django.db import models

from konzept.choices import Massnahmenstatus
from tests.konzept.factories import MassnahmeFactory
from tests.konzept.factories_massnahmen import (
    IndikatorFactory,
    IndikatorwertFactory,
    MassnahmenwechselFactory,
    MeilensteinFactory,
)


def build_zweiten_meilenstein() -> models.Model:
    erster = MeilensteinFactory(titel="Raum gefunden")
    return MeilensteinFactory.build(massnahme=erster.massnahme, titel="Raum gefunden")


def build_zweiten_indikator() -> models.Model:
    erster = IndikatorFactory(name="Treffpunkte")
    return IndikatorFactory.build(massnahme=erster.massnahme, name="Treffpunkte")


def build_zweiten_wert() -> models.Model:
    erster = IndikatorwertFactory()
    return IndikatorwertFactory.build(indikator=erster.indikator, tag=erster.tag)


FAELLE: list[tuple[str, Callable[[], models.Model], str]] = [
    (
        "meilenstein_einmal_je_massnahme",
        build_zweiten_meilenstein,
        "Diesen Meilenstein gibt es bei dieser Maßnahme schon.",
    ),
    (
        "indikator_einmal_je_massnahme",
        build_zweiten_indikator,
        "Diesen Indikator gibt es bei dieser Maßnahme schon.",
    ),
    (
        "indikator_ziel_anders_als_start",
        lambda: IndikatorFactory.build(massnahme=MassnahmeFactory(), startwert=Decimal(3), zielwert=Decimal("3.00")),
        "Start und Ziel sind gleich. So lässt sich keine Änderung messen.",
    ),
    ("indikatorwert_einer_je_tag", build_zweiten_wert, "Für diesen Tag gibt es schon einen Wert."),
    (
        "massnahmenwechsel_mit_grund",
        lambda: MassnahmenwechselFactory.build(
            massnahme=MassnahmeFactory(), von=Massnahmenstatus.LAEUFT, nach=Massnahmenstatus.VERWORFEN
        ),
        "Dieser Schritt braucht einen Grund.",
    ),
]
