import re
from pathlib import Path

from angebote import druck
from angebote.druck.beschriftung import Label


def test_labels_have_short_ascii_keys_that_templates_can_read() -> None:
    assert [label.value for label in Label if not re.fullmatch(r"[a-z]+(_[a-z]+)*", label.value)] == []


def test_labels_are_different_german_texts() -> None:
    texte = [str(label.label) for label in Label]
    assert len(set(texte)) == len(texte)
    assert [text for text in texte if not text.strip()] == []


def test_labels_with_a_gap_are_exactly_these() -> None:
    assert {label: set(re.findall(r"%\((\w+)\)s", str(label.label))) for label in Label if "%" in str(label.label)} == {
        Label.MINUTEN_ZU_FUSS: {"minuten"},
    }


def test_labels_that_ask_to_call_have_a_second_form_where_no_number_is_known() -> None:
    anrufen = {label.name.removesuffix("_ANRUFEN") for label in Label if label.name.endswith("_ANRUFEN")}
    nachfragen = {label.name.removesuffix("_NACHFRAGEN") for label in Label if label.name.endswith("_NACHFRAGEN")}
    assert anrufen == nachfragen == {"UNBEKANNT", "UNBESTAETIGT"}


def test_every_label_is_printed_somewhere() -> None:
    """A word nobody prints is still work for seven translators."""
    dateien = [pfad for pfad in Path(druck.__path__[0]).rglob("*.py") if pfad.name != "beschriftung.py"]
    genannt = {name for pfad in dateien for name in re.findall(r"\bLabel\.([A-Z_]+)", pfad.read_text(encoding="utf-8"))}
    assert {label.name for label in Label} - genannt == set()
