"""Arabic on paper can be copied, searched and read aloud: every word comes back from the PDF letter by letter."""

import re
import unicodedata
from dataclasses import replace

import pytest

from angebote.druck.blatt import Satz, Schrift
from angebote.druck.merkblatt_pdf import set_merkblatt
from angebote.druck.sprachen import get_zweitsprache
from angebote.druck.sprachen.sprachdatei import LUECKE
from tests.angebote.druck.blattdaten import build_blatt
from tests.pdf import read_structure, read_text

SCHREIBRICHTUNG = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")  # set by the program that reads
NUR_ARABISCH = re.compile("[\u0620-\u064a ]+")


def list_texte() -> list[str]:
    """Every label, weekday and month; gaps stay out, since digits run the other way."""
    arabisch = get_zweitsprache("ar")
    assert arabisch is not None
    texte = [*arabisch.kalender.wochentage, *arabisch.kalender.monate, *arabisch.labels.values(), arabisch.name]
    return [teil.strip() for text in texte for teil in NUR_ARABISCH.findall(LUECKE.sub("#", text)) if teil.strip()]


@pytest.fixture(scope="module")
def pdf() -> bytes:
    """Each text on a line of its own."""
    zeilen = tuple(Satz("Zeile", text) for text in list_texte())
    return set_merkblatt(replace(build_blatt(sprache=Schrift("ar", "العربية", "rtl")), schreibzeilen=zeilen))


def test_list_holds_words_with_lam_alef_and_with_every_kind_of_dots() -> None:
    worte = set(" ".join(list_texte()).split())
    assert {"الثلاثاء", "الأربعاء", "قائمتكم", "مجانا", "الإعاقة"} <= worte


def test_words_are_copied_from_the_page_as_they_were_written(pdf: bytes) -> None:
    gelesen = unicodedata.normalize("NFC", SCHREIBRICHTUNG.sub("", read_text(pdf)))
    assert [text for text in list_texte() if text not in gelesen] == []


def test_words_keep_their_letters_in_the_order_of_the_tags(pdf: bytes) -> None:
    """The reader takes the glyphs as they lie from left to right, so a whole line comes backwards."""
    gelesen = unicodedata.normalize("NFC", SCHREIBRICHTUNG.sub("", read_structure(pdf)))
    assert [text for text in list_texte() if text[::-1] not in gelesen] == []


def test_labels_go_without_vowel_signs() -> None:
    arabisch = get_zweitsprache("ar")
    assert arabisch is not None
    assert [text for text in arabisch.labels.values() if any(map(unicodedata.combining, text))] == []
