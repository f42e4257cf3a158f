"""The parts of an offer or place that are edited on its page. Stacked, because only stacked rows have real labels."""

from typing import Any

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from angebote.admin.forms import AusnahmeForm, KostenForm, KostenFormSet, SchliesszeitForm, ZeitForm
from angebote.models import (
    Ausnahme,
    Barriereangabe,
    Kosten,
    OrtHaltestelle,
    Quellenangabe,
    Schliesszeit,
    Zeit,
    Zugangsweg,
)


class TeileInline(admin.StackedInline):
    """No empty rows on a page that exists already: each would be one more thing to tab through."""

    extra = 0
    leere_beim_anlegen = 0

    def get_extra(self, request: HttpRequest, obj: Model | None = None, **kwargs: Any) -> int:
        return self.extra if obj else self.leere_beim_anlegen


class ZeitInline(TeileInline):
    model = Zeit
    form = ZeitForm
    leere_beim_anlegen = 1
    fields = (
        ("art", "wochentag", "beginn", "ende"),
        ("monatswochen", "intervall_wochen"),
        ("datum", "gueltig_von", "gueltig_bis"),
        ("an_feiertagen", "in_schulferien"),
        "hinweis",
    )


class AusnahmeInline(TeileInline):
    model = Ausnahme
    form = AusnahmeForm
    fields = (("art", "datum", "beginn"), ("neues_datum", "neuer_beginn", "neues_ende"), "grund")


class SchliesszeitInline(TeileInline):
    model = Schliesszeit
    form = SchliesszeitForm
    fields = (("von", "bis", "grund"),)


class ZugangswegInline(TeileInline):
    model = Zugangsweg
    leere_beim_anlegen = 1
    fields = (("art", "hinweis"),)


class KostenInline(TeileInline):
    model = Kosten
    form = KostenForm
    formset = KostenFormSet
    leere_beim_anlegen = 1
    fields = (("art", "betrag_cent", "einheit"), ("schnuppern_anzahl", "hinweis"), "ist_freiwillig")


class BarriereangabeInline(TeileInline):
    model = Barriereangabe
    fields = (("merkmal", "wert", "notiz"), ("quelle", "stand"))


class QuellenangabeInline(TeileInline):
    model = Quellenangabe
    fields = (("betrifft", "konfidenz", "stand", "stand_jahr"), "quelle")


class OrtHaltestelleInline(admin.StackedInline):
    """Computed by domain/orte.py from the coordinates, so only to look at."""

    model = OrtHaltestelle
    fields = (("haltestelle", "meter"),)
    readonly_fields = ("haltestelle", "meter")
    extra = 0
    can_delete = False
    verbose_name_plural = _("Haltestellen in der Nähe (aus den Koordinaten berechnet)")

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False
