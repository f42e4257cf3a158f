"""The week of a Kiez for a notice board: days, then houses with opening hours, then what has no fixed time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from angebote.choices import Ausnahmeart
from angebote.domain.zeitsaetze import ZEITEN_UNBEKANNT, build_datumssatz, build_terminsatz, build_uhrzeitsatz
from angebote.druck.kiezangebote import load_kiezangebote
from angebote.druck.kurzadresse import Kurzadresse, build_kurzadresse
from angebote.druck.programmangebot import Programmangebot, Vorlage, build_programmangebot
from angebote.druck.rahmen import Rahmen, build_rahmen
from angebote.druck.terminsaetze import build_oeffnungssaetze
from angebote.druck.zeitraum import Zeitraum
from angebote.models import Ausnahme, Kiez
from pankow_einsamkeit.lib.umbruch import unbroken

KOSTENSATZ_HOECHSTENS = 60  # letters; a longer sentence is told in a word or two


@dataclass(frozen=True)
class Wocheneintrag:
    """wann: hours of a Termin, opening hours, or empty. angaben: place, number to call, cost, other good news."""

    angebot_id: int
    url: str
    wann: str
    titel: str
    angaben: tuple[str, ...]
    ist_unsicher: bool
    faellt_aus: str


@dataclass(frozen=True)
class Programmtag:
    """datum as in "2026-12-01", for machines."""

    datum: str
    titel: str
    eintraege: tuple[Wocheneintrag, ...]


@dataclass(frozen=True)
class Abschnitt:
    titel: str
    eintraege: tuple[Wocheneintrag, ...]


@dataclass(frozen=True)
class Wochenprogramm:
    """tage: only days with a date; leer_satz speaks of the others.

    ohne_zeiten_satz: what a sheet says that has no room for the part ohne_zeiten.
    """

    titel: str
    kiez: str
    zeitraum: str
    tage: tuple[Programmtag, ...]
    abschnitte: tuple[Abschnitt, ...]
    leer_satz: str
    ohne_zeiten: Abschnitt
    ohne_zeiten_satz: str
    code: Kurzadresse
    code_satz: str
    rahmen: Rahmen


def build_wochenprogramm(kiez: Kiez, *, zeitraum: Zeitraum, jetzt: datetime) -> Wochenprogramm:
    heute = jetzt.date()
    vorlagen = load_kiezangebote(kiez, zeitraum=zeitraum, jetzt=jetzt)
    vor_ort = [vorlage for vorlage in vorlagen if vorlage.ist_in(kiez)]
    haeuser = [vorlage for vorlage in vor_ort if vorlage.ist_haus]
    termine = [vorlage for vorlage in vor_ort if not vorlage.ist_haus]
    ohne_weg = [vorlage for vorlage in vorlagen if vorlage.termine and not vorlage.ist_in(kiez)]
    tage = _build_tage(termine, ausfaelle=_load_ausfaelle(termine, zeitraum), zeitraum=zeitraum, heute=heute)
    ohne_zeiten = sorted(
        (vorlage for vorlage in vorlagen if not vorlage.hat_zeiten),
        key=lambda vorlage: (not vorlage.ist_in(kiez), not vorlage.angebot.kartendaten.get("hat_telefon")),
    )
    abschnitte = (
        Abschnitt(_("Öffnungszeiten in dieser Woche"), tuple(_build_haus(eine, zeitraum, heute) for eine in haeuser)),
        Abschnitt(_("Am Telefon, online, zu Hause, unterwegs"), _build_ohne_weg(ohne_weg, zeitraum, heute)),
    )
    code = build_kurzadresse(
        reverse("angebote:kiez-detail", kwargs={"slug": kiez.slug}),
        qr_alt=_("QR-Code zur Seite %(kiez)s im Internet") % {"kiez": kiez.name},
    )
    return Wochenprogramm(
        titel=_("Wochenprogramm %(kiez)s") % {"kiez": kiez.name},
        kiez=kiez.name,
        zeitraum=unbroken(zeitraum.satz),
        tage=tage,
        abschnitte=tuple(abschnitt for abschnitt in abschnitte if abschnitt.eintraege),
        leer_satz=_build_leer_satz(tage),
        ohne_zeiten=Abschnitt(
            _("Ohne feste Zeiten: bitte fragen Sie nach"),
            tuple(_build_eintrag(eine, zeitraum, heute) for eine in ohne_zeiten),
        ),
        ohne_zeiten_satz=_build_ohne_zeiten_satz(len(ohne_zeiten), code.anzeige),
        code=code,
        code_satz=_("Alle Angebote im Kiez, immer aktuell:"),
        rahmen=build_rahmen(heute=heute),
    )


def _load_ausfaelle(vorlagen: Sequence[Vorlage], zeitraum: Zeitraum) -> list[Ausnahme]:
    """One query."""
    return list(
        Ausnahme.objects.filter(
            angebot__in=[vorlage.angebot.pk for vorlage in vorlagen],
            art=Ausnahmeart.FAELLT_AUS,
            datum__gte=zeitraum.von,
            datum__lte=zeitraum.bis,
        )
    )


def _build_tage(
    vorlagen: Sequence[Vorlage], *, ausfaelle: Sequence[Ausnahme], zeitraum: Zeitraum, heute: date
) -> tuple[Programmtag, ...]:
    eintraege_of: dict[date, list[tuple[time, Wocheneintrag]]] = defaultdict(list)
    vorlage_of = {vorlage.angebot.pk: vorlage for vorlage in vorlagen}
    for vorlage in vorlagen:
        eintrag = _build_eintrag(vorlage, zeitraum, heute)
        for termin in vorlage.termine:
            wann = unbroken(build_uhrzeitsatz([(termin.beginn, termin.ende)]))
            eintraege_of[termin.datum].append((termin.beginn, replace(eintrag, wann=wann)))
    for ausfall in ausfaelle:
        eintrag = _build_eintrag(vorlage_of[ausfall.angebot_id], zeitraum, heute)
        beginn = unbroken(build_uhrzeitsatz([(ausfall.beginn, None)])) if ausfall.beginn else ""
        faellt_aus = _("fällt aus: %(grund)s") % {"grund": ausfall.grund} if ausfall.grund else _("fällt aus")
        eintrag = replace(eintrag, wann=beginn, faellt_aus=faellt_aus)
        eintraege_of[ausfall.datum].append((ausfall.beginn or time.max, eintrag))
    return tuple(
        Programmtag(
            datum.isoformat(),
            unbroken(build_datumssatz(datum, heute=heute, absolut=True)),
            tuple(eintrag for _beginn, eintrag in sorted(eintraege_of[datum], key=lambda paar: paar[0])),
        )
        for datum in sorted(eintraege_of)
    )


def _build_eintrag(vorlage: Vorlage, zeitraum: Zeitraum, heute: date) -> Wocheneintrag:
    """Without a time of its own; where nothing is fixed it says what is known instead."""
    angebot = build_programmangebot(vorlage, zeitraum=zeitraum, heute=heute)
    angaben = (angebot.wo, angebot.telefon, _choose_kosten(angebot), *angebot.merkmale)
    return Wocheneintrag(
        angebot_id=angebot.angebot_id,
        url=angebot.url,
        wann=_name_unbestimmtes(vorlage, angebot),
        titel=angebot.titel,
        angaben=tuple(teil for teil in angaben if teil),
        ist_unsicher=angebot.ist_unsicher,
        faellt_aus="",
    )


def _name_unbestimmtes(vorlage: Vorlage, angebot: Programmangebot) -> str:
    """What is known about times that are not fixed, beyond that they are not."""
    saetze = [satz for satz in angebot.zeiten_kurz if not satz.startswith(ZEITEN_UNBEKANNT)]
    return "" if vorlage.hat_zeiten else "; ".join(saetze)


def _choose_kosten(angebot: Programmangebot) -> str:
    return angebot.kosten if len(angebot.kosten) <= KOSTENSATZ_HOECHSTENS else angebot.kosten_kurz


def _build_haus(vorlage: Vorlage, zeitraum: Zeitraum, heute: date) -> Wocheneintrag:
    zeiten = "; ".join(capfirst(satz) for satz in build_oeffnungssaetze(vorlage.termine))
    return replace(_build_eintrag(vorlage, zeitraum, heute), wann=unbroken(zeiten))


def _build_ohne_weg(vorlagen: Sequence[Vorlage], zeitraum: Zeitraum, heute: date) -> tuple[Wocheneintrag, ...]:
    return tuple(
        _build_haus(vorlage, zeitraum, heute)
        if vorlage.ist_haus
        else replace(_build_eintrag(vorlage, zeitraum, heute), wann=_join_termine(vorlage, heute))
        for vorlage in vorlagen
    )


def _join_termine(vorlage: Vorlage, heute: date) -> str:
    saetze = [
        build_terminsatz(termin.datum, termin.beginn, termin.ende, heute=heute, absolut=True)
        for termin in vorlage.termine
    ]
    return unbroken("; ".join(saetze))


def _build_leer_satz(tage: Collection[Programmtag]) -> str:
    if not tage:
        return _("In dieser Woche kennen wir hier keinen festen Termin.")
    return "" if len(tage) == 7 else _("An den anderen Tagen kennen wir keinen festen Termin.")


def _build_ohne_zeiten_satz(anzahl: int, adresse: str) -> str:
    satz = ngettext(
        "Dazu %(anzahl)d Angebot ohne feste Zeiten: %(adresse)s",
        "Dazu %(anzahl)d Angebote ohne feste Zeiten: %(adresse)s",
        anzahl,
    )
    return satz % {"anzahl": anzahl, "adresse": adresse} if anzahl else ""
