import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from angebote.choices import Kostenart
from angebote.importers.kostenangaben import (
    NACHWEIS_HINWEIS,
    NUR_MIT_NACHWEIS,
    Kostenangabe,
    Kostenzeile,
    parse_kosten,
)
from angebote.importers.tabellen import read_tabelle

KOSTENLOS = Kostenzeile(Kostenart.KOSTENLOS)
SPENDE = Kostenzeile(Kostenart.SPENDE)


def nachweis(betrag_cent: int | None) -> tuple[Kostenzeile, ...]:
    return (Kostenzeile(Kostenart.ERMAESSIGT, betrag_cent, NACHWEIS_HINWEIS),)


@pytest.mark.parametrize(
    ("text", "zeilen"),
    [
        ("kostenlos", (KOSTENLOS,)),
        ("kostenfrei", (KOSTENLOS,)),
        ("Eintritt frei", (KOSTENLOS,)),
        ("Eintritt frei, Spenden erbeten", (KOSTENLOS, SPENDE)),
        ("kostenfrei, Spende willkommen", (KOSTENLOS, SPENDE)),
        ("auf Spendenbasis", (SPENDE,)),
        ("kostenlos; Kostenfreier Eintritt für alle Besucher/innen | Kostenfreie Blöcke", (KOSTENLOS,)),
        ("kostenlos (laut Vergünstigungsdatensatz)", nachweis(0)),
        ("", ()),
    ],
)
def test_kosten_understood_make_rows(text: str, zeilen: tuple[Kostenzeile, ...]) -> None:
    assert parse_kosten(text) == Kostenangabe(zeilen)


@pytest.mark.parametrize(
    "text",
    [
        "Beratung kostenfrei, anonym",
        "psychosoziale Beratung kostenfrei",
        "Veranstaltungen 2018 mit freiem Eintritt",
        "kostenlos außer Material",
        "5 Euro",
    ],
)
def test_kosten_not_understood_stay_a_note_without_row(text: str) -> None:
    assert parse_kosten(text) == Kostenangabe(hinweis=f"angegeben: {text}")


@pytest.mark.parametrize(
    ("text", "zeilen"),
    [
        ("kostenlos", nachweis(0)),
        ("freier Eintritt", nachweis(0)),
        ("kostenlos; Die Teilnahme ist kostenlos.", nachweis(0)),
        ("kostenlose Nutzung des Outdoor-Angebotes", nachweis(0)),
        ("kostenlos; kostenlos oder ermäßigt", nachweis(None)),
        ("ermäßigter Eintritt für Kino", nachweis(None)),
        ("Entgeltermäßigungen in Höhe von 50 %", nachweis(None)),
        ("ermäßigter Eintritt, Nachweis-Inhaber*innen zahlen 3 Euro pro Person; https://beispiel.de/x", nachweis(300)),
        ("kostenlos; freier Eintritt für alle Besucher*innen", (KOSTENLOS,)),
    ],
)
def test_kosten_that_hold_only_with_proof_are_never_plainly_free(text: str, zeilen: tuple[Kostenzeile, ...]) -> None:
    assert parse_kosten(text, bemerkung=f"{NUR_MIT_NACHWEIS} (Berlin-Ticket S)") == Kostenangabe(zeilen)


def test_kosten_with_proof_not_understood_stay_a_note() -> None:
    angabe = parse_kosten("freie Theaterprojekte", bemerkung=NUR_MIT_NACHWEIS)
    assert angabe == Kostenangabe(hinweis="angegeben: freie Theaterprojekte")


def test_kosten_of_the_collection_free_for_everybody_are_exactly_these() -> None:
    kostenlos = {
        zeile["id"]
        for zeile in read_tabelle("angebote")
        if KOSTENLOS in parse_kosten(zeile["kosten"], bemerkung=zeile["bemerkung"]).zeilen
    }
    assert kostenlos == {
        *("q008", "q024", "q032", "q047", "q059", "q064", "q074", "q075", "q114", "q117", "q118", "q157", "q175")
    }


@settings(deadline=None)
@given(st.text(max_size=600), st.sampled_from(["", NUR_MIT_NACHWEIS]))
def test_kosten_of_any_text_never_raise_and_fit(text: str, bemerkung: str) -> None:
    angabe = parse_kosten(text, bemerkung=bemerkung)
    assert len(angabe.hinweis) <= 300
    assert not (angabe.zeilen and angabe.hinweis)
