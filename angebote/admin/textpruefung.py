"""The panel "Texte und Pflichtangaben" on the page of an offer, and two small pages to leave a finding as it is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _

from angebote.domain.pflichtangaben import TEILE as PFLICHTTEILE
from angebote.domain.pflichtangaben import ZEILEN, FehlendeAngabe, list_fehlende_angaben
from angebote.domain.textpruefung import (
    BEZUEGE,
    TEILE,
    Befund,
    Textlage,
    build_textlage,
    check_texte,
    measure_lesbarkeit,
)
from angebote.domain.textpruefung.ausnahmen import excuse_befund, find_befund, split_befunde, withdraw_textausnahme
from angebote.domain.textpruefung.saetze import WORTE_FUER_LIX
from angebote.models import Angebot, Textausnahme
from pankow_einsamkeit.admin import OeffentlichAdmin
from pankow_einsamkeit.lib.lesbarkeit import DURCHSCHNITTLICH, LEICHT, SCHWIERIG, SEHR_LEICHT, Lesbarkeit

STUFEN = (
    (SEHR_LEICHT, _("sehr leicht")),
    (LEICHT, _("leicht")),
    (DURCHSCHNITTLICH, _("durchschnittlich")),
    (SCHWIERIG, _("schwierig")),
)
SEHR_SCHWIERIG = _("sehr schwierig")


@dataclass(frozen=True)
class Feldbefunde:
    """The findings of one field. adresse is empty where nothing can be excused yet, since it is not saved."""

    anker: str
    name: str
    befunde: list[tuple[Befund, str]]


@dataclass(frozen=True)
class Gelassen:
    befund: Befund
    ausnahme: Textausnahme
    adresse: str


class TextausnahmeForm(forms.ModelForm):
    class Meta:
        model = Textausnahme
        fields = ("grund",)
        widgets = {"grund": forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"})}
        error_messages = {"grund": {"required": _("Bitte einen Grund angeben.")}}


class TextpruefungMixin(OeffentlichAdmin):
    """For AngebotAdmin. Everything the panel shows is warning, nothing of it keeps anybody from saving."""

    def get_urls(self) -> list[URLPattern]:
        def lead_to(ansicht: Any) -> Any:
            return self.admin_site.admin_view(ansicht)

        eigene = [
            path("<int:pk>/textausnahme/", lead_to(self.excuse_view), name="angebote_textausnahme"),
            path(
                "<int:pk>/textausnahme/<int:ausnahme_pk>/zuruecknehmen/",
                lead_to(self.withdraw_view),
                name="angebote_textausnahme_zuruecknehmen",
            ),
        ]
        return [*eigene, *super().get_urls()]

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], **kwargs: Any) -> HttpResponse:  # type: ignore[override]
        angebot = context.get("original")
        if angebot is not None:
            ist_getippt = context["adminform"].form.is_bound  # sent back with errors: `angebot` carries what was typed
            darf = self.has_change_permission(request, angebot)
            context["textpruefung"] = build_textpruefung(angebot, ist_getippt=ist_getippt, darf_aendern=darf)
        return super().render_change_form(request, context, **kwargs)

    def excuse_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        angebot = self._get_geprueftes(request, pk)
        befund = find_befund(
            check_texte(build_textlage(angebot)),
            art=request.GET.get("art", ""),
            stelle=request.GET.get("stelle", ""),
        )
        if befund is None:
            messages.warning(request, _("Diese Stelle steht nicht mehr im Text."))
            return redirect(find_panel(angebot))
        form = TextausnahmeForm(request.POST if request.method == "POST" else None)
        if form.is_bound and form.is_valid():
            excuse_befund(angebot=angebot, befund=befund, grund=form.cleaned_data["grund"], konto=request.user)  # type: ignore[arg-type]
            messages.success(request, _("„%(stelle)s“ bleibt bewusst so.") % {"stelle": befund.kennung})
            return redirect(find_panel(angebot))
        return self._render_textausnahme(request, angebot, title=_("Bewusst so lassen"), befund=befund, form=form)

    def withdraw_view(self, request: HttpRequest, pk: int, ausnahme_pk: int) -> HttpResponse:
        angebot = self._get_geprueftes(request, pk)
        ausnahme = get_object_or_404(angebot.textausnahmen.select_related("konto"), pk=ausnahme_pk)
        if request.method == "POST":
            withdraw_textausnahme(ausnahme=ausnahme)
            messages.success(request, _("Die Ausnahme ist zurückgenommen."))
            return redirect(find_panel(angebot))
        return self._render_textausnahme(request, angebot, title=_("Ausnahme zurücknehmen"), ausnahme=ausnahme)

    def _get_geprueftes(self, request: HttpRequest, pk: int) -> Angebot:
        angebot: Angebot = get_object_or_404(Angebot.objects.select_related(*BEZUEGE), pk=pk)
        if not self.has_change_permission(request, angebot):
            raise PermissionDenied
        return angebot

    def _render_textausnahme(self, request: HttpRequest, angebot: Angebot, **mehr: Any) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "angebot": angebot,
            "zurueck": find_panel(angebot),
            **mehr,
        }
        return render(request, "admin/angebote/textausnahme.html", context)


def find_panel(angebot: Angebot) -> str:
    return f"{reverse('admin:angebote_angebot_change', args=[angebot.pk])}#textpruefung-titel"


def build_textpruefung(angebot: Angebot, *, ist_getippt: bool, darf_aendern: bool) -> dict[str, Any]:
    """Missing facts always from the last saved state: the rows that were typed are not in the database yet."""
    mit_teilen = Angebot.objects.select_related(*BEZUEGE).prefetch_related(*PFLICHTTEILE, *TEILE)
    gespeichert = mit_teilen.get(pk=angebot.pk)
    lage = build_textlage(angebot if ist_getippt else gespeichert)
    ausnahmen = list(gespeichert.textausnahmen.select_related("konto"))
    angaben = list_fehlende_angaben(gespeichert)
    return {
        "ist_getippt": ist_getippt,
        "pflicht": [angabe for angabe in angaben if angabe.ist_pflicht],
        "empfohlen": [angabe for angabe in angaben if not angabe.ist_pflicht],
        "adresse": f"{reverse('admin:angebote_texthinweise')}?angebot={angebot.pk}" if darf_aendern else "",
        **build_texthinweise(
            lage, ausnahmen, mit_link_fuer=gespeichert if darf_aendern and not ist_getippt else None, darf=darf_aendern
        ),
    }


def build_texthinweise(
    lage: Textlage, ausnahmen: Sequence[Textausnahme], *, mit_link_fuer: Angebot | None = None, darf: bool = False
) -> dict[str, Any]:
    """What the checks say. mit_link_fuer: the offer for which findings can be excused; darf: exceptions taken back."""
    offene, gelassene = split_befunde(check_texte(lage), ausnahmen)
    lesbarkeit = measure_lesbarkeit(lage)
    return {
        "felder": group_befunde(offene, mit_link_fuer),
        "anzahl": len(offene),
        "gelassene": [
            Gelassen(befund, ausnahme, build_ruecknahme(ausnahme) if darf else "") for befund, ausnahme in gelassene
        ],
        "lesbarkeit": lesbarkeit if lesbarkeit.worte >= WORTE_FUER_LIX else None,
        "stufe": name_stufe(lesbarkeit),
    }


def group_befunde(befunde: Iterable[Befund], mit_link_fuer: Angebot | None) -> list[Feldbefunde]:
    """They come field by field already."""
    return [
        Feldbefunde(
            anker=FehlendeAngabe(feld, "").anker,
            name=name_feld(feld),
            befunde=[
                (befund, build_ausnahme_link(mit_link_fuer, befund) if mit_link_fuer else "") for befund in gruppe
            ],
        )
        for feld, gruppe in groupby(befunde, key=lambda befund: befund.feld)
    ]


def name_feld(feld: str) -> str:
    eintrag = Angebot._meta.get_field(feld)
    if feld in ZEILEN:
        return str(eintrag.related_model._meta.verbose_name_plural)  # type: ignore[union-attr]
    return str(eintrag.verbose_name)  # type: ignore[union-attr]


def build_ausnahme_link(angebot: Angebot, befund: Befund) -> str:
    adresse = reverse("admin:angebote_textausnahme", args=[angebot.pk])
    return f"{adresse}?{urlencode({'art': befund.art.value, 'stelle': befund.kennung})}"


def build_ruecknahme(ausnahme: Textausnahme) -> str:
    return reverse("admin:angebote_textausnahme_zuruecknehmen", args=[ausnahme.angebot_id, ausnahme.pk])


def name_stufe(lesbarkeit: Lesbarkeit) -> str:
    return str(next((name for grenze, name in STUFEN if lesbarkeit.lix < grenze), SEHR_SCHWIERIG))
