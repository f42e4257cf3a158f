import json
from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from angebote.choices import Anmeldung, Bereich, Kostenart, Kosteneinheit, Zugang
from angebote.domain.kartendaten import build_kartendaten, rebuild_kartendaten
from angebote.models import (
    Angebot,
    Barriereangabe,
    Haltestelle,
    Kategorie,
    Kosten,
    Ort,
    OrtHaltestelle,
    Quellenangabe,
    Zugangsweg,
)
from tests.factories import AngebotFactory, KiezFactory, OrtFactory, ZeitFactory

pytestmark = pytest.mark.django_db


def add_haltestelle(ort: Ort, name: str, meter: int) -> None:
    haltestelle = Haltestelle.objects.create(kennung=name, name=name, lat=52.55, lon=13.45)
    OrtHaltestelle.objects.create(ort=ort, haltestelle=haltestelle, meter=meter)


def build_phone_offer(*kieze: str) -> Angebot:
    angebot = AngebotFactory(ort=None)
    Zugangsweg.objects.create(angebot=angebot, art=Zugang.TELEFON)
    angebot.einzugsgebiet.set([KiezFactory(name=name) for name in kieze])
    return angebot


def test_kartendaten_full_offer_has_exactly_these_sentences() -> None:
    ort = OrtFactory(name="Frei-Zeit-Haus", strasse="Pistoriusstraße", hausnummer="23", kiez__name="Weißensee")
    angebot = AngebotFactory(ort=ort, anmeldung=Anmeldung.OHNE, telefon="030 9999 0000")
    angebot.kategorien.set(Kategorie.objects.filter(slug="cafe-treff"))
    Kosten.objects.create(angebot=angebot, art=Kostenart.KOSTENLOS)
    Kosten.objects.create(angebot=angebot, art=Kostenart.SPENDE)
    Barriereangabe.objects.create(ort=ort, merkmal="entrance_level", wert="ja")
    Barriereangabe.objects.create(ort=ort, merkmal="wc", wert="ja")
    add_haltestelle(ort, "Albertinenstr.", 300)
    add_haltestelle(ort, "Antonplatz", 160)
    Quellenangabe.objects.create(angebot=angebot, quelle="https://www.berliner-woche.de/x", stand="2019-03")
    ZeitFactory(angebot=angebot)

    assert build_kartendaten(angebot) == {
        "kategorie_name": "Café, Treff & Plaudern",
        "kategorie_icon": "coffee",
        "kostensatz": "kostenlos; Spende willkommen",
        "ist_kostenlos": True,
        "ohne_anmeldung": True,
        "barrieresatz": "Eingang ohne Stufe, barrierefreies WC; Aufzug: nicht bekannt",
        "ist_stufenlos": True,
        "ortsatz": "Frei-Zeit-Haus, Pistoriusstraße 23",
        "kiez_name": "Weißensee",
        "haltestellensatz": "Haltestelle Antonplatz, etwa 4 Minuten zu Fuß",
        "zugangssaetze": [],
        "zeitsaetze": ["jeden Dienstag, 14 bis 16 Uhr"],
        "quellensatz": "berliner-woche.de, Stand März 2019",
        "stand_jahr": 2019,
        "unbekannt": [],
        "nachfrage": "bitte anrufen",
        "nachfrage_vorher": "bitte vorher anrufen",
        "hat_telefon": True,
    }


def test_kartendaten_bare_offer_says_what_is_not_known() -> None:
    daten = build_kartendaten(AngebotFactory(ort=None))
    assert daten == {
        "kategorie_name": "",
        "kategorie_icon": "",
        "kostensatz": "Kosten nicht bekannt – bitte nachfragen",
        "ist_kostenlos": False,
        "ohne_anmeldung": False,
        "barrieresatz": "Barrierefreiheit nicht bekannt – bitte nachfragen",
        "ist_stufenlos": None,
        "ortsatz": "Ort nicht bekannt – bitte nachfragen",
        "kiez_name": "",
        "haltestellensatz": "",
        "zugangssaetze": [],
        "zeitsaetze": [],
        "quellensatz": "",
        "stand_jahr": None,
        "unbekannt": ["ort", "kosten", "barrieren"],
        "nachfrage": "bitte nachfragen",
        "nachfrage_vorher": "bitte vorher nachfragen",
        "hat_telefon": False,
    }


@pytest.mark.parametrize(
    ("ort", "treffpunkt", "satz"),
    [
        ({"name": "Haus", "strasse": "Amalienstraße", "hausnummer": "6"}, "", "Haus, Amalienstraße 6"),
        ({"name": "Haus", "strasse": "Amalienstraße", "hausnummer": "6"}, "Raum 2", "Haus, Amalienstraße 6, Raum 2"),
        ({"name": "Amalienstraße 6", "strasse": "Amalienstraße", "hausnummer": "6"}, "", "Amalienstraße 6"),
        ({"name": "Treff Amalienstraße", "strasse": "Amalienstraße", "hausnummer": "6"}, "", "Amalienstraße 6"),
        ({"name": "Haus am Anger", "strasse": "Anger"}, "", "Haus am Anger, Anger"),
        ({"name": "gemeinsam singen", "strasse": "Anger", "hausnummer": "1"}, "", "Anger 1"),
        ({"name": "Gemeinsam singen"}, "", "Anschrift nicht bekannt – bitte nachfragen"),
        ({"name": "Bürgerpark", "strasse": "Am Bürgerpark"}, "", "Bürgerpark, Am Bürgerpark"),
        ({"name": "Bürgerpark"}, "", "Bürgerpark, Anschrift nicht bekannt – bitte nachfragen"),
        ({"name": "Bürgerpark"}, "am Rosengarten", "Bürgerpark, am Rosengarten"),
    ],
)
def test_ortsatz_names_place_and_way_in(ort: dict[str, str], treffpunkt: str, satz: str) -> None:
    angebot = AngebotFactory(titel="Gemeinsam singen", ort=OrtFactory(**ort), treffpunkt=treffpunkt)
    assert build_kartendaten(angebot)["ortsatz"] == satz


@pytest.mark.parametrize(
    ("treffpunkt", "satz"),
    [("Bank am Weißen See", "Bank am Weißen See"), ("", "Treffpunkt nicht bekannt – bitte nachfragen")],
)
def test_ortsatz_outdoors_without_a_place_is_the_meeting_point(treffpunkt: str, satz: str) -> None:
    angebot = AngebotFactory(ort=None, treffpunkt=treffpunkt)
    Zugangsweg.objects.create(angebot=angebot, art=Zugang.DRAUSSEN)
    assert build_kartendaten(angebot)["ortsatz"] == satz


@pytest.mark.parametrize(
    ("kieze", "name"),
    [
        ([], "ganz Pankow"),
        (["Buch"], "Buch"),
        (["Karow", "Buch"], "Buch und Karow"),
        (["Karow", "Buch", "Buchholz"], "Buch, Buchholz und 1 weiterer Kiez"),
        (["Karow", "Buch", "Buchholz", "Weißensee"], "Buch, Buchholz und 2 weitere Kieze"),
    ],
)
def test_kiez_name_by_phone_is_the_catchment(kieze: list[str], name: str) -> None:
    assert build_kartendaten(build_phone_offer(*kieze))["kiez_name"] == name


def test_kartendaten_by_phone_speaks_of_no_way_and_no_stop() -> None:
    angebot = build_phone_offer()
    angebot.ort = OrtFactory(name="Büro", strasse="Amalienstraße", hausnummer="6")
    angebot.save()
    add_haltestelle(angebot.ort, "Antonplatz", 100)
    daten = build_kartendaten(angebot)
    assert (daten["ortsatz"], daten["haltestellensatz"], daten["ist_stufenlos"]) == ("", "", None)
    assert daten["barrieresatz"] == "kein Weg nötig"
    assert daten["zugangssaetze"] == ["am Telefon"]


def test_haltestelle_next_door_is_one_minute() -> None:
    angebot = AngebotFactory()
    add_haltestelle(angebot.ort, "Antonplatz", 10)
    assert build_kartendaten(angebot)["haltestellensatz"] == "Haltestelle Antonplatz, etwa 1 Minute zu Fuß"


def test_kategorie_is_the_first_of_the_own_bereich() -> None:
    angebot = AngebotFactory(bereich=Bereich.UNTERSTUETZUNG)
    angebot.kategorien.set(Kategorie.objects.filter(slug__in=["spielen", "trauer", "krise"]))
    assert build_kartendaten(angebot)["kategorie_name"] == "Trauer"
    angebot.kategorien.set(Kategorie.objects.filter(slug="spielen"))
    assert build_kartendaten(Angebot.objects.get())["kategorie_name"] == "Spielen & Knobeln"


def test_quelle_of_the_place_stands_in_for_a_missing_one() -> None:
    angebot = AngebotFactory()
    Quellenangabe.objects.create(ort=angebot.ort, quelle="https://hpd.de/x", stand="2020")
    assert build_kartendaten(angebot)["quellensatz"] == "hpd.de, Stand 2020"


def test_kosten_of_the_card_include_the_note() -> None:
    angebot = AngebotFactory(kosten_hinweis="Bitte passend bezahlen.")
    Kosten.objects.create(angebot=angebot, art=Kostenart.BETRAG, betrag_cent=250, einheit=Kosteneinheit.TERMIN)
    assert build_kartendaten(angebot)["kostensatz"] == "2,50 € je Treffen; Bitte passend bezahlen"


def test_rebuild_writes_plain_json_once_and_keeps_updated_at() -> None:
    angebot = AngebotFactory()
    ZeitFactory(angebot=angebot, gueltig_von=date(2026, 1, 1))
    vorher = angebot.updated_at
    assert rebuild_kartendaten(angebot_ids=[angebot.pk]) == 1
    assert rebuild_kartendaten(angebot_ids=[angebot.pk]) == 0
    gespeichert = Angebot.objects.get()
    assert gespeichert.kartendaten == json.loads(json.dumps(build_kartendaten(gespeichert)))
    assert gespeichert.updated_at == vorher


@pytest.mark.parametrize("anzahl", [1, 3])
def test_rebuild_needs_the_same_queries_for_one_and_three(
    anzahl: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    angebote = AngebotFactory.create_batch(anzahl)
    for nummer, angebot in enumerate(angebote):
        add_haltestelle(angebot.ort, f"Halt {nummer}", 100)
        Quellenangabe.objects.create(angebot=angebot, quelle="Aushang")
        angebot.kategorien.set(Kategorie.objects.all()[:2])
    with django_assert_num_queries(15):  # offers, 11 parts, write, savepoint in and out
        rebuild_kartendaten(angebot_ids=[angebot.pk for angebot in angebote])
