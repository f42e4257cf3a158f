"""What holds for the files of all languages, and when a language counts as reviewed."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from angebote.druck import sprachen
from angebote.druck.beschriftung import Label
from angebote.druck.sprachen import get_zweitsprache, load_zweitsprachen
from angebote.druck.sprachen.sprachdatei import LUECKE
from angebote.druck.sprachen.zweitsprache import Zweitsprache

ALLE = load_zweitsprachen()
GLEICH_WIE_DEUTSCH = {
    "en": {Label.ONLINE},
    "pl": {Label.TELEFON, Label.KONTAKT, Label.ONLINE},
    "tr": {Label.TELEFON},
}
je_sprache = pytest.mark.parametrize("sprache", ALLE, ids=lambda sprache: sprache.code)


def test_languages_are_exactly_these_by_their_german_names() -> None:
    assert [(sprache.code, sprache.name, sprache.name_deutsch) for sprache in ALLE] == [
        ("ar", "العربية", "Arabisch"),
        ("en", "English", "Englisch"),
        ("pl", "Polski", "Polnisch"),
        ("ru", "Русский", "Russisch"),
        ("tr", "Türkçe", "Türkisch"),
        ("uk", "Українська", "Ukrainisch"),
        ("vi", "Tiếng Việt", "Vietnamesisch"),
    ]


def test_only_arabic_runs_from_right_to_left() -> None:
    assert {sprache.code: sprache.richtung for sprache in ALLE} == {
        "ar": "rtl", "en": "ltr", "pl": "ltr", "ru": "ltr", "tr": "ltr", "uk": "ltr", "vi": "ltr",
    }  # fmt: skip


def test_zweitsprache_of_a_code_is_found_and_of_an_unknown_one_is_none() -> None:
    assert {sprache.code: get_zweitsprache(sprache.code) for sprache in ALLE} == {
        sprache.code: sprache for sprache in ALLE
    }
    assert [get_zweitsprache(code) for code in ("de", "xx", "", "UK", "../uk")] == [None] * 5


def test_files_are_read_once() -> None:
    assert load_zweitsprachen() is ALLE


@je_sprache
def test_labels_of_a_language_are_exactly_those_of_the_sheet(sprache: Zweitsprache) -> None:
    assert set(sprache.labels) == set(Label.values)
    assert [schluessel for schluessel, text in sprache.labels.items() if text != text.strip() or not text] == []


@je_sprache
def test_labels_have_the_gaps_of_the_german_text(sprache: Zweitsprache) -> None:
    deutsch = {label.value: set(LUECKE.findall(str(label.label))) for label in Label}
    assert {schluessel: set(LUECKE.findall(text)) for schluessel, text in sprache.labels.items()} == deutsch


@je_sprache
def test_label_is_no_german_word_left_over(sprache: Zweitsprache) -> None:
    gleich = {label for label in Label if sprache.labels[label] == str(label.label)}
    assert gleich == GLEICH_WIE_DEUTSCH.get(sprache.code, set())


@je_sprache
def test_labels_of_different_meaning_are_different_words(sprache: Zweitsprache) -> None:
    doppelt = [text for text in sprache.labels.values() if list(sprache.labels.values()).count(text) > 1]
    assert doppelt == []


@je_sprache
def test_weekdays_are_seven_and_months_twelve_all_distinct(sprache: Zweitsprache) -> None:
    kalender = sprache.kalender
    assert [len(set(namen)) for namen in (kalender.wochentage, kalender.monate)] == [7, 12]


@je_sprache
def test_language_counts_as_unreviewed_until_both_parts_of_the_record_are_there(sprache: Zweitsprache) -> None:
    leer = replace(sprache, geprueft_von="", geprueft_am=None)
    nur_stelle = replace(leer, geprueft_von="Sprachmittlung im Stadtteilzentrum")
    nur_tag = replace(leer, geprueft_am=date(2027, 3, 1))
    for halb in (leer, nur_stelle, nur_tag):
        assert not halb.ist_geprueft
        assert halb.hinweis_ungeprueft == sprache.labels[Label.UNGEPRUEFT]
    ganz = replace(nur_stelle, geprueft_am=date(2027, 3, 1))
    assert ganz.ist_geprueft
    assert ganz.hinweis_ungeprueft == ""


@je_sprache
def test_file_says_that_it_is_no_official_translation_and_how_a_review_is_recorded(sprache: Zweitsprache) -> None:
    text = (Path(sprachen.__file__).parent / f"{sprache.code}.toml").read_text(encoding="utf-8")
    kopf = " ".join(re.findall(r"^# ?(.*)$", text, re.MULTILINE))
    assert "not an official translation" in kopf
    assert {"geprueft_von", "geprueft_am"} <= set(kopf.split())
