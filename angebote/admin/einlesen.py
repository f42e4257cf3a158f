"""Lists come in: the upload, and the addresses of everything that follows."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django import forms
from django.contrib.admin import ModelAdmin
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from angebote.admin.einleseschritt import download_bericht, show_schritt
from angebote.admin.einlesetabellen import download_ausgabe, download_vorlage, show_spalten
from angebote.admin.einlesevorgang import Vorgang, build_context, check_recht, save_vorgang
from angebote.admin.einlesevorschau import show_vorschau
from angebote.importers.pfad.ablage import delete_alte
from angebote.importers.pfad.grenzen import HOECHSTENS_BYTES, DateifehlerError
from angebote.importers.pfad.lesen import Lesung, read_lesung
from angebote.importers.pfad.zeilen import to_json
from angebote.models import Kategorie
from angebote.models.importbezug import QUELLE_LAENGE


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


def show_hochladen(request: HttpRequest, *, model_admin: ModelAdmin) -> HttpResponse:
    check_recht(request)
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
        marke = save_vorgang(request, vorgang)
        return redirect("admin:angebote_einlesen_vorschau", marke=marke)
    context = build_context(request, model_admin, _("Angebote einlesen")) | {"form": form}
    return render(request, "admin/angebote/einlesen.html", context)
