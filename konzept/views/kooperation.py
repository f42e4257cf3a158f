"""Cooperation requests: the list, and one request with all that is known of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from angebote.domain.kosten import format_betrag
from konzept.domain.kooperation import list_uebergaenge
from konzept.domain.kooperationsangaben import ABSCHNITTE, Abschnitt
from konzept.domain.kooperationsbeteiligung import find_wartende_auf_datenschutz
from konzept.domain.kooperationsentscheidung import list_moegliche
from konzept.domain.kooperationsmaterial import NIMMT_MATERIAL
from konzept.domain.kooperationspruefung import Lage, load_lage
from konzept.models import Anfragedokument, Anfrageentscheidung, Anfrageschritt, Kooperationsanfrage
from konzept.models.kooperationswerte import Anfrageart, Anfragestatus, Dokumentart, Stelle
from konzept.views.kooperationsfreigaben import build_materialzeilen
from konzept.views.kooperationsseiten import (
    BEARBEITEN,
    ENTFERNEN,
    SEHEN,
    VOTIEREN,
    build_pfad,
    build_pruefliste,
    find_stellensperre,
    get_recht,
)
from konzept.views.listenfilter import read_filterfeld
from konzept.views.zugang import intern_page

WEG = Anfragestatus.values[: Anfragestatus.values.index(Anfragestatus.ABGESCHLOSSEN) + 1]


@dataclass(frozen=True)
class Wegpunkt:
    """lage: erledigt, hier or offen."""

    titel: str | Promise
    lage: str


@dataclass(frozen=True)
class Stellenzeile:
    """An office that this account enters. berichtigt: corrects what it said. hinweis: why there is no form yet."""

    stelle: Stelle
    berichtigt: bool
    hinweis: str


@dataclass(frozen=True)
class Angabe:
    titel: str | Promise
    wert: str


@dataclass(frozen=True)
class Angabenblock:
    """url: of its form; empty where nothing of it can be written now."""

    titel: str | Promise
    angaben: Sequence[Angabe]
    url: str


@intern_page(SEHEN)
def show_liste(request: HttpRequest) -> HttpResponse:
    heute = timezone.localdate()
    stand = read_filterfeld(request, "stand", _("Stand"), Anfragestatus.choices)
    art = read_filterfeld(request, "art", _("Art"), Anfrageart.choices)
    anfragen = Kooperationsanfrage.objects.in_dringlichkeit(heute)
    if stand.wert:
        anfragen = anfragen.filter(status=stand.wert)
    if art.wert:
        anfragen = anfragen.filter(art=art.wert)
    context = {
        "zeilen": [(anfrage, anfrage.get_frist(), anfrage.ist_ueberfaellig(heute)) for anfrage in anfragen],
        "heute": heute,
        "felder": [stand, art],
        "darf_bearbeiten": request.user.has_perm(BEARBEITEN),
        "wartet_auf_sie": list_wartende(request.user),
        "pfad": [{"label": _("Kooperationsanfragen"), "url": ""}],
    }
    return render(request, "konzept/kooperation/liste.html", context)


def list_wartende(wer: Any) -> set[int]:
    """Ids of requests that only the Datenschutz can bring on, for who speaks for it."""
    return set(find_wartende_auf_datenschutz().values_list("pk", flat=True)) if wer.has_perm(VOTIEREN) else set()


@intern_page(SEHEN)
def show_anfrage(request: HttpRequest, pk: int) -> HttpResponse:
    heute = timezone.localdate()
    anfrage = get_object_or_404(Kooperationsanfrage.objects.select_related("traeger", "drucksache"), pk=pk)
    lage = load_lage(anfrage, heute=heute)
    schritte = list(anfrage.schritte.select_related("konto"))
    darf = request.user.has_perm(BEARBEITEN)
    dokumente = list(anfrage.dokumente.select_related("konto", "loeschung__konto"))
    context = {
        "anfrage": anfrage,
        "weg": build_weg(anfrage, schritte),
        "pruefliste": build_pruefliste(lage, request.user),
        "darf_bearbeiten": darf,
        "uebergaenge": list_uebergaenge(anfrage) if darf else [],
        "entscheidbar": darf and bool(list_moegliche(anfrage)),
        "bloecke": list_bloecke(anfrage, darf=darf),
        "beteiligungen": anfrage.beteiligungen.select_related("konto", "berichtigung"),
        "stellen": list_stellen(lage, request.user),
        "wartet_auf_datenschutz": wartet_auf_datenschutz(lage) and not request.user.has_perm(VOTIEREN),
        "entscheidungen": list_entscheidungen(anfrage),
        "dokumente": dokumente,
        "darf_entfernen": request.user.has_perm(ENTFERNEN),
        "materialien": build_materialzeilen(anfrage, request.user),
        "nimmt_material": darf and anfrage.status in NIMMT_MATERIAL,
        "nimmt_dokumente": darf,
        "antwort_liegt_vor": has_antwort(dokumente, schritte),
        "schritte": schritte,
        "frist": build_angabe(anfrage, anfrage.get_fristfeld()) if anfrage.get_frist() else None,
        "ueberfaellig": anfrage.ist_ueberfaellig(heute),
        "heute": heute,
        "pfad": build_pfad(anfrage),
    }
    return render(request, "konzept/kooperation/detail.html", context)


def has_antwort(dokumente: Iterable[Anfragedokument], schritte: Sequence[Anfrageschritt]) -> bool:
    """Whether a letter to who asked was filed since the last step: an earlier one does not tell of it."""
    antworten = [eines for eines in dokumente if eines.art == Dokumentart.ANTWORT and not eines.ist_entfernt]
    return any(eine.hochgeladen_am >= max(einer.am for einer in schritte) for eine in antworten)


def list_stellen(lage: Lage, wer: Any) -> list[Stellenzeile]:
    """None where the request waits for no office."""
    if lage.anfrage.status != Anfragestatus.BETEILIGUNG:
        return []
    return [
        Stellenzeile(stelle, stelle in lage.beteiligungen, find_stellensperre(lage.anfrage, stelle))
        for stelle in Stelle
        if wer.has_perm(get_recht(stelle))
    ]


def list_entscheidungen(anfrage: Kooperationsanfrage) -> QuerySet[Anfrageentscheidung]:
    """The latest first, as they were written down; with those each was compared with."""
    vergleichbare = Prefetch("vergleichbare", Anfrageentscheidung.objects.select_related("anfrage"))
    return anfrage.entscheidungen.select_related("konto").prefetch_related(vergleichbare).order_by("-pk")


def wartet_auf_datenschutz(lage: Lage) -> bool:
    return lage.anfrage.status == Anfragestatus.BETEILIGUNG and Stelle.DATENSCHUTZ not in lage.beteiligungen


def build_weg(anfrage: Kooperationsanfrage, schritte: Sequence[Anfrageschritt]) -> list[Wegpunkt]:
    """The states in their order. Beside the road: as far as it got, then where it is; the rest only if it can go on."""
    if anfrage.status in WEG:
        hier = WEG.index(anfrage.status)
        erledigte, offene = WEG[:hier], WEG[hier + 1 :]
    else:
        verlassen = WEG.index(next((einer.von for einer in reversed(schritte) if einer.von in WEG), WEG[0]))
        erledigte, offene = WEG[: verlassen + 1], [] if anfrage.ist_beendet else WEG[verlassen + 1 :]
    return [*_name(erledigte, "erledigt"), *_name([anfrage.status], "hier"), *_name(offene, "offen")]


def _name(staende: Sequence[str], lage: str) -> list[Wegpunkt]:
    """ "Not yet agreed" is true only as long as it stands there."""
    vorbei = {Anfragestatus.ZUGESAGT.value: _("zugesagt")} if lage == "erledigt" else {}
    return [Wegpunkt(vorbei.get(stand, Anfragestatus(stand).label), lage) for stand in staende]


def list_bloecke(anfrage: Kooperationsanfrage, *, darf: bool) -> list[Angabenblock]:
    """Without those that an ended request never got to: nobody will fill them."""
    bloecke = [build_block(anfrage, abschnitt, darf=darf) for abschnitt in ABSCHNITTE.values()]
    return [block for block in bloecke if not anfrage.ist_beendet or any(angabe.wert for angabe in block.angaben)]


def build_block(anfrage: Kooperationsanfrage, abschnitt: Abschnitt, *, darf: bool) -> Angabenblock:
    ist_offen = darf and anfrage.status in abschnitt.offen_in
    kwargs = {"pk": anfrage.pk, "abschnitt": abschnitt.name}
    return Angabenblock(
        titel=abschnitt.titel,
        angaben=[build_angabe(anfrage, name) for name in abschnitt.felder],
        url=reverse("konzept:anfrage-abschnitt", kwargs=kwargs) if ist_offen else "",
    )


def build_angabe(anfrage: Kooperationsanfrage, name: str) -> Angabe:
    """wert: empty where nothing is known yet."""
    feld: Any = Kooperationsanfrage._meta.get_field(name)
    wert = getattr(anfrage, f"get_{name}_display")() if feld.choices else getattr(anfrage, name)
    if isinstance(wert, date):
        wert = date_format(wert, "j. F Y")
    elif name.endswith("_cent") and wert is not None:
        wert = format_betrag(wert)
    return Angabe(feld.verbose_name, "" if wert is None else str(wert))
