from typing import Any

from django.contrib import admin, messages
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.urls import URLPattern
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from angebote.admin import zusammenlegen
from angebote.admin.abschnitte import AbschnitteAdmin
from angebote.admin.feste_felder import FesteFelderMixin
from angebote.admin.filters import OrtSchliesszeitFilter
from angebote.admin.fotos import FotosLoeschenAdmin, OrtFotoInline
from angebote.admin.inlines import BarriereangabeInline, OrtHaltestelleInline, QuellenangabeInline, SchliesszeitInline
from angebote.admin.schliessung import OrtForm, SchliessungMixin
from angebote.admin.stammdatenstand import StammdatenstandMixin
from angebote.admin.verlauf import VerlaufAdmin
from angebote.choices import Merkmal
from angebote.domain.orte import Vorschlag, refresh_haltestellen, suggest_planungsraum
from angebote.models import Angebot, Barriereangabe, Ort


class BarriereCheckliste(BarriereangabeInline):
    """Every feature has its row, so that nothing is forgotten; a row left at "nicht bekannt" is not stored."""

    classes = ("collapse", "checkliste")

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        return len(list_offene_merkmale(obj))


def list_offene_merkmale(ort: Ort | None) -> list[str]:
    vorhanden = set(Barriereangabe.objects.filter(ort=ort).values_list("merkmal", flat=True)) if ort else set()
    return [merkmal for merkmal in Merkmal.values if merkmal not in vorhanden]


@admin.register(Ort)
class OrtAdmin(
    SchliessungMixin, StammdatenstandMixin, FesteFelderMixin, AbschnitteAdmin, VerlaufAdmin, FotosLoeschenAdmin
):
    form = OrtForm
    actions = (zusammenlegen.choose_zwei,)
    list_display = ("name", "strasse", "hausnummer", "plz", "kiez", "show_angebote")
    list_filter = ("kiez", "ortsteil", OrtSchliesszeitFilter)
    list_select_related = ("kiez",)
    list_per_page = 50
    search_fields = ("name", "strasse", "plz")
    search_help_text = gettext_lazy("sucht in Name, Straße und Postleitzahl")
    autocomplete_fields = ("planungsraum",)
    fieldsets = (
        (gettext_lazy("Name"), {"fields": ("name",)}),
        (gettext_lazy("Adresse"), {"fields": (("strasse", "hausnummer"), ("plz", "ortsname"))}),
        (
            gettext_lazy("Lage"),
            {
                "fields": (("kiez", "ortsteil"), "planungsraum", ("lat", "lon")),
                "description": gettext_lazy(
                    "Leer lassen: Beim Speichern werden Kiez, Ortsteil und Planungsraum aus der Adresse bestimmt, "
                    "wenn sie eindeutig ist."
                ),
            },
        ),
        (gettext_lazy("Weg"), {"fields": ("eingang", "wegbeschreibung", "parken")}),
    )
    inlines = (OrtFotoInline, BarriereCheckliste, SchliesszeitInline, OrtHaltestelleInline, QuellenangabeInline)
    abschnitte = (*(titel for titel, _inhalt in fieldsets), *inlines)

    def get_urls(self) -> list[URLPattern]:
        return [*zusammenlegen.build_urls(self), *super().get_urls()]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Ort]:
        eintraege: QuerySet[Ort] = super().get_queryset(request)
        return eintraege.annotate(anzahl_angebote=Count("angebote"))

    @admin.display(description=gettext_lazy("Angebote"), ordering="anzahl_angebote")
    def show_angebote(self, ort: Ort) -> int:
        return ort.anzahl_angebote  # type: ignore[attr-defined, no-any-return]

    def angebote_of(self, eintraege: QuerySet[Ort]) -> QuerySet[Angebot]:
        return Angebot.objects.filter(ort__in=eintraege)

    def get_formset_kwargs(self, request: HttpRequest, obj: Any, inline: Any, prefix: str) -> dict[str, Any]:
        kwargs = super().get_formset_kwargs(request, obj, inline, prefix)
        if isinstance(inline, BarriereCheckliste):
            kwargs["initial"] = [{"merkmal": merkmal} for merkmal in list_offene_merkmale(obj if obj.pk else None)]
        return kwargs

    def save_model(self, request: HttpRequest, obj: Ort, form: Any, change: bool) -> None:
        if obj.strasse and obj.planungsraum is None:
            vorschlag = suggest_planungsraum(strasse=obj.strasse, plz=obj.plz)
            apply_vorschlag(obj, vorschlag)
            self._announce(request, obj, vorschlag)
        elif obj.planungsraum is not None and obj.kiez is None:
            obj.kiez = obj.planungsraum.kiez
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        # First the stops, then the cards that name them.
        refresh_haltestellen(ort_ids=[form.instance.pk])
        super().save_related(request, form, formsets, change)

    def _announce(self, request: HttpRequest, ort: Ort, vorschlag: Vorschlag) -> None:
        namen = ", ".join(str(kandidat) for kandidat in vorschlag.kandidaten)
        if vorschlag.planungsraum is not None and ort.planungsraum == vorschlag.planungsraum:
            text = _("Planungsraum aus der Adresse bestimmt: %(name)s. Bitte prüfen.") % {"name": ort.planungsraum}
            messages.info(request, text)
        elif vorschlag.kandidaten:
            text = _("Die Adresse kann in mehreren Planungsräumen liegen: %(namen)s. Bitte einen auswählen.")
            messages.warning(request, text % {"namen": namen})
        else:
            text = _("Die Straße „%(strasse)s“ steht nicht im Straßenverzeichnis. Bitte den Planungsraum auswählen.")
            messages.warning(request, text % {"strasse": ort.strasse})


def apply_vorschlag(ort: Ort, vorschlag: Vorschlag) -> None:
    """Fills what is empty and unambiguous; what an editor chose stays, so no Planungsraum outside the chosen Kiez."""
    if ort.kiez is None:
        ort.kiez = vorschlag.kiez
    if ort.ortsteil is None:
        ort.ortsteil = vorschlag.ortsteil
    if vorschlag.planungsraum is not None and ort.kiez == vorschlag.planungsraum.kiez:
        ort.planungsraum = vorschlag.planungsraum
