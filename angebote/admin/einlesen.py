"""Lists in and out: upload, preview, apply in steps, report; template, guide and export. Works without a script."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from functools import partial
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from angebote.domain.feldtexte import Feldaenderung
from angebote.importers.pfad.ablage import delete_ablage, delete_alte, load_ablage, save_ablage
from angebote.importers.pfad.anwenden import Lauf, apply_zeilen
from angebote.importers.pfad.ausgabe import CSV_TYP, FORMATE, XLSX_TYP, build_tabelle, build_vorlage, write_tabelle
from angebote.importers.pfad.bericht import (
    ERGEBNISWORTE,
    Importbericht,
    build_aenderungstexte,
    write_bericht,
    write_berichtszeilen,
)
from angebote.importers.pfad.grenzen import HOECHSTENS_BYTES, DateifehlerError
from angebote.importers.pfad.lesen import Lesung, finish_import, list_fehlende, preview_zeilen, read_lesung
from angebote.importers.pfad.plan import (
    AUS_DER_DATEI,
    NEU_ANLEGEN,
    UEBERSPRINGEN,
    ZU_ANGEBOT,
    Auftrag,
    Ergebnis,
    Planzeile,
)
from angebote.importers.pfad.spalten import list_spalten
from angebote.importers.pfad.spaltenarten import Rolle
from angebote.importers.pfad.spaltenbau import CHOICES
from angebote.importers.pfad.zeilen import from_json, to_json
from angebote.models import Kategorie, Kiez, Sprache, Zielgruppe
from angebote.models.importbezug import QUELLE_LAENGE

JE_SCHRITT = 500
GEZEIGT = 200  # rows of a kind on the page; the rest stands in the report
RECHTE = ("angebote.import_importbezug", "angebote.add_angebot", "angebote.change_angebot")
VEROEFFENTLICHEN = "angebote.publish_angebot"
ENTSCHEIDUNG = re.compile(rf"{NEU_ANLEGEN}|{UEBERSPRINGEN}|{AUS_DER_DATEI}|{ZU_ANGEBOT}[0-9]{{1,18}}")
GRUPPEN = (
    (Ergebnis.ABGELEHNT, gettext_lazy("Abgelehnt: bitte in der Datei berichtigen")),
    (Ergebnis.DOPPELT, gettext_lazy("Vielleicht schon da: bitte entscheiden")),
    (Ergebnis.GEAENDERT, gettext_lazy("Wird geändert")),
    (Ergebnis.VORSCHLAG, gettext_lazy("Wird als Vorschlag eingereicht")),
    (Ergebnis.NEU, gettext_lazy("Wird neu angelegt, als Entwurf")),
)


class HochladenForm(forms.Form):
    lesung: Lesung

    datei = forms.FileField(label=gettext_lazy("Datei (CSV, Excel, HSDS-Paket oder Kalenderdatei)"))
    quelle = forms.CharField(
        label=gettext_lazy("Quelle"),
        max_length=QUELLE_LAENGE,
        help_text=gettext_lazy("Von wem die Liste ist. Beim nächsten Mal derselbe Name, dann werden Angebote erkannt."),
    )
    kategorie = forms.ModelChoiceField(
        Kategorie.objects.all(),
        label=gettext_lazy("Kategorie für Zeilen ohne Kategorie"),
        required=False,
        help_text=gettext_lazy("Kalender und Pakete anderer Verzeichnisse kennen unsere Kategorien nicht."),
    )
    ist_vollstaendig = forms.BooleanField(
        label=gettext_lazy("Die Datei ist vollständig"),
        required=False,
        initial=True,
        help_text=gettext_lazy("Dann wird gekennzeichnet, was diese Quelle nicht mehr nennt. Gelöscht wird nichts."),
    )

    def clean(self) -> dict[str, Any] | None:
        daten = super().clean()
        if daten and daten.get("datei"):
            kategorie = daten.get("kategorie")
            try:
                self.lesung = read_lesung(daten["datei"].read(), kategorie=kategorie.name if kategorie else "")
            except DateifehlerError as fehler:
                self.add_error("datei", str(fehler))
        return daten

    def clean_datei(self) -> Any:
        datei = self.cleaned_data["datei"]
        if datei.size > HOECHSTENS_BYTES:
            raise forms.ValidationError(_("Die Datei ist zu groß (höchstens 20 MB). Bitte in mehrere Dateien teilen."))
        return datei


@dataclass(frozen=True)
class Vorschauzeile:
    """A row of the preview with everything in words."""

    planzeile: Planzeile
    aenderungen: list[Feldaenderung]
    konflikte: list[Feldaenderung]


@dataclass(frozen=True)
class Gruppe:
    ergebnis: Ergebnis
    titel: Any
    anzahl: int
    zeilen: list[Vorschauzeile]


@dataclass
class Vorgang:
    """What waits in the Ablage. fertig: rows applied so far. berichtszeilen: their lines of the report."""

    quelle: str
    datei: str
    ist_vollstaendig: bool
    zeilen: list[dict[str, Any]]
    unbekannte: list[str]
    hinweise: list[str]
    entscheidungen: dict[str, str] = field(default_factory=dict)
    fertig: int = 0
    berichtszeilen: list[list[str]] = field(default_factory=list)
    zahlen: dict[str, int] = field(default_factory=dict)
    fehlende: list[str] = field(default_factory=list)

    @property
    def ist_fertig(self) -> bool:
        return self.fertig >= len(self.zeilen)

    @property
    def lesung(self) -> Lesung:
        return Lesung([from_json(zeile) for zeile in self.zeilen], self.unbekannte, self.hinweise)

    def build_auftrag(self, request: HttpRequest) -> Auftrag:
        return Auftrag(
            quelle=self.quelle,
            darf_veroeffentlichen=request.user.has_perm(VEROEFFENTLICHEN),
            ohne_vier_augen=False,
            entscheidungen={int(nummer): wahl for nummer, wahl in self.entscheidungen.items()},
        )


def darf_einlesen(request: HttpRequest) -> bool:
    return request.user.is_active and request.user.has_perms(RECHTE)


def build_urls(model_admin: ModelAdmin) -> list[URLPattern]:
    def wrap(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
        return model_admin.admin_site.admin_view(partial(view, model_admin=model_admin))

    return [
        path("einlesen/", wrap(show_hochladen), name="angebote_einlesen"),
        path("einlesen/spalten/", wrap(show_spalten), name="angebote_einlesen_spalten"),
        path("einlesen/vorlage.<str:format_>", wrap(download_vorlage), name="angebote_einlesen_vorlage"),
        path("einlesen/<str:marke>/", wrap(show_vorschau), name="angebote_einlesen_vorschau"),
        path("einlesen/<str:marke>/bericht.csv", wrap(download_bericht), name="angebote_einlesen_bericht"),
        path("einlesen/<str:marke>/schritt/", wrap(show_schritt), name="angebote_einlesen_schritt"),
        path("ausgabe.<str:format_>", wrap(download_ausgabe), name="angebote_ausgabe"),
    ]


def _build_context(request: HttpRequest, model_admin: ModelAdmin, titel: str) -> dict[str, Any]:
    return {**model_admin.admin_site.each_context(request), "title": titel, "opts": model_admin.opts}


def _check_recht(request: HttpRequest) -> None:
    if not darf_einlesen(request):
        raise PermissionDenied


def show_hochladen(request: HttpRequest, *, model_admin: ModelAdmin) -> HttpResponse:
    _check_recht(request)
    form = HochladenForm(request.POST or None, request.FILES or None, label_suffix="")
    if request.method == "POST" and form.is_valid():
        delete_alte(jetzt=timezone.now())
        lesung: Lesung = form.lesung
        vorgang = Vorgang(
            quelle=form.cleaned_data["quelle"],
            datei=form.cleaned_data["datei"].name[:100],
            ist_vollstaendig=form.cleaned_data["ist_vollstaendig"],
            zeilen=[to_json(zeile) for zeile in lesung.zeilen],
            unbekannte=list(lesung.unbekannte),
            hinweise=list(lesung.hinweise),
        )
        marke = save_ablage(asdict(vorgang), sitzung=_get_sitzung(request))
        return redirect("admin:angebote_einlesen_vorschau", marke=marke)
    context = _build_context(request, model_admin, _("Angebote einlesen")) | {"form": form}
    return render(request, "admin/angebote/einlesen.html", context)


def _get_sitzung(request: HttpRequest) -> str:
    return request.session.session_key or ""


def _load_vorgang(request: HttpRequest, marke: str) -> Vorgang | None:
    inhalt = load_ablage(marke, sitzung=_get_sitzung(request), jetzt=timezone.now())
    if inhalt is None:
        messages.warning(request, _("Diese Vorschau gibt es nicht mehr. Bitte die Datei noch einmal hochladen."))
        return None
    inhalt.pop("sitzung")
    return Vorgang(**inhalt)


def show_vorschau(request: HttpRequest, marke: str, *, model_admin: ModelAdmin) -> HttpResponse:
    """GET: the dry run. POST: what somebody decided; the work begins on the next page."""
    _check_recht(request)
    vorgang = _load_vorgang(request, marke)
    if vorgang is None:
        return redirect("admin:angebote_einlesen")
    if vorgang.fertig:
        return redirect("admin:angebote_einlesen_schritt", marke=marke)
    if request.method == "POST":
        if "abbrechen" in request.POST:
            delete_ablage(marke)
            messages.info(request, _("Nichts wurde eingelesen. Die hochgeladene Datei ist gelöscht."))
            return redirect("admin:angebote_angebot_changelist")
        vorgang.entscheidungen = read_entscheidungen(request.POST.dict())
        save_ablage(asdict(vorgang), sitzung=_get_sitzung(request), marke=marke)
        return apply_schritt(request, vorgang, marke)
    lesung = vorgang.lesung
    bericht = preview_zeilen(lesung, auftrag=vorgang.build_auftrag(request))
    fehlende = list_fehlende(lesung, quelle=vorgang.quelle) if vorgang.ist_vollstaendig else []
    context = _build_context(request, model_admin, _("Vorschau")) | {
        "marke": marke,
        "vorgang": vorgang,
        "bericht": bericht,
        "zahlen": [(ERGEBNISWORTE[ergebnis], zahl) for ergebnis, zahl in bericht.zahlen.items() if zahl],
        "gruppen": build_gruppen(bericht),
        "konflikte": build_konflikte(bericht),
        "fehlende": fehlende[:GEZEIGT],
        "fehlende_anzahl": len(fehlende),
        "gezeigt": GEZEIGT,
        "aus_der_datei": AUS_DER_DATEI,
        "etwas_zu_tun": any(zahl for ergebnis, zahl in bericht.zahlen.items() if ergebnis != Ergebnis.ABGELEHNT),
    }
    return render(request, "admin/angebote/einlesen_vorschau.html", context)


def build_gruppen(bericht: Importbericht) -> list[Gruppe]:
    gruppen = []
    for ergebnis, titel in GRUPPEN:
        zeilen = bericht.list_zeilen(ergebnis)
        if zeilen:
            gruppen.append(Gruppe(ergebnis, titel, len(zeilen), [build_vorschauzeile(z) for z in zeilen[:GEZEIGT]]))
    return gruppen


def build_konflikte(bericht: Importbericht) -> list[Vorschauzeile]:
    return [build_vorschauzeile(zeile) for zeile in bericht.zeilen if zeile.konflikte][:GEZEIGT]


def build_vorschauzeile(planzeile: Planzeile) -> Vorschauzeile:
    texte = [build_aenderungstexte(paare) if paare else [] for paare in (planzeile.aenderungen, planzeile.konflikte)]
    return Vorschauzeile(planzeile, *texte)


def read_entscheidungen(daten: Mapping[str, str]) -> dict[str, str]:
    """By row number; whatever else stands in the form is left out."""
    return {
        name.removeprefix("zeile-"): wert
        for name, wert in daten.items()
        if re.fullmatch(r"zeile-[0-9]{1,7}", name) and ENTSCHEIDUNG.fullmatch(wert)
    }


def show_schritt(request: HttpRequest, marke: str, *, model_admin: ModelAdmin) -> HttpResponse:
    """GET: how far it is, or the report. POST: the next rows."""
    _check_recht(request)
    vorgang = _load_vorgang(request, marke)
    if vorgang is None:
        return redirect("admin:angebote_einlesen")
    if request.method == "POST" and not vorgang.ist_fertig:
        return apply_schritt(request, vorgang, marke)
    titel = _("Bericht") if vorgang.ist_fertig else _("Wird eingelesen")
    context = _build_context(request, model_admin, titel) | {
        "marke": marke,
        "vorgang": vorgang,
        "alle": len(vorgang.zeilen),
        "zahlen": [(ERGEBNISWORTE[Ergebnis(name)], zahl) for name, zahl in vorgang.zahlen.items() if zahl],
        "abgelehnte": [z for z in vorgang.berichtszeilen if z[3] == str(ERGEBNISWORTE[Ergebnis.ABGELEHNT])][:GEZEIGT],
    }
    return render(request, "admin/angebote/einlesen_schritt.html", context)


def apply_schritt(request: HttpRequest, vorgang: Vorgang, marke: str) -> HttpResponse:
    """The next 500 rows, and after the last ones what has vanished."""
    jetzt: datetime = timezone.localtime()
    lauf = Lauf(auftrag=vorgang.build_auftrag(request), datei=vorgang.datei, jetzt=jetzt, konto=request.user)
    naechste = vorgang.lesung.zeilen[vorgang.fertig : vorgang.fertig + JE_SCHRITT]
    fertige = apply_zeilen(naechste, lauf=lauf)
    vorgang.fertig += len(naechste)
    vorgang.berichtszeilen += write_berichtszeilen(fertige)
    for planzeile in fertige:
        vorgang.zahlen[planzeile.ergebnis] = vorgang.zahlen.get(planzeile.ergebnis, 0) + 1
    if vorgang.ist_fertig and vorgang.ist_vollstaendig:
        vorgang.fehlende = finish_import(vorgang.lesung, lauf=lauf)
    save_ablage(asdict(vorgang), sitzung=_get_sitzung(request), marke=marke)
    return redirect(reverse("admin:angebote_einlesen_schritt", args=[marke]))


def download_bericht(request: HttpRequest, marke: str, *, model_admin: ModelAdmin) -> HttpResponse:
    """Of what was done, or of the dry run as long as nothing is."""
    _check_recht(request)
    vorgang = _load_vorgang(request, marke)
    if vorgang is None:
        return redirect("admin:angebote_einlesen")
    zeilen: Sequence[list[str]] = vorgang.berichtszeilen
    if not vorgang.fertig:
        bericht = preview_zeilen(vorgang.lesung, auftrag=vorgang.build_auftrag(request))
        zeilen = write_berichtszeilen(bericht.zeilen)
    return _build_download(write_bericht(zeilen).encode(), CSV_TYP, "bericht.csv")


def show_spalten(request: HttpRequest, *, model_admin: ModelAdmin) -> HttpResponse:
    """The guide: what stands in which column."""
    _check_recht(request)
    context = _build_context(request, model_admin, _("So füllen Sie die Tabelle aus")) | {
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
    _check_recht(request)
    if format_ not in FORMATE:
        return redirect("admin:angebote_einlesen")
    return _build_download(write_tabelle(build_vorlage(), format_), _get_typ(format_), f"vorlage.{format_}")


def download_ausgabe(request: HttpRequest, format_: str, *, model_admin: ModelAdmin) -> HttpResponse:
    """What the list shows with its filters and its search, and everything without them."""
    _check_recht(request)
    if format_ not in FORMATE:
        return redirect("admin:angebote_angebot_changelist")
    liste = model_admin.get_changelist_instance(request)
    tabelle = build_tabelle(liste.get_queryset(request).order_by("pk").distinct())
    name = f"angebote-{timezone.localdate():%Y-%m-%d}.{format_}"
    return _build_download(write_tabelle(tabelle, format_), _get_typ(format_), name)


def _get_typ(format_: str) -> str:
    return f"{CSV_TYP}; charset=utf-8" if format_ == "csv" else XLSX_TYP


def _build_download(inhalt: bytes, typ: str, name: str) -> HttpResponse:
    return HttpResponse(inhalt, content_type=typ, headers={"Content-Disposition": f'attachment; filename="{name}"'})
