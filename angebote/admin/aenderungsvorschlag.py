"""Proposals that wait: the list, and the page where somebody with Freigabe decides field by field."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Case, IntegerField, When
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from angebote.admin.nebenseite import read_fehler, read_text
from angebote.choices import Vorschlagsstatus
from angebote.domain.aenderungsvorschlaege import (
    accept_vorschlag,
    compute_stand,
    describe_absender,
    describe_entscheidung,
    explain_annahme_verweigert,
    list_konflikte,
    reject_vorschlag,
    withdraw_vorschlag,
)
from angebote.domain.angebotsdaten import list_namen, read_angebotsdaten
from angebote.domain.feldtexte import Feldaenderung, build_feldaenderungen, describe_wert, get_feldtitel
from angebote.domain.redaktion import AENDERN, VEROEFFENTLICHEN
from angebote.models import Aenderungsvorschlag
from pankow_einsamkeit.admin import OeffentlichAdmin

ANNEHMEN, ABLEHNEN, ZURUECKZIEHEN = "annehmen", "ablehnen", "zurueckziehen"
FELDER_IN_DER_LISTE = 4
OFFENE_ZUERST = Case(When(status=Vorschlagsstatus.OFFEN, then=0), default=1, output_field=IntegerField())


@dataclass(frozen=True)
class Vergleich:
    """One field to decide. heute: lines of what it is now, where that is neither what was nor what is proposed."""

    aenderung: Feldaenderung
    heute: list[str] | None
    gewaehlt: bool
    fehler: list[str]

    @property
    def name(self) -> str:
        return self.aenderung.name


@admin.register(Aenderungsvorschlag)
class AenderungsvorschlagAdmin(OeffentlichAdmin):
    list_display = ("show_angebot", "show_status", "show_alter", "show_absender", "show_felder")
    list_filter = ("status", "herkunft")
    list_select_related = ("angebot", "konto", "entschieden_von")
    list_per_page = 50
    search_fields = ("angebot__titel", "konto__username", "absender")
    search_help_text = gettext_lazy("sucht im Titel des Angebots und beim Absender")
    actions = None

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Whoever edits offers sees what waits for them."""
        return request.user.has_perm(AENDERN) or super().has_view_permission(request, obj)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    def get_ordering(self, request: HttpRequest) -> tuple[Any, ...]:
        """Open ones first, the longest waiting on top."""
        return OFFENE_ZUERST, "eingereicht_am", "pk"

    # --- the list ---
    @admin.display(description=gettext_lazy("Angebot"), ordering="angebot__titel")
    def show_angebot(self, vorschlag: Aenderungsvorschlag) -> str:
        return vorschlag.angebot.titel

    @admin.display(description=gettext_lazy("Status"))
    def show_status(self, vorschlag: Aenderungsvorschlag) -> str:
        return describe_entscheidung(vorschlag) or str(vorschlag.get_status_display())

    @admin.display(description=gettext_lazy("eingereicht"), ordering="eingereicht_am")
    def show_alter(self, vorschlag: Aenderungsvorschlag) -> str:
        return describe_alter(vorschlag.eingereicht_am, jetzt=timezone.now())

    @admin.display(description=gettext_lazy("von"))
    def show_absender(self, vorschlag: Aenderungsvorschlag) -> str:
        return describe_absender(vorschlag)

    @admin.display(description=gettext_lazy("betrifft"))
    def show_felder(self, vorschlag: Aenderungsvorschlag) -> str:
        titel = [get_feldtitel(name) for name in list_namen() if name in vorschlag.aenderungen]
        weitere = len(titel) - FELDER_IN_DER_LISTE
        genannte = ", ".join(titel[:FELDER_IN_DER_LISTE])
        if weitere <= 0:
            return genannte
        return _("%(felder)s und %(anzahl)d weitere") % {"felder": genannte, "anzahl": weitere}

    # --- the decision ---
    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        vorschlag: Aenderungsvorschlag = self._get(request, object_id)
        if not self.has_view_permission(request, vorschlag):
            raise PermissionDenied
        fehler = self._decide(request, vorschlag) if request.method == "POST" else None
        if request.method == "POST" and fehler is None:
            return redirect("admin:angebote_angebot_change", vorschlag.angebot_id)
        return self._render(request, self._get(request, object_id), fehler)

    def _get(self, request: HttpRequest, object_id: str) -> Any:
        if (vorschlag := self.get_object(request, unquote(object_id))) is None:
            raise Http404
        return vorschlag

    def _decide(self, request: HttpRequest, vorschlag: Aenderungsvorschlag) -> ValidationError | None:
        """None when it is decided."""
        entscheiden = ENTSCHEIDUNGEN.get(request.POST.get("entscheidung", ""))
        if entscheiden is None:
            return ValidationError(_("Bitte annehmen, ablehnen oder zurückziehen."))
        try:
            text = entscheiden(request, vorschlag)
        except ValidationError as fehler:
            return fehler
        messages.success(request, text)
        return None

    def _render(
        self, request: HttpRequest, vorschlag: Aenderungsvorschlag, fehler: ValidationError | None
    ) -> HttpResponse:
        offen = vorschlag.status == Vorschlagsstatus.OFFEN
        konto: Any = request.user
        aktuelle = read_angebotsdaten(vorschlag.angebot)
        konflikte = list_konflikte(vorschlag.aenderungen, aktuelle) if offen else []
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Vorschlag Nr. %(nummer)d") % {"nummer": vorschlag.pk},
            "subtitle": str(vorschlag.angebot),
            "vorschlag": vorschlag,
            "absender": describe_absender(vorschlag),
            "entscheidung": describe_entscheidung(vorschlag),
            "offen": offen,
            "vergleiche": build_vergleiche(request, vorschlag, aktuelle, konflikte, fehler),
            "konfliktzahl": len(konflikte),
            "stand": compute_stand(aktuelle, vorschlag.aenderungen),
            "verweigert": explain_annahme_verweigert(vorschlag, konto) if offen else "",
            "darf_ablehnen": offen and konto.has_perm(VEROEFFENTLICHEN),
            "darf_zurueckziehen": offen and vorschlag.konto_id == konto.pk,
            "begruendung": read_text(request, "begruendung"),
            **read_fehler(fehler, feld="begruendung"),
        }
        request.current_app = self.admin_site.name
        return render(request, "admin/angebote/aenderungsvorschlag/entscheidung.html", context)


def accept(request: HttpRequest, vorschlag: Aenderungsvorschlag) -> str:
    accept_vorschlag(
        vorschlag_id=vorschlag.pk,
        konto=request.user,  # type: ignore[arg-type]
        jetzt=timezone.now(),
        namen=request.POST.getlist("feld"),
        gesehen=request.POST.get("stand", "") or "-",  # a page without it has seen nothing
    )
    return _("Vorschlag angenommen. Das Angebot ist geändert.")


def reject(request: HttpRequest, vorschlag: Aenderungsvorschlag) -> str:
    reject_vorschlag(
        vorschlag_id=vorschlag.pk,
        konto=request.user,  # type: ignore[arg-type]
        jetzt=timezone.now(),
        begruendung=read_text(request, "begruendung"),
    )
    return _("Vorschlag abgelehnt. Am Angebot ändert sich nichts.")


def withdraw(request: HttpRequest, vorschlag: Aenderungsvorschlag) -> str:
    withdraw_vorschlag(vorschlag_id=vorschlag.pk, konto=request.user, jetzt=timezone.now())  # type: ignore[arg-type]
    return _("Vorschlag zurückgezogen. Am Angebot ändert sich nichts.")


ENTSCHEIDUNGEN: dict[str, Callable[[HttpRequest, Aenderungsvorschlag], str]] = {
    ANNEHMEN: accept,
    ABLEHNEN: reject,
    ZURUECKZIEHEN: withdraw,
}


def build_vergleiche(
    request: HttpRequest,
    vorschlag: Aenderungsvorschlag,
    aktuelle: dict[str, Any],
    konflikte: list[str],
    fehler: ValidationError | None,
) -> list[Vergleich]:
    """A field that has changed since is not chosen in advance: somebody has to want it."""
    je_feld = fehler.message_dict if fehler is not None and hasattr(fehler, "error_dict") else {}
    gewaehlte = request.POST.getlist("feld") if request.method == "POST" else set(vorschlag.aenderungen) - {*konflikte}
    return [
        Vergleich(
            aenderung=aenderung,
            heute=describe_wert(aenderung.name, aktuelle[aenderung.name]) if aenderung.name in konflikte else None,
            gewaehlt=aenderung.name in gewaehlte,
            fehler=je_feld.get(aenderung.name, []),
        )
        for aenderung in build_feldaenderungen(vorschlag.aenderungen)
    ]


def describe_alter(eingereicht_am: datetime, *, jetzt: datetime) -> str:
    tage = (timezone.localtime(jetzt).date() - timezone.localtime(eingereicht_am).date()).days
    if tage <= 0:
        return _("heute")
    return ngettext("vor einem Tag", "vor %(tage)d Tagen", tage) % {"tage": tage}
