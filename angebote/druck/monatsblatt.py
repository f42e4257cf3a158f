"""The month of a Kiez as a folded leaflet with a page budget.

What is said shrinks by rule until it fits, in the order of KUERZUNGEN; the template measures, this module only says
which words there are and who goes first. What is left out is counted and told (docs/adr/0021).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from angebote.druck.kiezangebote import load_kiezangebote
from angebote.druck.kurzadresse import Kurzadresse, build_kurzadresse
from angebote.druck.programmangebot import Programmangebot, Vorlage, build_programmangebot, ist_unsicher
from angebote.druck.programmteile import OHNE_ORT, OHNE_ZEITEN, find_zeitteil, group_teile, name_teil
from angebote.druck.rahmen import Rahmen, build_rahmen
from angebote.druck.zeitraum import Zeitraum
from angebote.models import Kiez
from pankow_einsamkeit.lib.umbruch import hold_together, unbroken

SEITENZAHLEN = (2, 4)
# The order is a promise: templates/druck/monatsblatt.typ follows it step by step.
KUERZUNGEN = (
    gettext_lazy("Regelmäßige Tage stehen in einer Zeile („jeden Dienstag“) statt mit jedem Datum."),
    gettext_lazy("Die Haltestelle fällt weg."),
    gettext_lazy("Von den Kosten bleibt ein Wort („kostenlos“, „kostet etwas“)."),
    gettext_lazy("Der Satz über den Nutzen fällt weg."),
    gettext_lazy(
        "Angebote fallen weg, zuerst die ohne feste Zeiten und die unsicheren. Wie viele, steht auf dem Blatt."
    ),
)


@dataclass(frozen=True)
class Blatteintrag:
    """rang: 0 stays longest."""

    rang: int
    angebot: Programmangebot


@dataclass(frozen=True)
class Blattabschnitt:
    titel: str
    eintraege: tuple[Blatteintrag, ...]


@dataclass(frozen=True)
class Monatsblatt:
    """auslassungen: what the leaflet says when that many offers, those with the highest rang, are left out."""

    titel: str
    kiez: str
    zeitraum: str
    seiten: int
    leer_satz: str
    abschnitte: tuple[Blattabschnitt, ...]
    auslassungen: tuple[str, ...]
    code: Kurzadresse
    code_satz: str
    rahmen: Rahmen


def build_monatsblatt(kiez: Kiez, *, zeitraum: Zeitraum, seiten: int, tagesbeginn: datetime) -> Monatsblatt:
    """tagesbeginn: whole days are printed, whatever of today is over."""
    heute = tagesbeginn.date()
    vorlagen = load_kiezangebote(kiez, zeitraum=zeitraum, jetzt=tagesbeginn)
    teile = [(_find_teil(vorlage, kiez), vorlage) for vorlage in vorlagen]
    reihenfolge = sorted(teile, key=lambda paar: _rate(*paar, heute=heute))
    rang_of = {vorlage.angebot.pk: rang for rang, (_teil, vorlage) in enumerate(reihenfolge)}
    code = build_kurzadresse(
        reverse("angebote:kiez-detail", kwargs={"slug": kiez.slug}),
        qr_alt=_("QR-Code zur Seite %(kiez)s im Internet") % {"kiez": kiez.name},
    )
    return Monatsblatt(
        titel=_("Programm %(kiez)s") % {"kiez": kiez.name},
        kiez=kiez.name,
        zeitraum=unbroken(zeitraum.titel),
        seiten=seiten,
        leer_satz="" if vorlagen else _("Hier kennen wir noch kein Angebot. Fragen Sie bitte in den Kiezen nebenan."),
        abschnitte=tuple(
            Blattabschnitt(
                name_teil(teil),
                tuple(
                    Blatteintrag(
                        rang_of[vorlage.angebot.pk], build_programmangebot(vorlage, zeitraum=zeitraum, heute=heute)
                    )
                    for vorlage in gruppe
                ),
            )
            for teil, gruppe in group_teile(teile)
        ),
        auslassungen=_build_auslassungen([teil for teil, _vorlage in reihenfolge], code.anzeige),
        code=code,
        code_satz=_("Alle Angebote im Kiez, immer aktuell:"),
        rahmen=build_rahmen(heute=heute),
    )


def _find_teil(vorlage: Vorlage, kiez: Kiez) -> int:
    if vorlage.hat_zeiten and not vorlage.ist_in(kiez):
        return OHNE_ORT
    return find_zeitteil(vorlage)


def _rate(teil: int, vorlage: Vorlage, *, heute: date) -> tuple[bool, bool, bool, date, time, int]:
    """Sorts who stays longest to the front: with dates, with sure ones, here, soon."""
    erster = next(iter(vorlage.termine), None)
    return (
        teil == OHNE_ZEITEN,
        ist_unsicher(vorlage.angebot, heute=heute),
        teil == OHNE_ORT,
        erster.datum if erster else vorlage.danach or date.max,
        erster.beginn if erster else time.max,
        vorlage.angebot.pk,
    )


def _build_auslassungen(teile: Sequence[int], adresse: str) -> tuple[str, ...]:
    """teile: in the order of rang, so that the last ones are left out first."""
    saetze = [""]
    ohne_zeiten = 0
    for anzahl, teil in enumerate(reversed(teile), start=1):
        ohne_zeiten += teil == OHNE_ZEITEN
        saetze.append(_build_auslassung(anzahl, ohne_zeiten, adresse))
    return tuple(saetze)


def _build_auslassung(anzahl: int, ohne_zeiten: int, adresse: str) -> str:
    if anzahl == ohne_zeiten:
        satz = ngettext(
            "%(anzahl)d weiteres Angebot ohne feste Zeiten steht unter %(adresse)s",
            "%(anzahl)d weitere Angebote ohne feste Zeiten stehen unter %(adresse)s",
            anzahl,
        )
    elif ohne_zeiten:
        satz = ngettext(
            "%(feste)d weiteres Angebot steht unter %(adresse)s, dazu %(ohne)d ohne feste Zeiten",
            "%(feste)d weitere Angebote stehen unter %(adresse)s, dazu %(ohne)d ohne feste Zeiten",
            anzahl - ohne_zeiten,
        )
    else:
        satz = ngettext(
            "%(anzahl)d weiteres Angebot steht unter %(adresse)s",
            "%(anzahl)d weitere Angebote stehen unter %(adresse)s",
            anzahl,
        )
    werte = {"anzahl": anzahl, "adresse": adresse, "ohne": ohne_zeiten, "feste": anzahl - ohne_zeiten}
    telefon = _(" oder erfahren Sie am Telefon: %(nummer)s") % {"nummer": hold_together(settings.PORTAL_TELEFON)}
    return satz % werte + (telefon if settings.PORTAL_TELEFON else "") + "."
