"""Reads our PDFs with programs that are not ours: poppler's pdftotext, and pikepdf in the tests themselves."""

import os
import re
import shutil
import subprocess

import pytest

PDFTOTEXT, PDFINFO = shutil.which("pdftotext"), shutil.which("pdfinfo")
WORTE = re.compile(r'^\s*"(.*)"$', re.MULTILINE)


def read_text(pdf: bytes) -> str:
    """The words in reading order, white space folded."""
    return " ".join(read_pages(pdf))


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
