"""By what measures are picked: the questions of the list, read from the address without ever refusing."""

from __future__ import annotations

from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _

from angebote.models import Kiez
from konzept.choices import Massnahmenart, Massnahmenstatus
from konzept.models import Geschaeftsbereich, Komponente, Massnahme
from konzept.views.listenfilter import Filterfeld, read_filterfeld

GANZ_PANKOW = "ganz-pankow"


class Massnahmenfilter:
    """Three queries, for what there is to choose."""

    def __init__(self, request: HttpRequest) -> None:
        bereiche = [(str(pk), name) for pk, name in Geschaeftsbereich.objects.values_list("pk", "name")]
        kieze = [(GANZ_PANKOW, _("ganz Pankow")), *Kiez.objects.values_list("slug", "name")]
        self.felder: list[Filterfeld] = [
            read_filterfeld(request, "komponente", _("Komponente"), Komponente.objects.values_list("art", "name")),
            read_filterfeld(request, "art", _("Art"), Massnahmenart.choices),
            read_filterfeld(request, "bereich", _("Geschäftsbereich"), bereiche),
            read_filterfeld(request, "kiez", _("Kiez"), kieze),
            read_filterfeld(request, "status", _("Status"), Massnahmenstatus.choices),
        ]

    @property
    def query(self) -> str:
        return urlencode({feld.name: feld.wert for feld in self.felder if feld.wert})

    def apply(self, massnahmen: QuerySet[Massnahme]) -> QuerySet[Massnahme]:
        wahl, menge = {feld.name: feld.wert for feld in self.felder}, Massnahme.objects.all()
        if wahl["komponente"]:
            menge = menge.filter(komponente__art=wahl["komponente"])
        if wahl["art"]:
            menge = menge.filter(art=wahl["art"])
        if wahl["status"]:
            menge = menge.filter(status=wahl["status"])
        if wahl["bereich"]:
            menge = menge.von_bereich(int(wahl["bereich"]))
        if wahl["kiez"] == GANZ_PANKOW:
            menge = menge.filter(kieze__isnull=True)
        elif wahl["kiez"]:
            menge = menge.im_kiez(wahl["kiez"])
        return massnahmen.filter(pk__in=menge.values("pk"))
