"""The first page of the measures: a board, one list for each status."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from konzept.choices import Massnahmenstatus
from konzept.models import Massnahme, Meilenstein
from konzept.models.massnahme import OFFENE
from konzept.views.massnahmenkarten import Massnahmenkarte, build_karte
from konzept.views.zugang import intern_page

HOECHSTENS = {True: 20, False: 12}  # shown of what is open, and of what is over; the list has them all


@dataclass(frozen=True)
class Spalte:
    """karten: not all, where `weitere` is more than 0."""

    status: str
    titel: str | Promise
    anzahl: int
    karten: tuple[Massnahmenkarte, ...]

    @property
    def weitere(self) -> int:
        return self.anzahl - len(self.karten)


@intern_page("konzept.view_massnahme")
def show_tafel(request: HttpRequest) -> HttpResponse:
    heute = timezone.localdate()
    massnahmen = Massnahme.objects.select_related("komponente", "federfuehrung").mit_meilensteinen()
    karten = [build_karte(massnahme, heute=heute) for massnahme in massnahmen]
    ueberfaellige = sum(1 for karte in karten if karte.warnung)
    context = {
        "spalten": [build_spalte(status, karten) for status in Massnahmenstatus],
        "anzahl": len(karten),
        "ueberfaellige": ueberfaellige + Meilenstein.objects.ueberfaellig(heute).count(),
        "darf_aendern": request.user.has_perm("konzept.change_massnahme"),
        "pfad": [{"label": _("Maßnahmen"), "url": ""}],
    }
    return render(request, "konzept/massnahmen/tafel.html", context)


def build_spalte(status: Massnahmenstatus, karten: list[Massnahmenkarte]) -> Spalte:
    """What is late comes first; of what is over the newest."""
    eigene = [karte for karte in karten if karte.massnahme.status == status]
    ist_offen = status in OFFENE
    gereiht = sorted(eigene, key=lambda karte: not karte.warnung) if ist_offen else eigene[::-1]
    return Spalte(status.value, status.label, len(eigene), tuple(gereiht[: HOECHSTENS[ist_offen]]))
