"""Every Kiez with its figures, its measures and the notes of staff."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from angebote.models import Kiez
from angebote.views.seiten import build_seiten
from konzept.domain.kiezkarte import build_kiezkarte
from konzept.domain.kiezlage import list_kiezlagen
from konzept.domain.kieznotiz import add_kieznotiz, remove_kieznotiz
from konzept.domain.kiezprofil import build_kiezprofil
from konzept.domain.verortung import load_kiezbestand
from konzept.models import Kieznotiz
from konzept.views.formularantwort import save_formular
from konzept.views.kiezquellen import list_quellen
from konzept.views.lueckenformular import Kieznotizform
from konzept.views.lueckenzelle import list_angebote
from konzept.views.zugang import intern_form, intern_page, read_konto
from pankow_einsamkeit.lib.umbruch import breakable

ANGEBOTE_JE_SEITE = 12


@intern_page("konzept.view_massnahme")
def show_kieze(request: HttpRequest) -> HttpResponse:
    bestand = load_kiezbestand(heute=timezone.localdate())
    lagen = list_kiezlagen(bestand)
    context = {
        "lagen": lagen,
        "karte": build_kiezkarte(lagen),
        "quellen": list_quellen(bestand.kieze, heute=bestand.heute),
        "pfad": [{"label": _("Kieze"), "url": ""}],
    }
    return render(request, "konzept/kieze/liste.html", context)


@intern_page("konzept.view_massnahme")
def show_kiez(request: HttpRequest, slug: str) -> HttpResponse:
    kiez = get_object_or_404(Kiez, slug=slug)
    return _render_profil(request, kiez, Kieznotizform())


@intern_form("konzept.add_kieznotiz")
@require_POST
def add_notiz(request: HttpRequest, slug: str) -> HttpResponse:
    """What cannot be saved is shown again on the page of the Kiez, as it was typed."""
    kiez = get_object_or_404(Kiez, slug=slug)
    konto, formular = read_konto(request), Kieznotizform(request.POST)

    def save(angaben: dict[str, Any]) -> str:
        add_kieznotiz(kiez=kiez, konto=konto, heute=timezone.localdate(), **angaben)
        return build_notizadresse(slug)

    antwort = save_formular(request, formular, save=save, erfolg=_("Die Notiz ist gespeichert."))
    return antwort or _render_profil(request, kiez, formular)


@intern_form("konzept.delete_kieznotiz")
@require_POST
def remove_notiz(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    notiz = get_object_or_404(Kieznotiz, pk=pk, kiez__slug=slug)
    remove_kieznotiz(notiz=notiz, konto=read_konto(request))
    messages.success(request, _("Die Notiz ist entfernt."))
    return redirect(build_notizadresse(slug))


def build_notizadresse(slug: str) -> str:
    return f"{reverse('konzept:kiez-profil', kwargs={'slug': slug})}#notizen"


def _render_profil(request: HttpRequest, kiez: Kiez, formular: Kieznotizform) -> HttpResponse:
    """`seite` in the address: of the offers."""
    profil = build_kiezprofil(kiez, heute=timezone.localdate())
    menge = profil.bestand.verortung.find_kiez(kiez.slug) & profil.bestand.suche.sichtbar
    adresse = reverse("konzept:kiez-profil", kwargs={"slug": kiez.slug})  # also where a note was refused
    seite = Paginator(range(profil.lage.angebote), ANGEBOTE_JE_SEITE).get_page(request.GET.get("seite"))
    context = {
        "kiez": kiez,
        "profil": profil,
        "angebote": list_angebote(profil.bestand, menge, anfang=seite.start_index() - 1, anzahl=ANGEBOTE_JE_SEITE),
        "seiten": build_seiten(
            seite.number, seite.paginator.num_pages, build_href=lambda nummer: f"{adresse}?seite={nummer}"
        ),
        "quellen": list_quellen([kiez], heute=profil.bestand.heute),
        "formular": formular,
        "pfad": [
            {"label": _("Kieze"), "url": reverse("konzept:kiez-profile")},
            {"label": breakable(kiez.name), "url": ""},
        ],
    }
    return render(request, "konzept/kieze/profil.html", context)
