"""The guide to the columns, the template, and offers as a table."""

from __future__ import annotations

from django.contrib.admin import ModelAdmin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from angebote.admin.einlesevorgang import build_context, check_recht
from angebote.importers.pfad.ausgabe import CSV_TYP, FORMATE, XLSX_TYP, build_tabelle, build_vorlage, write_tabelle
from angebote.importers.pfad.spalten import list_spalten
from angebote.importers.pfad.spaltenarten import Rolle
from angebote.importers.pfad.spaltenbau import CHOICES
from angebote.models import Kategorie, Kiez, Sprache, Zielgruppe


def show_spalten(request: HttpRequest, *, model_admin: ModelAdmin) -> HttpResponse:
    """The guide: what stands in which column."""
    check_recht(request)
    context = build_context(request, model_admin, _("So füllen Sie die Tabelle aus")) | {
        "spalten": [spalte for spalte in list_spalten() if spalte.rolle == Rolle.BEIDES],
        "eingabespalten": [spalte for spalte in list_spalten() if spalte.rolle == Rolle.EINGABE],
        "listen": build_listen(),
    }
    return render(request, "admin/angebote/einlesen_spalten.html", context)


def build_listen() -> list[tuple[str, list[str]]]:
    """Every word that a column with a closed list takes."""
    tabellen = ((Kategorie, _("Kategorien")), (Zielgruppe, _("auch gut geeignet für")), (Sprache, _("Sprachen")))
    listen = [(titel, [str(eintrag) for eintrag in modell.objects.all()]) for modell, titel in tabellen]
    listen.append((_("Einzugsgebiet (Kieze)"), list(Kiez.objects.values_list("name", flat=True))))
    titel_je_name = {spalte.name: str(spalte.titel) for spalte in list_spalten()}
    return listen + [(titel_je_name[name], [str(w.label) for w in liste]) for name, liste in CHOICES.items()]


def download_vorlage(request: HttpRequest, format_: str, *, model_admin: ModelAdmin) -> HttpResponse:
    check_recht(request)
    if format_ not in FORMATE:
        return redirect("admin:angebote_einlesen")
    return build_download(write_tabelle(build_vorlage(), format_), _get_typ(format_), f"vorlage.{format_}")


def download_ausgabe(request: HttpRequest, format_: str, *, model_admin: ModelAdmin) -> HttpResponse:
    """What the list shows with its filters and its search, and everything without them."""
    check_recht(request)
    if format_ not in FORMATE:
        return redirect("admin:angebote_angebot_changelist")
    liste = model_admin.get_changelist_instance(request)
    tabelle = build_tabelle(liste.get_queryset(request).order_by("pk").distinct())
    name = f"angebote-{timezone.localdate():%Y-%m-%d}.{format_}"
    return build_download(write_tabelle(tabelle, format_), _get_typ(format_), name)


def _get_typ(format_: str) -> str:
    return f"{CSV_TYP}; charset=utf-8" if format_ == "csv" else XLSX_TYP


def build_download(inhalt: bytes, typ: str, name: str) -> HttpResponse:
    return HttpResponse(inhalt, content_type=typ, headers={"Content-Disposition": f'attachment; filename="{name}"'})
