"""Reports of visitors: a list by urgency, and a page to take, settle or reopen one. Nobody adds or deletes any here."""

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.models import LogEntry
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from angebote.choices import Meldungsart, Meldungsstatus
from angebote.domain.meldungen import (
    UEBERGAENGE,
    MeldungError,
    OhneErgebnisError,
    Schritt,
    build_fristsatz,
    close_meldung,
    reopen_meldung,
    take_meldung,
)
from angebote.models import Meldung
from angebote.models.meldung import KENNUNG_GRUPPEN
from pankow_einsamkeit.adminliste import ListenAdmin
from pankow_einsamkeit.models import Konto

KNOEPFE = {Schritt.UEBERNEHMEN: "_uebernehmen", Schritt.ERLEDIGEN: "_erledigen", Schritt.WIEDER_OEFFNEN: "_oeffnen"}
BESCHRIFTUNG = {
    Schritt.UEBERNEHMEN: _("Übernehmen"),
    Schritt.ERLEDIGEN: _("Erledigt"),
    Schritt.WIEDER_OEFFNEN: _("Wieder öffnen"),
}

ERGEBNIS = {
    Schritt.UEBERNEHMEN: _("übernommen"),
    Schritt.ERLEDIGEN: _("erledigt"),
    Schritt.WIEDER_OEFFNEN: _("wieder geöffnet"),
}


class MeldungForm(forms.ModelForm):
    """Only the note can be written. data tells which button was pressed."""

    def clean(self) -> dict[str, Any]:
        daten = super().clean() or {}
        ist_leer = "ergebnis" in self.fields and not daten.get("ergebnis", "").strip()
        if KNOEPFE[Schritt.ERLEDIGEN] in self.data and ist_leer and "ergebnis" not in self.errors:
            self.add_error("ergebnis", ValidationError(str(OhneErgebnisError()), code="required"))
        return daten


class UeberfaelligFilter(admin.SimpleListFilter):
    title = _("Frist")
    parameter_name = "frist"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> Iterable[tuple[str, str]]:
        return [
            ("ueberfaellig", str(_("überfällig"))),
            ("heute", str(_("heute fällig oder überfällig"))),
            ("offen", str(_("alle, die noch nicht erledigt sind"))),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Meldung]) -> QuerySet[Meldung]:
        heute, meldungen = timezone.localdate(), Meldung.objects.all()
        auswahl = {
            "ueberfaellig": meldungen.ueberfaellig(heute),
            "heute": meldungen.faellig_bis(heute),
            "offen": meldungen.offene(),
        }.get(self.value() or "")
        return queryset if auswahl is None else queryset.filter(pk__in=auswahl.order_by().values("pk"))


@admin.register(Meldung)
class MeldungAdmin(ListenAdmin):
    form = MeldungForm
    list_display = ("kennung", "show_frist", "art", "status", "zustaendig", "show_wo", "eingegangen_am")
    list_filter = (UeberfaelligFilter, "status", "art", ("zustaendig", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("angebot", "zustaendig")
    list_per_page = 50
    search_fields = ("kennung",)
    search_help_text = _("sucht die Nummer der Meldung, mit oder ohne Strich")
    actions = ("take_selected",)
    fieldsets = (
        (_("Was eingegangen ist"), {"fields": ("kennung", "art", "show_wo", "text", "antwort_an", "eingegangen_am")}),
        (_("Bearbeitung"), {"fields": ("show_frist", "faellig_am", "status", "zustaendig", "ergebnis")}),
    )
    change_form_template = "admin/angebote/meldung/change_form.html"

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Meldung | None = None) -> bool:
        """They go by rule, `manage.py delete_meldungen`: nobody loses what still has to be answered."""
        return False

    def get_readonly_fields(self, request: HttpRequest, obj: Meldung | None = None) -> tuple[str, ...]:
        """What people wrote stays as it is; the note too, once it says how a report was settled."""
        felder = (
            *("kennung", "art", "show_wo", "text", "antwort_an", "eingegangen_am"),
            *("show_frist", "faellig_am", "status", "zustaendig"),
        )
        return (*felder, "ergebnis") if obj and obj.status == Meldungsstatus.ERLEDIGT else felder

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Meldung], search_term: str
    ) -> tuple[QuerySet[Meldung], bool]:
        """People read the number aloud: "MB 4K7X" is mb-4k7x."""
        zeichen = "".join(eines for eines in search_term if eines.isalnum())
        if len(zeichen) == sum(KENNUNG_GRUPPEN):
            search_term = f"{zeichen[: KENNUNG_GRUPPEN[0]]}-{zeichen[KENNUNG_GRUPPEN[0] :]}"
        return super().get_search_results(request, queryset, search_term)

    @admin.display(description=_("Frist"), ordering="faellig_am")
    def show_frist(self, meldung: Meldung) -> str:
        satz = build_fristsatz(meldung, heute=timezone.localdate())
        return f"{satz} ({_('gesetzliche Frist')})" if meldung.art == Meldungsart.BARRIERE else satz

    @admin.display(description=_("Seite"))
    def show_wo(self, meldung: Meldung) -> str:
        return meldung.angebot.titel if meldung.angebot else meldung.seite or str(_("keine bestimmte"))

    @admin.action(description=_("Ausgewählte Meldungen übernehmen"), permissions=["change"])
    def take_selected(self, request: HttpRequest, queryset: QuerySet[Meldung]) -> None:
        for meldung in queryset:
            self._take_step(request, meldung, Schritt.UEBERNEHMEN)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        meldung: Meldung = context["original"]
        moegliche = [schritt for schritt in Schritt if (meldung.status, schritt) in UEBERGAENGE]
        ist_meine = meldung.zustaendig_id == request.user.pk
        context["knoepfe"] = [
            (KNOEPFE[schritt], BESCHRIFTUNG[schritt])
            for schritt in moegliche
            if not (schritt == Schritt.UEBERNEHMEN and ist_meine)
        ]
        context["kann_notieren"] = meldung.status != Meldungsstatus.ERLEDIGT
        return super().render_change_form(request, context, *args, **kwargs)

    def save_model(self, request: HttpRequest, obj: Meldung, form: MeldungForm, change: bool) -> None:
        """The note is a field like any other; the status changes by the rules of the domain only."""
        if "ergebnis" in form.changed_data:
            obj.save(update_fields=["ergebnis"])

    def response_change(self, request: HttpRequest, obj: Meldung) -> HttpResponse:
        """Back to the list once there is nothing more to do, else to the report itself."""
        schritt = next((eine for eine, knopf in KNOEPFE.items() if knopf in request.POST), None)
        if schritt is None:
            return super().response_change(request, obj)
        ist_fertig = self._take_step(request, obj, schritt) and schritt == Schritt.ERLEDIGEN
        if ist_fertig:
            return self.response_post_save_change(request, obj)
        return redirect("admin:angebote_meldung_change", obj.pk)

    def log_change(self, request: HttpRequest, obj: Meldung, message: Any) -> LogEntry | None:  # type: ignore[override]
        """Not where a button was pressed and no field changed: the step has an entry of its own."""
        return super().log_change(request, obj, message) if message else None

    def _take_step(self, request: HttpRequest, meldung: Meldung, schritt: Schritt) -> bool:
        """False, with a message, where a colleague was faster and the step leads nowhere any more."""
        konto = cast("Konto", request.user)
        try:
            match schritt:
                case Schritt.UEBERNEHMEN:
                    take_meldung(meldung=meldung, konto=konto)
                case Schritt.ERLEDIGEN:
                    heute = timezone.localdate()
                    close_meldung(meldung=meldung, ergebnis=meldung.ergebnis, konto=konto, heute=heute)
                case Schritt.WIEDER_OEFFNEN:
                    reopen_meldung(meldung=meldung)
        except MeldungError as fehler:
            self.message_user(request, str(fehler), messages.ERROR)
            return False
        self.log_change(request, meldung, str(ERGEBNIS[schritt]))
        satz = _("Meldung %(kennung)s: %(ergebnis)s.") % {"kennung": meldung.kennung, "ergebnis": ERGEBNIS[schritt]}
        self.message_user(request, satz, messages.SUCCESS)
        return True
