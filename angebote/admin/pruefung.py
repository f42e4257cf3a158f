"""Who checked an offer when: a block on its page, a form to note a new check, and the same for a selection."""

from datetime import date
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.utils import unquote
from django.contrib.admin.widgets import AdminTextInputWidget
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from angebote.choices import Pruefgruppe, Pruefquelle
from angebote.domain.aktualitaet import (
    PruefungsfehlerError,
    confirm_angebot,
    confirm_angebote,
    load_pruefstand,
    refresh_fristen,
)
from angebote.models import Angebot, Pruefrhythmus
from pankow_einsamkeit.admin import OeffentlichAdmin
from pankow_einsamkeit.models import Konto

NICHT_VON_HAND = frozenset({Pruefquelle.ANBIETER, Pruefquelle.IMPORT})  # the link for providers, the import
GEZEIGTE = 50  # titles on the page that asks for a selection
QUELLEN = [
    (quelle.value, quelle.label) for quelle in Pruefquelle if quelle not in (Pruefquelle.ANBIETER, Pruefquelle.IMPORT)
]


class QuelleForm(forms.Form):
    quelle = forms.ChoiceField(
        label=gettext_lazy("Woher wissen Sie es?"), choices=[("", gettext_lazy("bitte wählen")), *QUELLEN]
    )
    notiz = forms.CharField(
        label=gettext_lazy("Notiz"),
        max_length=300,
        required=False,
        widget=AdminTextInputWidget,
        help_text=gettext_lazy("nur intern; bitte keine Namen von Ratsuchenden"),
    )


class PruefungForm(QuelleForm):
    gruppen = forms.MultipleChoiceField(
        label=gettext_lazy("Was wurde geprüft?"),
        choices=Pruefgruppe.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Bitte wählen Sie aus, was geprüft wurde.")},
    )
    geprueft_am = forms.DateField(
        label=gettext_lazy("Geprüft am"),
        widget=forms.DateInput(format="%d.%m.%Y"),
        help_text=gettext_lazy("TT.MM.JJJJ"),
    )
    field_order = ("gruppen", "geprueft_am", "quelle", "notiz")


class PruefungMixin:
    """For the admin of offers. `show_pruefstand` belongs into its readonly_fields."""

    admin_site: admin.AdminSite
    opts: Any

    @admin.display(description=gettext_lazy("Geprüft"))
    def show_pruefstand(self, angebot: Angebot) -> SafeString | str:
        if angebot.pk is None:
            return _("nach dem ersten Speichern")
        return render_to_string(
            "admin/angebote/_pruefstand.html", build_pruefstand(angebot, heute=timezone.localdate())
        )

    def get_urls(self) -> list[URLPattern]:
        ansicht = self.admin_site.admin_view(self.note_pruefung)
        eigene = [path("<path:object_id>/pruefung/", ansicht, name="angebote_angebot_pruefung")]
        return [*eigene, *super().get_urls()]  # type: ignore[misc]

    def note_pruefung(self, request: HttpRequest, object_id: str) -> HttpResponse:
        angebot = self.get_object(request, unquote(object_id))  # type: ignore[attr-defined]
        if angebot is None:
            raise Http404("no such offer")
        if not self.has_change_permission(request, angebot):  # type: ignore[attr-defined]
            raise PermissionDenied
        heute = timezone.localdate()
        form = PruefungForm(request.POST or None, initial={"gruppen": Pruefgruppe.values, "geprueft_am": heute})
        if form.is_valid() and save_pruefung(form, angebot, konto=request.user, heute=heute):
            messages.success(request, _("„%(titel)s“: die Prüfung ist vermerkt.") % {"titel": angebot.titel})
            return HttpResponseRedirect(reverse("admin:angebote_angebot_change", args=[angebot.pk]))
        context = {"form": form, "angebot": angebot, "title": _("Als geprüft vermerken")}
        return self._render_pruefung(request, "admin/angebote/pruefung.html", context)

    @admin.action(permissions=["change"], description=gettext_lazy("Alle vier Gruppen heute geprüft"))
    def confirm_selected(self, request: HttpRequest, queryset: QuerySet[Angebot]) -> HttpResponse | None:
        form = QuelleForm(request.POST if "vermerken" in request.POST else None)
        if form.is_valid():
            pks = list(queryset.order_by().values_list("pk", flat=True))
            save_pruefungen(form, pks, konto=request.user, heute=timezone.localdate())
            satz = ngettext(
                "Ein Angebot ist als heute geprüft vermerkt.",
                "%(anzahl)d Angebote sind als heute geprüft vermerkt.",
                len(pks),
            )
            messages.success(request, satz % {"anzahl": len(pks)})
            return None
        context = {
            "form": form,
            "title": _("Ausgewählte Angebote als geprüft vermerken"),
            "angebote": queryset.order_by("titel")[:GEZEIGTE],
            "anzahl": queryset.count(),
            "weitere": max(0, queryset.count() - GEZEIGTE),
            "auswahl": request.POST.getlist(ACTION_CHECKBOX_NAME),
            "auswahlfeld": ACTION_CHECKBOX_NAME,
            "alle": request.POST.get("select_across", "0"),
        }
        return self._render_pruefung(request, "admin/angebote/pruefungen.html", context)

    def _render_pruefung(self, request: HttpRequest, vorlage: str, context: dict[str, Any]) -> HttpResponse:
        return render(request, vorlage, {**self.admin_site.each_context(request), "opts": self.opts, **context})


def save_pruefung(form: PruefungForm, angebot: Angebot, *, konto: Any, heute: date) -> bool:
    """What the domain refuses stands at the field of the day."""
    try:
        confirm_angebot(
            angebot_id=angebot.pk,
            gruppen=[Pruefgruppe(gruppe) for gruppe in form.cleaned_data["gruppen"]],
            geprueft_am=form.cleaned_data["geprueft_am"],
            konto=konto,
            quelle=Pruefquelle(form.cleaned_data["quelle"]),
            heute=heute,
            notiz=form.cleaned_data["notiz"],
        )
    except PruefungsfehlerError as fehler:
        form.add_error("geprueft_am", str(fehler))
        return False
    return True


def save_pruefungen(form: QuelleForm, pks: list[int], *, konto: Any, heute: date) -> None:
    confirm_angebote(
        angebot_ids=pks,
        gruppen=list(Pruefgruppe),
        geprueft_am=heute,
        konto=konto,
        quelle=Pruefquelle(form.cleaned_data["quelle"]),
        heute=heute,
        notiz=form.cleaned_data["notiz"],
    )


def build_pruefstand(angebot: Angebot, *, heute: date) -> dict[str, Any]:
    """Every group with its newest check, or with none."""
    stand = load_pruefstand(angebot.pk)
    return {
        "angebot": angebot,
        "zeilen": [(gruppe.label, stand.get(gruppe), name_pruefer(stand.get(gruppe))) for gruppe in Pruefgruppe],
        "ist_lange_her": angebot.ist_lange_her(heute),
        "ist_abgelaufen": angebot.ist_abgelaufen(heute),
    }


def name_pruefer(pruefung: Any) -> str:
    """Who it was; empty for providers, imports and people who have left."""
    konto: Konto | None = pruefung.konto if pruefung else None
    return (konto.get_full_name() or konto.get_username()) if konto else ""


@admin.register(Pruefrhythmus)
class PruefrhythmusAdmin(OeffentlichAdmin):
    """Saving or deleting a row moves the days of all offers at once."""

    list_display = ("__str__", "bereich", "format", "hinweis_tage", "frist_tage")
    fields = (("bereich", "format"), ("hinweis_tage", "frist_tage"))

    def save_model(self, request: HttpRequest, obj: Pruefrhythmus, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        self._refresh(request)

    def delete_model(self, request: HttpRequest, obj: Pruefrhythmus) -> None:
        super().delete_model(request, obj)
        self._refresh(request)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Pruefrhythmus]) -> None:
        super().delete_queryset(request, queryset)
        self._refresh(request)

    def _refresh(self, request: HttpRequest) -> None:
        satz = ngettext(
            "Für ein Angebot gilt jetzt eine andere Frist.",
            "Für %(anzahl)d Angebote gilt jetzt eine andere Frist.",
            anzahl := refresh_fristen(),
        )
        messages.info(request, satz % {"anzahl": anzahl})
