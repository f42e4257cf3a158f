"""Answers with a PDF that was made once for each state of the catalogue, or asks to come back in a moment."""

from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from http import HTTPStatus
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from angebote.domain.katalogstand import read_version
from angebote.druck.dokumentspeicher import Dokumentspeicher
from angebote.druck.satz import UeberlastetError, set_pdf
from pankow_einsamkeit.fassung import read_fassung

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

WIEDERKOMMEN = 10  # seconds
SPEICHER = Dokumentspeicher(hoechstens=24_000_000)


def answer_pdf(
    request: HttpRequest,
    vorlage: str,
    build: Callable[[], "DataclassInstance"],
    *,
    schluessel: tuple[str, ...],
    dateiname: str,
) -> HttpResponse:
    """The document of templates/druck/<vorlage>.typ. schluessel: what it depends on besides the release.

    Its first part is the mark of the catalogue with the day; where that is empty nothing is kept.
    """

    def make() -> bytes:
        return set_pdf(vorlage, asdict(build()))

    try:
        pdf = SPEICHER.get((vorlage, read_fassung(), *schluessel), make) if schluessel[0] else make()
    except UeberlastetError:
        return show_ueberlastet(request)
    headers = {"Content-Disposition": f'inline; filename="{dateiname}"'}
    return HttpResponse(pdf, content_type="application/pdf", headers=headers)


def read_tagesstand(*, heute: date) -> str:
    """For documents that show whole days, whatever of today is over: changes with the catalogue and at midnight."""
    version = read_version()
    return f"{version}-{heute.isoformat()}" if version else ""


def show_ueberlastet(request: HttpRequest) -> HttpResponse:
    """All places for PDFs are taken: the same address works again in a moment."""
    response = render(request, "503.html", status=HTTPStatus.SERVICE_UNAVAILABLE)
    response.headers["Retry-After"] = str(WIEDERKOMMEN)
    return response
