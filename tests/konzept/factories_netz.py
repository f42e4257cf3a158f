"""Minimal valid objects of the network. Values that matter to a test are spelled out in the test."""

from datetime import date, time

import factory
from factory.django import DjangoModelFactory

from konzept.choices import Akteurart, Branche, Kanal, Materialart
from konzept.models import (
    Akteur,
    Aufgabe,
    Beschluss,
    Gremium,
    Kommunikation,
    Materialwunsch,
    Mitgliedschaft,
    Multiplikator,
    Sitzung,
    Wahltermin,
)
from tests.konzept.factories import GeschaeftsbereichFactory

TAG = date(2026, 12, 1)


class AkteurFactory(DjangoModelFactory):
    class Meta:
        model = Akteur

    name = factory.Sequence(lambda n: f"Akteur {n}")
    art = Akteurart.BERATUNG


class MultiplikatorFactory(DjangoModelFactory):
    class Meta:
        model = Multiplikator

    name = factory.Sequence(lambda n: f"Ort {n}")
    branche = Branche.APOTHEKE


class MaterialwunschFactory(DjangoModelFactory):
    class Meta:
        model = Materialwunsch

    multiplikator = factory.SubFactory(MultiplikatorFactory)
    art = Materialart.KARTE
    stueck = 20


class GremiumFactory(DjangoModelFactory):
    class Meta:
        model = Gremium

    name = factory.Sequence(lambda n: f"Runde {n}")
    zweck = "Abstimmung."


class MitgliedschaftFactory(DjangoModelFactory):
    class Meta:
        model = Mitgliedschaft

    gremium = factory.SubFactory(GremiumFactory)
    geschaeftsbereich = factory.SubFactory(GeschaeftsbereichFactory)


class SitzungFactory(DjangoModelFactory):
    class Meta:
        model = Sitzung

    gremium = factory.SubFactory(GremiumFactory)
    datum = TAG
    beginn = time(14)


class BeschlussFactory(DjangoModelFactory):
    class Meta:
        model = Beschluss

    sitzung = factory.SubFactory(SitzungFactory)
    text = "So wird es gemacht."


class AufgabeFactory(DjangoModelFactory):
    class Meta:
        model = Aufgabe

    titel = factory.Sequence(lambda n: f"Aufgabe {n}")
    verantwortlich = "Koordination"
    faellig_am = TAG


class WahlterminFactory(DjangoModelFactory):
    class Meta:
        model = Wahltermin

    datum = TAG
    titel = "Wahl"


class KommunikationFactory(DjangoModelFactory):
    class Meta:
        model = Kommunikation

    titel = factory.Sequence(lambda n: f"Beitrag {n}")
    kanal = Kanal.LOKALPRESSE
    verantwortlich = "Koordination"
    faellig_am = TAG
