"""By what measures are picked: the questions of the list, read from the address without ever refusing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from angebote.forms import Einfachfeld
from angebote.models import Kiez
from konzept.choices import Massnahmenart, Massnahmenstatus
from konzept.models import Geschaeftsbereich, Komponente, Massnahme

GANZ_PANKOW = "ganz-pankow"


class Massnahmenfilter(forms.Form):
    """What is not known is left out and said."""

    komponente = Einfachfeld(label=_("Komponente"))
    art = Einfachfeld(label=_("Art"), choices=Massnahmenart.choices)
    bereich = Einfachfeld(label=_("Geschäftsbereich"))
    kiez = Einfachfeld(label=_("Kiez"))
    status = Einfachfeld(label=_("Status"), choices=Massnahmenstatus.choices)

    def __init__(self, data: Mapping[str, Any]) -> None:
        super().__init__(data)
        auswahl: Mapping[str, list[tuple[str, Any]]] = {
            "komponente": list(Komponente.objects.values_list("art", "name")),
            "bereich": [(str(pk), name) for pk, name in Geschaeftsbereich.objects.values_list("pk", "name")],
            "kiez": [(GANZ_PANKOW, _("ganz Pankow")), *Kiez.objects.values_list("slug", "name")],
        }
        for name, werte in auswahl.items():
            self.fields[name].choices = werte  # type: ignore[attr-defined]
        self.is_valid()  # never fails: every field is tolerant

    @property
    def hinweise(self) -> list[str]:
        return [hinweis for feld in self.fields.values() for hinweis in feld.hinweise]  # type: ignore[attr-defined]

    @property
    def gewaehlt(self) -> dict[str, str]:
        return {name: wert for name, wert in self.cleaned_data.items() if wert}

    @property
    def query(self) -> str:
        return urlencode(self.gewaehlt)

    def apply(self, massnahmen: QuerySet[Massnahme]) -> QuerySet[Massnahme]:
        wahl, menge = self.cleaned_data, Massnahme.objects.all()
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
