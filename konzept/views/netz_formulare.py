"""Forms of the network's own pages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from angebote.formularfehler import NennendeForm
from konzept.choices import Erledigung
from konzept.domain.erledigung import UEBERGAENGE, Schritt
from konzept.models import Akteur, Aufgabe, Kommunikation


class KontaktForm(NennendeForm, forms.ModelForm):  # type: ignore[type-arg]  # cannot be subscripted at run time
    bedingte = ("grundlage_am", "textfassung")  # needed with a consent

    class Meta:
        model = Akteur
        fields = ("kontakt_funktion", "telefon", "email", "anschrift", "grundlage", "grundlage_am", "textfassung")
        widgets = {"grundlage_am": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")}

    def __init__(self, daten: Mapping[str, Any] | None) -> None:
        super().__init__(daten)
        self.fields["kontakt_funktion"].required = True
        self.fields["grundlage"].required = True

    def add_fehler(self, fehler: ValidationError) -> None:
        """Of the domain: beside its field where there is one, else above the form."""
        for name, saetze in getattr(fehler, "message_dict", {None: fehler.messages}).items():
            self.add_error(name if name in self.fields else None, saetze)


class SchrittForm(NennendeForm, forms.Form):
    """How it ended. Of a publication that is whom it reached."""

    ergebnis = forms.CharField(
        label=_("Ergebnis"),
        help_text=_("Ein Satz genügt. Wenn es entfällt: warum. Keine Namen von Bürgerinnen und Bürgern."),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, daten: Mapping[str, Any] | None, vorgang: Aufgabe | Kommunikation) -> None:
        super().__init__(daten, initial={"ergebnis": vorgang.ergebnis})
        feld: Any = self.fields["ergebnis"]
        if (Erledigung(vorgang.status), Schritt.STREICHEN) in UEBERGAENGE:
            feld.zusatz = _("nötig bei „Entfällt“")
        if isinstance(vorgang, Kommunikation):
            feld.label = _("Wen es erreicht hat")
