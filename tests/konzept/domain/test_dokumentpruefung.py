"""What a file is, by its content; whatever it holds, the answer is a format or a German sentence."""

import struct
import zipfile
import zlib
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konzept.domain import dokumentpruefung
from konzept.domain.dokumentpruefung import DokumentError, read_format
from konzept.models.kooperationswerte import Dokumentformat
from tests.konzept.factories_kooperation import PDF, build_bild

FALSCHE_ART = (
    "Diese Art von Datei nehmen wir nicht an. Möglich sind PDF, PNG, JPEG, Word (DOCX) und OpenDocument (ODT)."
)
BESCHAEDIGT = "Diese Datei ist beschädigt oder unvollständig. Bitte wählen Sie eine andere."
LEER = "Diese Datei ist leer. Bitte wählen Sie eine andere."
MAKROS = "Diese Datei enthält Makros. Bitte speichern Sie sie ohne Makros oder als PDF."
# Programs, pages and archives in which readers of PDF would still find one.
FREMDE_ANFAENGE = (b"MZ", b"PK\x05\x06", b"<html>", b"<!DOCTYPE html>", b"#!/bin/sh\n", b"x", b"\xff\xfe")
WORD = {"[Content_Types].xml": "x", "word/document.xml": "x"}
ODT = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "x"}


def build_zip(teile: dict[str, str]) -> bytes:
    ziel = BytesIO()
    with zipfile.ZipFile(ziel, "w", zipfile.ZIP_DEFLATED) as archiv:
        for name, inhalt in teile.items():
            archiv.writestr(name, inhalt)
    return ziel.getvalue()


def build_riesenbild() -> bytes:
    """Says in its head that it is 20,000 pixels wide and high, and holds almost none."""
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(inhalt)) + art + inhalt + struct.pack(">I", zlib.crc32(art + inhalt))
        for art, inhalt in (
            (b"IHDR", struct.pack(">IIBBBBB", 20_000, 20_000, 8, 2, 0, 0, 0)),
            (b"IDAT", zlib.compress(b"\0" * 100)),
            (b"IEND", b""),
        )
    )


def refuse(inhalt: bytes) -> str:
    with pytest.raises(DokumentError) as fehler:
        read_format(inhalt)
    [satz] = fehler.value.message_dict["datei"]
    return str(satz)


@pytest.mark.parametrize(
    ("inhalt", "format_"),
    [
        (PDF, Dokumentformat.PDF),
        (b"\n\n" + PDF, Dokumentformat.PDF),
        (b"\xef\xbb\xbf" + PDF, Dokumentformat.PDF),
        (b"\xef\xbb\xbf \r\n" + PDF, Dokumentformat.PDF),
        (build_bild("PNG"), Dokumentformat.PNG),
        (build_bild("JPEG"), Dokumentformat.JPEG),
        (build_zip(WORD), Dokumentformat.DOCX),
        (build_zip(ODT), Dokumentformat.ODT),
    ],
)
def test_format_is_read_from_the_content(inhalt: bytes, format_: Dokumentformat) -> None:
    assert read_format(inhalt) == format_


def test_empty_file_is_refused() -> None:
    assert refuse(b"") == LEER


@pytest.mark.parametrize(
    "inhalt",
    [
        b"MZ\x90\x00",
        b"<!doctype html><script>",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        *(anfang + PDF for anfang in FREMDE_ANFAENGE),
        build_bild("GIF"),
        build_zip({"liste.csv": "Name;Strasse"}),
        build_zip({"[Content_Types].xml": "x", "xl/workbook.xml": "x"}),
        build_zip({**ODT, "mimetype": "application/vnd.oasis.opendocument.spreadsheet"}),
    ],
    ids=["exe", "html", "svg", *(f"{anfang!r} vor PDF" for anfang in FREMDE_ANFAENGE), "gif", "zip", "xlsx", "ods"],
)
def test_file_of_another_kind_is_refused(inhalt: bytes) -> None:
    assert refuse(inhalt) == FALSCHE_ART


@pytest.mark.parametrize(
    "inhalt",
    [
        PDF.replace(b"%%EOF", b""),
        build_bild("PNG")[:-20],
        build_bild("JPEG")[:60],
        build_zip(WORD)[:40],
        build_zip(WORD).replace(b"word/document.xml", b"word/documemt.xml", 1),
    ],
    ids=["pdf", "png", "jpeg", "halbes zip", "zip mit falschen Namen"],
)
def test_broken_file_is_refused(inhalt: bytes) -> None:
    assert refuse(inhalt) == BESCHAEDIGT


@pytest.mark.parametrize("teile", [{**WORD, "word/vbaProject.bin": "x"}, {**ODT, "Basic/Standard/Module1.xml": "x"}])
def test_file_with_macros_is_refused(teile: dict[str, str]) -> None:
    assert refuse(build_zip(teile)) == MAKROS


def test_file_that_would_unpack_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dokumentpruefung, "ENTPACKT_HOECHSTENS", 1000)
    assert refuse(build_zip({**WORD, "word/media/a": "0" * 1001})) == (
        "Diese Datei ist entpackt zu groß. Bitte speichern Sie sie als PDF."
    )


def test_file_of_too_many_parts_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dokumentpruefung, "TEILE_HOECHSTENS", 2)
    assert refuse(build_zip({**WORD, "mehr": "x"})) == (
        "Diese Datei ist entpackt zu groß. Bitte speichern Sie sie als PDF."
    )


def test_picture_of_too_many_pixels_is_refused_before_it_is_unpacked() -> None:
    assert refuse(build_riesenbild()) == (
        "Dieses Bild hat zu viele Pixel. Bitte verkleinern Sie es oder nehmen Sie ein PDF."
    )


def test_picture_just_above_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dokumentpruefung, "HOECHSTE_PIXELZAHL", 15)
    assert refuse(build_bild()).startswith("Dieses Bild hat zu viele Pixel.")


@given(st.sampled_from([b"", b"%PDF-", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"PK\x03\x04"]), st.binary(max_size=200))
def test_any_bytes_give_a_format_or_a_sentence(anfang: bytes, rest: bytes) -> None:
    try:
        ergebnis = str(read_format(anfang + rest))
    except DokumentError as fehler:
        [ergebnis] = fehler.message_dict["datei"]
    assert ergebnis in {*Dokumentformat.values, FALSCHE_ART, BESCHAEDIGT, LEER}
