"""Rounds, meetings, tasks, elections and the communication plan."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from angebote.admin.inlines import TeileInline
from angebote.formularfelder import UhrzeitField
from konzept.admin.basis import InternAdmin
from konzept.admin.einmaliges import Einmaliges
from konzept.admin.kontowahl import Kontowahl
from konzept.admin.mitgliedszeilen import Mitgliedszeilen
from konzept.models import Aufgabe, Beschluss, Gremium, Kommunikation, Mitgliedschaft, Sitzung, Wahltermin


class MitgliedschaftInline(TeileInline):
    formset = Mitgliedszeilen
    model = Mitgliedschaft
    fields = (("geschaeftsbereich", "akteur"), ("rolle", "funktion"))
    autocomplete_fields = ("geschaeftsbereich", "akteur")


@admin.register(Gremium)
class GremiumAdmin(InternAdmin):
    list_display = ("name", "federfuehrung", "rhythmus", "ist_aktiv")
    list_filter = ("ist_aktiv",)
    list_select_related = ("federfuehrung",)
    search_fields = ("name",)
    autocomplete_fields = ("federfuehrung",)
    inlines = (MitgliedschaftInline,)
    fieldsets = ((_("Die Runde"), {"fields": ("name", "zweck", "federfuehrung", "rhythmus", "ist_aktiv")}),)


class BeschlussInline(TeileInline):
    model = Beschluss


class AufgabeInline(TeileInline):
    model = Aufgabe
    form = Kontowahl
    can_delete = False
    autocomplete_fields = ("massnahme",)
    fields = ("titel", "verantwortlich", "konto", "faellig_am", "massnahme")


class Sitzungsform(Einmaliges):
    beginn = UhrzeitField(label=_("Beginn"))
    ende = UhrzeitField(label=_("Ende"), required=False)


@admin.register(Sitzung)
class SitzungAdmin(InternAdmin):
    form = Sitzungsform
    list_display = ("gremium", "datum", "beginn", "ort", "ist_abgesagt")
    list_filter = ("gremium", "ist_abgesagt")
    list_select_related = ("gremium",)
    date_hierarchy = "datum"
    search_fields = ("gremium__name", "tagesordnung")
    autocomplete_fields = ("gremium",)
    inlines = (BeschlussInline, AufgabeInline)
    search_help_text = _("sucht in Gremium und Tagesordnung")
    fieldsets = (
        (_("Wann und wo"), {"fields": ("gremium", "datum", ("beginn", "ende"), "ort", "ist_abgesagt")}),
        (_("Worum es geht"), {"fields": ("tagesordnung", "niederschrift")}),
    )


@admin.register(Aufgabe)
class AufgabeAdmin(InternAdmin):
    form = Kontowahl
    list_display = ("titel", "verantwortlich", "faellig_am", "status", "sitzung", "massnahme")
    list_filter = ("status",)
    list_select_related = ("sitzung__gremium", "massnahme")
    search_fields = ("titel", "verantwortlich")
    search_help_text = _("sucht in Aufgabe und Funktion")
    autocomplete_fields = ("sitzung", "massnahme")
    fieldsets = (
        (_("Was zu tun ist"), {"fields": ("titel", "verantwortlich", "konto", "faellig_am")}),
        (_("Woher sie kommt"), {"fields": ("sitzung", "massnahme")}),
        (_("Was daraus wurde"), {"fields": ("ergebnis",)}),
    )
    internseite = "konzept:aufgabe-liste"


@admin.register(Wahltermin)
class WahlterminAdmin(InternAdmin):
    form = Einmaliges
    list_display = ("titel", "datum")
    fieldsets = ((_("Die Wahl"), {"fields": ("titel", "datum", "hinweis")}),)
    internseite = "konzept:sitzung-liste"


@admin.register(Kommunikation)
class KommunikationAdmin(InternAdmin):
    form = Einmaliges
    list_display = ("titel", "kanal", "faellig_am", "verantwortlich", "status", "massnahme")
    list_filter = ("status", "kanal")
    list_select_related = ("massnahme",)
    date_hierarchy = "faellig_am"
    search_fields = ("titel",)
    autocomplete_fields = ("massnahme", "kieze")
    search_help_text = _("sucht im Titel")
    fieldsets = (
        (_("Was wann wo erscheint"), {"fields": ("titel", "kanal", "faellig_am", "verantwortlich", "material")}),
        (_("Wofür"), {"fields": ("massnahme", "kieze")}),
        (_("Wen es erreicht hat"), {"fields": ("ergebnis",)}),
    )
    internseite = "konzept:kommunikation-liste"
