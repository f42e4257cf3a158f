from datetime import date
from decimal import Decimal

import pytest

from konzept.domain.kurve import BREITE, HOEHE, LINKS, OBEN, RECHTS, UNTEN, build_kurve
from tests.konzept.factories_massnahmen import IndikatorFactory, IndikatorwertFactory

pytestmark = pytest.mark.django_db
BEGINN = date(2026, 11, 1)
OBERKANTE, UNTERKANTE, RAND = OBEN, HOEHE - UNTEN, BREITE - RECHTS


def test_line_begins_with_the_start_and_ends_with_what_was_counted_last() -> None:
    indikator = IndikatorFactory(startwert=Decimal(0), zielwert=Decimal(10), ziel_bis=date(2026, 11, 21))
    IndikatorwertFactory(indikator=indikator, tag=date(2026, 11, 11), wert=Decimal(5))

    kurve = build_kurve(indikator, beginn=BEGINN)

    mitte = ((LINKS + RAND) // 2, (OBERKANTE + UNTERKANTE) // 2)
    assert [(punkt.x, punkt.y) for punkt in kurve.punkte] == [(LINKS, UNTERKANTE), mitte]
    assert kurve.linie == f"{LINKS},{UNTERKANTE} {mitte[0]},{mitte[1]}"
    assert (kurve.ziel.x, kurve.ziel.y) == (RAND, OBERKANTE)


def test_aim_below_the_start_lies_lower() -> None:
    kurve = build_kurve(IndikatorFactory(startwert=Decimal(90), zielwert=Decimal(30)), beginn=BEGINN)
    assert (kurve.start_y, kurve.ziel.y) == (OBERKANTE, UNTERKANTE)


def test_values_beyond_aim_and_term_widen_the_drawing() -> None:
    indikator = IndikatorFactory(startwert=Decimal(0), zielwert=Decimal(10), ziel_bis=date(2026, 11, 10))
    IndikatorwertFactory(indikator=indikator, tag=date(2026, 10, 1), wert=Decimal(-2))
    IndikatorwertFactory(indikator=indikator, tag=date(2026, 12, 1), wert=Decimal(40))

    kurve = build_kurve(indikator, beginn=BEGINN)

    assert (kurve.von, kurve.bis) == (date(2026, 10, 1), date(2026, 12, 1))
    assert {(punkt.x, punkt.y) for punkt in kurve.punkte} >= {(LINKS, UNTERKANTE), (RAND, OBERKANTE)}


def test_aim_due_on_the_first_day_divides_by_nothing() -> None:
    kurve = build_kurve(IndikatorFactory(ziel_bis=BEGINN), beginn=BEGINN)
    assert kurve.ziel.x == LINKS
