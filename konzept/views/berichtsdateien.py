"""A report as a file: PDF and Word, of the frozen content where there is one."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.text import slugify

from angebote.druck.satz import UeberlastetError
from angebote.views.pdfantwort import show_ueberlastet
from konzept.choices import Berichtsstatus
from konzept.domain.berichtsfolge import find_geltenden
from konzept.druck.bericht_docx import write_bericht
from konzept.druck.bericht_pdf import set_bericht
from konzept.models import Bericht
from konzept.views.berichte import SEHEN
from konzept.views.berichtsansicht import describe_vermerk, load_bericht, read_dokument
from konzept.views.zugang import intern_page

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@intern_page(SEHEN)
def send_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    bericht = load_bericht(pk)
    dokument = read_dokument(bericht, heute=timezone.localdate())
    try:
        pdf = set_bericht(dokument, vermerk=describe_vermerk(bericht))
    except UeberlastetError:
        return show_ueberlastet(request)
    return _answer(pdf, content_type="application/pdf", name=build_dateiname(bericht, "pdf"))


@intern_page(SEHEN)
def send_docx(request: HttpRequest, pk: int) -> HttpResponse:
    bericht = load_bericht(pk)
    dokument, vermerk = read_dokument(bericht, heute=timezone.localdate()), describe_vermerk(bericht)
    try:
        datei = write_bericht(dokument, vermerk=vermerk, erstellt=bericht.eingefroren_am or timezone.now())
    except UeberlastetError:
        return show_ueberlastet(request)
    return _answer(datei, content_type=DOCX, name=build_dateiname(bericht, "docx"))


def build_dateiname(bericht: Bericht, endung: str) -> str:
    """zwischenbericht-ix-1179-2026-11-28.pdf is valid; any other name says what it is, such as …-2026-11-28-berichtigt.

    A correction: zwischenbericht-ix-1179-berichtigung-vom-2026-11-30.pdf.
    """
    tag = bericht.stichtag.isoformat() if bericht.stichtag else ""
    berichtigung = ("berichtigung-vom" if tag else "berichtigung") if bericht.berichtigt_id else ""
    zustand: str = bericht.status
    if bericht.status == Berichtsstatus.FREIGEGEBEN:
        zustand = "berichtigt" if find_geltenden(bericht) else ""
    teile = (bericht.art, slugify(bericht.nummer), berichtigung, tag, zustand)
    return f"{'-'.join(filter(None, teile))}.{endung}"


def _answer(inhalt: bytes, *, content_type: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(inhalt, content_type=content_type, headers=headers)
