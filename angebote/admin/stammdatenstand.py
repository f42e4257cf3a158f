"""Forms of places, providers and help lines against changes of others: a save that would undo them is asked twice.

As angebote/admin/gesehenes.py for offers, without proposals.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from angebote.admin.gesehenes import GESEHEN_FELD
from angebote.domain.angebotsdaten import read_daten
from angebote.domain.gesehenes import list_zwischenzeitliches, read_gesehenes, sign_gesehenes
from pankow_einsamkeit.admin import OeffentlichAdmin


class StammdatenForm(forms.ModelForm):
    """list_zwischenzeitliches: given by the admin for each request."""

    list_zwischenzeitliches: Callable[[forms.ModelForm], list[str]] | None = None
    ist_veraltet = False

    def clean(self) -> dict[str, Any] | None:
        daten = super().clean()
        if saetze := self.list_zwischenzeitliches(self) if self.list_zwischenzeitliches else []:
            self.ist_veraltet = True
            anfang = _(
                "Während Sie geschrieben haben, hat sich dieser Eintrag geändert. Ihre Eingaben stehen unverändert im "
                "Formular. Bitte vergleichen Sie; wenn Sie noch einmal sichern, gilt, was im Formular steht."
            )
            raise ValidationError([anfang, *saetze])
        return daten


class StammdatenstandMixin(OeffentlichAdmin):
    """form has to be a StammdatenForm."""

    def get_form(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:  # type: ignore[override]
        form: Any = super().get_form(request, obj, **kwargs)
        if obj is not None and request.method == "POST":
            form.list_zwischenzeitliches = staticmethod(partial(_list, request, type(obj), obj.pk))
        return form

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], **kwargs: Any) -> HttpResponse:  # type: ignore[override]
        eintrag = context.get("original")
        if eintrag is not None and eintrag.pk is not None:
            context["gesehen"] = _sign(request, type(eintrag), eintrag.pk, context["adminform"].form)
        return super().render_change_form(request, context, **kwargs)


def _list(request: HttpRequest, modell: type[Model], pk: int, form: forms.ModelForm) -> list[str]:
    """Without what the form would leave as it is now, as after a second click."""
    gesehen = read_gesehenes(_name(modell, pk), request.POST.get(GESEHEN_FELD, ""))
    if gesehen is None:
        return []
    aktuelle = read_daten(modell._default_manager.get(pk=pk))
    bleibende = set(form.fields) - set(form.changed_data)
    strittige = {name: wert for name, wert in aktuelle.items() if name not in bleibende}
    return list_zwischenzeitliches(pk, gesehen, strittige, modell)


def _sign(request: HttpRequest, modell: type[Model], pk: int, form: Any) -> str:
    """What was seen first, until the page has told what is different now."""
    name, text = _name(modell, pk), request.POST.get(GESEHEN_FELD, "")
    if not getattr(form, "ist_veraltet", False) and read_gesehenes(name, text) is not None:
        return text
    return sign_gesehenes(name, read_daten(modell._default_manager.get(pk=pk)))


def _name(modell: type[Model], pk: int) -> str:
    return f"{modell._meta.model_name}-{pk}"
