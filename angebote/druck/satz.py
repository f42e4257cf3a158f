"""From a document to a PDF, by typst in a process of its own: bounded in number, time and size (design.md 9)."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any

from django.conf import settings

from angebote.druck.druckbar import keep_druckbares

SETZER = Path(__file__).with_name("setzer.py")
GLEICHZEITIG = BoundedSemaphore(2)  # in each process of the server: the other threads go on answering
WARTEZEIT = 10  # seconds for a free place
SATZZEIT = 20  # seconds for one document; gunicorn gives a request 30


class SatzError(RuntimeError):
    """No PDF: typst refused the document. A mistake of ours, not of the visitor."""


class UeberlastetError(RuntimeError):
    """No PDF now: too many are being made, or this one takes too long."""


def set_pdf(vorlage: str, daten: Mapping[str, Any]) -> bytes:
    """The PDF of templates/druck/<vorlage>.typ with these data (strings, numbers, lists, objects).

    Letters no font has are left out (druckbar.py).

    Raises UeberlastetError after ten seconds of waiting or twenty of work, SatzError for a document typst refuses.
    """
    if not GLEICHZEITIG.acquire(timeout=WARTEZEIT):
        raise UeberlastetError
    try:
        return _run_setzer(vorlage, daten)
    finally:
        GLEICHZEITIG.release()


def _run_setzer(vorlage: str, daten: Mapping[str, Any]) -> bytes:
    wurzel = settings.BASE_DIR / "templates" / "druck"
    schriften = settings.BASE_DIR / "build" / "schriften"
    auftrag = {
        "vorlage": str(wurzel / f"{vorlage}.typ"),
        "wurzel": str(wurzel),
        "schriften": str(schriften),
        "daten": keep_druckbares(daten, schriften=schriften),
    }
    try:
        ergebnis = subprocess.run(  # noqa: S603  our own program, nothing of the visitor in its arguments
            [sys.executable, "-I", str(SETZER)],
            input=json.dumps(auftrag).encode(),
            capture_output=True,
            timeout=SATZZEIT,
            check=False,
        )
    except subprocess.TimeoutExpired as fehler:
        raise UeberlastetError from fehler
    if ergebnis.returncode:
        raise SatzError(ergebnis.stderr.decode(errors="replace"))
    return ergebnis.stdout
