"""Every language keeps to its script, and every character has its drawing in the fonts of the printed sheet."""

import unicodedata
from functools import cache
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from angebote.druck.sprachen import load_zweitsprachen
from angebote.druck.sprachen.sprachdatei import LUECKE
from angebote.druck.sprachen.zweitsprache import Zweitsprache
from tests.architecture.quelltext import BASE_DIR

FIRA = BASE_DIR / "node_modules/@kern-ux/native/dist/fonts/fira-sans"
VAZIRMATN = BASE_DIR / "node_modules/@fontsource/vazirmatn/files"
SCHNITTE = {
    "ltr": [FIRA / "FiraSans-Regular.woff2", FIRA / "FiraSans-SemiBold.woff2"],
    "rtl": [VAZIRMATN / f"vazirmatn-arabic-{staerke}-normal.woff2" for staerke in (400, 600)],
}
SCHRIFT = {"ar": "ARABIC", "ru": "CYRILLIC", "uk": "CYRILLIC"}  # the others: LATIN
SATZZEICHEN = set(" .,:–-/()’،")
ZIFFERN = set("0123456789")

je_sprache = pytest.mark.parametrize("sprache", load_zweitsprachen(), ids=lambda sprache: sprache.code)


def list_zeichen(sprache: Zweitsprache) -> set[str]:
    """Of everything that gets on paper; gaps are filled with digits."""
    kalender = sprache.kalender
    namen = [*kalender.wochentage, *kalender.monate]
    muster = [kalender.datum, kalender.datum_mit_jahr, kalender.datum_mit_wochentag]
    texte = [sprache.name, *namen, *muster, *sprache.labels.values()]
    return {zeichen for text in texte for zeichen in LUECKE.sub("", text)} | ZIFFERN | {":"}


@cache
def read_schriftzeichen(pfad: Path) -> frozenset[str]:
    with TTFont(pfad) as schrift:
        return frozenset(chr(nummer) for nummer in schrift.getBestCmap())


@je_sprache
def test_language_keeps_to_its_own_script(sprache: Zweitsprache) -> None:
    schrift = SCHRIFT.get(sprache.code, "LATIN")
    fremd = {
        zeichen
        for zeichen in list_zeichen(sprache) - SATZZEICHEN - ZIFFERN
        if not unicodedata.name(zeichen).startswith(schrift)
    }
    assert fremd == set()


@je_sprache
def test_characters_are_stored_composed(sprache: Zweitsprache) -> None:
    """A Vietnamese letter in pieces would look different on paper and would be missed by a search in the PDF."""
    texte = [sprache.name, *sprache.kalender.wochentage, *sprache.kalender.monate, *sprache.labels.values()]
    assert [text for text in texte if not unicodedata.is_normalized("NFC", text)] == []


@pytest.mark.parametrize("pfad", SCHNITTE["ltr"], ids=lambda pfad: pfad.stem)
def test_fira_sans_draws_every_character_of_the_languages_from_left_to_right(pfad: Path) -> None:
    zeichen = set().union(*(list_zeichen(sprache) for sprache in load_zweitsprachen() if sprache.richtung == "ltr"))
    assert zeichen - read_schriftzeichen(pfad) == set()


@pytest.mark.parametrize("pfad", SCHNITTE["rtl"], ids=lambda pfad: pfad.stem)
def test_vazirmatn_draws_every_arabic_character_and_fira_sans_the_rest(pfad: Path) -> None:
    zeichen = set().union(*(list_zeichen(sprache) for sprache in load_zweitsprachen() if sprache.richtung == "rtl"))
    rest = zeichen - read_schriftzeichen(pfad)
    assert rest == ZIFFERN | set(".:–")
    assert rest - read_schriftzeichen(SCHNITTE["ltr"][0]) == set()
