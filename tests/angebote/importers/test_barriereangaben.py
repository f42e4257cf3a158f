import pytest

from angebote.choices import Barrierewert, Merkmal
from angebote.importers.barriereangaben import parse_barrieren

EINGANG, RAUM = Merkmal.ENTRANCE_LEVEL, Merkmal.ROOM_LEVEL
JA, NEIN = Barrierewert.JA, Barrierewert.NEIN


@pytest.mark.parametrize(
    ("text", "werte"),
    [
        ("rollstuhlgerechter Zugang", {(EINGANG, JA)}),
        ("rollstuhlgerechter Zugang; rollstuhlgerechte Einrichtung", {(EINGANG, JA), (RAUM, JA)}),
        ("rollstuhlgerechter Zugang und Einrichtung", {(EINGANG, JA), (RAUM, JA)}),
        ("Gebärdensprachler vor Ort; rollstuhlgerechter Zugang", {(Merkmal.SIGN, JA), (EINGANG, JA)}),
        ("Gemeindehaus barrierefrei", {(EINGANG, Barrierewert.TEILWEISE)}),
        ("nicht barrierefrei; Toiletten vorhanden", {(EINGANG, NEIN)}),
        ("teils barrierefrei", {(EINGANG, Barrierewert.TEILWEISE)}),
        ("als behindertengerecht beschrieben", {(EINGANG, Barrierewert.UNBEKANNT)}),
        ("höhere Sitzfläche, zusätzliche Armlehne, Fußstrebe", {(Merkmal.SEATS, JA)}),
        ("Menschen mit Einschränkungen ausdrücklich willkommen", set()),
        ("irgendwie zugänglich", set()),
        ("", set()),
    ],
)
def test_barrieren_known_wording_gives_facts_and_nothing_is_guessed(text: str, werte: set[tuple[str, str]]) -> None:
    assert {(fakt.merkmal, fakt.wert) for fakt in parse_barrieren(text)} == werte


def test_barrieren_always_say_what_the_source_says() -> None:
    fakten = parse_barrieren("rollstuhlgerechter Zugang; Gebärdensprachler vor Ort")
    assert [(fakt.notiz, fakt.gehoert_zum_angebot) for fakt in fakten] == [
        ("rollstuhlgerechter Zugang", False),
        ("Gebärdensprachler vor Ort", True),
    ]
