"""The forms of an offer's parts, and rules across rows."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from angebote.domain.kosten import WIDERSPRUCH, widersprechen_sich
from angebote.formularfelder import EuroField, MonatswochenField, UhrzeitField
from angebote.models import Kosten

# "www.example.org" is what people type; for formfield_overrides.
ADRESSEN_MIT_HTTPS: dict[type, dict[str, Any]] = {models.URLField: {"assume_scheme": "https"}}


class ZeitForm(forms.ModelForm):
    beginn = UhrzeitField(label=_("Beginn"), required=False)
    ende = UhrzeitField(label=_("Ende"), required=False)
    monatswochen = MonatswochenField(label=_("Nur an diesen im Monat"), help_text=_("nichts angekreuzt = jede Woche"))


class AusnahmeForm(forms.ModelForm):
    beginn = UhrzeitField(label=_("Nur der Termin um"), required=False, help_text=_("leer = alle Termine dieses Tages"))
    neuer_beginn = UhrzeitField(label=_("Neuer Beginn"), required=False, help_text=_("leer = unverändert"))
    neues_ende = UhrzeitField(label=_("Neues Ende"), required=False)


class SchliesszeitForm(forms.ModelForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """The reason stands on the website; a stored period without one (a provider's) may stay as it is."""
        super().__init__(*args, **kwargs)
        grund = self.fields["grund"]
        grund.required = not self.instance.pk or bool(self.instance.grund)
        grund.help_text = _("zum Beispiel Sommerpause oder Umbau; steht auf der Website")
        grund.error_messages["required"] = _(
            "Bitte einen Grund angeben, zum Beispiel „Umbau“. Er steht auf der Website."
        )


class KostenForm(forms.ModelForm):
    betrag_cent = EuroField(label=_("Betrag in Euro"), required=False, help_text=_("zum Beispiel 2,50"))


class KostenFormSet(forms.BaseInlineFormSet):
    """Truth rule F5: no offer says "kostenlos" beside something that has to be paid."""

    def clean(self) -> None:
        super().clean()
        zeilen = list(self._rows())
        if widersprechen_sich(zeilen):
            raise ValidationError(WIDERSPRUCH, code="kostenlos_mit_pflichtkosten")

    def _rows(self) -> Iterable[Kosten]:
        for form in self.forms:
            if form.is_valid() and form.cleaned_data.get("art") and not form.cleaned_data.get("DELETE"):
                yield form.instance
