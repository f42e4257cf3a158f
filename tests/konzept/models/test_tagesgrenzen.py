from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from konzept.models.tagesgrenzen import check_jahr
from tests.konzept.factories import MassnahmeFactory
from tests.konzept.factories_massnahmen import IndikatorFactory, IndikatorwertFactory, MeilensteinFactory

pytestmark = pytest.mark.django_db
TAGE = (date(1, 1, 1), date(1999, 12, 31), date(2100, 1, 1), date(9999, 12, 31))
FELDER: tuple[tuple[Any, str], ...] = (
    (MassnahmeFactory, "beginn"),
    (MassnahmeFactory, "ende"),
    (MeilensteinFactory, "faellig_am"),
    (MeilensteinFactory, "erledigt_am"),
    (IndikatorFactory, "ziel_bis"),
    (IndikatorwertFactory, "tag"),
)


@pytest.mark.parametrize("tag", [date(2000, 1, 1), date(2099, 12, 31)])
def test_day_within_the_hundred_years_passes(tag: date) -> None:
    check_jahr(tag)


@pytest.mark.parametrize("tag", TAGE)
@pytest.mark.parametrize(("fabrik", "feld"), FELDER)
def test_day_nobody_means_is_asked_about_at_its_field(fabrik: Any, feld: str, tag: date) -> None:
    eintrag = fabrik()
    setattr(eintrag, feld, tag)
    with pytest.raises(ValidationError) as fehler:
        eintrag.full_clean(validate_constraints=False)
    assert fehler.value.message_dict == {feld: ["Bitte prüfen Sie das Jahr. Möglich ist 2000 bis 2099."]}


@pytest.mark.parametrize("feld", ["ziel", "baut_auf", "mittel"])
def test_text_of_many_pages_is_refused(feld: str) -> None:
    massnahme = MassnahmeFactory()
    setattr(massnahme, feld, "x" * 20_001)
    with pytest.raises(ValidationError) as fehler:
        massnahme.full_clean()
    assert list(fehler.value.message_dict) == [feld]
