"""One page for one offer with all its parts, in the order of the public page; and the list the Redaktion works in."""

from datetime import date
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db import models
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from angebote.admin import doppelte, einlesen, texthinweise, zusammenlegen
from angebote.admin.filters import (
    BestaetigungFilter,
    OhneTerminFilter,
    PflichtangabenFilter,
    SchliesszeitFilter,
    VerschwundenFilter,
)
from angebote.admin.forms import ADRESSEN_MIT_HTTPS
from angebote.admin.fotos import AngebotFotoInline
from angebote.admin.gesehenes import GesehenesForm
from angebote.admin.inlines import (
    AusnahmeInline,
    BarriereangabeInline,
    KostenInline,
    QuellenangabeInline,
    SchliesszeitInline,
    ZeitInline,
    ZugangswegInline,
)
from angebote.admin.mitmachen import MitmachrolleInline
from angebote.admin.pruefung import PruefungMixin
from angebote.admin.redaktion import RedaktionAdmin
from angebote.admin.textpruefung import TextpruefungMixin
from angebote.admin.verlauf import VerlaufAdmin
from angebote.domain.katalog import refresh_angebote
from angebote.domain.kennungen import build_slug
from angebote.domain.sichtbarkeit import explain_verborgen
from angebote.domain.zeitsaetze import build_terminsatz
from angebote.models import Angebot, Termin
from pankow_einsamkeit.lib.umbruch import breakable

TERMINE_IN_DER_VORSCHAU = 5
WAS, WO, KOSTEN, WER = _("Was"), _("Wo"), _("Hinweis zu den Kosten"), _("Wer kann kommen")
ERSTBESUCH, KONTAKT, RAHMEN, PFLEGE = _("So läuft der erste Besuch ab"), _("Kontakt"), _("Rahmen"), _("Pflege")


@admin.register(Angebot)
class AngebotAdmin(VerlaufAdmin, TextpruefungMixin, PruefungMixin, RedaktionAdmin):
    form = GesehenesForm
    list_display = (
        "titel",
        "bereich",
        "show_kiez",
        "show_naechster_termin",
        "status",
        "show_geprueft_am",
        "show_bestaetigt",
    )
    list_filter = (
        "status",
        "bereich",
        BestaetigungFilter,
        OhneTerminFilter,
        VerschwundenFilter,
        PflichtangabenFilter,
        SchliesszeitFilter,
        ("kategorien", admin.RelatedFieldListFilter),
        ("ort__kiez", admin.RelatedFieldListFilter),
    )
    actions = ("confirm_selected", zusammenlegen.choose_zwei, "delete_selected")
    list_select_related = ("ort__kiez",)
    list_per_page = 50
    search_fields = ("titel", "traeger__name", "ort__name", "ort__strasse")
    search_help_text = _("sucht in Titel, Träger, Name und Straße des Ortes")
    autocomplete_fields = ("ort", "traeger")
    formfield_overrides = ADRESSEN_MIT_HTTPS | {models.ManyToManyField: {"widget": forms.CheckboxSelectMultiple}}
    readonly_fields = ("show_pruefstand", "slug", "kurz_id", "created_at", "updated_at")
    view_on_site = False  # the preview links to the page, or says why there is none
    inlines = (
        ZeitInline,
        AusnahmeInline,
        SchliesszeitInline,
        ZugangswegInline,
        KostenInline,
        BarriereangabeInline,
        QuellenangabeInline,
        AngebotFotoInline,
        MitmachrolleInline,
    )
    fieldsets = (
        (
            WAS,
            {
                "fields": (
                    "titel",
                    "nutzen",
                    "beschreibung",
                    ("bereich", "format"),
                    "kategorien",
                    "traeger",
                    ("gueltig_von", "gueltig_bis"),
                    "zeiten_hinweis",
                )
            },
        ),
        (WO, {"fields": ("ort", "treffpunkt", "einzugsgebiet")}),
        (KOSTEN, {"fields": ("kosten_hinweis",)}),
        (
            WER,
            {
                "fields": (
                    "zielgruppen",
                    "wer_hinweis",
                    ("alter_von", "alter_bis"),
                    "exklusiv",
                    "exklusiv_grund",
                    "ausschluss",
                    "sprachen",
                    "sprachen_hinweis",
                    "anmeldung",
                    "anmeldung_hinweis",
                    "ueberweisung",
                )
            },
        ),
        (
            ERSTBESUCH,
            {
                "fields": (
                    "erstbesuch_klingeln",
                    "erstbesuch_begruessung",
                    "erstbesuch_ablauf",
                    "erstbesuch_sprechen",
                    "erstbesuch_dauer",
                    "erstbesuch_zuschauen",
                )
            },
        ),
        (KONTAKT, {"fields": ("kontakt_name", "telefon", "sprechzeiten", "anruf_hinweis", "email", "web")}),
        (
            RAHMEN,
            {
                "fields": (
                    "bewirtung",
                    "gruppengroesse",
                    ("fachliche_leitung", "vertraulich", "anonym_moeglich"),
                    ("kapazitaet", "kapazitaet_am"),
                    ("wartezeit_wochen", "wartezeit_am"),
                )
            },
        ),
        (
            PFLEGE,
            {
                "fields": (
                    "status",
                    "show_pruefstand",
                    "interne_notiz",
                    ("slug", "kurz_id"),
                    ("created_at", "updated_at"),
                )
            },
        ),
    )
    abschnitte = (
        WAS,
        AngebotFotoInline,
        ZeitInline,
        AusnahmeInline,
        SchliesszeitInline,
        WO,
        ZugangswegInline,
        KostenInline,
        KOSTEN,
        WER,
        ERSTBESUCH,
        KONTAKT,
        BarriereangabeInline,
        RAHMEN,
        MitmachrolleInline,
        PFLEGE,
        QuellenangabeInline,
    )

    def get_urls(self) -> list[URLPattern]:
        eigene = (modul.build_urls(self) for modul in (einlesen, doppelte, texthinweise, zusammenlegen))
        return [*(adresse for adressen in eigene for adresse in adressen), *super().get_urls()]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Angebot]:
        kommende = Termin.objects.filter(angebot=OuterRef("pk"), datum__gte=timezone.localdate())
        termin = kommende.order_by("datum", "beginn").values("datum")[:1]
        eintraege: QuerySet[Angebot] = super().get_queryset(request)
        return eintraege.annotate(naechster_termin=Subquery(termin))

    @admin.display(description=_("Kiez"), ordering="ort__kiez__name")
    def show_kiez(self, angebot: Angebot) -> str:
        return breakable(angebot.ort.kiez.name) if angebot.ort and angebot.ort.kiez else ""

    @admin.display(description=_("nächster Termin"), ordering="naechster_termin")
    def show_naechster_termin(self, angebot: Angebot) -> str:
        return format_kurz(angebot.naechster_termin)  # type: ignore[attr-defined]

    @admin.display(description=_("geprüft am"), ordering="geprueft_am")
    def show_geprueft_am(self, angebot: Angebot) -> str:
        return format_kurz(angebot.geprueft_am)

    @admin.display(description=_("bestätigt"), boolean=True)
    def show_bestaetigt(self, angebot: Angebot) -> bool:
        return angebot.ist_bestaetigt

    def formfield_for_dbfield(self, db_field: models.Field, request: HttpRequest, **kwargs: Any) -> forms.Field | None:
        """Fewer stops on the way: no button to add a category here, none to delete the place or provider everywhere."""
        feld = super().formfield_for_dbfield(db_field, request, **kwargs)
        if feld and isinstance(feld.widget, RelatedFieldWidgetWrapper):
            feld.widget.can_delete_related = False
            if isinstance(db_field, models.ManyToManyField):
                feld.widget = feld.widget.widget
        return feld

    def save_model(self, request: HttpRequest, obj: Angebot, form: forms.ModelForm, change: bool) -> None:
        if not obj.slug:
            vergeben = set(Angebot.objects.values_list("slug", flat=True))
            obj.slug = build_slug(obj.titel, vergeben=vergeben, ersatz="angebot")
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        refresh_angebote(angebot_ids=[form.instance.pk], heute=timezone.localdate())

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], **kwargs: Any) -> HttpResponse:  # type: ignore[override]
        angebot = context.get("original")
        if angebot is not None:
            context["vorschau"] = build_vorschau(angebot, heute=timezone.localdate())
        doppelte.add_context(context)
        return super().render_change_form(request, context, **kwargs)


def format_kurz(datum: date | None) -> str:
    return f"{datum:%d.%m.%Y}" if datum else ""


def build_vorschau(angebot: Angebot, *, heute: date) -> dict[str, Any]:
    """The sentences that the public reads, from the last saved state, and why the page cannot be seen, if so."""
    gespeichert = Angebot.objects.get(pk=angebot.pk)  # `angebot` may carry what was just typed and refused
    termine = gespeichert.termine.filter(datum__gte=heute)[:TERMINE_IN_DER_VORSCHAU]
    return {
        "adresse": gespeichert.get_absolute_url(),
        "verborgen_weil": explain_verborgen(gespeichert, heute=heute),
        "terminsaetze": [build_terminsatz(t.datum, t.beginn, t.ende, heute=heute) for t in termine],
        "karte": gespeichert.kartendaten,
    }
