"""The words the Redaktion keeps for the search: synonyms and filler words."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from angebote.admin.sofort import SofortAdmin
from angebote.admin.wortprobe import build_proben, show_wortprobe
from angebote.domain.suchworte import (
    WORT_LAENGE,
    find_gruppen_mit,
    find_hinweise,
    find_stoppwort,
    join_worte,
    read_wortgruppe,
    split_worte,
)
from angebote.models import Stoppwort, Synonymgruppe
from pankow_einsamkeit.lib.text import split_woerter

LEERE_ZEILEN, ZEILEN_HOECHSTENS = 3, 25


class SynonymgruppeForm(forms.ModelForm):
    class Meta:
        widgets = {
            "worte": forms.Textarea(attrs={"cols": 40}),
            "findet": forms.Textarea(attrs={"cols": 40}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """All words are seen at once, with room for more."""
        super().__init__(*args, **kwargs)
        for name in self.fields.keys() & {"worte", "findet"}:
            zeilen = len(split_worte(self[name].value() or "")) + LEERE_ZEILEN
            self.fields[name].widget.attrs["rows"] = min(zeilen, ZEILEN_HOECHSTENS)

    def clean_worte(self) -> str:
        worte = self._clean_liste("worte")
        if not worte:
            raise ValidationError(_("Bitte mindestens ein Wort angeben."), code="leer")
        return join_worte(worte)

    def clean_findet(self) -> str:
        """May name words from above: in a group with a direction these do not find each other otherwise."""
        return join_worte(self._clean_liste("findet"))

    def _clean_liste(self, feld: str) -> list[str]:
        worte = split_worte(self.cleaned_data[feld])
        if zu_lange := [wort for wort in worte if len(wort) > WORT_LAENGE]:
            raise ValidationError(
                _("Das ist länger als ein Wort: „%(wort)s …“. Bitte ein Wort je Zeile."),
                code="zu_lang",
                params={"wort": zu_lange[0][:40]},
            )
        return worte


class RichtungFilter(admin.SimpleListFilter):
    title = _("Art")
    parameter_name = "art"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> Iterable[tuple[str, str]]:
        return [("gleich", str(_("Wörter finden einander"))), ("weiter", str(_("Wörter führen zu anderen")))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Synonymgruppe]) -> QuerySet[Synonymgruppe]:
        if self.value() == "gleich":
            return queryset.filter(findet="")
        return queryset.exclude(findet="") if self.value() == "weiter" else queryset


@admin.register(Synonymgruppe)
class SynonymgruppeAdmin(SofortAdmin):
    form = SynonymgruppeForm
    list_display = ("show_worte", "show_findet", "zeigt_hilfe", "notiz")
    list_filter = (RichtungFilter, "zeigt_hilfe")
    list_per_page = 100
    search_fields = ("worte", "findet", "notiz")
    search_help_text = _("sucht in den Wörtern und in der Notiz")
    fieldsets = (
        (None, {"fields": ("worte", "findet")}),
        (_("Außerdem"), {"fields": ("zeigt_hilfe", "notiz")}),
    )
    hinweis_template = "admin/angebote/synonymgruppe/_hinweise.html"

    def get_urls(self) -> list[URLPattern]:
        probe = path("probe/", self.admin_site.admin_view(self.show_probe), name="angebote_wortprobe")
        return [probe, *super().get_urls()]

    def show_probe(self, request: HttpRequest) -> HttpResponse:
        return show_wortprobe(request, model_admin=self)

    @admin.display(description=_("Wörter"), ordering="worte")
    def show_worte(self, gruppe: Synonymgruppe) -> str:
        return ", ".join(split_worte(gruppe.worte))

    @admin.display(description=_("findet auch"), ordering="findet")
    def show_findet(self, gruppe: Synonymgruppe) -> str:
        return ", ".join(split_worte(gruppe.findet))

    def build_hinweise(self, eintrag: Synonymgruppe) -> dict[str, Any]:
        gruppe = read_wortgruppe(eintrag)
        return {"hinweise": find_hinweise(gruppe), "proben": build_proben(gruppe.worte)}


class StoppwortForm(forms.ModelForm):
    def clean_wort(self) -> str:
        wort = " ".join(self.cleaned_data["wort"].split())
        if len(split_woerter(wort)) != 1:
            raise ValidationError(_("Ein Füllwort ist ein einzelnes Wort, zum Beispiel „für“."), code="kein_wort")
        if gleiches := find_stoppwort(wort, ohne_pk=self.instance.pk):
            raise ValidationError(
                _("Für die Suche ist das dasselbe wie „%(wort)s“, und das steht schon in der Liste."),
                code="doppelt",
                params={"wort": gleiches.wort},
            )
        return wort


@admin.register(Stoppwort)
class StoppwortAdmin(SofortAdmin):
    form = StoppwortForm
    list_display = ("wort",)
    list_per_page = 200
    search_fields = ("wort",)
    hinweis_template = "admin/angebote/stoppwort/_hinweise.html"

    def build_hinweise(self, eintrag: Stoppwort) -> dict[str, Any]:
        gruppen = [gruppe for _wort, gruppe in find_gruppen_mit([eintrag.wort])]
        return {"hinweise": gruppen, "wort": eintrag.wort, "proben": build_proben([eintrag.wort])}
