"""A file that is not complete is refused with its name and the key."""

from datetime import date
from pathlib import Path

import pytest

from angebote.druck import sprachen
from angebote.druck.sprachen.sprachdatei import SprachdateiError, read_sprachdatei

VORLAGE = (Path(sprachen.__file__).parent / "en.toml").read_text(encoding="utf-8")


def write(ordner: Path, alt: str, neu: str) -> Path:
    assert VORLAGE.count(alt) == 1
    pfad = ordner / "en.toml"
    pfad.write_text(VORLAGE.replace(alt, neu), encoding="utf-8")
    return pfad


@pytest.mark.parametrize(
    ("alt", "neu", "meldung"),
    [
        ('wann = "When"\n', "", "en.toml: beschriftung.wann is missing"),
        ('wann = "When"\n', 'wann = "When"\nwarum = "Why"\n', "en.toml: beschriftung.warum is unknown"),
        ('wann = "When"', 'wann = " "', "en.toml: beschriftung.wann is empty"),
        ('wann = "When"', "wann = 3", "en.toml: beschriftung.wann has to be a text"),
        ('wann = "When"', 'wann = "When %(tag)s"', "en.toml: beschriftung.wann has to have these gaps: none"),
        ('wann = "When"', 'wann = "When 100%"', "en.toml: beschriftung.wann has to have these gaps: none"),
        ("%(minuten)s min", "min", "en.toml: beschriftung.minuten_zu_fuss has to have these gaps: minuten"),
        ('richtung = "ltr"', 'richtung = "links"', "en.toml: richtung has to be ltr or rtl"),
        ('name = "English"\n', "", "en.toml: name is missing"),
        ('name = "English"', 'name = ""', "en.toml: name is empty"),
        ("[kalender]", "[kalendar]", "en.toml: kalendar is unknown"),
        ("[beschriftung]", "[[beschriftung]]", "en.toml: beschriftung has to be a table"),
        ('datum = "%(tag)s %(monat)s"\n', "", "en.toml: kalender.datum is missing"),
        ("%(tag)s %(monat)s", "%(monat)s", "en.toml: kalender.datum has to have these gaps: monat, tag"),
        ('"Monday", ', "", "en.toml: kalender.wochentage has to be a list of 7 different names"),
        ('"Monday"', '"Tuesday"', "en.toml: kalender.wochentage has to be a list of 7 different names"),
        ('"Monday"', '""', "en.toml: kalender.wochentage has to be a list of 7 different names"),
        ('"January"', "1", "en.toml: kalender.monate has to be a list of 12 different names"),
        ('geprueft_von = ""', "geprueft_von = true", "en.toml: geprueft_von has to be a text"),
        (
            'geprueft_am = ""',
            'geprueft_am = "gestern"',
            "en.toml: geprueft_am has to be a date without quotation marks, or empty",
        ),
        (
            'geprueft_am = ""',
            "geprueft_am = 2027-03-01T10:00:00",
            "en.toml: geprueft_am has to be a date without quotation marks, or empty",
        ),
    ],
)
def test_file_that_is_broken_is_refused_with_file_and_key(tmp_path: Path, alt: str, neu: str, meldung: str) -> None:
    with pytest.raises(SprachdateiError) as fehler:
        read_sprachdatei(write(tmp_path, alt, neu))
    assert str(fehler.value) == meldung


@pytest.mark.parametrize("inhalt", [b'name = "English', b'name = "\xff"'])
def test_file_that_cannot_be_read_is_refused_by_its_name(tmp_path: Path, inhalt: bytes) -> None:
    pfad = tmp_path / "en.toml"
    pfad.write_bytes(inhalt)
    with pytest.raises(SprachdateiError, match=r"^en\.toml: "):
        read_sprachdatei(pfad)


def test_record_of_a_review_is_read(tmp_path: Path) -> None:
    eintrag = 'geprueft_von = "Stadtteilzentrum, Sprachmittlung"\ngeprueft_am = 2027-03-01'
    sprache = read_sprachdatei(write(tmp_path, 'geprueft_von = ""\ngeprueft_am = ""', eintrag))
    assert (sprache.code, sprache.geprueft_von) == ("en", "Stadtteilzentrum, Sprachmittlung")
    assert sprache.geprueft_am == date(2027, 3, 1)
    assert sprache.ist_geprueft


def test_record_of_blanks_is_no_review(tmp_path: Path) -> None:
    eintrag = 'geprueft_von = "  "\ngeprueft_am = 2027-03-01'
    assert not read_sprachdatei(write(tmp_path, 'geprueft_von = ""\ngeprueft_am = ""', eintrag)).ist_geprueft
