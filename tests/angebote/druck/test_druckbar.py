"""What people type reaches paper whatever script it is in: printed, said to be missing, or dropped as decoration."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from angebote.druck.druckbar import keep_druckbares
from angebote.druck.satz import set_pdf

SCHRIFTEN = Path(__file__).parents[3] / "build" / "schriften"


@pytest.fixture
def probe(tmp_path: Path, settings: Any) -> None:
    schriften = settings.BASE_DIR / "build"
    (tmp_path / "templates" / "druck").mkdir(parents=True)
    (tmp_path / "build").symlink_to(schriften)
    (tmp_path / "templates" / "druck" / "probe.typ").write_text(
        '#let daten = json(bytes(sys.inputs.daten))\n#set document(title: "Probe")\n'
        '#set text(lang: "de", font: ("Fira Sans", "Vazirmatn"))\n#for t in daten.texte [= #t\n *#t*]'
    )
    settings.BASE_DIR = tmp_path


@pytest.mark.parametrize(
    ("text", "gedruckt"),
    [
        ("Kaffee & Kuchen – „süß“", "Kaffee & Kuchen – „süß“"),
        ("Café Łódź Привіт Đặng Ağaç", "Café Łódź Привіт Đặng Ağaç"),
        ("قهوة مع", "قهوة مع"),
        ("Tee קפה ועוגה heiß", "Tee […] heiß"),
        ("☕ Kaffee 👩‍👩‍👧", " Kaffee "),
        ("中文 für 1 €", "[…] für 1 €"),
        ("\u202eeeffaK\u202c", "eeffaK"),
        ("a\x00b\x07c\u2028d\ud800", "abc d"),
        ("Zeile\nNeue\tSpalte", "Zeile\nNeue\tSpalte"),
        ("u\u0308ber", "über"),
        ("☕", "[…]"),
        ("\u0316\u0300 und a\u0300\u0316", " und à\u0316"),
        ("\u2060", "[…]"),
        (" \u00a0", " \u00a0"),
        ("x\u064b und ق\u0301", "x und ق"),
    ],
)
def test_text_keeps_what_the_fonts_have(text: str, gedruckt: str) -> None:
    assert keep_druckbares(text, schriften=SCHRIFTEN) == gedruckt


def test_every_text_of_the_data_is_made_printable_and_nothing_else_changes() -> None:
    daten = {"zahl": 3, "liste": ["☕ Tee", ("קפה", None)], "tief": {"wahr": True}}
    assert keep_druckbares(daten, schriften=SCHRIFTEN) == {
        "zahl": 3,
        "liste": [" Tee", ["[…]", None]],
        "tief": {"wahr": True},
    }


@given(texte=st.lists(st.text(max_size=400), min_size=5, max_size=20))
@settings(max_examples=30)
def test_result_is_the_same_when_cleaned_again(texte: list[str]) -> None:
    einmal = keep_druckbares(texte, schriften=SCHRIFTEN)
    assert keep_druckbares(einmal, schriften=SCHRIFTEN) == einmal


@pytest.mark.usefixtures("probe")
def test_letters_of_all_planes_make_a_pdf() -> None:
    zeichen = [chr(eines) for eines in range(1, 0x3000) if not 0xD800 <= eines <= 0xDFFF]
    assert set_pdf(
        "probe", {"texte": ["x", " ".join(zeichen), "".join(zeichen), "ق".join(zeichen), "a" + "👩‍👩‍👧" * 9]}
    )
