"""Checking a printed sheet: where its code is typed, and what has changed since it was printed."""

import re

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from angebote.domain.pruefcode import PruefcodeError, Pruefzettel, read_pruefcode
from angebote.views.parameter import read_parameter
from angebote.views.pruefseite import build_pruefseite
from pankow_einsamkeit.decorators import private_page

BERICHTIGT = "berichtigt"  # parameter: the code had one wrong letter
# "pruefen" as people type it from paper; "ü" may be two characters, or written out where an address was copied.
GETIPPTES = r"(?i:pr(?:ue|ü|u\u0308|%C3%BC|u%CC%88)fen)"
ADRESSE = re.compile(rf".*/{GETIPPTES}/", re.DOTALL)


@private_page
def show_pruefen(request: HttpRequest) -> HttpResponse:
    """The form. A code that can be read leads on to its page, any other one is asked for again."""
    text = read_parameter(request).get("code")
    if text is None:
        return _show_formular(request)
    try:
        return _lead_to(read_pruefcode(_cut_out_code(text), jetzt=timezone.localtime()))
    except PruefcodeError as fehler:
        return _show_formular(request, text=text, fehler=str(fehler))


@private_page
def show_pruefung(request: HttpRequest, code: str) -> HttpResponse:
    """Each sheet has one address, however its code was typed."""
    jetzt = timezone.localtime()
    try:
        zettel = read_pruefcode(code, jetzt=jetzt)
    except PruefcodeError as fehler:
        return _show_formular(request, text=code, fehler=str(fehler))
    if code != zettel.code:
        return _lead_to(zettel)
    context = {
        "seite": build_pruefseite(zettel, jetzt=jetzt),
        "war_vertippt": BERICHTIGT in read_parameter(request),
        "pfad": [{"label": _("Liste prüfen"), "url": reverse("angebote:pruefen")}, {"label": _("Ergebnis"), "url": ""}],
    }
    return render(request, "angebote/pruefung.html", context)


@private_page
def redirect_pruefen(request: HttpRequest, _wort: str, code: str) -> HttpResponse:
    """From what people type from paper to the address that was meant; code: empty for the form."""
    adresse = reverse("angebote:pruefung", kwargs={"code": code}) if code else reverse("angebote:pruefen")
    query = request.META.get("QUERY_STRING", "")
    return redirect(f"{adresse}?{query}" if query else adresse)


def _cut_out_code(text: str) -> str:
    """Whoever copies the whole address from a scanner or a browser means the code in it."""
    return re.split(r"[?#]", ADRESSE.sub("", text, count=1))[0].strip("/ ")


def _lead_to(zettel: Pruefzettel) -> HttpResponse:
    adresse = reverse("angebote:pruefung", kwargs={"code": zettel.code})
    return redirect(f"{adresse}?{BERICHTIGT}=1" if zettel.war_vertippt else adresse)


def _show_formular(request: HttpRequest, *, text: str = "", fehler: str = "") -> HttpResponse:
    """Always 200: a typing error is no error of the site."""
    context = {"text": text, "fehler": fehler, "pfad": [{"label": _("Liste prüfen"), "url": ""}]}
    return render(request, "angebote/pruefen.html", context)
