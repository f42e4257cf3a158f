"""The two releases of a letter: who gave which, who can give the other one, and the form for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from konzept.domain.kooperationsmaterial import approve_material, check_freigebbar, check_zweites_konto
from konzept.kooperationsforms import FreigabeForm
from konzept.models import Anfragematerial, Kooperationsanfrage, Materialfreigabe
from konzept.models.kooperationswerte import Anfragestatus, Stelle
from konzept.models.material import FREIGEBENDE
from konzept.views.kooperationsseiten import (
    SEHEN,
    Formularseite,
    answer_formular,
    check_recht,
    find_sperre,
    get_recht,
    read_gesendetes,
)
from konzept.views.zugang import intern_form, read_konto


@dataclass(frozen=True)
class OffeneFreigabe:
    """url: of its form; empty where this account cannot give it. hinweis: then, who can."""

    stelle: str | Promise
    url: str
    hinweis: str


@dataclass(frozen=True)
class Materialzeile:
    """offene: what is missing; empty for versions that are not released now."""

    material: Anfragematerial
    ist_neueste: bool
    freigaben: Sequence[Materialfreigabe]
    offene: Sequence[OffeneFreigabe]


def build_materialzeilen(anfrage: Kooperationsanfrage, wer: Any) -> list[Materialzeile]:
    """Every version, the newest of each kind first. wer: the account that looks."""
    gesehen: set[str] = set()
    zeilen = []
    materialien = anfrage.materialien.select_related("dokument__loeschung__konto")
    for material in materialien.prefetch_related("freigaben__konto"):
        zaehlt = not material.dokument.ist_entfernt
        ist_neueste = zaehlt and material.art not in gesehen  # as the model orders them
        gesehen |= {material.art} if zaehlt else set()
        freigaben = list(material.freigaben.all())
        wartet = ist_neueste and anfrage.status == Anfragestatus.MATERIALFREIGABE
        offene = list_offene(material, freigaben, wer) if wartet else []
        zeilen.append(Materialzeile(material, ist_neueste, freigaben, offene))
    return zeilen


def list_offene(material: Anfragematerial, freigaben: Sequence[Materialfreigabe], wer: Any) -> list[OffeneFreigabe]:
    geltende = {eine.stelle: eine for eine in freigaben if eine.gilt}
    return [_build_offene(material, stelle, geltende.values(), wer) for stelle in FREIGEBENDE if stelle not in geltende]


def _build_offene(material: Anfragematerial, stelle: Stelle, geltende: Any, wer: Any) -> OffeneFreigabe:
    if not wer.has_perm(get_recht(stelle)):
        selbst, konzept = _("Sie trägt der Datenschutz selbst ein."), _("Sie trägt die Rolle Konzept ein.")
        return OffeneFreigabe(stelle.label, "", selbst if stelle == Stelle.DATENSCHUTZ else konzept)
    if hinweis := find_sperre(check_zweites_konto, geltende, wer):
        return OffeneFreigabe(stelle.label, "", hinweis)
    url = reverse("konzept:anfrage-freigabe", kwargs={"pk": material.pk, "stelle": stelle.value})
    return OffeneFreigabe(stelle.label, url, "")


@intern_form(SEHEN)
def show_freigabe(request: HttpRequest, pk: int, stelle: str) -> HttpResponse:
    if stelle not in FREIGEBENDE:
        raise Http404
    check_recht(request, stelle)
    material = get_object_or_404(Anfragematerial.objects.select_related("anfrage", "dokument__loeschung__konto"), pk=pk)
    konto, wer = read_konto(request), Stelle(stelle)
    seite = Formularseite(
        titel=_("Freigabe: %(stelle)s") % {"stelle": wer.label},
        knopf=_("Freigabe eintragen"),
        anfrage=material.anfrage,
        gesperrt=find_sperre(check_freigebbar, material, material.anfrage, stelle=wer, konto=konto),
        vorlage="konzept/kooperation/freigabe.html",
        context={"material": material, "freigaben": material.freigaben.select_related("konto")},
    )

    def save(werte: dict[str, Any]) -> Kooperationsanfrage:
        approve_material(
            material_id=pk,
            stelle=wer,
            person=werte["person"],
            am=werte["freigegeben_am"],
            konto=konto,
            heute=timezone.localdate(),
        )
        return material.anfrage

    form = FreigabeForm(read_gesendetes(request)[0])
    return answer_formular(request, seite, form, save=save, erfolg=_("Die Freigabe ist eingetragen."))
