"""A page for each kind of what a measure is linked with: found by words, added by ticking, taken off one by one."""

from __future__ import annotations

from collections.abc import Collection
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from angebote.domain.suche.anfrage import Q_LAENGE
from konzept.domain.massnahmenverknuepfung import Verknuepfung, link_eintraege, unlink_eintrag
from konzept.domain.verknuepfungssuche import find_kandidaten
from konzept.models import Massnahme
from konzept.views.massnahmenadresse import build_pfad
from konzept.views.massnahmenbezuege import build_bezuege, list_arten, load_verknuepfte
from konzept.views.massnahmenzahl import read_zahl
from konzept.views.zugang import FehlendesRecht, intern_form, read_konto


@intern_form("konzept.change_massnahme")
def show_verknuepfung(request: HttpRequest, pk: int, art: str) -> HttpResponse:
    """`q` in the address: what is looked for. A form sends `dazu` (several), or `weg` (one)."""
    massnahme, verknuepfung = get_object_or_404(Massnahme, pk=pk), read_art(request, art)
    worte = request.GET.get("q", "").replace("\0", "").strip()[:Q_LAENGE]
    if request.method != "POST":
        return _show(request, massnahme, verknuepfung, worte)
    if "weg" in request.POST:
        _unlink(request, massnahme, verknuepfung)
    else:
        pks = {read_zahl(text) for text in request.POST.getlist("dazu")}
        if fehler := _link(request, massnahme, verknuepfung, pks):
            return _show(request, massnahme, verknuepfung, worte, fehler=fehler, angekreuzte=pks)
    adresse = reverse("konzept:massnahme-verknuepfung", kwargs={"pk": pk, "art": art})
    return redirect(f"{adresse}?{urlencode({'q': worte})}" if worte else adresse)


def read_art(request: HttpRequest, art: str) -> Verknuepfung:
    """Akteure only for who works on them: linking one is written down with it."""
    if art not in Verknuepfung.values:
        raise Http404("unknown kind of link")
    verknuepfung = Verknuepfung(art)
    if verknuepfung == Verknuepfung.AKTEURE and not request.user.has_perm("konzept.change_akteur"):
        raise FehlendesRecht("konzept.change_akteur")
    return verknuepfung


def _link(request: HttpRequest, massnahme: Massnahme, art: Verknuepfung, pks: Collection[int]) -> list[str]:
    """What was refused, in words."""
    konto = read_konto(request)
    if not pks:
        return [_("Bitte kreuzen Sie an, was Sie verknüpfen möchten.")]
    try:
        anzahl = link_eintraege(massnahme_id=massnahme.pk, art=art, pks=pks, konto=konto)
    except ValidationError as fehler:
        return fehler.messages
    satz = _("Verknüpft: %(anzahl)s.") if anzahl else _("Das war schon verknüpft.")
    messages.success(request, satz % {"anzahl": anzahl} if anzahl else satz)
    return []


def _unlink(request: HttpRequest, massnahme: Massnahme, art: Verknuepfung) -> None:
    konto = read_konto(request)
    eintrag = unlink_eintrag(massnahme_id=massnahme.pk, art=art, pk=read_zahl(request.POST.get("weg", "")), konto=konto)
    if eintrag is None:
        messages.warning(request, _("Das war schon nicht mehr verknüpft."))
    else:
        messages.success(request, _("„%(name)s“ ist nicht mehr verknüpft.") % {"name": eintrag})


def _show(
    request: HttpRequest,
    massnahme: Massnahme,
    art: Verknuepfung,
    worte: str,
    *,
    fehler: Collection[str] = (),
    angekreuzte: Collection[int] = (),
) -> HttpResponse:
    jetzt = timezone.localtime()
    verknuepfte = build_bezuege(art, load_verknuepfte(art, massnahme), heute=jetzt.date())
    fund = find_kandidaten(art, worte, jetzt=jetzt)
    context = {
        "massnahme": massnahme,
        "art": art,
        "arten": list_arten(request.user),
        "worte": worte,
        "verknuepfte": verknuepfte,
        "verknuepfte_pks": {bezug.pk for bezug in verknuepfte},
        "fund": fund,
        "kandidaten": build_bezuege(art, fund.eintraege, heute=jetzt.date()),
        "fehler": fehler,
        "angekreuzte": angekreuzte,
        "pfad": build_pfad((massnahme.titel, massnahme.get_absolute_url()), _("Verknüpfungen")),
    }
    return render(request, "konzept/massnahmen/verknuepfung.html", context)
