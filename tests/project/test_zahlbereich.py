"""Lists of numbers, relations and years: what fits is found, what no column can hold is in no row, on both databases."""

from datetime import date
from typing import Any

import pytest

from konzept.models import Sitzung
from tests.konzept.factories_netz import SitzungFactory

pytestmark = pytest.mark.django_db
ZU_GROSS = 10**25


@pytest.mark.parametrize(
    "bedingung",
    [
        {"pk": ZU_GROSS},
        {"pk__in": [ZU_GROSS]},
        {"pk__in": [-ZU_GROSS]},
        {"gremium": ZU_GROSS},
        {"gremium__in": [ZU_GROSS, str(ZU_GROSS)]},
        {"gremium__id__in": [ZU_GROSS]},
        {"gremium__mitgliedschaften": ZU_GROSS},
        {"datum__year": 0},
        {"datum__year": 10_000},
    ],
    ids=str,
)
def test_condition_beyond_the_column_finds_nothing_and_its_opposite_everything(bedingung: dict[str, Any]) -> None:
    SitzungFactory()
    assert list(Sitzung.objects.filter(**bedingung)) == []
    assert Sitzung.objects.exclude(**bedingung).count() == 1


def test_what_fits_is_found_beside_what_does_not() -> None:
    sitzung = SitzungFactory(datum=date(2026, 11, 21))
    for bedingung in (
        {"pk__in": [ZU_GROSS, sitzung.pk]},
        {"gremium": sitzung.gremium_id},
        {"gremium__in": [sitzung.gremium, ZU_GROSS]},
        {"gremium__in": Sitzung.objects.values("gremium")},
        {"datum__year": 2026},
    ):
        assert Sitzung.objects.get(**bedingung) == sitzung
