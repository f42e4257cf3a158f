from collections import Counter

import pytest

from angebote.importers import zurueckhaltung as z
from angebote.importers.tabellen import Zeile, read_tabelle
from angebote.importers.zurueckhaltung import find_grund

LEER: Zeile = dict.fromkeys(("bemerkung", "strasse", "hausnr", "telefon", "email", "web", "typ"), "")


def build_zeile(**felder: str) -> Zeile:
    return LEER | {"id": "x", "strasse": "Beispielstraße", "hausnr": "1"} | felder


@pytest.mark.parametrize(
    ("felder", "art"),
    [
        ({}, None),
        ({"bemerkung": "liegt laut Adressverzeichnis nicht in Pankow"}, z.AUSSERHALB),
        ({"bemerkung": "2020 geplant; Fortbestand unklar"}, z.BEENDET),
        ({"hausnr": ""}, z.OHNE_WEG),
        ({"strasse": "", "hausnr": ""}, z.OHNE_WEG),
        ({"hausnr": "", "telefon": "030 1"}, None),
        ({"hausnr": "", "email": "a@beispiel.de"}, None),
        ({"strasse": "", "hausnr": "", "web": "https://beispiel.de"}, None),
        ({"strasse": "", "hausnr": "", "typ": "Plauderbank"}, None),
        ({"id": "q134"}, z.DOPPELT),
    ],
)
def test_grund_by_rule_or_by_table(felder: dict[str, str], art: str | None) -> None:
    grund = find_grund(build_zeile(**felder))
    assert (grund.art if grund else None) == art


def test_grund_of_the_collection_holds_back_exactly_these_rows() -> None:
    gruende = {zeile["id"]: grund for zeile in read_tabelle("angebote") if (grund := find_grund(zeile))}
    assert Counter(grund.art for grund in gruende.values()) == {
        z.WIDERSPRUCH: 12,
        z.OHNE_WEG: 8,
        z.BEENDET: 4,
        z.DOPPELT: 4,
        z.REDAKTION: 2,
        z.AUSSERHALB: 2,
        z.KEIN_ANGEBOT: 1,
    }
    assert {kennung for kennung, grund in gruende.items() if grund.art == z.OHNE_WEG} == {
        *("q020", "q022", "q040", "q046", "q057", "q058", "q072", "q115")
    }
    assert {kennung for kennung, grund in gruende.items() if grund.art == z.AUSSERHALB} == {"q013", "q021"}
    assert all(grund.text.endswith(".") for grund in gruende.values())
