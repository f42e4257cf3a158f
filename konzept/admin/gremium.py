"""Rounds, meetings, tasks, elections and the communication plan."""

from django.contrib import admin

from konzept.admin.basis import InternAdmin
from konzept.models import Aufgabe, Beschluss, Gremium, Kommunikation, Mitgliedschaft, Sitzung, Wahltermin


class MitgliedschaftInline(admin.TabularInline):
    model = Mitgliedschaft
    extra = 0
    autocomplete_fields = ("geschaeftsbereich", "akteur")


@admin.register(Gremium)
class GremiumAdmin(InternAdmin):
    list_display = ("name", "federfuehrung", "rhythmus", "ist_aktiv")
    list_filter = ("ist_aktiv",)
    list_select_related = ("federfuehrung",)
    search_fields = ("name",)
    autocomplete_fields = ("federfuehrung",)
    inlines = (MitgliedschaftInline,)
    fields = ("name", "zweck", "federfuehrung", "rhythmus", "ist_aktiv")


class BeschlussInline(admin.StackedInline):
    model = Beschluss
    extra = 0


class AufgabeInline(admin.StackedInline):
    model = Aufgabe
    extra = 0
    can_delete = False
    autocomplete_fields = ("massnahme",)
    fields = ("titel", "verantwortlich", "konto", "faellig_am", "massnahme")


@admin.register(Sitzung)
class SitzungAdmin(InternAdmin):
    list_display = ("gremium", "datum", "beginn", "ort", "ist_abgesagt")
    list_filter = ("gremium", "ist_abgesagt")
    list_select_related = ("gremium",)
    date_hierarchy = "datum"
    search_fields = ("gremium__name", "tagesordnung")
    autocomplete_fields = ("gremium",)
    inlines = (BeschlussInline, AufgabeInline)
    fields = ("gremium", "datum", "beginn", "ende", "ort", "tagesordnung", "niederschrift", "ist_abgesagt")


@admin.register(Aufgabe)
class AufgabeAdmin(InternAdmin):
    list_display = ("titel", "verantwortlich", "faellig_am", "status", "sitzung", "massnahme")
    list_filter = ("status",)
    list_select_related = ("sitzung__gremium", "massnahme")
    search_fields = ("titel", "verantwortlich")
    autocomplete_fields = ("sitzung", "massnahme")
    fields = ("titel", "verantwortlich", "konto", "faellig_am", "sitzung", "massnahme", "ergebnis")


@admin.register(Wahltermin)
class WahlterminAdmin(InternAdmin):
    list_display = ("titel", "datum")
    fields = ("titel", "datum", "hinweis")


@admin.register(Kommunikation)
class KommunikationAdmin(InternAdmin):
    list_display = ("titel", "kanal", "faellig_am", "verantwortlich", "status", "massnahme")
    list_filter = ("status", "kanal")
    list_select_related = ("massnahme",)
    date_hierarchy = "faellig_am"
    search_fields = ("titel",)
    autocomplete_fields = ("massnahme", "kieze")
    fields = ("titel", "kanal", "faellig_am", "verantwortlich", "material", "massnahme", "kieze", "ergebnis")
