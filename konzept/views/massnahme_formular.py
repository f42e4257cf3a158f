"""Pages with a form: a measure, its milestones, its indicators and what was counted."""

from __future__ import annotations

from typing import Any

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _

from angebote.models import Kategorie, Kiez
from konzept.choices import Massnahmenart
from konzept.domain.lueckenzelle import read_schluessel
from konzept.domain.massnahmen import (
    add_indikator,
    add_indikatorwert,
    add_meilenstein,
    change_massnahme,
    create_massnahme,
)
from konzept.domain.zwischenstaende import read_felder
from konzept.models import Indikator, Massnahme, Meilenstein
from konzept.models.massnahme import TITEL_LAENGE
from konzept.views.formularantwort import save_formular
from konzept.views.massnahmenadresse import build_pfad
from konzept.views.massnahmenformulare import Indikatorformular, Massnahmenformular, Meilensteinformular, Wertformular
from konzept.views.zugang import intern_form, read_konto
from konzept.views.zwischenstand import read_stand, sign_stand


@intern_form("konzept.add_massnahme")
def create(request: HttpRequest) -> HttpResponse:
    konto = read_konto(request)
    luecke = {"luecke": read_schluessel(request.GET.get("luecke", ""))}
    formular = Massnahmenformular(request.POST or None, initial=read_vorgaben(request.GET))
    antwort = save_formular(
        request,
        formular,
        save=lambda angaben: create_massnahme(angaben=angaben | luecke, konto=konto),
        erfolg=_("Die Maßnahme ist angelegt. Sie ist geplant, bis Sie sie beginnen."),
    )
    return antwort or _show(request, formular, _("Neue Maßnahme"), knopf=_("Maßnahme anlegen"))


@intern_form("konzept.change_massnahme")
def change(request: HttpRequest, pk: int) -> HttpResponse:
    konto = read_konto(request)
    massnahme = get_object_or_404(Massnahme, pk=pk)
    titel = massnahme.titel  # the form writes into the record even what it then refuses
    gespeichert = read_felder(massnahme, Massnahmenformular.Meta.fields)
    formular = Massnahmenformular(request.POST or None, instance=massnahme)
    antwort = save_formular(
        request,
        formular,
        save=lambda angaben: change_massnahme(
            massnahme_id=pk, angaben=angaben, konto=konto, gesehen=read_stand(request, massnahme)
        ),
        erfolg=_("Gesichert."),
    )
    stand = sign_stand(request, massnahme, formular, gespeichert=gespeichert)
    return antwort or _show(request, formular, _("Maßnahme bearbeiten"), massnahme=massnahme, name=titel, stand=stand)


@intern_form("konzept.change_massnahme")
def create_meilenstein(request: HttpRequest, pk: int) -> HttpResponse:
    konto = read_konto(request)
    massnahme = get_object_or_404(Massnahme, pk=pk)
    formular = Meilensteinformular(request.POST or None, instance=Meilenstein(massnahme=massnahme))
    antwort = save_formular(
        request,
        formular,
        save=lambda angaben: add_meilenstein(massnahme=massnahme, konto=konto, **angaben).massnahme,
        erfolg=_("Der Meilenstein ist eingetragen."),
    )
    return antwort or _show(request, formular, _("Neuer Meilenstein"), massnahme=massnahme, name=massnahme.titel)


@intern_form("konzept.change_massnahme")
def create_indikator(request: HttpRequest, pk: int) -> HttpResponse:
    konto = read_konto(request)
    massnahme = get_object_or_404(Massnahme, pk=pk)
    formular = Indikatorformular(request.POST or None, instance=Indikator(massnahme=massnahme))
    antwort = save_formular(
        request,
        formular,
        save=lambda angaben: add_indikator(massnahme=massnahme, angaben=angaben, konto=konto).massnahme,
        erfolg=_("Der Indikator ist eingetragen."),
    )
    return antwort or _show(request, formular, _("Neuer Indikator"), massnahme=massnahme, name=massnahme.titel)


@intern_form("konzept.change_massnahme")
def create_wert(request: HttpRequest, pk: int) -> HttpResponse:
    konto = read_konto(request)
    indikator = get_object_or_404(Indikator.objects.select_related("massnahme"), pk=pk)
    massnahme, heute = indikator.massnahme, timezone.localdate()
    formular = Wertformular(request.POST or None)
    antwort = save_formular(
        request,
        formular,
        save=lambda angaben: (
            add_indikatorwert(indikator=indikator, konto=konto, heute=heute, **angaben).indikator.massnahme
        ),
        erfolg=_("Der Wert ist eingetragen."),
    )
    titel = _("Wert eintragen: %(indikator)s") % {"indikator": indikator.name}
    return antwort or _show(request, formular, titel, massnahme=massnahme, name=massnahme.titel)


def read_vorgaben(parameter: QueryDict) -> dict[str, Any]:
    """From the gap analysis: a Kiez, a category by slug, a type, a title. What is not known is left out."""
    kiez = Kiez.objects.filter(slug=parameter.get("kiez", "").replace("\0", "")).first()
    kategorie = Kategorie.objects.filter(slug=parameter.get("kategorie", "").replace("\0", "")).first()
    titel = parameter.get("titel", "").replace("\0", "").strip()
    if not titel and kategorie:
        titel = _("Mehr „%(kategorie)s“") % {"kategorie": kategorie}
        titel += _(" in %(kiez)s") % {"kiez": kiez} if kiez else ""
    art = parameter.get("art", "")
    return {
        "titel": titel[:TITEL_LAENGE],
        "kieze": [kiez.pk] if kiez else [],
        "art": art if art in Massnahmenart.values else "",
    }


def _show(
    request: HttpRequest,
    formular: BaseForm,
    titel: str,
    *,
    massnahme: Massnahme | None = None,
    name: str = "",
    knopf: str = "",
    stand: str = "",
) -> HttpResponse:
    stellen = [(name, massnahme.get_absolute_url())] if massnahme else []
    context = {
        "form": formular,
        "titel": titel,
        "massnahme": massnahme,
        "knopf": knopf or _("Sichern"),
        "stand": stand,
        "nennt_verknuepfungen": isinstance(formular, Massnahmenformular),
        "fehlt_bereich": isinstance(formular, Massnahmenformular) and not formular.hat_bereiche,
        "pfad": build_pfad(*stellen, titel),
    }
    return render(request, "konzept/massnahmen/formular.html", context)
