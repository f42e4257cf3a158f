"""The measure that docs/architektur.md cites answers, and within the number of queries it names."""

import pytest
from django.utils import timezone

from angebote.importers.gebiete import load_gebiete
from konzept.choices import Lueckendimension
from pankow_einsamkeit.models import Konto
from tools.bench.katalog import fill_katalog
from tools.bench.luecken import measure_luecken

ABFRAGEN = 14


@pytest.mark.django_db
def test_gap_analysis_of_50_offers_is_measured_in_every_dimension() -> None:
    load_gebiete()
    fill_katalog(50, heute=timezone.localdate())
    konto = Konto.objects.create_user("messen", is_superuser=True)
    for dimension in Lueckendimension:
        _erste, zweite = measure_luecken(konto, dimension, anzahl=2)
        assert zweite[0] > 0
        assert 0 < zweite[1] <= ABFRAGEN
