"""Components, versions of the concept and papers of the BVV."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from konzept.admin.basis import InternAdmin
from konzept.admin.vergangenes import Vergangenes
from konzept.choices import Konzeptstatus
from konzept.domain.konzeptstand import FESTE, UEBERGAENGE, check_schritt, move_konzept
from konzept.models import Drucksache, Komponente, Konzept


@admin.register(Komponente)
class KomponenteAdmin(InternAdmin):
    list_display = ("name", "art")
    fieldsets = ((_("Die Komponente"), {"fields": ("art", "name", "auftrag")}),)
    internseite = "konzept:uebersicht"
    readonly_fields = ("art",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Komponente | None = None) -> bool:
        return False


class Konzeptformular(forms.ModelForm):
    """Offers where the version stands, and the steps that lead on from there."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        feld: Any = self.fields.get("status")
        if feld is not None:
            self.bisher = Konzeptstatus(self.instance.status)
            feld.choices = [(status, status.label) for status in (self.bisher, *UEBERGAENGE[self.bisher])]
            satz = _("Diesen Schritt gibt es nicht mehr: Die Version ist jetzt „%(status)s“.")
            feld.error_messages["invalid_choice"] = satz % {"status": self.bisher.label}

    def clean_status(self) -> str:
        nach = Konzeptstatus(self.cleaned_data["status"])
        if nach != self.bisher:
            check_schritt(self.bisher, nach)
        return nach


@admin.register(Konzept)
class KonzeptAdmin(InternAdmin):
    """A new version begins as a draft; one that is or was valid only moves on."""

    form = Konzeptformular
    list_display = ("version", "titel", "status", "stand")
    list_filter = ("status",)
    fieldsets = (
        (_("Diese Fassung"), {"fields": ("titel", "version", "status", "stand")}),
        (_("Inhalt"), {"fields": ("zusammenfassung",)}),
    )
    internseite = "konzept:uebersicht"

    def get_readonly_fields(self, request: HttpRequest, obj: Konzept | None = None) -> tuple[str, ...]:
        if obj is None:
            return ("status",)
        if obj.status not in FESTE:
            return ()
        texte = ("version", "titel", "stand", "zusammenfassung")
        return texte if UEBERGAENGE[Konzeptstatus(obj.status)] else (*texte, "status")

    def save_model(self, request: HttpRequest, obj: Konzept, form: Any, change: bool) -> None:
        """The texts first, then the step: each is its own row of history."""
        nach = Konzeptstatus(obj.status)
        obj.status = getattr(form, "bisher", nach)
        super().save_model(request, obj, form, change)
        if obj.status != nach:
            obj.status = move_konzept(konzept=obj, nach=nach, konto=request.user).status  # type: ignore[arg-type]


class Drucksachenformular(Vergangenes):
    vergangene_tage = ("eingebracht_am", "beschlossen_am")


@admin.register(Drucksache)
class DrucksacheAdmin(InternAdmin):
    form = Drucksachenformular
    list_display = ("nummer", "titel", "status", "beschlossen_am", "bericht_bis")
    list_filter = ("status",)
    search_fields = ("nummer", "titel")
    search_help_text = _("sucht in Nummer und Titel")
    fieldsets = (
        (_("Welche Drucksache"), {"fields": ("nummer", "titel", "quelle")}),
        (_("Stand"), {"fields": ("status", "eingebracht_am", "beschlossen_am", "bericht_bis")}),
        (_("Was die BVV möchte"), {"fields": ("ersuchen",)}),
    )
    internseite = "konzept:uebersicht"
