"""Turning the pages of a preview: every row can be seen and decided about, and nothing chosen is lost."""

from pathlib import Path

import pytest
from django.http import HttpResponse
from django.test import Client
from pytest_django import Settings

from angebote.models import Angebot, Importbezug
from tests.angebote.admin.test_einlesen import KOPF, confirm, upload
from tests.factories import AngebotFactory

KATEGORIE = "Café, Treff & Plaudern"
WORTE = ("Anker", "Birke", "Zirkus", "Dohle", "Echo", "Farbe", "Geige", "Hafen", "Insel", "Jacke")


@pytest.fixture(autouse=True)
def ordner(settings: Settings, tmp_path: Path) -> None:
    settings.DATA_PATH = tmp_path


def name(nummer: int) -> str:
    """Names of which no two are alike."""
    return " ".join(WORTE[int(ziffer)] * 2 for ziffer in f"{nummer:03}")


def build_liste(anzahl: int) -> str:
    return "\n".join([KOPF, *(f"A-{n};{name(n)};{KATEGORIE};" for n in range(anzahl))])


def turn(client: Client, seite: HttpResponse, zeige: str, **entscheidungen: str) -> HttpResponse:
    return client.post(seite.request["PATH_INFO"], {"zeige": zeige, **entscheidungen}, follow=True)


def list_nummern(seite: HttpResponse) -> list[int]:
    [gruppe] = seite.context["gruppen"]
    return [zeile.planzeile.zeile.nummer for zeile in gruppe.zeilen]


def list_gewaehltes(seite: HttpResponse) -> dict[int, str]:
    [gruppe] = seite.context["gruppen"]
    return {
        zeile.planzeile.zeile.nummer: next(eine.wert for eine in zeile.wahl if eine.ist_gewaehlt)
        for zeile in gruppe.zeilen
    }


def test_pages_of_a_group_show_every_row_once(staff_client: Client) -> None:
    vorschau = upload(staff_client, build_liste(250))

    zweite = turn(staff_client, vorschau, "neu:2")
    dritte = turn(staff_client, vorschau, "neu:3")

    assert [list_nummern(seite) for seite in (vorschau, zweite, dritte)] == [
        list(range(2, 102)),
        list(range(102, 202)),
        list(range(202, 252)),
    ]
    assert "Seite 2 von 3" in zweite.content.decode()
    assert Angebot.objects.count() == 0


@pytest.mark.parametrize(
    ("zeige", "erste"), [("", 2), ("unbekannt:2", 2), ("neu:x", 2), ("neu:99", 102), ("neu:-1", 102)]
)
def test_page_that_is_not_there_leads_to_one_that_is(staff_client: Client, zeige: str, erste: int) -> None:
    seite = turn(staff_client, upload(staff_client, build_liste(150)), zeige)

    assert list_nummern(seite)[0] == erste


def test_vanished_offers_have_pages_too(staff_client: Client) -> None:
    confirm(staff_client, upload(staff_client, build_liste(150)))
    vorschau = upload(staff_client, f"{KOPF}\nB-1;Wollschaf;{KATEGORIE};", ist_vollstaendig="on")

    seite = turn(staff_client, vorschau, "fehlende:2")

    assert len(seite.context["gruppen"][0].zeilen) == 50


def test_decisions_are_kept_while_pages_are_turned_and_then_applied(staff_client: Client) -> None:
    for nummer in range(150):
        AngebotFactory(titel=name(nummer), ort=None)
    vorschau = upload(staff_client, build_liste(150))

    zweite = turn(staff_client, vorschau, "doppelt:2", **{"zeile-2": "neu", "zeile-3": "ueberspringen"})
    erste = turn(staff_client, zweite, "doppelt:1", **{"zeile-151": "neu"})

    assert {n: wahl for n, wahl in list_gewaehltes(erste).items() if wahl != "ueberspringen"} == {2: "neu"}
    uebersicht = turn(staff_client, erste, "", **{"zeile-2": "ueberspringen", "zeile-4": "neu"})
    confirm(staff_client, uebersicht)
    assert {bezug.schluessel for bezug in Importbezug.objects.all()} == {"A-2", "A-149"}


def test_conflict_decided_and_taken_back_keeps_ours(staff_client: Client) -> None:
    zeile = f"A-1;Kaffeerunde;{KATEGORIE};030 1234567"
    confirm(staff_client, upload(staff_client, f"{KOPF}\n{zeile}"))
    Angebot.objects.update(telefon="030 7654321")
    vorschau = upload(staff_client, f"{KOPF}\n{zeile.replace('1234567', '1111111')}")

    gewaehlt = turn(staff_client, vorschau, "konflikte:1", **{"zeile-2": "datei"})
    zurueck = turn(staff_client, gewaehlt, "konflikte:1", **{"zeile-2": ""})

    assert (list_gewaehltes(gewaehlt), list_gewaehltes(zurueck)) == ({2: "datei"}, {2: ""})
    confirm(staff_client, zurueck, **{"zeile-2": ""})
    assert Angebot.objects.get().telefon == "030 7654321"


def test_rows_of_one_file_that_look_alike_are_told_and_both_are_created(staff_client: Client) -> None:
    zeilen = f"A-1;Kaffeerunde;{KATEGORIE};030 1234567\nA-2;Kaffeerunden;{KATEGORIE};030 1234567"

    vorschau = upload(staff_client, f"{KOPF}\n{zeilen}")
    confirm(staff_client, vorschau)

    text = " ".join(vorschau.content.decode().split())
    assert "Vielleicht dasselbe wie Zeile 3: Kaffeerunden (gleicher Name, gleiche Telefonnummer)" in text
    assert "Vielleicht dasselbe wie Zeile 2: Kaffeerunde (gleicher Name, gleiche Telefonnummer)" in text
    assert Angebot.objects.count() == 2


def test_row_like_one_of_an_earlier_step_is_created_as_the_preview_said(staff_client: Client) -> None:
    letzte = f"B-1;{name(1)};{KATEGORIE};"
    vorschau = upload(staff_client, f"{build_liste(500)}\n{letzte}")
    schritt = confirm(staff_client, vorschau)

    staff_client.post(schritt.request["PATH_INFO"], follow=True)

    assert Angebot.objects.filter(titel=name(1)).count() == 2
