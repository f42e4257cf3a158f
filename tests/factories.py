"""Minimal valid objects. Values that matter to a test are spelled out in the test, never here."""

from datetime import date, time

import factory
from factory.django import DjangoModelFactory

from angebote.choices import Bereich, Status, Wochentag, Zeitart
from angebote.models import Angebot, Kiez, Ort, Ortsteil, Planungsraum, Traeger, Zeit


class KiezFactory(DjangoModelFactory):
    class Meta:
        model = Kiez

    lor = factory.Sequence(lambda n: f"{n:06d}")
    name = factory.Sequence(lambda n: f"Kiez {n}")
    kurzname = factory.SelfAttribute("name")
    slug = factory.Sequence(lambda n: f"kiez-{n}")
    lat = 52.55
    lon = 13.42
    spalte = factory.Sequence(lambda n: n)
    zeile = 0


class PlanungsraumFactory(DjangoModelFactory):
    class Meta:
        model = Planungsraum

    lor = factory.Sequence(lambda n: f"{n:08d}")
    name = factory.Sequence(lambda n: f"Viertel {n}")
    kiez = factory.SubFactory(KiezFactory)


class OrtsteilFactory(DjangoModelFactory):
    class Meta:
        model = Ortsteil

    schluessel = factory.Sequence(lambda n: f"{n:04d}")
    name = factory.Sequence(lambda n: f"Ortsteil {n}")
    slug = factory.Sequence(lambda n: f"ortsteil-{n}")


class TraegerFactory(DjangoModelFactory):
    class Meta:
        model = Traeger

    name = factory.Sequence(lambda n: f"Träger {n}")
    slug = factory.Sequence(lambda n: f"traeger-{n}")


class OrtFactory(DjangoModelFactory):
    class Meta:
        model = Ort

    name = factory.Sequence(lambda n: f"Haus {n}")
    kiez = factory.SubFactory(KiezFactory)


class AngebotFactory(DjangoModelFactory):
    """A published, confirmed offer at a place of its own. Call domain.katalog.refresh_angebote after adding parts."""

    class Meta:
        model = Angebot

    slug = factory.Sequence(lambda n: f"angebot-{n}")
    titel = factory.Sequence(lambda n: f"Treffen {n}")
    bereich = Bereich.BEGEGNUNG
    status = Status.VEROEFFENTLICHT
    ort = factory.SubFactory(OrtFactory)
    geprueft_am = date(2026, 11, 1)


class ZeitFactory(DjangoModelFactory):
    class Meta:
        model = Zeit

    angebot = factory.SubFactory(AngebotFactory)
    art = Zeitart.REGEL
    wochentag = Wochentag.DI
    beginn = time(14)
    ende = time(16)
