from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angebote.importers.pfad.mitmachnotation import parse_mitmachrollen, write_mitmachrollen
from angebote.importers.pfad.zellen import ZellfehlerError

OHNE = {
    "beschreibung": "",
    "voraussetzungen": "",
    "begleitung": "",
    "telefon": "",
    "email": "",
    "gesucht_bis": None,
    "geprueft_am": None,
}
KAFFEE = "Kaffee ausschenken [Wie oft: regelmäßig] [Zeit: 2 Stunden in der Woche]"


def test_task_with_its_time_is_enough() -> None:
    assert parse_mitmachrollen(KAFFEE) == [
        OHNE | {"aufgabe": "Kaffee ausschenken", "zeitart": "regelmaessig", "zeitaufwand": "2 Stunden in der Woche"}
    ]


def test_everything_is_read_in_any_order() -> None:
    text = (
        "Vorlesen [Zeit: 1 Stunde] (Zeitung; Bücher) [Wie oft: ab und zu] [Geprüft: 1.12.2026] [Telefon: 030 1234567] "
        "[E-Mail: haus@example.org] [Mitbringen: Geduld] [Einführung: zu zweit] [Gesucht bis: 31.3.2027]"
    )
    assert parse_mitmachrollen(text) == [
        {
            "aufgabe": "Vorlesen",
            "beschreibung": "Zeitung; Bücher",
            "zeitart": "ab-und-zu",
            "zeitaufwand": "1 Stunde",
            "voraussetzungen": "Geduld",
            "begleitung": "zu zweit",
            "telefon": "030 1234567",
            "email": "haus@example.org",
            "gesucht_bis": "2027-03-31",
            "geprueft_am": "2026-12-01",
        }
    ]


def test_several_tasks_are_parted_by_semicolons() -> None:
    rollen = parse_mitmachrollen(f"{KAFFEE}; {KAFFEE.replace('Kaffee ausschenken', 'Vorlesen')}")
    assert [rolle["aufgabe"] for rolle in rollen] == ["Kaffee ausschenken", "Vorlesen"]


@pytest.mark.parametrize(
    ("text", "satz"),
    [
        ("[Wie oft: regelmäßig] [Zeit: 1 Stunde]", "Hier fehlt die Aufgabe"),
        ("Vorlesen [Zeit: 1 Stunde]", "Es fehlt, wie oft"),
        ("Vorlesen [Wie oft: regelmäßig]", "Es fehlt, wie oft"),
        ("Vorlesen [Wie oft: manchmal] [Zeit: 1 Stunde]", "Das steht nicht in der Liste"),
        (f"{KAFFEE} [Farbe: rot]", "„Farbe“ kennen wir hier nicht"),
        (f"{KAFFEE} [E-Mail: haus]", "Das ist keine E-Mail-Adresse"),
        (f"{KAFFEE} [Telefon: 301234567]", "Die Vorwahl fehlt"),
        (f"{KAFFEE} [Gesucht bis: bald]", "Das ist kein Datum"),
        (f"{KAFFEE}; {KAFFEE}", "zweimal"),
        (f"{'x' * 81} [Wie oft: regelmäßig] [Zeit: 1 Stunde]", "zu lang"),
    ],
)
def test_what_is_wrong_is_refused_with_its_reason(text: str, satz: str) -> None:
    with pytest.raises(ZellfehlerError, match=satz):
        parse_mitmachrollen(text)


def write_worte(laenge: int) -> st.SearchStrategy[str]:
    zeichen = st.characters(codec="latin-1", categories=("L", "N", "P", "S"))
    return st.text(zeichen, min_size=1, max_size=laenge)


@given(
    st.fixed_dictionaries(
        {
            "aufgabe": write_worte(80),
            "beschreibung": st.just("") | write_worte(400),
            "zeitart": st.sampled_from(["regelmaessig", "ab-und-zu", "einmalig"]),
            "zeitaufwand": write_worte(120),
            "voraussetzungen": st.just("") | write_worte(200),
            "begleitung": st.just("") | write_worte(200),
            "telefon": st.sampled_from(["", "030 1234567"]),
            "email": st.sampled_from(["", "haus@example.org"]),
            "gesucht_bis": st.sampled_from([None, "2027-03-31"]),
            "geprueft_am": st.sampled_from([None, "2026-12-01"]),
        }
    )
)
def test_what_is_written_is_read_back(rolle: dict[str, Any]) -> None:
    assert parse_mitmachrollen(write_mitmachrollen([rolle])) == [rolle]
