"""Who wants to help: the tasks of public offers (S13, F38). The page asks for nothing about anybody."""

from __future__ import annotations

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from angebote.domain.katalogstand import read_version
from angebote.domain.mitmachen import find_mitmachrollen
from angebote.domain.suche import load_auswahl
from angebote.models import Mitmachrolle
from angebote.views.mitmachformular import Mitmachformular, build_fragen, build_mitmach_url, choose_auswahl
from angebote.views.mitmachkarten import Mitmachkarte, build_mitmachkarten
from angebote.views.parameter import read_parameter
from angebote.views.seiten import build_seiten
from pankow_einsamkeit.decorators import public_page


@public_page
def show_mitmachen(request: HttpRequest) -> HttpResponse:
    heute, parameter, auswahl = timezone.localdate(), read_parameter(request), choose_auswahl(load_auswahl())
    formular = Mitmachformular(parameter, auswahl=auswahl)
    ergebnis = find_mitmachrollen(formular.wunsch, heute=heute, version=read_version())
    seite = Paginator(ergebnis.rollen, settings.TREFFER_JE_SEITE).get_page(parameter.get("seite"))
    context = {
        "fragen": build_fragen(formular, ergebnis, auswahl),
        "hinweise": formular.hinweise,
        "anzahl": len(ergebnis.rollen),
        "ist_gefiltert": not formular.wunsch.ist_leer,
        "karten": _load_karten(list(seite.object_list)),
        "seiten": build_seiten(
            seite.number,
            seite.paginator.num_pages,
            build_href=lambda nummer: build_mitmach_url(formular.wunsch, seite=nummer),
        ),
        "pfad": [{"label": _("Mitmachen"), "url": ""}],
    }
    return render(request, "angebote/mitmachen.html", context)


def _load_karten(pks: list[int]) -> list[Mitmachkarte]:
    """`pks` are public; one query."""
    rollen = Mitmachrolle.objects.filter(pk__in=pks).select_related("angebot__traeger").in_bulk()
    return build_mitmachkarten(rollen[pk] for pk in pks if pk in rollen)
