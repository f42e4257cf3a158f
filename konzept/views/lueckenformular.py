"""What the pages about Kieze ask: what to count, and a note."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from angebote.choices import Bereich
from angebote.formularfehler import NennendeForm
from konzept.choices import Lueckendimension
from konzept.models.kieznotiz import NOTIZ_LAENGE

UNBEKANNT = {"invalid_choice": _("„%(value)s“ steht hier nicht zur Auswahl.")}


class Lueckenform(forms.Form):
    """In the address. What is left out or unknown counts as the first choice; an unknown one is said."""

    nach = forms.ChoiceField(
        label=_("Zählen nach"), choices=Lueckendimension.choices, required=False, error_messages=UNBEKANNT
    )
    bereich = forms.ChoiceField(
        label=_("Bereich"),
        choices=[("", _("alle Bereiche")), *Bereich.choices],
        required=False,
        error_messages=UNBEKANNT,
    )

    def __init__(self, daten: Any) -> None:
        super().__init__(daten or None, initial={"nach": Lueckendimension.KATEGORIE})

    @property
    def dimension(self) -> Lueckendimension:
        return Lueckendimension(self._read("nach") or Lueckendimension.KATEGORIE)

    @property
    def bereichswert(self) -> str:
        return self._read("bereich")

    def _read(self, name: str) -> str:
        self.is_valid()
        return str(getattr(self, "cleaned_data", {}).get(name, ""))


class Kieznotizform(NennendeForm, forms.Form):
    text = forms.CharField(
        label=_("Neue Notiz"),
        help_text=_("Über Orte, Wege und Angebote im Kiez. Bitte nichts über einzelne Menschen."),
        max_length=NOTIZ_LAENGE,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": _("Bitte schreiben Sie etwas, bevor Sie speichern.")},
    )
