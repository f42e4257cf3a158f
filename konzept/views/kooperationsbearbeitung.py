"""Pages that write a request: taking it in, its facts, the offices that take part, the decision, the next step."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from konzept.domain.kooperation import create_anfrage, list_uebergaenge, move_anfrage
from konzept.domain.kooperationsangaben import ABSCHNITTE, check_offen, save_abschnitt
from konzept.domain.kooperationsbeteiligung import (
    Beteiligungsangaben,
    check_beteiligung,
    describe_gegenstand,
    find_geltende,
    record_beteiligung,
)
from konzept.domain.kooperationsentscheidung import (
    Entscheidungsangaben,
    decide_anfrage,
    list_moegliche,
    list_vergleichbare,
)
from konzept.domain.kooperationspruefung import load_lage
from konzept.domain.zwischenstaende import read_felder
from konzept.kooperationsforms import (
    BeteiligungForm,
    EntscheidungForm,
    SchrittForm,
    build_abschnittform,
    suggest_werte,
)
from konzept.models import Kooperationsanfrage
from konzept.models.kooperationswerte import Anfragestatus, Stelle
from konzept.views.kooperationsseiten import (
    BEARBEITEN,
    SEHEN,
    Formularseite,
    answer_formular,
    build_pruefliste,
    check_recht,
    find_sperre,
    read_gesendetes,
)
from konzept.views.zugang import intern_form, read_konto
from konzept.views.zwischenstand import read_stand, sign_stand

SCHLUESSEL_HOECHSTENS = 19  # digits of the largest key there can be


@intern_form(BEARBEITEN)
def show_neu(request: HttpRequest) -> HttpResponse:
    form = build_abschnittform(ABSCHNITTE["eingang"])(
        read_gesendetes(request)[0], initial={"eingegangen_am": timezone.localdate()}
    )
    seite = Formularseite(titel=_("Neue Anfrage"), knopf=_("Anfrage aufnehmen"))
    return answer_formular(
        request,
        seite,
        form,
        save=lambda werte: create_anfrage(werte=werte, konto=read_konto(request), jetzt=timezone.now()),
        erfolg=_("Die Anfrage ist aufgenommen."),
    )


@intern_form(BEARBEITEN)
def show_abschnitt(request: HttpRequest, pk: int, abschnitt: str) -> HttpResponse:
    anfrage, teil = get_anfrage(pk), ABSCHNITTE.get(abschnitt)
    if teil is None:
        raise Http404
    form = build_abschnittform(teil, anfrage.status)(
        read_gesendetes(request)[0], instance=anfrage, initial=suggest_werte(anfrage, teil)
    )
    gespeicherte = get_anfrage(pk)  # the form writes into its own, even what it then refuses
    seite = Formularseite(
        titel=str(teil.titel),
        knopf=_("Sichern"),
        anfrage=gespeicherte,
        stand=partial(sign_stand, request, gespeicherte, form, gespeichert=read_felder(gespeicherte, teil.felder)),
        gesperrt=find_sperre(check_offen, anfrage, teil),
        context={"vergleichbare": list_vergleichbare(gespeicherte)} if "vergleich" in teil.felder else {},
    )
    return answer_formular(
        request,
        seite,
        form,
        save=lambda werte: save_abschnitt(
            anfrage_id=pk,
            abschnitt=teil,
            werte=werte,
            konto=read_konto(request),
            heute=timezone.localdate(),
            gesehen=read_stand(request, gespeicherte),
        ),
        erfolg=_("Gesichert."),
    )


@intern_form(SEHEN)
def show_beteiligung(request: HttpRequest, pk: int, stelle: str) -> HttpResponse:
    if stelle not in Stelle.values:
        raise Http404
    check_recht(request, stelle)
    anfrage, wer = get_anfrage(pk), Stelle(stelle)
    bisherige = find_geltende(anfrage, wer)
    form = BeteiligungForm(read_gesendetes(request)[0], instance=bisherige, initial={"grund": ""}, stelle=wer)
    titel = _("Berichtigung: %(stelle)s") if bisherige else _("Beteiligung: %(stelle)s")
    seite = Formularseite(
        titel=titel % {"stelle": wer.label},
        knopf=_("Eintragen"),
        anfrage=anfrage,
        stand=f"{join_schluessel([bisherige] if bisherige else [])}/{describe_gegenstand(anfrage)}",
        gesperrt=find_sperre(check_beteiligung, anfrage, wer),
    )

    def save(werte: dict[str, Any]) -> Kooperationsanfrage:
        schluessel, _strich, gegenstand = request.POST.get("stand", "").partition("/")
        return record_beteiligung(
            anfrage_id=pk,
            stelle=wer,
            angaben=Beteiligungsangaben(**werte),
            konto=read_konto(request),
            heute=timezone.localdate(),
            berichtigt_id=next(iter(read_schluessel(schluessel)), None),
            gegenstand=gegenstand,
        ).anfrage

    return answer_formular(request, seite, form, save=save, erfolg=_("Die Beteiligung ist eingetragen."))


@intern_form(BEARBEITEN)
def show_entscheidung(request: HttpRequest, pk: int) -> HttpResponse:
    anfrage = get_anfrage(pk)
    moegliche, vergleichbare = list_moegliche(anfrage), list_vergleichbare(anfrage)
    beteiligungen = anfrage.beteiligungen.geltende(anfrage.runde)
    satz = _("Entschieden wird, wenn die Anfrage auf „Entscheidung“ steht. Jetzt steht sie auf „%(stand)s“.")
    seite = Formularseite(
        titel=_("Entscheidung"),
        knopf=_("Entscheidung festhalten"),
        anfrage=anfrage,
        gesperrt="" if moegliche else satz % {"stand": anfrage.get_status_display()},
        stand=f"{join_schluessel(vergleichbare)}/{join_schluessel(beteiligungen)}",
        vorlage="konzept/kooperation/entscheidung.html",
        context={
            "vergleichbare": vergleichbare,
            "beteiligungen": beteiligungen,
        },
    )

    def save(werte: dict[str, Any]) -> Kooperationsanfrage:
        gesehen, _strich, voten = request.POST.get("stand", "").partition("/")
        return decide_anfrage(
            anfrage_id=pk,
            angaben=Entscheidungsangaben(**werte),
            gesehen=read_schluessel(gesehen),
            voten=read_schluessel(voten),
            konto=read_konto(request),
            jetzt=timezone.now(),
        ).anfrage

    form = EntscheidungForm(read_gesendetes(request)[0], moegliche=moegliche, hat_vergleichbare=bool(vergleichbare))
    return answer_formular(request, seite, form, save=save, erfolg=_("Die Entscheidung ist festgehalten."))


@intern_form(BEARBEITEN)
def show_schritt(request: HttpRequest, pk: int) -> HttpResponse:
    anfrage = get_anfrage(pk)
    uebergaenge = list_uebergaenge(anfrage)
    pruefliste = build_pruefliste(load_lage(anfrage, heute=timezone.localdate()), request.user)
    seite = Formularseite(
        titel=_("Nächster Schritt"),
        knopf=_("Schritt gehen"),
        anfrage=anfrage,
        gesperrt="" if uebergaenge else _("Von hier führt kein Schritt weiter."),
        vorlage="konzept/kooperation/schritt.html",
        context={"pruefliste": pruefliste, "entscheidbar": bool(list_moegliche(anfrage))},
    )

    def save(werte: dict[str, Any]) -> Kooperationsanfrage:
        return move_anfrage(anfrage_id=pk, konto=read_konto(request), jetzt=timezone.now(), **werte).anfrage

    form = SchrittForm(read_gesendetes(request)[0], uebergaenge=uebergaenge)
    ziel = dict(Anfragestatus.choices).get(request.POST.get("nach", ""), "")
    erfolg = _("Die Anfrage steht jetzt auf „%(stand)s“.") % {"stand": ziel}
    return answer_formular(request, seite, form, save=save, erfolg=erfolg)


def join_schluessel(zeilen: Iterable[Model]) -> str:
    """Goes with a form: what its page shows."""
    return ",".join(str(zeile.pk) for zeile in zeilen)


def read_schluessel(gesendet: str) -> list[int]:
    """What join_schluessel wrote; what is no key is left out."""
    return [int(teil) for teil in gesendet.split(",") if teil.isdecimal() and len(teil) <= SCHLUESSEL_HOECHSTENS]


def get_anfrage(pk: int) -> Kooperationsanfrage:
    return get_object_or_404(Kooperationsanfrage, pk=pk)
