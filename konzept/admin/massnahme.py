"""Measures for looking up and for their history, with the parts that are corrected nowhere else.

They are written below /intern/, where no ended responsibility is offered, no second click counts and nobody saves over
somebody else.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from angebote.admin.inlines import TeileInline
from konzept.admin.basis import InternAdmin
from konzept.admin.vergangenes import Vergangenes
from konzept.domain.massnahmen import check_offen
from konzept.domain.meilensteintage import check_meilensteintag
from konzept.models import Indikator, Indikatorwert, Massnahme, Meilenstein

ANGABEN = (
    *("titel", "ziel", "komponente", "art", "federfuehrung", "beteiligte", "zustaendig", "verantwortlich"),
    *("partner", "kieze", "angebote", "orte", "baut_auf", "beginn", "ende", "mittel", "drucksache"),
)


class Meilensteinzeile(Vergangenes):
    vergangene_tage = ("erledigt_am",)

    def clean(self) -> dict[str, Any]:
        """A day that stands already stays, though the measure may have been moved since."""
        daten = super().clean()
        if not self.instance.massnahme_id:
            return daten
        try:
            if "faellig_am" in self.changed_data and daten.get("faellig_am"):
                check_meilensteintag(massnahme=self.instance.massnahme, tag=daten["faellig_am"])
        except ValidationError as fehler:
            self.add_error(None, fehler)
        try:
            if bool(daten.get("erledigt_am")) != bool(self.initial.get("erledigt_am")):
                check_offen(self.instance.massnahme)
        except ValidationError as fehler:
            self.add_error("erledigt_am", fehler)
        return daten


class NurOffeneInline(TeileInline):
    def has_add_permission(self, request: HttpRequest, obj: Massnahme | None = None) -> bool:
        """As check_offen: what is over or dropped takes no new row."""
        return super().has_add_permission(request, obj) and (obj is None or obj.ist_offen)

    def has_delete_permission(self, request: HttpRequest, obj: Massnahme | None = None) -> bool:
        """What stayed undone was accounted for when the measure ended; it does not vanish afterwards."""
        return super().has_delete_permission(request, obj) and (obj is None or obj.ist_offen)


class MeilensteinInline(NurOffeneInline):
    form = Meilensteinzeile
    model = Meilenstein
    fields = (("titel", "faellig_am", "erledigt_am"),)


class IndikatorInline(NurOffeneInline):
    """What was counted stands on the page of the indicator."""

    model = Indikator
    show_change_link = True
    fields = (("name", "einheit"), ("startwert", "zielwert", "ziel_bis"))


class Wertzeile(Vergangenes):
    vergangene_tage = ("tag",)


class IndikatorwertInline(TeileInline):
    form = Wertzeile
    model = Indikatorwert
    fields = (("tag", "wert", "notiz"),)


@admin.register(Massnahme)
class MassnahmeAdmin(InternAdmin):
    list_display = ("titel", "komponente", "art", "status", "federfuehrung", "beginn", "ende")
    list_filter = ("status", "komponente", "art", "federfuehrung")
    list_select_related = ("komponente", "federfuehrung")
    search_fields = ("titel",)
    inlines = (MeilensteinInline, IndikatorInline)
    fieldsets = (
        (
            _("Die Maßnahme"),
            {
                "fields": ANGABEN,
                "description": _(
                    "Nur zum Nachsehen: Geändert wird die Maßnahme auf ihrer Seite im internen Teil. Meilensteine und "
                    "Indikatoren lassen sich hier berichtigen. Ist die Maßnahme abgeschlossen oder verworfen, kommen "
                    "keine neuen dazu, und kein Meilenstein wird mehr erledigt oder wieder offen."
                ),
            },
        ),
    )

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def get_readonly_fields(self, request: HttpRequest, obj: Massnahme | None = None) -> tuple[str, ...]:
        return ANGABEN

    def save_model(self, request: HttpRequest, obj: Massnahme, form: Any, change: bool) -> None:
        """Only its parts change here: no row of history, and nobody is told that the measure was changed meanwhile."""

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Says what became of rows added in a form that was open while the measure was closed or dropped."""
        super().save_related(request, form, formsets, change)
        neue = any(zeilen.total_form_count() > zeilen.initial_form_count() for zeilen in formsets)
        if neue and not form.instance.ist_offen:
            satz = _("Neue Meilensteine und Indikatoren sind nicht gespeichert: Die Maßnahme ist „%(status)s“.")
            messages.warning(request, satz % {"status": form.instance.get_status_display()})


class Indikatorformular(forms.ModelForm):
    def clean(self) -> dict[str, Any]:
        """It leaves and joins only what still goes on."""
        daten: dict[str, Any] = super().clean() or self.cleaned_data
        if "massnahme" not in self.changed_data or not daten.get("massnahme"):
            return daten
        try:
            for massnahme in Massnahme.objects.filter(pk__in=(self.initial.get("massnahme"), daten["massnahme"].pk)):
                check_offen(massnahme)
        except ValidationError as fehler:
            self.add_error("massnahme", fehler)
        return daten


@admin.register(Indikator)
class IndikatorAdmin(InternAdmin):
    form = Indikatorformular
    list_display = ("name", "massnahme", "startwert", "zielwert", "einheit", "ziel_bis")
    list_filter = ("massnahme__status", "massnahme__komponente")
    list_select_related = ("massnahme",)
    search_fields = ("name", "massnahme__titel")
    autocomplete_fields = ("massnahme",)
    inlines = (IndikatorwertInline,)
    fields = (("massnahme", "name", "einheit"), ("startwert", "zielwert", "ziel_bis"))

    def has_delete_permission(self, request: HttpRequest, obj: Indikator | None = None) -> bool:
        return super().has_delete_permission(request, obj) and (obj is None or obj.massnahme.ist_offen)

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """Deleting several at once asks nobody whether their measures are over."""
        return {name: eine for name, eine in super().get_actions(request).items() if name != "delete_selected"}

    def _find_internadresse(self, eintrag: Indikator | None) -> str:
        """Its measure shows it."""
        return super()._find_internadresse(eintrag.massnahme if eintrag else None)
