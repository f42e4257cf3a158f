"""Reads our PDFs with programs that are not ours: poppler's pdftotext, and pikepdf in the tests themselves."""

import os
import shutil
import subprocess

import pytest

PDFTOTEXT = shutil.which("pdftotext")


def read_text(pdf: bytes) -> str:
    """The words in reading order, white space folded. Without poppler the test is left out; in CI it fails."""
    if PDFTOTEXT is None and not os.environ.get("CI"):
        pytest.skip("no pdftotext found (Debian: poppler-utils)")
    ergebnis = subprocess.run([PDFTOTEXT or "pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
    return " ".join(ergebnis.stdout.decode().split())
