"""The sentences of an offer's card, stored in Angebot.kartendaten, so that a list page needs one row per offer."""

from collections.abc import Collection
from typing import Any, TypedDict

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from angebote.choices import ANMELDUNG_NICHT_NOETIG, Zugang
from angebote.domain.barrieren import (
    build_barrieresatz,
    compute_ist_stufenlos,
    ist_barrierefreiheit_unbekannt,
    merge_barriereangaben,
)
from angebote.domain.kosten import build_kostensatz, ist_kostenlos, list_bekannte
from angebote.domain.nachfrage import build_nachfrage, find_kontaktquelle
from angebote.domain.quellensatz import build_quellensatz, find_stand_jahr
from angebote.domain.zeitsaetze import build_zeitsaetze
from angebote.domain.zugang import build_zugangssaetze, compute_zugaenge, ist_ohne_weg
from angebote.models import Angebot, Kategorie, OrtHaltestelle, Quellenangabe
from pankow_einsamkeit.lib.geo import estimate_walking_minutes
from pankow_einsamkeit.lib.stapel import split_batches

STAPEL = 500
KIEZE_AUF_DER_KARTE = 2  # more names than these make the line of a card too long
TEILE = (
    "kategorien",
    "einzugsgebiet",
    "zugangswege",
    "kosten",
    "zeiten",
    "barriereangaben",
    "quellen",
    "ort__barriereangaben",
    "ort__haltestellen__haltestelle",
    "ort__quellen",
)


class Kartendaten(TypedDict):
    """`unbekannt` names the sentences that say no more than "not known": "ort", "kosten", "barrieren".

    A list may gather them in one line. nachfrage, nachfrage_vorher: how to find out (domain/nachfrage.py).
    stand_jahr: the newest year any source names.
    """

    kategorie_name: str
    kategorie_icon: str
    kostensatz: str
    ist_kostenlos: bool
    ohne_anmeldung: bool
    barrieresatz: str
    ist_stufenlos: bool | None
    ortsatz: str
    kiez_name: str
    haltestellensatz: str
    zugangssaetze: list[str]
    zeitsaetze: list[str]
    quellensatz: str
    stand_jahr: int | None
    unbekannt: list[str]
    nachfrage: str
    nachfrage_vorher: str
    hat_telefon: bool


@transaction.atomic
def rebuild_kartendaten(*, angebot_ids: Collection[int]) -> int:
    """Writes the cards that differ and returns how many. Constant queries per batch of 500; updated_at stays."""
    geaendert = 0
    for ids in split_batches(sorted(set(angebot_ids)), STAPEL):
        angebote = Angebot.objects.filter(pk__in=ids).select_related("ort__kiez", "traeger").prefetch_related(*TEILE)
        neue = []
        for angebot in angebote:
            daten: dict[str, Any] = {**build_kartendaten(angebot)}
            if daten != angebot.kartendaten:
                angebot.kartendaten = daten
                neue.append(angebot)
        Angebot.objects.bulk_update(neue, ["kartendaten"])
        geaendert += len(neue)
    return geaendert


def build_kartendaten(angebot: Angebot) -> Kartendaten:
    """Reads prefetched parts only, if they are prefetched. Plain strings, since they go into JSON."""
    zugaenge = compute_zugaenge(angebot)
    ohne_weg = ist_ohne_weg(zugaenge)
    angaben = merge_barriereangaben(ort=angebot.ort, angebot=angebot)
    kosten = list_bekannte(angebot.kosten.all())
    kategorie = _main_kategorie(angebot)
    nachfrage = build_nachfrage(angebot)
    quellen = list(angebot.quellen.all()) or _quellen_of_ort(angebot)
    ist_unbekannt = {
        "ort": not ohne_weg and angebot.ort is None and not angebot.treffpunkt.strip(),
        "kosten": not kosten and not angebot.kosten_hinweis.strip(),
        "barrieren": ist_barrierefreiheit_unbekannt(angaben, zugaenge=zugaenge),
    }
    return Kartendaten(
        kategorie_name=kategorie.name if kategorie else "",
        kategorie_icon=kategorie.icon if kategorie else "",
        kostensatz=build_kostensatz(kosten, hinweis=angebot.kosten_hinweis, nachfrage=nachfrage),
        ist_kostenlos=ist_kostenlos(kosten),
        ohne_anmeldung=angebot.anmeldung in ANMELDUNG_NICHT_NOETIG,
        barrieresatz=build_barrieresatz(angaben, zugaenge=zugaenge, nachfrage=nachfrage),
        # "kein Weg nötig" says it better than a badge about steps that nobody has to take.
        ist_stufenlos=None if ohne_weg else compute_ist_stufenlos(angaben),
        ortsatz="" if ohne_weg else build_ortsatz(angebot, zugaenge, nachfrage=nachfrage),
        kiez_name=build_kiezname(angebot, zugaenge),
        haltestellensatz="" if ohne_weg else build_haltestellensatz(angebot),
        zugangssaetze=build_zugangssaetze(angebot),
        zeitsaetze=[str(satz) for satz in build_zeitsaetze(list(angebot.zeiten.all()), nachfrage=nachfrage)],
        quellensatz=build_quellensatz(quellen),
        stand_jahr=find_stand_jahr(quellen),
        unbekannt=[name for name, fehlt in ist_unbekannt.items() if fehlt],
        nachfrage=nachfrage,
        nachfrage_vorher=build_nachfrage(angebot, vorher=True),
        hat_telefon=bool(find_kontaktquelle(angebot).telefon),
    )


def build_ortsatz(angebot: Angebot, zugaenge: Collection[Zugang], *, nachfrage: str) -> str:
    """Name, street and number of the place, without postcode: the Kiez stands beside it. Unknown is said.

    The name is left out where it says nothing new: it is the title, or the street is in it and the number follows.
    """
    treffpunkt = angebot.treffpunkt.strip()
    if angebot.ort is None:
        satz = (
            _("Treffpunkt nicht bekannt – %(nachfrage)s")
            if Zugang.DRAUSSEN in zugaenge
            else _("Ort nicht bekannt – %(nachfrage)s")
        )
        return treffpunkt or satz % {"nachfrage": nachfrage}
    anschrift = f"{angebot.ort.strasse} {angebot.ort.hausnummer}".strip()
    nennt_strasse = bool(angebot.ort.hausnummer) and angebot.ort.strasse in angebot.ort.name
    name = angebot.ort.name if hat_eigenen_ortsnamen(angebot) and not nennt_strasse else ""
    if not anschrift and not treffpunkt:
        anschrift = _("Anschrift nicht bekannt – %(nachfrage)s") % {"nachfrage": nachfrage}
    return ", ".join(teil for teil in (name, anschrift, treffpunkt) if teil)


def hat_eigenen_ortsnamen(angebot: Angebot) -> bool:
    """The place has another name than the offer."""
    return angebot.ort is not None and angebot.ort.name.strip().casefold() != angebot.titel.strip().casefold()


def build_kiezname(angebot: Angebot, zugaenge: Collection[Zugang]) -> str:
    """The Kiez of the place; where nobody has to go, the catchment area; empty where neither is known."""
    if not ist_ohne_weg(zugaenge):
        return angebot.ort.kiez.name if angebot.ort and angebot.ort.kiez else ""
    namen = [kiez.name for kiez in angebot.einzugsgebiet.all()]
    if not namen:
        return _("ganz Pankow")
    weitere = len(namen) - KIEZE_AUF_DER_KARTE
    if weitere > 0:
        rest = ngettext("%(anzahl)d weiterer Kiez", "%(anzahl)d weitere Kieze", weitere) % {"anzahl": weitere}
        namen = [*namen[:KIEZE_AUF_DER_KARTE], rest]
    if len(namen) == 1:
        return namen[0]
    return _("%(vordere)s und %(letzter)s") % {"vordere": ", ".join(namen[:-1]), "letzter": namen[-1]}


def build_haltestellensatz(angebot: Angebot) -> str:
    """The nearest stop with walking minutes, which are an estimate (lib/geo.py); empty if none is near or known."""
    naechste = find_naechste_haltestelle(angebot)
    if naechste is None:
        return ""
    minuten = estimate_walking_minutes(naechste.meter)
    satz = ngettext(
        "Haltestelle %(name)s, etwa %(minuten)d Minute zu Fuß",
        "Haltestelle %(name)s, etwa %(minuten)d Minuten zu Fuß",
        minuten,
    )
    return satz % {"name": naechste.haltestelle.name, "minuten": minuten}


def find_naechste_haltestelle(angebot: Angebot) -> OrtHaltestelle | None:
    return min(angebot.ort.haltestellen.all(), key=lambda nahe: nahe.meter, default=None) if angebot.ort else None


def _main_kategorie(angebot: Angebot) -> Kategorie | None:
    """The first category of the offer's own Bereich, else the first one."""
    kategorien = list(angebot.kategorien.all())
    passende = [kategorie for kategorie in kategorien if kategorie.bereich == angebot.bereich]
    return next(iter(passende or kategorien), None)


def _quellen_of_ort(angebot: Angebot) -> list[Quellenangabe]:
    return list(angebot.ort.quellen.all()) if angebot.ort else []
