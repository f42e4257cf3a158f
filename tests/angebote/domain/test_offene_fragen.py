from datetime import date
from typing import Any

import pytest

from angebote.choices import (
    Anmeldung,
    Barrierewert,
    Bereich,
    Format,
    Kapazitaet,
    Kostenart,
    Merkmal,
    Ueberweisung,
    Zugang,
)
from angebote.domain.kartendaten import rebuild_kartendaten
from angebote.domain.offene_fragen import list_offene_fragen
from angebote.models import Angebot, Barriereangabe, Kosten, Zugangsweg
from tests.factories import AngebotFactory, TraegerFactory

pytestmark = pytest.mark.django_db
STAND = date(2026, 11, 3)
ALLES = {
    "bereich": Bereich.UNTERSTUETZUNG,
    "kapazitaet": Kapazitaet.FREI,
    "kapazitaet_am": STAND,
    "wartezeit_wochen": 0,
    "wartezeit_am": STAND,
    "anmeldung": Anmeldung.NOETIG,
    "ueberweisung": Ueberweisung.KEINE,
    "ausschluss": "Kinder",
    "telefon": "030 4442514",
    "sprechzeiten": "montags",
}


def create_bekanntes(**felder: Any) -> Angebot:
    """Everything is known that a referral can need, but for the named fields."""
    angebot = AngebotFactory(**{**ALLES, **felder})
    Kosten.objects.create(angebot=angebot, art=Kostenart.KOSTENLOS)
    Barriereangabe.objects.create(angebot=angebot, merkmal=Merkmal.ENTRANCE_LEVEL, wert=Barrierewert.JA)
    return angebot


def list_namen(angebot: Angebot, *, hat_termin: bool = True) -> list[str]:
    rebuild_kartendaten(angebot_ids=[angebot.pk])
    angebot.refresh_from_db()
    return [frage.name for frage in list_offene_fragen(angebot, hat_termin=hat_termin)]


def test_offer_with_all_facts_leaves_nothing_open() -> None:
    assert list_namen(create_bekanntes()) == []


def test_support_of_which_nothing_is_known_leaves_all_open_in_the_order_of_a_call() -> None:
    angebot = AngebotFactory(bereich=Bereich.UNTERSTUETZUNG, telefon="030 4442514")
    fragen = list_offene_fragen(angebot, hat_termin=False)
    assert [(frage.name, frage.frage) for frage in fragen] == [
        ("erster Termin", "Wann ist ein erster Termin möglich?"),
        ("Plätze", "Gibt es zurzeit freie Plätze?"),
        ("Wartezeit", "Wie lange ist die Wartezeit?"),
        ("ob man sich anmelden muss", "Muss man sich anmelden, und wie geht das?"),
        ("Überweisung", "Ist eine Überweisung nötig, oder muss ein Amt vermitteln?"),
        ("wer nicht kommen kann", "Gibt es Gründe, aus denen jemand nicht kommen kann?"),
        ("Kosten", "Was kostet es, und was kommt noch dazu?"),
        ("ob es ohne Stufen geht", "Kommt man ohne Stufen bis in den Raum?"),
        ("Sprechzeiten am Telefon", "Wann erreiche ich Sie am besten wieder?"),
    ]


def test_meeting_is_not_asked_for_what_only_support_has() -> None:
    assert list_namen(AngebotFactory(), hat_termin=False) == [
        "nächster Termin",
        "Plätze",
        "ob man sich anmelden muss",
        "Kosten",
        "ob es ohne Stufen geht",
    ]


@pytest.mark.parametrize(
    ("felder", "offen"),
    [
        ({"kapazitaet": Kapazitaet.UNBEKANNT}, ["Plätze"]),
        ({"kapazitaet": Kapazitaet.UNBEKANNT, "format": Format.OFFEN}, []),
        ({"wartezeit_wochen": None}, ["Wartezeit"]),
        ({"wartezeit_wochen": None, "bereich": Bereich.BEGEGNUNG}, []),
        (
            {"wartezeit_wochen": None, "bereich": Bereich.BEGEGNUNG, "kapazitaet": Kapazitaet.WARTELISTE},
            ["Wartezeit"],
        ),
        ({"anmeldung": Anmeldung.UNBEKANNT}, ["ob man sich anmelden muss"]),
        ({"ueberweisung": Ueberweisung.UNBEKANNT}, ["Überweisung"]),
        ({"ausschluss": ""}, ["wer nicht kommen kann"]),
        ({"sprechzeiten": ""}, ["Sprechzeiten am Telefon"]),
        ({"sprechzeiten": "", "telefon": ""}, []),
    ],
)
def test_one_missing_fact_is_one_open_question_if_the_offer_needs_it(felder: dict[str, Any], offen: list[str]) -> None:
    assert list_namen(create_bekanntes(**felder)) == offen


def test_call_times_are_asked_of_the_provider_whose_number_it_is() -> None:
    traeger = TraegerFactory(telefon="030 1234567")
    assert list_namen(create_bekanntes(telefon="", sprechzeiten="", traeger=traeger)) == ["Sprechzeiten am Telefon"]


@pytest.mark.parametrize("wert", [Barrierewert.NEIN, Barrierewert.TEILWEISE])
def test_steps_that_are_known_are_no_open_question(wert: Barrierewert) -> None:
    angebot = create_bekanntes()
    Barriereangabe.objects.filter(angebot=angebot).update(merkmal=Merkmal.ROOM_LEVEL, wert=wert)
    assert list_namen(angebot) == []


@pytest.mark.parametrize(
    ("art", "offen"), [(Zugang.ZUHAUSE, []), (Zugang.TELEFON, []), (Zugang.VOR_ORT, ["ob es ohne Stufen geht"])]
)
def test_steps_are_asked_for_only_where_somebody_has_to_go(art: Zugang, offen: list[str]) -> None:
    angebot = create_bekanntes()
    Barriereangabe.objects.filter(angebot=angebot).delete()
    Zugangsweg.objects.create(angebot=angebot, art=art)
    assert list_namen(angebot) == offen
