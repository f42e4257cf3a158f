from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone
from pytest_django import DjangoDbBlocker

from angebote.choices import Bereich, Format, Kostenart, Merkmal, Motiv, Status, Wochentag, Zeitart, Zugang
from angebote.domain.katalog import refresh_angebote
from angebote.domain.katalogstand import renew_version
from angebote.models import (
    Angebot,
    Barriereangabe,
    Foto,
    Haltestelle,
    Kategorie,
    Kosten,
    Krisenhilfe,
    OrtHaltestelle,
    Quellenangabe,
    Schliesszeit,
    Zugangsweg,
)
from tests.factories import (
    AngebotFactory,
    KiezFactory,
    MeldungFactory,
    MitmachrolleFactory,
    OrtFactory,
    PlanungsraumFactory,
    TraegerFactory,
    ZeitFactory,
)
from tests.pages.urls_table import GESPRAECH, KAFFEERUNDE, MELDUNG, PAUSE, UNBEKANNTES


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Within a file either every test with a database asks for the catalogue or none: the others would find it too."""
    ordner = Path(__file__).parent
    mit_datenbank = [eines for eines in items if ordner in eines.path.parents and eines.get_closest_marker("django_db")]
    mit = {eines.path for eines in mit_datenbank if "katalog" in eines.fixturenames}
    ohne = [eines.nodeid for eines in mit_datenbank if eines.path in mit and "katalog" not in eines.fixturenames]
    if ohne:
        raise pytest.UsageError(f"uses the database beside a catalogue it does not ask for: {ohne}")


@pytest.fixture(scope="module")
def bestand(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[dict[str, int]]:
    """The keys of `katalog`, written once for all tests of a file: it takes longer than most of them.

    Each test runs inside this transaction and takes back what it has changed.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        yield {name: angebot.pk for name, angebot in _create_katalog().items()}
        transaction.set_rollback(True)


@pytest.fixture
def katalog(bestand: dict[str, int], db: None) -> dict[str, Angebot]:
    """One offer of each kind of page, with hostile text where people can type, as the pages see it today."""
    renew_version()  # what a process keeps of another test's catalogue is not for this one
    return {name: Angebot.objects.get(pk=pk) for name, pk in bestand.items()}


def _create_katalog() -> dict[str, Angebot]:
    heute = timezone.localdate()
    Krisenhilfe.objects.create(name="Notruf", art="Notruf", nummer="112", erreichbar="rund um die Uhr", reihenfolge=1)
    Krisenhilfe.objects.create(name="Zuhören <am> Telefon", art="Seelsorge", nummer="0800 111 0 111", reihenfolge=2)
    angebote = {
        "kaffeerunde": _create_kaffeerunde(heute),
        "gespraech": _create_gespraech(),
        "unbekanntes": AngebotFactory(pk=UNBEKANNTES, slug="unbekanntes", ort=None, geprueft_am=None),
        "pause": AngebotFactory(pk=PAUSE, slug="pause", status=Status.PAUSIERT),
    }
    MeldungFactory(kennung=MELDUNG, text="<b>Etwas</b> stimmt nicht.", eingegangen_am=heute, faellig_am=heute)
    refresh_angebote(angebot_ids=[angebot.pk for angebot in angebote.values()], heute=heute)
    return angebote


def _create_kaffeerunde(heute: date) -> Angebot:
    kiez = KiezFactory(name="Weißensee", slug="weissensee", spalte=3, zeile=5)
    kiez.nachbarn.add(KiezFactory(name="Weißensee Ost", spalte=4, zeile=5))
    PlanungsraumFactory(kiez=kiez, name="Komponistenviertel")
    ort = OrtFactory(
        name="Haus am See", strasse="Teststraße", hausnummer="1", plz="13086", kiez=kiez, eingang="Hof, 2. Tür"
    )
    halt = Haltestelle.objects.create(kennung="de:1", name="Albertinenstr.", lat=52.55, lon=13.45)
    OrtHaltestelle.objects.create(ort=ort, haltestelle=halt, meter=250)
    Barriereangabe.objects.create(ort=ort, merkmal=Merkmal.ENTRANCE_LEVEL, wert="ja", quelle="vor Ort", stand="2026-10")
    Barriereangabe.objects.create(ort=ort, merkmal=Merkmal.WC, wert="nein")
    traeger = TraegerFactory(
        name="Nachbarschaftshaus & Co", slug="nachbarschaftshaus", web="https://haus.example/treff"
    )
    angebot = AngebotFactory(
        pk=KAFFEERUNDE,
        slug="kaffeerunde",
        kurz_id="abc234",
        titel='Kaffee & "Kuchen" </script><script>alert(1)</script>',
        nutzen="Sie trinken Kaffee <b>zusammen</b>.",
        traeger=traeger,
        ort=ort,
        format=Format.OFFEN,
        telefon="030 4442514",
        email="treff@haus.example",
        erstbesuch_begruessung="Das Team an der Tür.",
    )
    angebot.kategorien.add(Kategorie.objects.get(slug="cafe-treff"))
    Kosten.objects.create(angebot=angebot, art=Kostenart.KOSTENLOS)
    MitmachrolleFactory(
        angebot=angebot, aufgabe="Kaffee <b>ausschenken</b> & reden", beschreibung='Mit "Kuchen"', telefon="030 4442515"
    )
    _create_foto(angebot=angebot, motiv=Motiv.AKTIVITAET, kennung="a" * 32)
    _create_foto(ort=ort, motiv=Motiv.EINGANG, kennung="b" * 32)
    ZeitFactory(angebot=angebot, wochentag=Wochentag.DI, beginn=time(14), ende=time(16))
    Schliesszeit.objects.create(
        ort=ort, von=heute + timedelta(days=20), bis=heute + timedelta(days=30), grund="Winterpause"
    )
    return angebot


def _create_gespraech() -> Angebot:
    angebot = AngebotFactory(
        pk=GESPRAECH, slug="gespraech", bereich=Bereich.UNTERSTUETZUNG, ort=None, geprueft_am=None, titel="Reden"
    )
    angebot.kategorien.add(Kategorie.objects.get(slug="reden-zuhoeren"))
    Zugangsweg.objects.create(angebot=angebot, art=Zugang.TELEFON)
    ZeitFactory(angebot=angebot, art=Zeitart.VEREINBARUNG, wochentag=None, beginn=None, ende=None)
    Quellenangabe.objects.create(
        angebot=angebot, quelle="https://stadtteil.example/a/b", stand="2024-03", konfidenz="mittel"
    )
    return angebot


def _create_foto(**felder: Any) -> None:
    """Without its files, which no test of the pages looks at."""
    Foto.objects.create(
        alt_text='Eine Tür mit "Klingel" <b>rechts</b>',
        bildnachweis="Haus & Hof",
        breite=960,
        hoehe=640,
        breiten=[480, 960],
        **felder,
    )
