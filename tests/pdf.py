"""Reads our PDFs with programs that are not ours: poppler, a scanner of codes, and pikepdf in the tests themselves."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pikepdf
import pytest
import zxingcpp
from PIL import Image

PDFTOTEXT, PDFINFO, PDFTOPPM = map(shutil.which, ("pdftotext", "pdfinfo", "pdftoppm"))
AUFLOESUNG = 150  # dots per inch, less than any printer has
ZOLL = 25.4  # mm
WORTE = re.compile(r'^\s*"(.*)"$', re.MULTILINE)


def read_text(pdf: bytes) -> str:
    """The words in reading order, white space folded."""
    return " ".join(read_pages(pdf))


def read_lines(pdf: bytes) -> str:
    """The words as they stand beside each other on the page."""
    return " ".join(_run(PDFTOTEXT, "-layout", "-", "-", pdf=pdf).split())


def read_pages(pdf: bytes) -> list[str]:
    """The words of each page. Without poppler the test is left out; in CI it fails."""
    return [" ".join(seite.split()) for seite in _run(PDFTOTEXT, "-", "-", pdf=pdf).split("\f")[:-1]]


def read_structure(pdf: bytes) -> str:
    """The words in the order of the tags, which is the order a screen reader takes."""
    return " ".join(" ".join(WORTE.findall(_run(PDFINFO, "-struct-text", "-", pdf=pdf))).split())


def _run(programm: str | None, *argumente: str, pdf: bytes) -> str:
    if programm is None and not os.environ.get("CI"):
        pytest.skip("no poppler found (Debian: poppler-utils)")
    ergebnis = subprocess.run([programm or "pdfinfo", *argumente], input=pdf, capture_output=True, check=True)
    return ergebnis.stdout.decode(errors="replace")  # pdfinfo prints alternative texts as the bytes they are


def scan_codes(pdf: bytes) -> list[tuple[str, float]]:
    """What a camera reads on each rendered page, from top to bottom, and how wide each code is on paper in mm."""
    codes = []
    for bild in render_pages(pdf):
        gefundene = sorted(zxingcpp.read_barcodes(bild), key=lambda code: code.position.top_left.y)
        codes += [
            (code.text, (code.position.top_right.x - code.position.top_left.x) / AUFLOESUNG * ZOLL)
            for code in gefundene
        ]
    return codes


def render_pages(pdf: bytes) -> list[Image.Image]:
    """Each page as a picture, as it comes out of a black-and-white printer."""
    with TemporaryDirectory() as ordner:
        _run(PDFTOPPM, "-r", str(AUFLOESUNG), "-gray", "-png", "-", f"{ordner}/seite", pdf=pdf)
        return [Image.open(BytesIO(datei.read_bytes())).convert("L") for datei in sorted(Path(ordner).glob("*.png"))]


def list_rollen(pdf: pikepdf.Pdf) -> list[str]:
    """The kinds of all structure elements in reading order: what a screen reader makes of the document."""

    def walk(knoten: Any) -> Iterator[str]:
        if isinstance(knoten, pikepdf.Array):
            for kind in knoten:
                yield from walk(kind)
        elif isinstance(knoten, pikepdf.Dictionary):
            if "/S" in knoten:
                yield str(knoten.S).removeprefix("/")
            if "/K" in knoten:
                yield from walk(knoten.K)

    return list(walk(pdf.Root.StructTreeRoot.K))
