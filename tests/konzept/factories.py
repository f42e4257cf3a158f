"""Minimal valid objects of the concept's section. Values that matter to a test are spelled out in the test."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from konzept.choices import Komponentenart, Massnahmenart
from konzept.models import Drucksache, Geschaeftsbereich, Komponente, Konzept, Massnahme, Zustaendigkeit

BEGINN = date(2026, 11, 1)


def get_komponente(art: Komponentenart = Komponentenart.PRAEVENTION) -> Komponente:
    """The three are there by migration."""
    return Komponente.objects.get(art=art)


class GeschaeftsbereichFactory(DjangoModelFactory):
    class Meta:
        model = Geschaeftsbereich

    name = factory.Sequence(lambda n: f"Bereich {n}")
    kurzname = factory.SelfAttribute("name")


class KonzeptFactory(DjangoModelFactory):
    class Meta:
        model = Konzept

    version = factory.Sequence(lambda n: f"0.{n}")
    titel = "Konzept"
    stand = BEGINN


class DrucksacheFactory(DjangoModelFactory):
    class Meta:
        model = Drucksache

    nummer = factory.Sequence(lambda n: f"IX-{n:04d}")
    titel = "Ein Antrag"


class ZustaendigkeitFactory(DjangoModelFactory):
    class Meta:
        model = Zustaendigkeit

    funktion = factory.Sequence(lambda n: f"Stelle {n}")
    geschaeftsbereich = factory.SubFactory(GeschaeftsbereichFactory)
    von = BEGINN
    ist_haupt = False


class MassnahmeFactory(DjangoModelFactory):
    class Meta:
        model = Massnahme

    titel = factory.Sequence(lambda n: f"Maßnahme {n}")
    ziel = "Mehr Menschen finden einen Treffpunkt."
    komponente = factory.LazyFunction(get_komponente)
    art = Massnahmenart.ANGEBOTSAUFBAU
    federfuehrung = factory.SubFactory(GeschaeftsbereichFactory)
    verantwortlich = "Koordination"
    beginn = BEGINN
