"""The history of a record as acts that people understand: who, when, why, and what was different afterwards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Page, Paginator
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from angebote.admin.nebenseite import build_name, get_aenderbares, read_fehler, render_nebenseite
from angebote.domain.aenderungsvorschlaege import describe_absender
from angebote.domain.angebotsdaten import get_teilmodell, list_teile
from angebote.domain.feldtexte import (
    Feldaenderung,
    Namensliste,
    build_feldaenderungen,
    get_feldtitel,
    load_namensliste,
)
from angebote.domain.redaktion import format_zeitpunkt
from angebote.domain.verlauf import Akt, list_akte
from angebote.domain.wiederherstellung import plan_rueckweg, revert_eintrag
from angebote.models import Aenderungsvorschlag, Angebot, Statuswechsel
from pankow_einsamkeit.admin import OeffentlichAdmin
from pankow_einsamkeit.models import Konto

AKTE_JE_SEITE = 20
JAHRE = range(1900, 3000)  # moments that every clock of the world can show


@dataclass(frozen=True)
class Eintrag:
    """One entry of the page. stand: for the address that restores it; empty where there is nothing to restore."""

    wann: datetime
    titel: str
    wer: str
    grund: str = ""
    aenderungen: Sequence[Feldaenderung] = ()
    vorschlag_id: int | None = None
    stand: str = ""


class VerlaufAdmin(OeffentlichAdmin):
    """Replaces Django's page of log entries, which only says that something was changed; restores earlier states."""

    kann_wiederherstellen = True

    def get_urls(self) -> list[URLPattern]:
        if not self.kann_wiederherstellen:
            return super().get_urls()
        zurueck = self.admin_site.admin_view(self.zurueck_view)
        name = build_name(self, "zurueck").removeprefix("admin:")
        return [path("<path:object_id>/zurueck/", zurueck, name=name), *super().get_urls()]

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        eintrag = self.get_object(request, unquote(object_id))
        if eintrag is None:
            raise Http404
        if not self.has_view_or_change_permission(request, eintrag):
            raise PermissionDenied
        darf = self.kann_wiederherstellen and self.has_change_permission(request, eintrag)
        context = {
            "title": _("Verlauf"),
            "seite": build_seite(
                eintrag, nummer=request.GET.get("seite", ""), verborgene=find_verborgene(request, eintrag)
            ),
            "zurueckadresse": reverse(build_name(self, "zurueck"), args=[eintrag.pk]) if darf else "",
            "darf_wiederherstellen": darf,
        }
        return render_nebenseite(self, request, "admin/angebote/verlauf.html", eintrag, context)

    def zurueck_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Shows what restoring would change compared with now, and does it."""
        eintrag, stand = get_aenderbares(self, request, object_id), read_stand(request)
        konto: Any = request.user
        rueckweg = plan_rueckweg(eintrag, zeitpunkt=stand, konto=konto) if stand is not None else None
        if stand is None or rueckweg is None:
            raise Http404
        fehler = self._revert(request, eintrag, stand) if request.method == "POST" else None
        if request.method == "POST" and fehler is None:
            return redirect(build_name(self, "change"), eintrag.pk)
        context = {
            "title": _("Stand vom %(wann)s wiederherstellen") % {"wann": format_zeitpunkt(stand)},
            "stand": stand.isoformat(),
            "aenderungen": build_feldaenderungen(rueckweg.aenderungen, modell=type(eintrag)),
            "bleibende": [get_feldtitel(name, type(eintrag)) for name in rueckweg.feste],
            "wartet": rueckweg.wartet,
            **self.describe_folgen(eintrag, rueckweg.aenderungen),
            **read_fehler(fehler),
        }
        return render_nebenseite(self, request, "admin/angebote/zurueck.html", eintrag, context)

    def describe_folgen(self, eintrag: Any, aenderungen: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
        """What else the page has to tell before these differences are undone."""
        return {}

    def _revert(self, request: HttpRequest, eintrag: Model, stand: datetime) -> ValidationError | None:
        konto: Any = request.user
        try:
            vorschlag = revert_eintrag(
                modell=type(eintrag), pk=eintrag.pk, zeitpunkt=stand, konto=konto, jetzt=timezone.now()
            )
        except ValidationError as fehler:
            return fehler
        if vorschlag is None:
            messages.success(request, _("Der frühere Stand gilt wieder."))
        else:
            messages.success(request, _("Ihr Vorschlag, den früheren Stand wiederherzustellen, wartet auf Freigabe."))
        return None


def read_stand(request: HttpRequest) -> datetime | None:
    text = (request.POST or request.GET).get("stand", "")
    try:
        stand = parse_datetime(text)
    except ValueError:
        return None
    return stand if stand is not None and timezone.is_aware(stand) and stand.year in JAHRE else None


def find_verborgene(request: HttpRequest, eintrag: Model) -> frozenset[str]:
    """Parts that this person may see nowhere else, so not here either."""
    teile = {name: get_teilmodell(name, type(eintrag))._meta for name in list_teile(type(eintrag))}
    return frozenset(
        name for name, meta in teile.items() if not request.user.has_perm(f"{meta.app_label}.view_{meta.model_name}")
    )


def build_seite(eintrag: Model, *, nummer: str, verborgene: frozenset[str] = frozenset()) -> Page[Eintrag]:
    """Newest first, without what changed in the parts `verborgene`. As many queries for one act as for a thousand."""
    quellen: list[Any] = list_akte(type(eintrag), eintrag.pk)
    heutiger = quellen[-1] if quellen else None
    if isinstance(eintrag, Angebot):
        quellen += Statuswechsel.objects.filter(angebot=eintrag).select_related("konto")
        quellen += Aenderungsvorschlag.objects.filter(angebot=eintrag).select_related("konto", "entschieden_von")
    seite = Paginator(sorted(quellen, key=get_zeitpunkt, reverse=True), AKTE_JE_SEITE).get_page(nummer)
    akte = [quelle for quelle in seite.object_list if isinstance(quelle, Akt)]
    namensliste = load_namensliste([akt.aenderungen for akt in akte], modell=type(eintrag))
    konten = Konto.objects.in_bulk({akt.konto_id for akt in akte if akt.konto_id})
    seite.object_list = [
        build_akt(quelle, konten, namensliste, ist_frueher=quelle is not heutiger, verborgene=verborgene)
        if isinstance(quelle, Akt)
        else build_anderes(quelle)
        for quelle in seite.object_list
    ]
    return seite


def get_zeitpunkt(quelle: Akt | Statuswechsel | Aenderungsvorschlag) -> datetime:
    if isinstance(quelle, Akt):
        return quelle.bis
    return quelle.am if isinstance(quelle, Statuswechsel) else quelle.entschieden_am or quelle.eingereicht_am


def build_akt(
    akt: Akt, konten: dict[int, Konto], namensliste: Namensliste, *, ist_frueher: bool, verborgene: frozenset[str]
) -> Eintrag:
    konto = konten.get(akt.konto_id or 0)
    sichtbare = {name: werte for name, werte in akt.aenderungen.items() if name not in verborgene}
    return Eintrag(
        wann=akt.bis,
        titel=_("Änderung") if akt.vorher else akt.grund or _("Angelegt"),
        wer=str(konto) if konto else _("ohne Konto (Import, Anbieter oder Kommando)"),
        grund=akt.grund if akt.vorher else "",
        aenderungen=build_feldaenderungen(sichtbare, modell=akt.modell, namensliste=namensliste),
        stand=akt.bis.isoformat() if ist_frueher else "",
    )


def build_anderes(quelle: Statuswechsel | Aenderungsvorschlag) -> Eintrag:
    if isinstance(quelle, Statuswechsel):
        werte = {"von": quelle.get_von_display(), "nach": quelle.get_nach_display()}
        titel = _("Status: %(von)s → %(nach)s") % werte
        return Eintrag(quelle.am, titel, str(quelle.konto or _("gelöschtes Konto")), quelle.grund)
    werte = {"nummer": str(quelle.pk), "stand": quelle.get_status_display()}
    wer = [_("eingereicht von %(wer)s") % {"wer": describe_absender(quelle)}]
    if quelle.entschieden_von is not None:
        wer.append(_("entschieden von %(wer)s") % {"wer": quelle.entschieden_von})
    return Eintrag(
        wann=get_zeitpunkt(quelle),
        titel=_("Vorschlag Nr. %(nummer)s: %(stand)s") % werte,
        wer=", ".join(wer),
        grund=quelle.begruendung,
        vorschlag_id=quelle.pk,
    )
