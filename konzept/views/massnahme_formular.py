"""Pages with a form: a measure, its milestones, its indicators and what was counted."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
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
    find_stand,
)
from konzept.models import Indikator, Massnahme
from konzept.models.massnahme import TITEL_LAENGE
from konzept.views.massnahmenadresse import build_pfad
from konzept.views.massnahmenformulare import Indikatorformular, Massnahmenformular, Meilensteinformular, Wertformular
from konzept.views.massnahmenzahl import read_zahl
from konzept.views.zugang import intern_form


@intern_form("konzept.add_massnahme")
def create(request: HttpRequest) -> HttpResponse:
    konto: Any = request.user
    formular = Massnahmenformular(request.POST or None, initial=read_vorgaben(request.GET))
    if request.method == "POST" and formular.is_valid():
        try:
            angaben = formular.cleaned_data | {"luecke": read_schluessel(request.GET.get("luecke", ""))}
            massnahme = create_massnahme(angaben=angaben, konto=konto)
        except ValidationError as fehler:
            formular.add_error(None, fehler)
        else:
            messages.success(request, _("Die Maßnahme ist angelegt. Sie ist geplant, bis Sie sie beginnen."))
            return redirect(massnahme)
    return _show(request, formular, _("Neue Maßnahme"), knopf=_("Maßnahme anlegen"))


@intern_form("konzept.change_massnahme")
def change(request: HttpRequest, pk: int) -> HttpResponse:
    konto: Any = request.user
    massnahme = get_object_or_404(Massnahme, pk=pk)
    titel = massnahme.titel  # the form writes into the record even what it then refuses
    stand = read_zahl(request.POST.get("stand", "")) or find_stand(pk)
    formular = Massnahmenformular(request.POST or None, instance=massnahme)
    if request.method == "POST" and formular.is_valid():
        try:
            change_massnahme(massnahme_id=pk, angaben=formular.cleaned_data, konto=konto, stand=stand)
        except ValidationError as fehler:
            formular.add_error(None, fehler)
            stand = find_stand(pk)  # who has read what happened may save over it
        else:
            messages.success(request, _("Gesichert."))
            return redirect(massnahme)
    return _show(request, formular, _("Maßnahme bearbeiten"), massnahme=massnahme, name=titel, stand=stand)


@intern_form("konzept.change_massnahme")
def create_meilenstein(request: HttpRequest, pk: int) -> HttpResponse:
    konto: Any = request.user
    massnahme = get_object_or_404(Massnahme, pk=pk)
    formular = Meilensteinformular(request.POST or None, instance=massnahme.meilensteine.model(massnahme=massnahme))
    if request.method == "POST" and formular.is_valid():
        try:
            add_meilenstein(massnahme=massnahme, **formular.cleaned_data, konto=konto)
        except ValidationError as fehler:
            formular.add_error(None, fehler)
        else:
            messages.success(request, _("Der Meilenstein ist eingetragen."))
            return redirect(massnahme)
    return _show(request, formular, _("Neuer Meilenstein"), massnahme=massnahme, name=massnahme.titel)


@intern_form("konzept.change_massnahme")
def create_indikator(request: HttpRequest, pk: int) -> HttpResponse:
    konto: Any = request.user
    massnahme = get_object_or_404(Massnahme, pk=pk)
    formular = Indikatorformular(request.POST or None, instance=Indikator(massnahme=massnahme))
    if request.method == "POST" and formular.is_valid():
        try:
            add_indikator(massnahme=massnahme, angaben=formular.cleaned_data, konto=konto)
        except ValidationError as fehler:
            formular.add_error(None, fehler)
        else:
            messages.success(request, _("Der Indikator ist eingetragen."))
            return redirect(massnahme)
    return _show(request, formular, _("Neuer Indikator"), massnahme=massnahme, name=massnahme.titel)


@intern_form("konzept.change_massnahme")
def create_wert(request: HttpRequest, pk: int) -> HttpResponse:
    konto: Any = request.user
    indikator = get_object_or_404(Indikator.objects.select_related("massnahme"), pk=pk)
    massnahme, heute = indikator.massnahme, timezone.localdate()
    formular = Wertformular(request.POST or None)
    if request.method == "POST" and formular.is_valid():
        try:
            add_indikatorwert(indikator=indikator, konto=konto, heute=heute, **formular.cleaned_data)
        except ValidationError as fehler:
            formular.add_error(None, fehler)
        else:
            messages.success(request, _("Der Wert ist eingetragen."))
            return redirect(massnahme)
    titel = _("Wert eintragen: %(indikator)s") % {"indikator": indikator.name}
    return _show(request, formular, titel, massnahme=massnahme, name=massnahme.titel)


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
    stand: int | None = None,
) -> HttpResponse:
    stellen = [(name, massnahme.get_absolute_url())] if massnahme else []
    context = {
        "form": formular,
        "titel": titel,
        "massnahme": massnahme,
        "knopf": knopf or _("Sichern"),
        "stand": stand,
        "nennt_verknuepfungen": isinstance(formular, Massnahmenformular),
        "pfad": build_pfad(*stellen, titel),
    }
    return render(request, "konzept/massnahmen/formular.html", context)
