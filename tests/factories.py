"""Minimal valid objects. Values that matter to a test are spelled out in the test, never here."""

from datetime import date, time, timedelta

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from angebote.choices import Bereich, Meldungsart, Mitmachzeit, Status, Wochentag, Zeitart
from angebote.models import Angebot, Kiez, Meldung, Mitmachrolle, Ort, Ortsteil, Planungsraum, Traeger, Zeit

HINWEIS_TAGE, FRIST_TAGE = 90, 180
UNGEPRUEFT = {"geprueft_am": None, "hinweis_ab": None, "sichtbar_bis": None}


def _add_tage(tag: date | str | None, tage: int) -> date | None:
    if not tag:
        return None
    return (date.fromisoformat(tag) if isinstance(tag, str) else tag) + timedelta(days=tage)


BEGINN = date(2026, 11, 1)
FRISCH = timedelta(days=30)
NIE_OEFFENTLICH = {Status.ENTWURF, Status.IN_PRUEFUNG}


def _choose_pruefung() -> date:
    """Checked when it began, and never so long ago that a page, which reads the clock, would say so."""
    return max(BEGINN, timezone.localdate() - FRISCH)


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
    veroeffentlicht_am = factory.LazyAttribute(lambda eines: None if eines.status in NIE_OEFFENTLICH else BEGINN)
    ort = factory.SubFactory(OrtFactory)
    geprueft_am = factory.LazyFunction(_choose_pruefung)
    # As domain/fristen.py derives them where no row of Pruefrhythmus says otherwise.
    hinweis_ab = factory.LazyAttribute(lambda angebot: _add_tage(angebot.geprueft_am, HINWEIS_TAGE + 1))
    sichtbar_bis = factory.LazyAttribute(lambda angebot: _add_tage(angebot.geprueft_am, FRIST_TAGE))


class ZeitFactory(DjangoModelFactory):
    class Meta:
        model = Zeit

    angebot = factory.SubFactory(AngebotFactory)
    art = Zeitart.REGEL
    wochentag = Wochentag.DI
    beginn = time(14)
    ende = time(16)


class MitmachrolleFactory(DjangoModelFactory):
    class Meta:
        model = Mitmachrolle

    angebot = factory.SubFactory(AngebotFactory)
    aufgabe = factory.Sequence(lambda n: f"Aufgabe {n}")
    zeitart = Mitmachzeit.REGELMAESSIG
    zeitaufwand = "2 Stunden in der Woche"


class MeldungFactory(DjangoModelFactory):
    """An open report, due in a week."""

    class Meta:
        model = Meldung

    art = Meldungsart.ANGABE
    text = "Die Telefonnummer ist falsch."
    eingegangen_am = date(2026, 11, 21)
    faellig_am = date(2026, 11, 28)
