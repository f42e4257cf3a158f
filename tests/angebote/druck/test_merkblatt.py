"""The sheet as a document: what stands on it, in which order, and that it says only what is known."""

from dataclasses import asdict, replace
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from angebote.choices import Anmeldung, Bereich, Kostenart, Merkmal, Status, Wochentag, Zeitart, Zugang
from angebote.domain.katalog import refresh_angebote
from angebote.domain.pruefcode import read_pruefcode
from angebote.druck.blatt import Merkblatt, Satz
from angebote.druck.merkblatt import Druckwunsch, build_merkblatt
from angebote.druck.sprachen import get_zweitsprache
from angebote.models import (
    Angebot,
    Ausnahme,
    Barriereangabe,
    Haltestelle,
    Kosten,
    Krisenhilfe,
    OrtHaltestelle,
    Schliesszeit,
    Sprache,
    Zugangsweg,
)
from tests.factories import AngebotFactory, OrtFactory, ZeitFactory

pytestmark = pytest.mark.django_db
NBSP = "\u00a0"


@pytest.fixture
def kaffeerunde(heute: date) -> Angebot:
    ort = OrtFactory(
        name="Haus am See",
        strasse="Teststraße",
        hausnummer="1",
        plz="13086",
        ortsname="Berlin",
        eingang="Hof, 2. Etage",
    )
    halt = Haltestelle.objects.create(kennung="de:1", name="Albertinenstr.", lat=52.55, lon=13.45)
    OrtHaltestelle.objects.create(ort=ort, haltestelle=halt, meter=250)
    Barriereangabe.objects.create(ort=ort, merkmal=Merkmal.ENTRANCE_LEVEL, wert="ja")
    angebot = AngebotFactory(
        titel="Kaffeerunde",
        nutzen="Sie trinken Kaffee mit anderen.",
        kurz_id="abc234",
        ort=ort,
        anmeldung=Anmeldung.OHNE,
        telefon="030 4442514",
        sprechzeiten="Montag, 10 bis 12 Uhr",
        wer_hinweis="Auch mit Kindern.",
        ausschluss="Hunde",
        anruf_hinweis="Fragen Sie nach der Kaffeerunde.",
        erstbesuch_klingeln="Bitte bei „Treff“ klingeln.",
        erstbesuch_dauer="Etwa zwei Stunden.",
        geprueft_am=date(2026, 11, 3),
    )
    Kosten.objects.create(angebot=angebot, art=Kostenart.KOSTENLOS)
    angebot.sprachen.add(Sprache.objects.get(code="de"))
    ZeitFactory(angebot=angebot, wochentag=Wochentag.SA, beginn=time(14), ende=time(16))
    refresh_angebote(angebot_ids=[angebot.pk], heute=heute)
    return angebot


def build(*angebote: Angebot, jetzt: datetime, wunsch: Druckwunsch | None = None) -> Merkblatt:
    return build_merkblatt([angebot.pk for angebot in angebote], wunsch or Druckwunsch(), jetzt=jetzt)


def read_zeilen(blatt: Merkblatt, nummer: int = 0) -> dict[str, list[str]]:
    return {
        zeile.name.text: [satz.text.replace(NBSP, " ") for satz in zeile.saetze]
        for zeile in blatt.angebote[nummer].zeilen
    }


def test_offer_stands_on_the_sheet_in_the_order_of_its_page(kaffeerunde: Angebot, jetzt: datetime) -> None:
    blatt = build(kaffeerunde, jetzt=jetzt)
    assert [(eines.nummer, eines.titel, eines.nutzen) for eines in blatt.angebote] == [
        (1, "Kaffeerunde", "Sie trinken Kaffee mit anderen.")
    ]
    zeilen = read_zeilen(blatt)
    assert list(zeilen.items()) == [
        (
            "Nächste Termine",
            [
                "Samstag, 21. November, 14 bis 16 Uhr",
                "Samstag, 28. November, 14 bis 16 Uhr",
                "Samstag, 5. Dezember, 14 bis 16 Uhr",
            ],
        ),
        ("Zeiten", ["Jeden Samstag, 14 bis 16 Uhr"]),
        (
            "Wo",
            [
                "Haus am See, Teststraße 1, 13086 Berlin",
                "Eingang: Hof, 2. Etage",
                "Haltestelle Albertinenstr., etwa 6 Min. zu Fuß",
            ],
        ),
        ("Was kostet es", ["kostenlos"]),
        ("Wer kann kommen", ["Alle sind willkommen.", "Auch mit Kindern.", "Leider nicht: Hunde"]),
        ("Anmeldung", ["ohne Anmeldung"]),
        ("So läuft der erste Besuch ab", ["Bitte bei „Treff“ klingeln.", "Etwa zwei Stunden."]),
        ("Kontakt", ["030 4442514, erreichbar: Montag, 10 bis 12 Uhr", "Fragen Sie nach der Kaffeerunde."]),
        ("Barrieren", ["Eingang ohne Stufe; Aufzug und barrierefreies WC: nicht bekannt"]),
        ("Sprachen", ["Deutsch"]),
        ("zuletzt geprüft am", ["3. November 2026"]),
    ]


def test_first_visit_takes_five_lines_at_most(kaffeerunde: Angebot, jetzt: datetime) -> None:
    felder = ("klingeln", "begruessung", "ablauf", "sprechen", "dauer", "zuschauen")
    for feld in felder:
        setattr(kaffeerunde, f"erstbesuch_{feld}", f"Antwort {feld}.")
    kaffeerunde.save()
    zeilen = read_zeilen(build(kaffeerunde, jetzt=jetzt))
    assert zeilen["So läuft der erste Besuch ab"] == [f"Antwort {feld}." for feld in felder[:5]]


def test_called_off_date_and_closing_period_stand_with_the_dates(
    kaffeerunde: Angebot, heute: date, jetzt: datetime
) -> None:
    Ausnahme.objects.create(angebot=kaffeerunde, datum=heute, art="faellt-aus", grund="krank")
    Schliesszeit.objects.create(ort=kaffeerunde.ort, von=heute + timedelta(3), bis=heute + timedelta(9), grund="Umbau")
    refresh_angebote(angebot_ids=[kaffeerunde.pk], heute=heute)
    assert read_zeilen(build(kaffeerunde, jetzt=jetzt))["Nächste Termine"] == [
        "Samstag, 5. Dezember, 14 bis 16 Uhr",
        "Samstag, 12. Dezember, 14 bis 16 Uhr",
        "Samstag, 19. Dezember, 14 bis 16 Uhr",
        "Fällt aus: Samstag, 21. November (krank).",
        "Geschlossen vom 24. November 2026 bis 30. November 2026 (Umbau). Danach wieder ab Samstag, 5. Dezember.",
    ]


def test_offer_of_which_nothing_is_known_says_so_and_how_to_ask(heute: date, jetzt: datetime) -> None:
    angebot = AngebotFactory(ort=None, geprueft_am=None, email="post@haus.example")
    refresh_angebote(angebot_ids=[angebot.pk], heute=heute)
    zeilen = read_zeilen(build(angebot, jetzt=jetzt))
    assert zeilen == {
        "Wann": ["nicht bekannt – bitte nachfragen"],
        "Wo": ["Ort nicht bekannt – bitte nachfragen"],
        "Was kostet es": ["Kosten nicht bekannt – bitte nachfragen"],
        "Wer kann kommen": ["Alle sind willkommen."],
        "Anmeldung": ["nicht bekannt"],
        "Kontakt": ["post@haus.example"],
        "Barrieren": ["Barrierefreiheit nicht bekannt – bitte nachfragen"],
        "Stand": ["Noch nicht bestätigt. Bitte vorher nachfragen."],
    }


def test_offer_on_the_telephone_needs_no_way(heute: date, jetzt: datetime) -> None:
    angebot = AngebotFactory(ort=None, bereich=Bereich.UNTERSTUETZUNG, telefon="030 4442514")
    Zugangsweg.objects.create(angebot=angebot, art=Zugang.TELEFON)
    ZeitFactory(angebot=angebot, art=Zeitart.VEREINBARUNG, wochentag=None, beginn=None, ende=None)
    refresh_angebote(angebot_ids=[angebot.pk], heute=heute)
    zeilen = read_zeilen(build(angebot, jetzt=jetzt, wunsch=Druckwunsch(sprache=get_zweitsprache("en"))))
    assert (zeilen["Wann"], zeilen["Wo"]) == (["Zeiten nach Vereinbarung"], ["am Telefon", "kein Weg nötig"])


def test_sheet_has_lines_to_write_on_and_no_field_for_a_client(kaffeerunde: Angebot, jetzt: datetime) -> None:
    blatt = build(kaffeerunde, jetzt=jetzt)
    assert [satz.text for satz in blatt.schreibzeilen] == [
        "Mein nächster Schritt",
        "Wir rufen gemeinsam an am",
        "Ich werde erwartet von",
        "Wir treffen uns um",
    ]
    assert (blatt.zusammengestellt.text, blatt.fachstelle) == ("Für Sie zusammengestellt am 21. November 2026", ())


def test_sheet_names_the_office_only_if_it_was_typed(kaffeerunde: Angebot, jetzt: datetime) -> None:
    wunsch = Druckwunsch(fachstelle="Pflegestützpunkt, Beratung", telefon="030 123456")
    assert build(kaffeerunde, jetzt=jetzt, wunsch=wunsch).fachstelle == (
        Satz("Fachstelle: Pflegestützpunkt, Beratung"),
        Satz("Telefon: 030 123456"),
    )


def test_foot_has_help_lines_danger_to_life_first(kaffeerunde: Angebot, jetzt: datetime, settings: Any) -> None:
    settings.PORTAL_TELEFON, settings.PORTAL_TELEFONZEITEN = "030 0000000", "Montag bis Freitag"
    Krisenhilfe.objects.create(name="Zuhören", art="Seelsorge", nummer="0800 1110111", thema="reden", reihenfolge=1)
    Krisenhilfe.objects.create(name="Rettung", art="Notruf", nummer="112", erreichbar="immer", reihenfolge=2)
    blatt = build(kaffeerunde, jetzt=jetzt)
    assert [(hilfe.name, hilfe.nummer, hilfe.zeiten) for hilfe in blatt.hilfe] == [
        ("Rettung", "112", "immer"),
        ("Zuhören", "0800 111 01 11", ""),
    ]
    assert blatt.portal_telefon == "Fragen zu den Angeboten: 030 0000000, Montag bis Freitag"
    assert blatt.vorbehalt.text == "Angaben ohne Gewähr – bitte vorher anrufen"


def test_sheet_carries_the_code_of_what_it_lists(kaffeerunde: Angebot, jetzt: datetime, settings: Any) -> None:
    settings.BASIS_URL = "https://pankow.example/"
    vorbei = AngebotFactory(titel="Alter Treff", status=Status.ARCHIVIERT)
    blatt = build_merkblatt([vorbei.pk, kaffeerunde.pk, 10**9], Druckwunsch(), jetzt=jetzt)
    zettel = read_pruefcode(blatt.pruefcode, jetzt=jetzt)
    assert (zettel.angebot_ids, zettel.gedruckt_am) == ((kaffeerunde.pk,), jetzt)
    assert blatt.pruefen_code.adresse == f"https://pankow.example/pruefen/{blatt.pruefcode}/"
    assert blatt.pruefen_code.kurz_adresse == "pankow.example/pruefen"
    assert (blatt.angebote[0].code.adresse, blatt.angebote[0].code.kurz_adresse) == (
        "https://pankow.example/a/abc234/",
        "pankow.example/a/abc234",
    )
    assert blatt.nicht_aktuell == (
        "Alter Treff: Dieses Angebot gibt es nicht mehr.",
        "Nummer 1000000000: Dieses Angebot steht nicht in unserem Verzeichnis.",
    )


@pytest.mark.parametrize("basis", ["https://bezirk.example/pankow", "https://bezirk.example/pankow/"])
def test_short_address_keeps_the_path_of_the_portal(
    kaffeerunde: Angebot, jetzt: datetime, settings: Any, basis: str
) -> None:
    settings.BASIS_URL = basis
    [angebot] = build(kaffeerunde, jetzt=jetzt).angebote
    assert (angebot.code.adresse, angebot.code.kurz_adresse) == (
        "https://bezirk.example/pankow/a/abc234/",
        "bezirk.example/pankow/a/abc234",
    )


def test_second_language_stands_beside_the_labels_and_texts_stay_german(kaffeerunde: Angebot, jetzt: datetime) -> None:
    sprache = get_zweitsprache("uk")
    assert sprache is not None
    blatt = build(kaffeerunde, jetzt=jetzt, wunsch=Druckwunsch(sprache=sprache))
    assert blatt.zweitsprache is not None
    assert (blatt.zweitsprache.code, blatt.zweitsprache.richtung) == ("uk", "ltr")
    [angebot] = blatt.angebote
    assert (angebot.titel, angebot.nutzen) == ("Kaffeerunde", "Sie trinken Kaffee mit anderen.")
    assert all(zeile.name.zweit for zeile in angebot.zeilen)
    assert angebot.zeilen[0].saetze[0].zweit == sprache.format_datum(date(2026, 11, 21), heute=date(2026, 11, 21))
    assert [satz.zweit for satz in blatt.hinweise] == [sprache.label("texte_deutsch"), sprache.label("ungeprueft")]
    geprueft = replace(sprache, geprueft_von="Fachstelle für Sprachmittlung", geprueft_am=date(2026, 11, 1))
    wunsch = Druckwunsch(sprache=geprueft)
    assert [satz.zweit for satz in build(kaffeerunde, jetzt=jetzt, wunsch=wunsch).hinweise] == [
        sprache.label("texte_deutsch")
    ]


def read_zweite(blatt: Merkblatt) -> dict[str, list[str]]:
    """The words of the second language on the lines that have some."""
    zeilen = {zeile.name.text: [satz.zweit for satz in zeile.saetze] for zeile in blatt.angebote[0].zeilen}
    return {name: zweite for name, zweite in zeilen.items() if any(zweite)}


def test_facts_people_set_out_with_stand_in_the_second_language_too(
    kaffeerunde: Angebot, heute: date, jetzt: datetime
) -> None:
    for merkmal in (Merkmal.WC, Merkmal.ESCORT):
        Barriereangabe.objects.create(ort=kaffeerunde.ort, merkmal=merkmal, wert="ja")
    refresh_angebote(angebot_ids=[kaffeerunde.pk], heute=heute)
    blatt = build(kaffeerunde, jetzt=jetzt, wunsch=Druckwunsch(sprache=get_zweitsprache("en")))
    assert read_zweite(blatt) == {
        "Nächste Termine": ["Saturday, 21 November", "Saturday, 28 November", "Saturday, 5 December"],
        "Wo": ["", "Entrance", "Stop · 6 min on foot"],
        "Was kostet es": ["free of charge"],
        "Anmeldung": ["no registration needed"],
        "Kontakt": ["When you can call", ""],
        "Barrieren": ["step-free · accessible toilet · Someone to go with you"],
        "zuletzt geprüft am": ["3 November 2026"],
    }
    assert (blatt.schritte_titel.zweit, blatt.nicht_aktuell_titel.zweit) == ("My next steps", "No longer up to date")


@pytest.mark.parametrize(
    ("kontakt", "unbekannt", "unbestaetigt"),
    [
        ({"telefon": "030 4442514"}, "not known – please call", "not confirmed yet – please call first"),
        ({"email": "post@haus.example"}, "not known – please ask", "not confirmed yet – please ask first"),
    ],
)
def test_what_nobody_knows_is_said_in_the_second_language_too(
    heute: date, jetzt: datetime, kontakt: dict[str, str], unbekannt: str, unbestaetigt: str
) -> None:
    angebot = AngebotFactory(ort=None, geprueft_am=None, **kontakt)
    refresh_angebote(angebot_ids=[angebot.pk], heute=heute)
    blatt = build(angebot, jetzt=jetzt, wunsch=Druckwunsch(sprache=get_zweitsprache("en")))
    assert read_zweite(blatt) == {
        "Wann": [unbekannt],
        "Wo": [unbekannt],
        "Was kostet es": [unbekannt],
        "Barrieren": [unbekannt],
        "Stand": [unbestaetigt],
    }


@pytest.mark.parametrize(
    ("faellt_aus", "geschlossen", "wort"), [(True, False, "cancelled"), (False, True, "closed"), (True, True, "")]
)
def test_change_has_a_word_of_the_second_language_where_there_is_but_one_kind(
    kaffeerunde: Angebot, heute: date, jetzt: datetime, faellt_aus: bool, geschlossen: bool, wort: str
) -> None:
    if faellt_aus:
        Ausnahme.objects.create(angebot=kaffeerunde, datum=heute, art="faellt-aus")
    if geschlossen:
        Schliesszeit.objects.create(ort=kaffeerunde.ort, von=heute + timedelta(3), bis=heute + timedelta(9))
    refresh_angebote(angebot_ids=[kaffeerunde.pk], heute=heute)
    blatt = build(kaffeerunde, jetzt=jetzt, wunsch=Druckwunsch(sprache=get_zweitsprache("en")))
    assert read_zweite(blatt)["Nächste Termine"][3:] == [wort] * (faellt_aus + geschlossen)


def test_times_by_appointment_and_the_telephone_have_their_words(heute: date, jetzt: datetime) -> None:
    angebot = AngebotFactory(ort=None, bereich=Bereich.UNTERSTUETZUNG, telefon="030 4442514")
    Zugangsweg.objects.create(angebot=angebot, art=Zugang.TELEFON)
    ZeitFactory(angebot=angebot, art=Zeitart.VEREINBARUNG, wochentag=None, beginn=None, ende=None)
    refresh_angebote(angebot_ids=[angebot.pk], heute=heute)
    zweite = read_zweite(build(angebot, jetzt=jetzt, wunsch=Druckwunsch(sprache=get_zweitsprache("en"))))
    assert (zweite["Wann"], zweite["Wo"]) == (["by appointment"], ["by phone", "no need to go anywhere"])


def test_sheet_without_second_language_has_no_words_of_one(kaffeerunde: Angebot, jetzt: datetime) -> None:
    blatt = asdict(build(kaffeerunde, jetzt=jetzt))
    zweite = {satz["zweit"] for angebot in blatt["angebote"] for zeile in angebot["zeilen"] for satz in zeile["saetze"]}
    assert (zweite, blatt["hinweise"], blatt["zweitsprache"]) == ({""}, (), None)


@pytest.mark.parametrize("anzahl", [1, 3])
def test_sheet_needs_the_same_queries_for_any_number_of_offers(
    kaffeerunde: Angebot, heute: date, jetzt: datetime, anzahl: int, django_assert_num_queries: Any
) -> None:
    ids = [kaffeerunde.pk]
    for _nummer in range(anzahl - 1):
        angebot = AngebotFactory(ort=kaffeerunde.ort, telefon="030 1")
        ZeitFactory(angebot=angebot)
        ids.append(angebot.pk)
    refresh_angebote(angebot_ids=ids, heute=heute)
    with django_assert_num_queries(20):
        build_merkblatt(ids, Druckwunsch(), jetzt=jetzt)
