"""A second click makes no second row: most of these nobody may delete."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.translation import gettext as _


class Einmaliges(forms.ModelForm):
    """Refuses a new row that says in every field of the form what another one says already."""

    def clean(self) -> dict[str, Any]:
        daten: dict[str, Any] = super().clean() or self.cleaned_data
        if self.instance.pk is None and not self.errors and self._gibt_es(daten):
            raise ValidationError(_("Genau diesen Eintrag gibt es schon."))
        return daten

    def _gibt_es(self, daten: dict[str, Any]) -> bool:
        """Parts of what is new itself are new."""
        meta = self._meta.model._meta
        einfache = {feld.name: daten[feld.name] for feld in meta.concrete_fields[1:] if feld.name in daten}
        mengen = {feld.name: set(daten[feld.name]) for feld in meta.many_to_many if feld.name in daten}
        if any(isinstance(wert, Model) and wert.pk is None for wert in einfache.values()):
            return False
        frage: dict[str, Any] = {
            f"{name}__isnull" if wert is None else name: True if wert is None else wert
            for name, wert in einfache.items()
        }
        gleiche = self._meta.model._default_manager.filter(**frage)
        return any(all(set(getattr(eine, name).all()) == menge for name, menge in mengen.items()) for eine in gleiche)
