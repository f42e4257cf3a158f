import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pankow_einsamkeit.lib.telefon import Telefonnummer, parse_telefon, parse_telefonliste


@pytest.mark.parametrize(
    ("text", "anzeige", "href"),
    [
        ("030 4442514", "030 4442514", "tel:+49304442514"),
        ("030/4442514", "030 4442514", "tel:+49304442514"),
        ("(030) 444 25 14", "030 4442514", "tel:+49304442514"),
        ("030 - 9412171", "030 9412171", "tel:+49309412171"),
        ("030–4442514", "030 4442514", "tel:+49304442514"),
        ("030 4998709-10", "030 499870910", "tel:+4930499870910"),
        ("+49 30 4442514", "030 4442514", "tel:+49304442514"),
        ("+49 (0)30 4442514", "030 4442514", "tel:+49304442514"),
        ("0049 30 4442514", "030 4442514", "tel:+49304442514"),
        ("0800 1110111", "0800 1110111", "tel:+498001110111"),
        ("+41 44 668 18 00", "+41 44 668 18 00", "tel:+41446681800"),
        ("112", "112", "tel:112"),
        ("110", "110", "tel:110"),
        ("115", "115", "tel:115"),
        ("116 117", "116 117", "tel:116117"),
        ("116117", "116 117", "tel:116117"),
        ("116 016", "116 016", "tel:116016"),
        ("030 66633488 (Büro)", "030 66633488 (Büro)", "tel:+493066633488"),
        ("WhatsApp/SMS 01573 5998143", "WhatsApp/SMS 01573 5998143", "tel:+4915735998143"),
        ("App. 4442514 im Haus 030 902950", "App. 4442514 im Haus 030 902950", "tel:+4930902950"),
        ("030 902950 App. 12", "030 902950 App. 12", "tel:+4930902950"),
    ],
)
def test_telefon_known_ways_of_writing_can_be_dialled(text: str, anzeige: str, href: str) -> None:
    assert parse_telefon(text) == Telefonnummer(anzeige, href)


@pytest.mark.parametrize("text", ["", "keine", "12", "4442514", "+", "Rathaus, Zimmer 112", "030", "000000", "0" * 40])
def test_telefon_without_a_number_keeps_the_text_and_has_no_link(text: str) -> None:
    assert parse_telefon(text) == Telefonnummer(text, "")


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("", []),
        ("030 4442514", ["tel:+49304442514"]),
        ("030 9415426; 0157 83053213", ["tel:+49309415426", "tel:+4915783053213"]),
        ("030 902955-766, 030 902955-771", ["tel:+4930902955766", "tel:+4930902955771"]),
        ("0800 1110111 oder 0800 1110222", ["tel:+498001110111", "tel:+498001110222"]),
        ("030 4442514; 030/4442514", ["tel:+49304442514"]),
        (" ; , ", []),
    ],
)
def test_telefonliste_splits_and_keeps_the_order(text: str, links: list[str]) -> None:
    assert [nummer.href for nummer in parse_telefonliste(text)] == links


@given(st.text() | st.text(alphabet="0123456789+()/-–. ;oder"))
def test_telefon_any_text_never_raises_and_links_only_diallable_characters(text: str) -> None:
    for nummer in [parse_telefon(text), *parse_telefonliste(text)]:
        assert nummer.href == "" or re.fullmatch(r"tel:\+?[0-9]+", nummer.href)
        assert nummer.anzeige or not text.strip()
