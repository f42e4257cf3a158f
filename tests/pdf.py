"""Reads our PDFs with programs that are not ours: poppler's pdftotext, and pikepdf in the tests themselves."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from typing import Any

import pikepdf
import pytest

PDFTOTEXT = shutil.which("pdftotext")


def read_text(pdf: bytes, *, zeilen: bool = False) -> str:
    """The words in reading order, white space folded; zeilen: as they stand beside each other. Without poppler the test is left out; in CI it fails."""
    if PDFTOTEXT is None and not os.environ.get("CI"):
        pytest.skip("no pdftotext found (Debian: poppler-utils)")
    ergebnis = subprocess.run(
        [PDFTOTEXT or "pdftotext", *(["-layout"] if zeilen else []), "-", "-"],
        input=pdf,
        capture_output=True,
        check=True,
    )
    return " ".join(ergebnis.stdout.decode().split())


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
