"""From a document to a PDF or to pictures, by typst in a process of its own: bounded in number, time and size."""

from __future__ import annotations

import json
import subprocess
import sys
from base64 import b64decode
from collections.abc import Mapping
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any

from django.conf import settings

from angebote.druck.druckbar import keep_druckbares

SETZER = Path(__file__).with_name("setzer.py")
# In each process of the server: two documents are made and one waits, so that the other threads go on answering.
GLEICHZEITIG, ANGENOMMEN = BoundedSemaphore(2), BoundedSemaphore(3)
WARTEZEIT = 10  # seconds for a free place
SATZZEIT = 20  # seconds for one document; gunicorn gives a request 30


class SatzError(RuntimeError):
    """No PDF: typst refused the document. A mistake of ours, not of the visitor."""


class UeberlastetError(RuntimeError):
    """No PDF now: too many are being made, or this one takes too long."""


def set_pdf(vorlage: str, daten: Mapping[str, Any]) -> bytes:
    """The PDF of templates/druck/<vorlage>.typ with these data (strings, numbers, lists, objects).

    Letters no font has are left out (druckbar.py).

    Raises UeberlastetError where somebody is waiting already, after ten seconds of waiting and after twenty of work;
    SatzError for a document typst refuses.
    """
    return _wait_and_run(vorlage, daten, aufloesung=0)


def draw_seiten(vorlage: str, daten: Mapping[str, Any], *, aufloesung: int) -> list[bytes]:
    """Each page of templates/druck/<vorlage>.typ as PNG. aufloesung: dots per inch. Raises as set_pdf."""
    return [b64decode(seite) for seite in json.loads(_wait_and_run(vorlage, daten, aufloesung=aufloesung))]


def _wait_and_run(vorlage: str, daten: Mapping[str, Any], *, aufloesung: int) -> bytes:
    if not ANGENOMMEN.acquire(blocking=False):
        raise UeberlastetError
    try:
        if not GLEICHZEITIG.acquire(timeout=WARTEZEIT):
            raise UeberlastetError
        try:
            return _run_setzer(vorlage, daten, aufloesung=aufloesung)
        finally:
            GLEICHZEITIG.release()
    finally:
        ANGENOMMEN.release()


def _run_setzer(vorlage: str, daten: Mapping[str, Any], *, aufloesung: int) -> bytes:
    wurzel = settings.BASE_DIR / "templates" / "druck"
    schriften = settings.BASE_DIR / "build" / "schriften"
    auftrag = {
        "vorlage": str(wurzel / f"{vorlage}.typ"),
        "wurzel": str(wurzel),
        "schriften": str(schriften),
        "daten": keep_druckbares(daten, schriften=schriften),
        "aufloesung": aufloesung,
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
