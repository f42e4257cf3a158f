"""Who does what until when, and what is overdue (M26)."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _

from konzept.choices import Erledigung
from konzept.models import Aufgabe, Gremium
from konzept.models.aufgabe import AufgabeQuerySet
from konzept.views.csvdatei import build_csv_antwort
from konzept.views.listenfilter import Filterfeld, read_filterfeld
from konzept.views.netz_erledigung import answer_schritt
from konzept.views.netzpfad import build_pfad
from konzept.views.netzseiten import read_seite
from konzept.views.zugang import FehlendesRecht, intern_form, intern_page

UEBERFAELLIG, MEINE = "ueberfaellig", "meine"


def read_aufgaben(request: HttpRequest, heute: date) -> tuple[AufgabeQuerySet, list[Filterfeld]]:
    """The open ones, unless the address asks for others. One query."""
    geschlossene = (Erledigung.ERLEDIGT, Erledigung.ENTFALLEN)
    staende = [(UEBERFAELLIG, _("überfällig")), *((stand.value, str(stand.label)) for stand in geschlossene)]
    stand = read_filterfeld(request, "stand", _("Stand"), staende, leer=_("offen"))
    runden = [(str(gremium.pk), gremium.name) for gremium in Gremium.objects.all()]
    gremium = read_filterfeld(request, "gremium", _("Gremium"), runden)
    wer = read_filterfeld(request, "wer", _("Wer"), [(MEINE, _("meine"))])
    aufgaben = Aufgabe.objects.select_related("sitzung__gremium", "massnahme")
    if stand.gewaehlt == UEBERFAELLIG:
        aufgaben = aufgaben.ueberfaellig(heute)
    else:
        aufgaben = aufgaben.filter(status=stand.gewaehlt or Erledigung.OFFEN)
    if gremium.gewaehlt:
        aufgaben = aufgaben.filter(sitzung__gremium=int(gremium.gewaehlt))
    if wer.gewaehlt:
        aufgaben = aufgaben.filter(konto=request.user.pk)
    return aufgaben, [stand, gremium, wer]


@intern_page("konzept.view_aufgabe")
def show_aufgaben(request: HttpRequest) -> HttpResponse:
    heute = timezone.localdate()
    aufgaben, felder = read_aufgaben(request, heute)
    seite = read_seite(request, aufgaben)
    zeilen = [(eine, eine.ist_ueberfaellig(heute), darf_abschliessen(request, eine)) for eine in seite]
    context = {
        "seite": seite,
        "zeilen": zeilen,
        "hat_schritte": any(darf for _aufgabe, _ueberfaellig, darf in zeilen),
        "felder": felder,
        "pfad": build_pfad(_("Aufgaben")),
    }
    return render(request, "konzept/netz/aufgabe_liste.html", context)


@intern_page("konzept.view_aufgabe")
def download_aufgaben(request: HttpRequest) -> HttpResponse:
    aufgaben, _felder = read_aufgaben(request, timezone.localdate())
    kopf = [
        *(_("Aufgabe"), _("Verantwortlich"), _("Fällig am"), _("Status"), _("Erledigt am"), _("Ergebnis")),
        *(_("Aus der Sitzung"), _("Maßnahme")),
    ]
    return build_csv_antwort("aufgaben", kopf=kopf, zeilen=map(build_zeile, aufgaben))


def build_zeile(aufgabe: Aufgabe) -> list[object]:
    return [
        *(aufgabe.titel, aufgabe.verantwortlich, aufgabe.faellig_am, aufgabe.get_status_display()),
        *(aufgabe.erledigt_am, aufgabe.ergebnis, aufgabe.sitzung, aufgabe.massnahme),
    ]


@intern_form("konzept.view_aufgabe")
def move_aufgabe(request: HttpRequest, pk: int) -> HttpResponse:
    aufgabe = get_object_or_404(Aufgabe, pk=pk)
    if not darf_abschliessen(request, aufgabe):
        raise FehlendesRecht("konzept.change_aufgabe")
    return answer_schritt(request, aufgabe, liste="konzept:aufgabe-liste")


def darf_abschliessen(request: HttpRequest, aufgabe: Aufgabe) -> bool:
    """Whoever works on the concept, and whoever the task was given to."""
    return aufgabe.konto_id == request.user.pk or request.user.has_perm("konzept.change_aufgabe")
