"""The offer's way through the Redaktion in the admin: steps, changes that wait as proposals, what is never deleted."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib import admin, messages
from django.contrib.admin.actions import delete_selected
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.db.models import QuerySet
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from angebote.admin.abschnitte import AbschnitteAdmin
from angebote.admin.fotos import FotoFormSet
from angebote.admin.gesehenes import GESEHEN_FELD, build_zwischenzeitliches, sign_fuer_formular
from angebote.choices import Vorschlagsherkunft
from angebote.domain.aenderungsvorschlaege import submit_vorschlag
from angebote.domain.angebotsdaten import TEILE, Daten, list_namen, read_angebotsdaten
from angebote.domain.feldtexte import get_feldtitel
from angebote.domain.gesehenes import diff_eingaben, read_gesehenes
from angebote.domain.kontaktruecknahme import KONTAKTFELDER, MEIST_GEMEINT, erase_kontakt
from angebote.domain.redaktion import (
    VEROEFFENTLICHEN,
    VerweigertError,
    delete_entwuerfe,
    explain_bleibende,
    find_uebergang,
    list_hindernisse,
    list_uebergaenge,
    move_angebot,
    needs_vorschlag,
)
from angebote.domain.sperren import lock_angebote
from angebote.models import Aenderungsvorschlag, Angebot
from pankow_einsamkeit.stand import renew_stand

STATUS_FELD = "_status"  # submits the form and says where to go afterwards

ABLEHNUNG = "_ablehnung"  # of a request whose form is sent back although it is valid


class StattSpeichernError(Exception):
    """Ends a save that is only tried: everything it wrote is rolled back, what it would have given is kept."""

    def __init__(self, daten: Daten, *, uebriges: list[str], fotos: FotoFormSet | None) -> None:
        super().__init__()
        self.daten = daten
        self.uebriges = uebriges
        self.fotos = fotos


class RedaktionAdmin(AbschnitteAdmin):
    change_form_template = "admin/angebote/angebot/change_form.html"

    def get_urls(self) -> list[URLPattern]:
        return [
            path("<path:object_id>/status/", self._wrap(self.status_view), name="angebote_angebot_status"),
            path("<path:object_id>/kontakt/", self._wrap(self.kontakt_view), name="angebote_angebot_kontakt"),
            *super().get_urls(),
        ]

    def _wrap(self, view: Any) -> Any:
        return self.admin_site.admin_view(view)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return (*super().get_readonly_fields(request, obj), "status")

    # --- saving ---
    def get_form(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:  # type: ignore[override]
        form: Any = super().get_form(request, obj, **kwargs)
        if obj is not None and request.method == "POST":
            zwischenzeitliches = build_zwischenzeitliches(request, obj, wartet=waits_as_vorschlag)
            form.list_zwischenzeitliches = staticmethod(zwischenzeitliches)
            form.ablehnung = getattr(request, ABLEHNUNG, ())
        return form

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:  # type: ignore[override]
        """Where the change has to wait, the save is tried, rolled back, and its outcome handed in."""
        object_id = args[0] if args else kwargs.get("object_id")
        if request.method != "POST" or object_id is None:
            return super().changeform_view(request, *args, **kwargs)
        with transaction.atomic():
            # What is tried and what it is compared with must not be apart by somebody else's change.
            lock_angebote([to_key(object_id)])
            try:
                with transaction.atomic():
                    return super().changeform_view(request, *args, **kwargs)
            except StattSpeichernError as einer:
                versuch = einer
            try:
                with transaction.atomic():
                    return self._submit(request, to_key(object_id), versuch)
            except ValidationError as fehler:
                # Possible as it was seen, impossible beside what others have changed since: back with everything typed.
                setattr(request, ABLEHNUNG, fehler.messages)
                return super().changeform_view(request, *args, **kwargs)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        if change and waits_as_vorschlag(request, form.instance, bereich=form.initial["bereich"]):
            daten = read_angebotsdaten(Angebot.objects.get(pk=form.instance.pk))
            fotos = next((formset for formset in formsets if isinstance(formset, FotoFormSet)), None)
            alle = request.user.has_perm(VEROEFFENTLICHEN)
            raise StattSpeichernError(daten, uebriges=list_uebriges(form, formsets, mit_fotos=not alle), fotos=fotos)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        """Files cannot be rolled back, so photos are no part of what is only tried: see _save_fotos."""
        wartet = change and waits_as_vorschlag(request, form.instance, bereich=form.initial["bereich"])
        if not (wartet and isinstance(formset, FotoFormSet)):
            super().save_formset(request, form, formset, change)

    def _save_fotos(self, request: HttpRequest, fotos: FotoFormSet) -> bool:
        """At once, beside the proposal: a consent that was withdrawn must not wait. Whether anything has changed."""
        if request.user.has_perm(VEROEFFENTLICHEN):
            fotos.save()
        else:
            fotos.save_geloeschte()
        if anders := bool(fotos.deleted_objects or fotos.new_objects or fotos.changed_objects):
            self.log_change(request, fotos.instance, self.construct_change_message(request, Form(), [fotos]))
            renew_stand()
        return anders

    def _submit(self, request: HttpRequest, pk: int, versuch: StattSpeichernError) -> HttpResponse:
        aktuelle = read_angebotsdaten(Angebot.objects.get(pk=pk))
        gesehen = read_gesehenes(pk, request.POST.get(GESEHEN_FELD, "")) or aktuelle
        aenderungen = diff_eingaben(gesehen, versuch.daten, aktuelle)
        if aenderungen:
            submit_vorschlag(
                angebot_id=pk,
                aenderungen=aenderungen,
                herkunft=Vorschlagsherkunft.REDAKTION,
                jetzt=timezone.now(),
                konto=request.user,  # type: ignore[arg-type]
            )
            text = _("Ihr Vorschlag wartet auf Freigabe. Öffentlich bleibt bis dahin alles, wie es ist.")
            messages.success(request, text)
        if versuch.fotos is not None and self._save_fotos(request, versuch.fotos):
            messages.success(request, _("Was Sie an den Fotos geändert haben, gilt sofort."))
        elif not aenderungen and STATUS_FELD not in request.POST:
            messages.info(request, _("Sie haben nichts geändert."))
        if versuch.uebriges:
            text = _("Nicht übernommen, weil es nicht vorgeschlagen werden kann: %(felder)s.")
            messages.warning(request, text % {"felder": ", ".join(versuch.uebriges)})
        if STATUS_FELD in request.POST:
            return self._go_to_status(request, pk)
        return redirect("admin:angebote_angebot_change", pk)

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        if STATUS_FELD in request.POST:
            return self._go_to_status(request, obj.pk)
        return super().response_change(request, obj)

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], **kwargs: Any) -> HttpResponse:  # type: ignore[override]
        if (angebot := context.get("original")) is not None:
            gespeichert = Angebot.objects.get(pk=angebot.pk)
            context["ablauf"] = self._build_ablauf(request, gespeichert)
            context["gesehen"] = sign_fuer_formular(request, gespeichert, context["adminform"].form)
        return super().render_change_form(request, context, **kwargs)

    def _build_ablauf(self, request: HttpRequest, angebot: Angebot) -> dict[str, Any]:
        darf = self.has_change_permission(request, angebot)
        offene = Aenderungsvorschlag.objects.filter(angebot=angebot).offene().count()
        return {
            "status": angebot.get_status_display(),
            "wartet": darf and waits_as_vorschlag(request, angebot),
            "vier_augen": request.user.has_perm(VEROEFFENTLICHEN),  # then only that is why changes wait
            "uebergaenge": list_uebergaenge(angebot, request.user) if darf else [],  # type: ignore[arg-type]
            "darf_kontakt_entfernen": request.user.has_perm(VEROEFFENTLICHEN),
            "vorschlagssatz": describe_offene(offene) if offene else "",
            "vorschlagsadresse": f"{reverse('admin:angebote_aenderungsvorschlag_changelist')}?angebot={angebot.pk}",
        }

    # --- steps ---
    def _go_to_status(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Straight on where nothing has to be said or read first."""
        angebot, nach = Angebot.objects.get(pk=pk), request.POST[STATUS_FELD]
        uebergang = find_uebergang(angebot, nach)
        if uebergang and not uebergang.braucht_grund and self._move(request, angebot, nach) is None:
            return redirect("admin:angebote_angebot_change", pk)
        return redirect(f"{reverse('admin:angebote_angebot_status', args=[pk])}?{urlencode({'nach': nach})}")

    def _move(self, request: HttpRequest, angebot: Angebot, nach: str, grund: str = "") -> ValidationError | None:
        """None when the step is taken."""
        try:
            wechsel = move_angebot(
                angebot_id=angebot.pk,
                nach=nach,
                konto=request.user,  # type: ignore[arg-type]
                jetzt=timezone.now(),
                grund=grund,
            )
        except VerweigertError as fehler:
            return fehler
        werte = {"titel": angebot, "status": wechsel.get_nach_display()}
        messages.success(request, _("„%(titel)s“ ist jetzt „%(status)s“.") % werte)
        return None

    def status_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Asks for the reason of a step, or says what is in its way."""
        angebot = self._get_angebot(request, object_id)
        nach = (request.POST or request.GET).get("nach", "")
        grund = read_text(request, "grund")
        fehler = self._move(request, angebot, nach, grund) if request.method == "POST" else None
        if request.method == "POST" and fehler is None:
            return redirect("admin:angebote_angebot_change", angebot.pk)
        uebergang = find_uebergang(angebot, nach)
        if uebergang is None and fehler is None:
            messages.warning(request, _("Dieser Schritt ist gerade nicht möglich."))
            return redirect("admin:angebote_angebot_change", angebot.pk)
        context = {
            "title": uebergang.titel if uebergang else _("Status ändern"),
            "uebergang": uebergang,
            "nach": nach,
            "grund": grund,
            "hindernisse": list_hindernisse(angebot, uebergang, request.user) if uebergang else [],  # type: ignore[arg-type]
            **read_fehler(fehler, feld="grund"),
        }
        return self._render(request, "status.html", angebot, context)

    # --- contacts taken back ---
    def kontakt_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        angebot = self._get_angebot(request, object_id)
        if not request.user.has_perm(VEROEFFENTLICHEN):
            raise PermissionDenied
        gewaehlte = request.POST.getlist("feld") if request.method == "POST" else list(MEIST_GEMEINT)
        fehler = None
        if request.method == "POST":
            try:
                erase_kontakt(
                    angebot_id=angebot.pk,
                    konto=request.user,  # type: ignore[arg-type]
                    jetzt=timezone.now(),
                    felder=gewaehlte,
                )
            except VerweigertError as einer:
                fehler = einer
            else:
                messages.success(request, _("Entfernt, auch aus dem Verlauf und aus allen Vorschlägen."))
                return redirect("admin:angebote_angebot_change", angebot.pk)
        felder = [(name, get_feldtitel(name), getattr(angebot, name), name in gewaehlte) for name in KONTAKTFELDER]
        context = {"title": _("Kontakt überall entfernen"), "felder": felder, **read_fehler(fehler)}
        return self._render(request, "kontakt.html", angebot, context)

    def _get_angebot(self, request: HttpRequest, object_id: str) -> Angebot:
        angebot: Angebot | None = self.get_object(request, unquote(object_id))
        if angebot is None:
            raise Http404
        if not self.has_change_permission(request, angebot):
            raise PermissionDenied
        return angebot

    def _render(self, request: HttpRequest, vorlage: str, angebot: Angebot, context: dict[str, Any]) -> HttpResponse:
        rahmen = {**self.admin_site.each_context(request), "opts": self.opts, "angebot": angebot}
        request.current_app = self.admin_site.name
        return render(request, f"admin/angebote/angebot/{vorlage}", rahmen | {"subtitle": str(angebot)} | context)

    # --- deleting ---
    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Never what was public, for nobody: its number may stand on paper."""
        return super().has_delete_permission(request, obj) and not (obj is not None and obj.war_oeffentlich)

    def delete_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponseBase:  # type: ignore[override]
        angebot = self.get_object(request, unquote(object_id))
        if angebot is not None and angebot.war_oeffentlich and self.has_change_permission(request, angebot):
            messages.error(request, explain_bleibende([str(angebot)]))
            return redirect("admin:angebote_angebot_change", angebot.pk)
        return super().delete_view(request, object_id, extra_context)

    @admin.action(permissions=["delete"], description=gettext_lazy("Ausgewählte Entwürfe löschen"))
    def delete_selected(self, request: HttpRequest, queryset: QuerySet[Angebot]) -> HttpResponse | None:
        bleibende = [str(angebot) for angebot in queryset if angebot.war_oeffentlich]
        if bleibende:
            messages.error(request, explain_bleibende(bleibende))
            return None
        antwort: HttpResponse | None = delete_selected(self, request, queryset)
        return antwort

    def delete_model(self, request: HttpRequest, obj: models.Model) -> None:
        delete_entwuerfe(angebot_ids=[obj.pk])

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Angebot]) -> None:
        delete_entwuerfe(angebot_ids=list(queryset.values_list("pk", flat=True)))


def to_key(object_id: str) -> int:
    """0, which no offer has, for what is no number."""
    text = unquote(object_id)
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 19 else 0


def read_text(request: HttpRequest, name: str) -> str:
    """PostgreSQL stores no zero character."""
    return request.POST.get(name, "").replace("\0", "")


def waits_as_vorschlag(request: HttpRequest, angebot: Angebot, *, bereich: str = "") -> bool:
    konto: Any = request.user
    return needs_vorschlag(angebot, konto, neuer_bereich=bereich or angebot.bereich)


def list_uebriges(form: Any, formsets: Any, *, mit_fotos: bool) -> list[str]:
    """Names of what was changed and is no part of Angebotsdaten. A photo that only goes is none of it."""
    felder = [str(form[name].label) for name in form.changed_data if name not in list_namen()]
    teile = [
        str(formset.model._meta.verbose_name_plural)
        for formset in formsets
        if formset.prefix not in TEILE
        and (mit_fotos and formset.has_bleibende() if isinstance(formset, FotoFormSet) else formset.has_changed())
    ]
    return felder + teile


def describe_offene(anzahl: int) -> str:
    satz = ngettext("Es wartet ein Vorschlag.", "Es warten %(anzahl)d Vorschläge.", anzahl)
    return satz % {"anzahl": anzahl}


def read_fehler(fehler: ValidationError | None, *, feld: str = "") -> dict[str, Any]:
    """ "feldfehler": of the one field of the page; "fehlerliste": all others."""
    if fehler is None:
        return {"feldfehler": [], "fehlerliste": []}
    if not hasattr(fehler, "error_dict"):
        return {"feldfehler": [], "fehlerliste": fehler.messages}
    je_feld = fehler.message_dict
    eigene = je_feld.pop(feld, [])
    return {"feldfehler": eigene, "fehlerliste": [text for texte in je_feld.values() for text in texte]}
