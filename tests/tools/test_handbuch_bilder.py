"""The pictures of the handbook, their table and the chapters say the same; no browser is needed for that."""

import re

import pytest
from PIL import Image

from tests.architecture.quelltext import BASE_DIR
from tools.handbuch_bilder.tabelle import BILDER, LISTEN, Bild, Lade

HANDBUCH = BASE_DIR / "docs" / "handbuch"
ORDNER = HANDBUCH / "bilder"
HOECHSTENS = 150 * 1024  # bytes of one picture
ZUSAMMEN = 1536 * 1024
EINGEBETTET = re.compile(r"!\[([^\]]*)\]\(([^)]*)\)")


def find_eingebettete() -> list[tuple[str, str, str]]:
    """Chapter, alt text and target of every picture in the handbook."""
    kapitel = sorted(HANDBUCH.glob("*.md"))
    return [(path.name, *paar) for path in kapitel for paar in EINGEBETTET.findall(path.read_text(encoding="utf-8"))]


def find_dateien() -> set[str]:
    return {path.name for path in ORDNER.iterdir()}


def test_chapters_show_each_picture_of_the_table_once_with_its_alt_text() -> None:
    assert sorted(find_eingebettete()) == sorted((bild.kapitel, bild.alt, f"bilder/{bild.datei}") for bild in BILDER)


def test_folder_holds_the_pictures_of_the_table_and_nothing_else() -> None:
    assert find_dateien() == {bild.datei for bild in BILDER}


def test_names_are_given_once() -> None:
    assert len({bild.name for bild in BILDER}) == len(BILDER)


@pytest.mark.parametrize("bild", BILDER, ids=lambda bild: bild.name)
def test_alt_text_says_in_one_or_two_sentences_what_is_to_be_seen(bild: Bild) -> None:
    assert 40 <= len(bild.alt) <= 250
    assert bild.alt.endswith(".")
    assert not re.search(r"screenshot|bildschirmfoto|abbildung", bild.alt, re.IGNORECASE)
    assert not set(bild.alt) & set("[]\n")


@pytest.mark.parametrize("bild", BILDER, ids=lambda bild: bild.name)
def test_picture_is_small_and_wide_enough_to_read(bild: Bild) -> None:
    datei = ORDNER / bild.datei
    assert datei.stat().st_size <= HOECHSTENS
    with Image.open(datei) as gelesen:
        assert gelesen.format == "WEBP"
        assert gelesen.width >= 800
        assert gelesen.getexif() == {}


def test_all_pictures_together_stay_small() -> None:
    assert sum((ORDNER / name).stat().st_size for name in find_dateien()) <= ZUSAMMEN


def test_lists_that_are_uploaded_are_there() -> None:
    geladene = {schritt.datei for bild in BILDER for schritt in bild.schritte if isinstance(schritt, Lade)}
    vorhandene = {path.name for path in LISTEN.iterdir()}
    assert geladene < vorhandene  # and the one that beispiele.py reads
