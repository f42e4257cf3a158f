"""Says of an empty field which one it is. Our forms name it, since a list of mistakes stands far from its fields."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from django.utils.translation import gettext as _

# What Django says of every empty field alike; whoever has words of their own keeps them.
STANDARD = (
    forms.Field.default_error_messages["required"],
    models.Field.default_error_messages["blank"],
    models.Field.default_error_messages["null"],
)


class NennendeForm(forms.BaseForm):
    """To be mixed into a form, before forms.Form or forms.ModelForm."""

    def add_error(self, field: str | None, error: Any) -> None:
        super().add_error(field, error)
        for name, fehler in self.errors.items():
            if name != NON_FIELD_ERRORS:
                fehler.data = list(_iterate_genannte(self[name], fehler.data))


def _iterate_genannte(feld: forms.BoundField, fehler: list[Any]) -> Iterator[Any]:
    for einer in fehler:
        ist_standard = isinstance(einer, ValidationError) and einer.message in STANDARD
        yield ValidationError(describe_leeres(feld), code=einer.code) if ist_standard else einer


def describe_leeres(feld: forms.BoundField) -> str:
    """A hidden field is empty only where the page was not sent whole: nobody could fill it."""
    if feld.is_hidden:
        return _("Diese Seite ist nicht vollständig angekommen. Bitte laden Sie sie neu.")
    satz = _("Die Frage „%(feld)s“ ist noch offen.") if str(feld.label).endswith("?") else _("„%(feld)s“ fehlt noch.")
    return satz % {"feld": feld.label}
