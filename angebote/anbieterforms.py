"""The forms behind the link in a mail: what a provider may correct, written so that nobody has to know our fields."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from angebote.choices import Kapazitaet, Pausengrund, Zeitart
from angebote.domain.angebotsdaten import read_angebotsdaten, read_zeilen, to_plain
from angebote.domain.gesehenes import read_gesehenes, sign_gesehenes
from angebote.formularfehler import NennendeForm
from angebote.formularfelder import MonatswochenField, UhrzeitField
from angebote.models import Angebot, Zeit

ZEITFELDER = ("art", "wochentag", "datum", "beginn", "ende", "monatswochen", "hinweis")
ZEITEN_HOECHSTENS = 40


def add_fehler(form: forms.BaseForm, fehler: ValidationError) -> None:
    """What the domain refused, at the field it names; above the form where the form has no such field."""
    if not hasattr(fehler, "error_dict"):
        form.add_error(None, fehler)
        return
    for name, saetze in fehler.error_dict.items():
        form.add_error(name if name in form.fields else None, saetze)


class KorrekturForm(NennendeForm, forms.ModelForm):
    """Holds, signed, what the provider had before their eyes: only what differs from that has been changed by them."""

    gesehen = forms.CharField(widget=forms.HiddenInput, required=False)
    bemerkung = forms.CharField(
        label=_("Was sollen wir noch wissen?"),
        help_text=_("Zum Beispiel zu Kosten oder zur Barrierefreiheit. Bitte keine Namen von Teilnehmenden."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        required=False,
    )

    class Meta:
        model = Angebot
        fields = (
            *("titel", "nutzen", "beschreibung", "treffpunkt", "zeiten_hinweis", "kosten_hinweis", "anmeldung"),
            *("anmeldung_hinweis", "kontakt_name", "telefon", "sprechzeiten", "email", "web"),
        )
        widgets = {
            "beschreibung": forms.Textarea(attrs={"rows": 6}),
            "zeiten_hinweis": forms.Textarea(attrs={"rows": 3}),
        }
        field_classes = {"web": partial(forms.URLField, assume_scheme="https")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.is_bound:
            daten = read_angebotsdaten(self.instance)
            gezeigte = {name: daten[name] for name in (*self.Meta.fields, "zeiten")}
            self.initial["gesehen"] = sign_gesehenes(self.instance.pk, gezeigte)

    def clean(self) -> dict[str, Any]:
        werte: dict[str, Any] = super().clean() or {}
        gesehene_daten = read_gesehenes(self.instance.pk, werte.get("gesehen", ""))
        if gesehene_daten is None:
            raise ValidationError(_("Bitte gehen Sie zurück und öffnen Sie „Etwas ändern“ noch einmal."))
        self.gesehene_daten = gesehene_daten
        return werte

    def read_daten(self) -> dict[str, Any]:
        """All values as they are to be, as domain/angebotsdaten.py holds them. After is_valid()."""
        return {name: to_plain(getattr(self.instance, name)) for name in self.Meta.fields}


class KorrekturzeitForm(NennendeForm, forms.ModelForm):
    """A weekday and a beginning are enough; what else a Zeit can hold stays as it is."""

    BEDINGTE = frozenset({"wochentag", "datum", "beginn"})  # some kinds of Zeit need them

    beginn = UhrzeitField(
        label=_("Von"),
        required=False,
        help_text=_("Nötig, wenn der Tag feststeht, zum Beispiel 14 oder 14:30."),
    )
    ende = UhrzeitField(label=_("Bis"), required=False, help_text=_("leer, wenn es kein festes Ende gibt"))
    monatswochen = MonatswochenField(
        label=_("Nicht jede Woche? Der wievielte im Monat?"), help_text=_("Jede Woche: nichts ankreuzen.")
    )

    class Meta:
        model = Zeit
        fields = ZEITFELDER
        labels = {
            "art": _("Wie oft findet es statt?"),
            "wochentag": _("An welchem Wochentag?"),
            "datum": _("An welchem Tag?"),
            "hinweis": _("Was sollte man zu dieser Zeit noch wissen?"),
        }
        help_texts = {
            "wochentag": _("Nötig, wenn es regelmäßig stattfindet, sonst leer lassen."),
            "datum": _("Nötig, wenn es ein einzelner Termin ist, sonst leer lassen. Zum Beispiel 5.12.2026."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["art"].initial = Zeitart.REGEL


class KorrekturzeitenFormSet(forms.BaseModelFormSet):
    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        form.fields["id"].queryset = self.get_queryset()  # a row of another offer is none of ours

    def clean(self) -> None:
        super().clean()
        if any("id" in form.errors for form in self.forms):
            raise ValidationError(
                _(
                    "Die Zeiten wurden gerade von jemand anderem geändert. Bitte gehen Sie zurück und öffnen Sie "
                    "„Etwas ändern“ noch einmal."
                )
            )

    def read_zeilen(self) -> list[dict[str, Any]]:
        """All rows that are to hold from now on. After is_valid()."""
        return read_zeilen(self._list_bleibende(), Zeit)

    def _list_bleibende(self) -> Iterable[Zeit]:
        for form in self.forms:
            if form not in self.deleted_forms and (form.instance.pk or form.has_changed()):
                yield form.instance


Zeitenformular = forms.modelformset_factory(
    Zeit,
    form=KorrekturzeitForm,
    formset=KorrekturzeitenFormSet,
    extra=1,
    can_delete=True,
    max_num=ZEITEN_HOECHSTENS,
    validate_max=True,
    absolute_max=ZEITEN_HOECHSTENS + 1,
)


class PlaetzeForm(NennendeForm, forms.Form):
    kapazitaet = forms.ChoiceField(
        label=_("Haben Sie noch Platz?"),
        choices=[wahl for wahl in Kapazitaet.choices if wahl[0] != Kapazitaet.UNBEKANNT],
        widget=forms.RadioSelect,
        error_messages={"required": _("Bitte wählen Sie aus, ob noch Plätze frei sind.")},
    )


class PauseForm(NennendeForm, forms.Form):
    von = forms.DateField(
        label=_("Erster Tag der Pause"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    bis = forms.DateField(
        label=_("Letzter Tag der Pause"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    grund = forms.TypedChoiceField(
        label=_("Grund"),
        choices=[("", "–"), *Pausengrund.choices],
        coerce=Pausengrund,
        empty_value=None,
        required=False,
    )
