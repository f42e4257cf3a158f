from datetime import date, datetime
from decimal import Decimal

import factory
from factory.django import DjangoModelFactory

from konzept.choices import Massnahmenstatus
from konzept.models import Indikator, Indikatorwert, Massnahmenwechsel, Meilenstein
from pankow_einsamkeit.lib.kalender import BERLIN
from tests.konzept.factories import MassnahmeFactory


class MeilensteinFactory(DjangoModelFactory):
    class Meta:
        model = Meilenstein

    massnahme = factory.SubFactory(MassnahmeFactory)
    titel = factory.Sequence(lambda n: f"Schritt {n}")
    faellig_am = date(2027, 3, 1)


class IndikatorFactory(DjangoModelFactory):
    class Meta:
        model = Indikator

    massnahme = factory.SubFactory(MassnahmeFactory)
    name = factory.Sequence(lambda n: f"Treffpunkte {n}")
    einheit = "Treffpunkte"
    startwert = Decimal(2)
    zielwert = Decimal(10)
    ziel_bis = date(2027, 6, 30)


class IndikatorwertFactory(DjangoModelFactory):
    class Meta:
        model = Indikatorwert

    indikator = factory.SubFactory(IndikatorFactory)
    tag = date(2026, 11, 20)
    wert = Decimal(4)


class MassnahmenwechselFactory(DjangoModelFactory):
    class Meta:
        model = Massnahmenwechsel

    massnahme = factory.SubFactory(MassnahmeFactory)
    von = Massnahmenstatus.GEPLANT
    nach = Massnahmenstatus.LAEUFT
    am = datetime(2026, 11, 10, 9, tzinfo=BERLIN)
