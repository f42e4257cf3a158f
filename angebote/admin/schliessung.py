"""Before a place is closed for a while: a page that lists what it closes. Nothing is stored until somebody says yes.

Everything typed travels with that page as hidden fields, so it works without scripts and nothing is lost.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.admin.utils import unquote
from django.core.exceptions import ValidationError
from django.forms import all_valid
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from angebote.admin.stammdatenstand import StammdatenForm
from angebote.domain.schliessung import Betroffenes, list_betroffene
from angebote.models import Ort, Schliesszeit

BESTAETIGT, ZURUECK = "_schliessen_bestaetigt", "_zurueck"
EIGENE_FELDER = frozenset({"csrfmiddlewaretoken", BESTAETIGT, ZURUECK})


@dataclass(frozen=True)
class Schliessung:
    von: date
    bis: date
    grund: str
    betroffene: Sequence[Betroffenes]

    @property
    def anzahl_termine(self) -> int:
        return sum(eines.anzahl for eines in self.betroffene)


class OrtForm(StammdatenForm):
    def clean(self) -> dict[str, Any] | None:
        """Whoever comes back from the page that asks finds the form as it was, and nothing saved."""
        if ZURUECK in self.data:
            raise ValidationError(_("Es ist noch nichts gespeichert. Ihre Eingaben stehen unverändert im Formular."))
        return super().clean()


class SchliessungMixin:
    """For the admin of places."""

    def changeform_view(self, request: HttpRequest, object_id: str | None = None, *args: Any, **kwargs: Any) -> Any:
        ist_frage = request.method == "POST" and object_id and not {BESTAETIGT, ZURUECK} & set(request.POST)
        if ist_frage and (seite := self._ask_before_closing(request, str(object_id))):
            return seite
        return super().changeform_view(request, object_id, *args, **kwargs)  # type: ignore[misc]

    def _ask_before_closing(self, request: HttpRequest, object_id: str) -> HttpResponseBase | None:
        """None where nothing is to be closed, or where the form is going to be refused anyway."""
        ort: Ort | None = self.get_object(request, unquote(object_id))  # type: ignore[attr-defined]
        if ort is None or not self.has_change_permission(request, ort):  # type: ignore[attr-defined]
            return None
        name = str(ort)
        schliessungen = [
            Schliessung(
                zeit.von, zeit.bis, zeit.grund, list_betroffene(ort, zeit.von, zeit.bis, heute=heute, statt=zeit.pk)
            )
            for heute in [timezone.localdate()]
            for zeit in self._list_neue(request, ort)
            if zeit.bis >= heute
        ]
        if not any(schliessung.betroffene for schliessung in schliessungen):
            return None
        context = {
            **self.admin_site.each_context(request),  # type: ignore[attr-defined]
            "opts": self.opts,  # type: ignore[attr-defined]
            "title": _("Haus schließen?"),
            "ort": ort,
            "ortsname": name,
            "schliessungen": schliessungen,
            "felder": list(_list_felder(request)),
            "hat_dateien": bool(request.FILES),
        }
        return render(request, "admin/angebote/schliessung.html", context)

    def describe_folgen(self, eintrag: Ort, aenderungen: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
        """For the page that restores an earlier state, which may bring closing periods back."""
        heute, werte = timezone.localdate(), aenderungen.get("schliesszeiten", {"alt": [], "neu": []})
        zeiten = [
            (date.fromisoformat(zeile["von"]), date.fromisoformat(zeile["bis"]), zeile["grund"])
            for zeile in werte["neu"]
            if zeile not in werte["alt"]
        ]
        return {
            "schliessungen": [
                Schliessung(von, bis, grund, list_betroffene(eintrag, von, bis, heute=heute))
                for von, bis, grund in zeiten
                if bis >= heute
            ]
        }

    def _list_neue(self, request: HttpRequest, ort: Ort) -> Sequence[Schliesszeit]:
        """The new and changed closing periods of a form that would be saved."""
        form_klasse = self.get_form(request, ort, change=True)  # type: ignore[attr-defined]
        form = form_klasse(request.POST, request.FILES, instance=ort)
        ist_gueltig = form.is_valid()
        formsets, _inlines = self._create_formsets(request, form.instance, change=True)  # type: ignore[attr-defined]
        if not all_valid(formsets) or not ist_gueltig:
            return []
        return [
            zeile.instance
            for formset in formsets
            if formset.model is Schliesszeit
            for zeile in formset.forms
            if zeile.has_changed() and not formset._should_delete_form(zeile)
        ]


def _list_felder(request: HttpRequest) -> Iterator[tuple[str, str]]:
    for name, werte in request.POST.lists():
        if name not in EIGENE_FELDER:
            yield from ((name, wert) for wert in werte)
