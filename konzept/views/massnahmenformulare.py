"""The forms of a measure. What they refuse they show again as it was typed."""

from __future__ import annotations

import re
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from angebote.formularfehler import NennendeForm
from konzept.domain.massnahmenstatus import Schritt, explain_grund, list_schritte
from konzept.models import Geschaeftsbereich, Indikator, Massnahme, Meilenstein, Zustaendigkeit
from konzept.models.indikator import NACHKOMMASTELLEN, STELLEN
from konzept.models.massnahmenwechsel import GRUND_LAENGE


class Tagfeld(forms.DateField):
    """A day as the browser sends it or as people write it."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs["widget"] = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
        super().__init__(**kwargs)


class Zahlfeld(forms.DecimalField):
    """With a comma, as people write it."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs["widget"] = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
        stellen = {"max_digits": STELLEN, "decimal_places": NACHKOMMASTELLEN}
        super().__init__(**{**kwargs, **stellen, "localize": True})


class Mehrfachfeld(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    """Says of a number too large for any key what it says of every unknown one."""

    def clean(self, value: Any) -> Any:
        for eines in value or ():
            if not re.fullmatch(r"[0-9]{1,18}", str(eines), re.ASCII):
                raise ValidationError(self.error_messages["invalid_pk_value"], "invalid_pk_value", {"pk": eines})
        return super().clean(value)


class Massnahmenformular(NennendeForm, forms.ModelForm):  # type: ignore[type-arg]
    class Meta:
        model = Massnahme
        fields = (
            *("titel", "ziel", "komponente", "art", "beginn", "ende", "kieze"),
            *("federfuehrung", "verantwortlich", "zustaendig", "beteiligte", "baut_auf", "mittel", "drucksache"),
        )
        field_classes = {"beginn": Tagfeld, "ende": Tagfeld, "kieze": Mehrfachfeld, "beteiligte": Mehrfachfeld}
        widgets = {
            "beteiligte": forms.CheckboxSelectMultiple,
            "kieze": forms.CheckboxSelectMultiple,
            "ziel": forms.Textarea(attrs={"rows": 3}),
            "baut_auf": forms.Textarea(attrs={"rows": 3}),
            "mittel": forms.Textarea(attrs={"rows": 2}),
        }
        help_texts: ClassVar = {
            "verantwortlich": gettext_lazy(
                "Wer sich intern darum kümmert, als Funktion oder Name. Steht nie im Bericht an die BVV."
            ),
            "zustaendig": gettext_lazy(
                "Steht im Bericht an die BVV, soweit freigegeben. Sonst heißt es dort „über die Federführung“."
            ),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Departments that have closed and responsibilities that have ended stay where they are named already."""
        super().__init__(*args, **kwargs)
        genannte = {self.instance.federfuehrung_id}
        if self.instance.pk is not None:
            genannte |= set(self.instance.beteiligte.values_list("pk", flat=True))
        bereiche = Geschaeftsbereich.objects.filter(Q(ist_aktiv=True) | Q(pk__in=genannte))
        for name in ("federfuehrung", "beteiligte"):
            self.fields[name].queryset = bereiche  # type: ignore[attr-defined]
        self.hat_bereiche = bereiche.exists()
        laufende = Zustaendigkeit.objects.ab(timezone.localdate())
        genannte_zustaendigkeit = Zustaendigkeit.objects.filter(pk=self.instance.zustaendig_id)
        self.fields["zustaendig"].queryset = (laufende | genannte_zustaendigkeit).select_related("komponente")  # type: ignore[attr-defined]


class Statusformular(NennendeForm, forms.Form):
    """Offers the steps that lead on from where the measure stands."""

    nach = forms.ChoiceField(
        label=gettext_lazy("Schritt"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Bitte wählen Sie einen Schritt.")},
    )
    grund = forms.CharField(
        label=gettext_lazy("Grund"),
        help_text=gettext_lazy("Steht später im Bericht an die BVV."),
        max_length=GRUND_LAENGE,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, massnahme: Massnahme, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        gruende = {schritt: explain_grund(massnahme, schritt) for schritt in list_schritte(massnahme.status)}
        feld: Any = self.fields["nach"]
        feld.choices = [(schritt.nach.value, build_wahl(schritt, grund)) for schritt, grund in gruende.items()]
        satz = _("Dieser Schritt geht nicht mehr: Die Maßnahme ist jetzt „%(status)s“.")
        feld.error_messages["invalid_choice"] = satz % {"status": massnahme.get_status_display()}
        gewaehlter = next((grund for schritt, grund in gruende.items() if schritt.nach == self["nach"].value()), None)
        grund: Any = self.fields["grund"]
        grund.required = all(gruende.values()) if gewaehlter is None else bool(gewaehlter)
        noetige = [f"„{schritt.titel}“" for schritt, warum in gruende.items() if warum]
        if 0 < len(noetige) < len(gruende):
            grund.zusatz = _("nötig bei %(schritte)s") % {"schritte": ", ".join(noetige)}
        grund.error_messages["required"] = gewaehlter or _("Bitte nennen Sie den Grund; er steht später im Bericht.")


def build_wahl(schritt: Schritt, grund: str) -> str:
    """grund: why it needs one, or empty."""
    return _("%(schritt)s (mit Grund)") % {"schritt": schritt.titel} if grund else str(schritt.titel)


class Wertformular(NennendeForm, forms.Form):
    tag = Tagfeld(label=gettext_lazy("Gezählt am"))
    wert = Zahlfeld(label=gettext_lazy("Wert"))
    notiz = forms.CharField(
        label=gettext_lazy("Notiz"), help_text=gettext_lazy("Woher die Zahl kommt."), max_length=200, required=False
    )


class Meilensteinformular(NennendeForm, forms.ModelForm):  # type: ignore[type-arg]
    class Meta:
        model = Meilenstein
        fields = ("titel", "faellig_am")
        field_classes = {"faellig_am": Tagfeld}


class Indikatorformular(NennendeForm, forms.ModelForm):  # type: ignore[type-arg]
    class Meta:
        model = Indikator
        fields = ("name", "einheit", "startwert", "zielwert", "ziel_bis")
        field_classes = {"startwert": Zahlfeld, "zielwert": Zahlfeld, "ziel_bis": Tagfeld}
