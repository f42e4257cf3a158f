"""Papers and letters of a request: uploading, and the files themselves."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from konzept.domain.dokumente import (
    DokumentEntferntError,
    DokumentVerloreneError,
    add_dokument,
    list_dokumentarten,
    read_dokument,
)
from konzept.domain.kooperationsmaterial import Materialangaben, add_material, check_nimmt_material
from konzept.kooperationsforms import DokumentForm, MaterialForm
from konzept.models import Kooperationsanfrage
from konzept.models.kooperationswerte import Dokumentformat
from konzept.views.kooperationsbearbeitung import get_anfrage
from konzept.views.kooperationsloeschung import answer_entfernt, get_dokument
from konzept.views.kooperationsseiten import (
    BEARBEITEN,
    SEHEN,
    Formularseite,
    answer_formular,
    find_sperre,
    read_gesendetes,
)
from konzept.views.zugang import intern_form, intern_page, read_konto

ARTEN = {
    Dokumentformat.PDF: "application/pdf",
    Dokumentformat.PNG: "image/png",
    Dokumentformat.JPEG: "image/jpeg",
    Dokumentformat.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Dokumentformat.ODT: "application/vnd.oasis.opendocument.text",
}


@intern_form(BEARBEITEN)
def show_dokument(request: HttpRequest, pk: int) -> HttpResponse:
    anfrage = get_anfrage(pk)
    seite = Formularseite(titel=_("Dokument hochladen"), knopf=_("Hochladen"), anfrage=anfrage)

    def save(werte: dict[str, Any]) -> Kooperationsanfrage:
        return add_dokument(anfrage_id=pk, konto=read_konto(request), jetzt=timezone.now(), **werte).anfrage

    form = DokumentForm(*read_gesendetes(request), arten=list_dokumentarten(anfrage))
    return answer_formular(request, seite, form, save=save, erfolg=_("Das Dokument ist abgelegt."))


@intern_form(BEARBEITEN)
def show_material(request: HttpRequest, pk: int) -> HttpResponse:
    anfrage = get_anfrage(pk)
    seite = Formularseite(
        titel=_("Material, neue Version"),
        knopf=_("Version anlegen"),
        anfrage=anfrage,
        gesperrt=find_sperre(check_nimmt_material, anfrage),
    )

    def save(werte: dict[str, Any]) -> Kooperationsanfrage:
        datei = werte.pop("datei")
        angaben = Materialangaben(**werte)
        return add_material(
            anfrage_id=pk,
            angaben=angaben,
            datei=datei,
            konto=read_konto(request),
            jetzt=timezone.now(),
        ).anfrage

    form = MaterialForm(*read_gesendetes(request))
    return answer_formular(request, seite, form, save=save, erfolg=_("Die Version ist angelegt."))


@intern_page(SEHEN)
def show_datei(request: HttpRequest, kennung: str) -> HttpResponse:
    """Always as an attachment: nothing that somebody uploaded is shown inside our pages."""
    dokument = get_dokument(kennung)
    try:
        inhalt = read_dokument(dokument)
    except DokumentEntferntError:
        return answer_entfernt(request, dokument)
    except DokumentVerloreneError as fehler:
        raise Http404("the file is lost or changed") from fehler
    antwort = HttpResponse(inhalt, content_type=ARTEN[Dokumentformat(dokument.format)])
    antwort["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=dokument.dateiname) or ""
    antwort["X-Content-Type-Options"] = "nosniff"
    antwort["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return antwort
