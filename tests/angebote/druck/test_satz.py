"""The way to the PDF, with the real typst: text stays text, mistakes are told, and nothing waits for ever."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any

import pikepdf
import pytest
from PIL import Image

from angebote.druck import satz
from angebote.druck.satz import SatzError, UeberlastetError, draw_seiten, set_pdf
from tests.pdf import read_text

MARKUP = '*fett* _kursiv_ #pagebreak() $x$ <b>HTML</b> @quelle \\ "Zitat" = Titel `code` #set text(0pt)'


@pytest.fixture
def vorlagen(tmp_path: Path, settings: Any) -> Path:
    """A folder of templates of the test's own, with the product's fonts."""
    schriften = settings.BASE_DIR / "build"
    (tmp_path / "templates" / "druck").mkdir(parents=True)
    (tmp_path / "build").symlink_to(schriften)
    settings.BASE_DIR = tmp_path
    return tmp_path / "templates" / "druck"


def test_text_of_the_data_is_never_read_as_markup(vorlagen: Path) -> None:
    (vorlagen / "probe.typ").write_text(
        '#let daten = json(bytes(sys.inputs.daten))\n#set document(title: "Probe")\n'
        '#set text(lang: "de", font: "Fira Sans")\n#daten.text'
    )
    assert read_text(set_pdf("probe", {"text": MARKUP})) == MARKUP


def test_pdf_is_tagged_and_follows_pdf_ua(vorlagen: Path) -> None:
    (vorlagen / "probe.typ").write_text(
        '#set document(title: "Probe")\n#set text(lang: "de", font: "Fira Sans")\n= Titel'
    )
    with pikepdf.open(BytesIO(set_pdf("probe", {}))) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.Lang == "de"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert pdf.open_metadata()["pdfuaid:part"] == "1"


@pytest.mark.parametrize("seiten", [1, 3])
def test_each_page_becomes_a_picture_of_its_own_size(vorlagen: Path, seiten: int) -> None:
    (vorlagen / "probe.typ").write_text(
        "#let daten = json(bytes(sys.inputs.daten))\n#set page(width: 50.8mm, height: 25.4mm, margin: 0pt)\n"
        "#for n in range(daten.seiten) { if n > 0 { pagebreak() }; rect(width: 10pt) }"
    )
    bilder = draw_seiten("probe", {"seiten": seiten}, aufloesung=100)
    assert [Image.open(BytesIO(bild)).size for bild in bilder] == [(200, 100)] * seiten
    assert draw_seiten("probe", {"seiten": seiten}, aufloesung=100) == bilder


def test_picture_typst_refuses_tells_what_is_wrong(vorlagen: Path) -> None:
    (vorlagen / "probe.typ").write_text("#gibt-es-nicht")
    with pytest.raises(SatzError, match="gibt-es-nicht"):
        draw_seiten("probe", {}, aufloesung=100)


def test_document_typst_refuses_tells_what_is_wrong(vorlagen: Path) -> None:
    (vorlagen / "probe.typ").write_text("#gibt-es-nicht")
    with pytest.raises(SatzError, match="gibt-es-nicht"):
        set_pdf("probe", {})


def test_document_without_alternative_text_is_refused(vorlagen: Path) -> None:
    (vorlagen / "probe.typ").write_text(
        '#set document(title: "Probe")\n#image(bytes("<svg xmlns=\'http://www.w3.org/2000/svg\'/>"), format: "svg")'
    )
    with pytest.raises(SatzError, match="missing alt text"):
        set_pdf("probe", {})


def test_document_that_takes_too_long_is_stopped(vorlagen: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(satz, "SATZZEIT", 0.5)
    (vorlagen / "probe.typ").write_text(
        '#set document(title: "Probe")\n#let i = 0\n#for x in range(100000000) { i += x }'
    )
    with pytest.raises(UeberlastetError):
        set_pdf("probe", {})


def test_place_in_the_queue_is_given_back_after_a_failure(vorlagen: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(satz, "WARTEZEIT", 0.1)
    (vorlagen / "probe.typ").write_text("#gibt-es-nicht")
    for _versuch in range(5):
        with pytest.raises(SatzError):
            set_pdf("probe", {})


def test_nobody_waits_for_ever_for_a_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(satz, "WARTEZEIT", 0.1)
    with occupy(satz.GLEICHZEITIG, 2), pytest.raises(UeberlastetError):
        set_pdf("probe", {})


def test_where_somebody_waits_already_the_next_one_is_told_at_once() -> None:
    beginn = time.monotonic()
    with occupy(satz.ANGENOMMEN, 3), pytest.raises(UeberlastetError):
        set_pdf("probe", {})
    assert time.monotonic() - beginn < 1


@contextmanager
def occupy(plaetze: BoundedSemaphore, anzahl: int) -> Iterator[None]:
    assert [plaetze.acquire(timeout=5) for _platz in range(anzahl)] == [True] * anzahl
    try:
        yield
    finally:
        for _platz in range(anzahl):
            plaetze.release()
