"""Saving an offer in the admin: at once, or as a proposal that waits beside the public version."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import ValidationError
from django.db import transaction
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from angebote.admin.abschnitte import AbschnitteAdmin
from angebote.admin.entwuerfe import NurEntwuerfeLoeschenMixin
from angebote.admin.fotos import FotoFormSet
from angebote.admin.gesehenes import GESEHEN_FELD, build_zwischenzeitliches, sign_fuer_formular
from angebote.admin.kontaktruecknahme import KontaktruecknahmeMixin
from angebote.admin.status import STATUS_FELD, StatusMixin
from angebote.choices import Vorschlagsherkunft
from angebote.domain.aenderungsvorschlaege import submit_vorschlag
from angebote.domain.angebotsdaten import TEILE, Daten, list_namen, read_angebotsdaten
from angebote.domain.gesehenes import diff_eingaben, read_gesehenes
from angebote.domain.redaktion import VEROEFFENTLICHEN, list_uebergaenge, needs_vorschlag
from angebote.domain.sperren import lock_angebote
from angebote.models import Aenderungsvorschlag, Angebot
from pankow_einsamkeit.stand import renew_stand

ABLEHNUNG = "_ablehnung"  # of a request whose form is sent back although it is valid


class StattSpeichernError(Exception):
    """Ends a save that is only tried: everything it wrote is rolled back, what it would have given is kept."""

    def __init__(self, daten: Daten, *, uebriges: list[str], fotos: FotoFormSet | None) -> None:
        super().__init__()
        self.daten = daten
        self.uebriges = uebriges
        self.fotos = fotos


class RedaktionAdmin(StatusMixin, KontaktruecknahmeMixin, NurEntwuerfeLoeschenMixin, AbschnitteAdmin):
    change_form_template = "admin/angebote/angebot/change_form.html"

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return (*super().get_readonly_fields(request, obj), "status")

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
            return self.go_to_status(request, pk)
        return redirect("admin:angebote_angebot_change", pk)

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], **kwargs: Any) -> HttpResponse:  # type: ignore[override]
        if (angebot := context.get("original")) is not None:
            gespeichert = Angebot.objects.get(pk=angebot.pk)
            context["ablauf"] = build_ablauf(request, gespeichert, darf=self.has_change_permission(request, angebot))
            context["gesehen"] = sign_fuer_formular(request, gespeichert, context["adminform"].form)
        return super().render_change_form(request, context, **kwargs)


def to_key(object_id: str) -> int:
    """0, which no offer has, for what is no number."""
    text = unquote(object_id)
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 19 else 0


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


def build_ablauf(request: HttpRequest, angebot: Angebot, *, darf: bool) -> dict[str, Any]:
    """What the page says above and below the form. darf: this person may change the offer."""
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


def describe_offene(anzahl: int) -> str:
    satz = ngettext("Es wartet ein Vorschlag.", "Es warten %(anzahl)d Vorschläge.", anzahl)
    return satz % {"anzahl": anzahl}
