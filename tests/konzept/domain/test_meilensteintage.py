"""A milestone and the term of its measure keep to each other, whichever of them is changed."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from konzept.domain.massnahmen import add_meilenstein, change_massnahme
from tests.konzept.factories import MassnahmeFactory
from tests.konzept.factories_massnahmen import MeilensteinFactory

pytestmark = pytest.mark.django_db
RAT = "Ändern Sie bitte zuerst ihren Tag, auf der Seite der Maßnahme mit „Meilensteine berichtigen“."


@pytest.mark.parametrize(
    ("tag", "satz"),
    [
        (
            date(2025, 10, 30),
            "Die Maßnahme beginnt am 1. November 2026. Ein Meilenstein liegt höchstens ein Jahr davor.",
        ),
        (date(2027, 2, 1), "Die Maßnahme endet am 31. Januar 2027. Ein Meilenstein liegt nicht danach."),
    ],
)
def test_milestone_far_from_its_measure_is_refused(tag: date, satz: str) -> None:
    massnahme = MassnahmeFactory(beginn=date(2026, 11, 1), ende=date(2027, 1, 31))
    with pytest.raises(ValidationError) as fehler:
        add_meilenstein(massnahme=massnahme, titel="Raum gefunden", faellig_am=tag, konto=None)
    assert fehler.value.message_dict == {"faellig_am": [satz]}


@pytest.mark.parametrize(
    ("anzahl", "genannte"),
    [
        (1, "„Schritt A“ (1. Juni 2027)"),
        (3, "„Schritt A“ (1. Juni 2027), „Schritt B“ (2. Juni 2027), „Schritt C“ (3. Juni 2027)"),
        (
            4,
            "„Schritt A“ (1. Juni 2027), „Schritt B“ (2. Juni 2027), „Schritt C“ (3. Juni 2027) und 1 weiterer",
        ),
        (5, "„Schritt A“ (1. Juni 2027), „Schritt B“ (2. Juni 2027), „Schritt C“ (3. Juni 2027) und 2 weitere"),
    ],
)
def test_measure_does_not_end_before_its_milestones(anzahl: int, genannte: str) -> None:
    massnahme = MassnahmeFactory(ende=date(2027, 12, 31))
    for nummer, buchstabe in enumerate("ABCDE"[:anzahl], start=1):
        MeilensteinFactory(massnahme=massnahme, titel=f"Schritt {buchstabe}", faellig_am=date(2027, 6, nummer))

    with pytest.raises(ValidationError) as fehler:
        change_massnahme(massnahme_id=massnahme.pk, angaben={"ende": date(2026, 12, 31)}, konto=None)

    satz = f"Nach diesem Tag liegen noch Meilensteine: {genannte}. {RAT}"
    assert fehler.value.message_dict == {"ende": [satz]}
    massnahme.refresh_from_db()
    assert massnahme.ende == date(2027, 12, 31)


def test_measure_may_end_before_the_day_of_a_milestone_that_is_done_already(heute: date) -> None:
    """Else the planned day of something finished had to be made up."""
    massnahme = MeilensteinFactory(faellig_am=date(2027, 3, 1), erledigt_am=heute).massnahme
    ende = date(2027, 2, 28)
    assert change_massnahme(massnahme_id=massnahme.pk, angaben={"ende": ende}, konto=None).ende == ende


def test_measure_without_an_end_is_given_none_before_a_milestone() -> None:
    massnahme = MeilensteinFactory(faellig_am=date(2027, 3, 1)).massnahme
    with pytest.raises(ValidationError) as fehler:
        change_massnahme(massnahme_id=massnahme.pk, angaben={"ende": date(2027, 2, 28)}, konto=None)
    assert set(fehler.value.message_dict) == {"ende"}


@pytest.mark.parametrize("ende", [None, date(2027, 3, 1), date(2028, 1, 1)])
def test_measure_ends_with_its_last_milestone_or_later(ende: date | None) -> None:
    massnahme = MeilensteinFactory(massnahme__ende=date(2027, 12, 31), faellig_am=date(2027, 3, 1)).massnahme
    MeilensteinFactory(massnahme__ende=None, faellig_am=date(2030, 1, 1))
    assert change_massnahme(massnahme_id=massnahme.pk, angaben={"ende": ende}, konto=None).ende == ende


def test_measure_whose_milestone_lay_behind_its_end_before_can_still_be_edited() -> None:
    eine = MeilensteinFactory(massnahme__ende=date(2026, 12, 31), faellig_am=date(2027, 6, 1))
    angaben = {"titel": "Neu", "ende": eine.massnahme.ende}
    assert change_massnahme(massnahme_id=eine.massnahme_id, angaben=angaben, konto=None).titel == "Neu"


def test_measure_does_not_begin_more_than_a_year_after_a_milestone() -> None:
    massnahme = MeilensteinFactory(
        massnahme__beginn=date(2026, 11, 1), titel="Raum gefunden", faellig_am=date(2026, 10, 1)
    ).massnahme
    change_massnahme(massnahme_id=massnahme.pk, angaben={"beginn": date(2027, 10, 2)}, konto=None)

    with pytest.raises(ValidationError) as fehler:
        change_massnahme(massnahme_id=massnahme.pk, angaben={"beginn": date(2027, 10, 3)}, konto=None)

    satz = f"Mehr als ein Jahr vor diesem Tag liegen Meilensteine: „Raum gefunden“ (1. Oktober 2026). {RAT}"
    assert fehler.value.message_dict == {"beginn": [satz]}


@pytest.mark.parametrize("tag", [date(2025, 10, 31), date(2027, 1, 31)])
def test_milestone_prepares_a_measure_or_ends_it(tag: date) -> None:
    massnahme = MassnahmeFactory(beginn=date(2026, 11, 1), ende=date(2027, 1, 31))
    assert add_meilenstein(massnahme=massnahme, titel="Raum gefunden", faellig_am=tag, konto=None).faellig_am == tag
