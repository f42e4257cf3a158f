"""The dry run: what would become of every row. Nothing is written."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import CheckConstraint
from django.utils.translation import gettext as _

from angebote.choices import Status
from angebote.domain.angebotsdaten import (
    TEILE,
    Daten,
    list_felder,
    list_mengen,
    read_angebotsdaten,
    to_value,
)
from angebote.domain.doppelte import Doppelindex, Doppelter
from angebote.domain.redaktion import needs_vier_augen
from angebote.importers.pfad.dateidoppelte import build_zeilenkennzeichen
from angebote.importers.pfad.spalten import get_spalte
from angebote.importers.pfad.vergleich import (
    compare,
    forgive_fehler,
    is_neu,
    is_unveraendert,
    resolve_alle,
)
from angebote.importers.pfad.verzeichnis import Verzeichnis
from angebote.importers.pfad.zeilen import Importzeile, Zeilenfehler
from angebote.models import Angebot, Importbezug
from pankow_einsamkeit.lib.stapel import split_batches

STAPEL = 500
NEU_ANLEGEN, UEBERSPRINGEN, AUS_DER_DATEI = "neu", "ueberspringen", "datei"
ZU_ANGEBOT = "angebot:"  # followed by the key
MIT_REGELN = (
    *("gueltig_von", "gueltig_bis", "alter_von", "alter_bis", "exklusiv", "exklusiv_grund"),
    *("kapazitaet", "kapazitaet_am", "wartezeit_wochen", "wartezeit_am"),
)


class Ergebnis(StrEnum):
    """VORSCHLAG: changed, but only as a proposal. DOPPELT: waits for somebody to decide."""

    NEU = "neu"
    GEAENDERT = "geaendert"
    VORSCHLAG = "vorschlag"
    UNVERAENDERT = "unveraendert"
    DOPPELT = "doppelt"
    UEBERSPRUNGEN = "uebersprungen"
    ABGELEHNT = "abgelehnt"


@dataclass
class Planzeile:
    """konflikte: what the Redaktion changed itself and keeps. doppelte: offers that may be the same.

    aehnliche_zeilen: rows of the same file that may be the same, by their number; only a hint.
    """

    zeile: Importzeile
    ergebnis: Ergebnis
    angebot_id: int | None = None
    aenderungen: dict[str, dict[str, Any]] = field(default_factory=dict)
    konflikte: dict[str, dict[str, Any]] = field(default_factory=dict)
    doppelte: list[Doppelter] = field(default_factory=list)
    aehnliche_zeilen: list[Doppelter] = field(default_factory=list)
    mit_bezug: bool = True

    @property
    def fehler(self) -> list[Zeilenfehler]:
        return self.zeile.fehler


@dataclass(frozen=True)
class Auftrag:
    """Both rights hold for commands. entscheidungen: by row number.

    darf_veroeffentlichen: whether changes of what was public take effect at once. ohne_vier_augen: also of support.
    """

    quelle: str
    darf_veroeffentlichen: bool = True
    ohne_vier_augen: bool = True
    entscheidungen: Mapping[int, str] = field(default_factory=dict)
    doppelte_anlegen: bool = False


@dataclass(frozen=True)
class Bestand:
    """What is known of the offers that a batch of rows is about, by key."""

    bezuege: Mapping[str, Importbezug]
    ziele: Mapping[int, int]  # row number → key of the offer
    bereiche: Mapping[int, str]
    einst_oeffentliche: Collection[int]
    daten: Mapping[int, Daten]


def plan_zeilen(
    zeilen: Sequence[Importzeile], *, auftrag: Auftrag, verzeichnis: Verzeichnis, doppelindex: Doppelindex
) -> Iterator[Planzeile]:
    """In order; a constant number of queries per batch of 500."""
    for stapel in split_batches(zeilen, STAPEL):
        bestand = load_bestand(stapel, auftrag=auftrag)
        for zeile in stapel:
            yield plan_zeile(zeile, bestand, auftrag=auftrag, verzeichnis=verzeichnis, doppelindex=doppelindex)


def load_bestand(zeilen: Collection[Importzeile], *, auftrag: Auftrag) -> Bestand:
    schluessel = {zeile.schluessel for zeile in zeilen if zeile.schluessel and not zeile.kurz_id}
    bezuege = {
        bezug.schluessel: bezug
        for bezug in Importbezug.objects.filter(quelle=auftrag.quelle, schluessel__in=schluessel).order_by()
    }
    ziele = find_ziele(zeilen, bezuege, auftrag=auftrag)
    gemeinte = Angebot.objects.filter(pk__in=set(ziele.values())).order_by()
    bereiche, einst_oeffentliche = {}, set()
    for pk, bereich, zuerst_am in gemeinte.values_list("pk", "bereich", "veroeffentlicht_am"):
        bereiche[pk] = bereich
        if zuerst_am is not None:
            einst_oeffentliche.add(pk)
    zu_lesen = {
        ziele[zeile.nummer]
        for zeile in zeilen
        if zeile.nummer in ziele and not _is_bekannt(zeile, bezuege.get(zeile.schluessel))
    }
    angebote = Angebot.objects.filter(pk__in=zu_lesen).order_by()
    mit_teilen = angebote.prefetch_related(*TEILE, *(menge.name for menge in list_mengen()))
    daten = {angebot.pk: read_angebotsdaten(angebot) for angebot in mit_teilen}
    return Bestand(bezuege, ziele, bereiche, einst_oeffentliche, daten)


def _is_bekannt(zeile: Importzeile, bezug: Importbezug | None) -> bool:
    return bezug is not None and not zeile.kurz_id and not zeile.fehler and is_unveraendert(zeile, bezug.werte)


def find_ziele(
    zeilen: Collection[Importzeile], bezuege: Mapping[str, Importbezug], *, auftrag: Auftrag
) -> dict[int, int]:
    """By short id, by what somebody decided, by the key of the source, by the older kind of key."""
    kurz_ids = {zeile.kurz_id for zeile in zeilen if zeile.kurz_id}
    nach_kurz_id = dict(Angebot.objects.filter(kurz_id__in=kurz_ids).order_by().values_list("kurz_id", "pk"))
    kennungen = {f"{auftrag.quelle}:{zeile.schluessel}" for zeile in zeilen if not zeile.kurz_id}
    mit_kennung = Angebot.objects.filter(import_kennung__in=kennungen).order_by().values_list("import_kennung", "pk")
    nach_kennung = follow_nachfolger({kennung or "": pk for kennung, pk in mit_kennung})
    ziele: dict[int, int] = {}
    for zeile in zeilen:
        entscheidung = auftrag.entscheidungen.get(zeile.nummer, "")
        if zeile.kurz_id:
            pk = nach_kurz_id.get(zeile.kurz_id)
        elif zeile.schluessel in bezuege:
            pk = bezuege[zeile.schluessel].angebot_id
        elif entscheidung.startswith(ZU_ANGEBOT):
            pk = int(entscheidung.removeprefix(ZU_ANGEBOT))
        else:
            pk = nach_kennung.get(f"{auftrag.quelle}:{zeile.schluessel}")
        if pk is not None:
            ziele[zeile.nummer] = pk
    return ziele


def follow_nachfolger(angebote: Mapping[str, int]) -> dict[str, int]:
    """Where two offers were merged, the one that stayed."""
    zusammengelegte = Angebot.objects.filter(status=Status.ARCHIVIERT, zusammengelegt_mit__isnull=False)
    paare = zusammengelegte.filter(pk__in=angebote.values()).order_by().values_list("pk", "zusammengelegt_mit")
    nachfolger = {pk: neuer for pk, neuer in paare if neuer is not None}
    return {kennung: nachfolger.get(pk, pk) for kennung, pk in angebote.items()}


def plan_zeile(
    zeile: Importzeile, bestand: Bestand, *, auftrag: Auftrag, verzeichnis: Verzeichnis, doppelindex: Doppelindex
) -> Planzeile:
    angebot_id = bestand.ziele.get(zeile.nummer)
    mit_bezug = not zeile.kurz_id
    if auftrag.entscheidungen.get(zeile.nummer) == UEBERSPRINGEN:
        return Planzeile(zeile, Ergebnis.UEBERSPRUNGEN, angebot_id, mit_bezug=mit_bezug)
    if zeile.kurz_id and angebot_id is None:
        _add_fehler(zeile, "kurz_id", zeile.kurz_id, _("Ein Angebot mit dieser Kurz-Kennung gibt es nicht."))
    if angebot_id is None:
        return plan_neue(zeile, auftrag=auftrag, verzeichnis=verzeichnis, doppelindex=doppelindex)
    return plan_bekannte(zeile, angebot_id, bestand, auftrag=auftrag, verzeichnis=verzeichnis)


def plan_neue(zeile: Importzeile, *, auftrag: Auftrag, verzeichnis: Verzeichnis, doppelindex: Doppelindex) -> Planzeile:
    check_pflicht(zeile)
    check_regeln(zeile, zeile.werte)
    if zeile.fehler:
        return Planzeile(zeile, Ergebnis.ABGELEHNT)
    doppelte = doppelindex.find(build_zeilenkennzeichen(zeile, verzeichnis=verzeichnis))
    entschieden = auftrag.doppelte_anlegen or auftrag.entscheidungen.get(zeile.nummer) == NEU_ANLEGEN
    return Planzeile(zeile, Ergebnis.DOPPELT if doppelte and not entschieden else Ergebnis.NEU, doppelte=doppelte)


def plan_bekannte(
    zeile: Importzeile, angebot_id: int, bestand: Bestand, *, auftrag: Auftrag, verzeichnis: Verzeichnis
) -> Planzeile:
    planzeile = Planzeile(zeile, Ergebnis.UNVERAENDERT, angebot_id, mit_bezug=not zeile.kurz_id)
    unsere = bestand.daten.get(angebot_id)
    if unsere is None and angebot_id in bestand.bereiche:
        return planzeile  # the source says nothing new
    if unsere is None:
        _add_fehler(zeile, "kennung", zeile.schluessel, _("Das Angebot dazu gibt es nicht mehr."))
        return Planzeile(zeile, Ergebnis.ABGELEHNT)
    forgive_fehler(zeile, unsere=unsere, verzeichnis=verzeichnis)
    bezug = None if zeile.kurz_id else bestand.bezuege.get(zeile.schluessel)
    vergleich = compare(zeile, unsere=unsere, basis=bezug.werte if bezug else None, verzeichnis=verzeichnis)
    planzeile.aenderungen, planzeile.konflikte = vergleich.aenderungen, vergleich.konflikte
    if auftrag.entscheidungen.get(zeile.nummer) == AUS_DER_DATEI:
        planzeile.aenderungen, planzeile.konflikte = {**planzeile.aenderungen, **planzeile.konflikte}, {}
    check_regeln(zeile, unsere | {name: paar["neu"] for name, paar in planzeile.aenderungen.items()})
    if "titel" in planzeile.aenderungen and not zeile.titel:
        _add_fehler(zeile, "titel", "", _("Ein Angebot braucht einen Titel."))
    if planzeile.fehler:
        return Planzeile(zeile, Ergebnis.ABGELEHNT, angebot_id)
    if planzeile.aenderungen:
        wartet = angebot_id in bestand.einst_oeffentliche and _waits(planzeile, bestand.bereiche[angebot_id], auftrag)
        planzeile.ergebnis = Ergebnis.VORSCHLAG if wartet else Ergebnis.GEAENDERT
    return planzeile


def _waits(planzeile: Planzeile, bereich: str, auftrag: Auftrag) -> bool:
    """As needs_vorschlag in domain/redaktion.py says for one offer."""
    if not auftrag.darf_veroeffentlichen:
        return True
    neuer = planzeile.aenderungen.get("bereich", {}).get("neu", bereich)
    return not auftrag.ohne_vier_augen and needs_vier_augen(bereich, neuer)


def check_pflicht(zeile: Importzeile) -> None:
    """What a new offer needs; a cell that was refused already is not asked for again."""
    genannte = {fehler.spalte for fehler in zeile.fehler}
    texte = {
        "titel": _("Ein Angebot braucht einen Titel."),
        "kategorien": _("Ein Angebot braucht mindestens eine Kategorie."),
        "bereich": _("Bitte „Begegnung“ oder „Unterstützung“ angeben: Die Kategorien lassen beides zu."),
    }
    for name, text in texte.items():
        fehlt = not zeile.werte.get(name)
        if name == "bereich":
            fehlt = fehlt and bool(zeile.werte.get("kategorien"))
        if fehlt and str(get_spalte(name).titel) not in genannte:
            _add_fehler(zeile, name, "", text)


def check_regeln(zeile: Importzeile, werte: Mapping[str, Any]) -> None:
    """The constraints of the offer itself, with their German sentences; parts were checked by their readers."""
    angaben = tuple((name, werte[name]) for name in MIT_REGELN if werte.get(name))
    for text in list_regelverstoesse(angaben) if angaben else ():
        zeile.fehler.append(Zeilenfehler(zeile.nummer, "", "", text))


@lru_cache(maxsize=4096)
def list_regelverstoesse(angaben: tuple[tuple[str, Any], ...]) -> tuple[str, ...]:
    """A query for each constraint; rows of a list tend to say the same."""
    felder = {feld.name: feld for feld in list_felder()}
    angebot = Angebot(**{name: to_value(felder[name], wert) for name, wert in angaben})
    meldungen = []
    for bedingung in Angebot._meta.constraints:
        if isinstance(bedingung, CheckConstraint):
            try:
                bedingung.validate(Angebot, angebot)  # type: ignore[attr-defined]
            except ValidationError as fehler:
                meldungen.extend(fehler.messages)
    return tuple(meldungen)


def _add_fehler(zeile: Importzeile, name: str, wert: str, text: str) -> None:
    zeile.fehler.append(Zeilenfehler(zeile.nummer, str(get_spalte(name).titel), wert, text))


def list_neue_namen(planzeilen: Collection[Planzeile], *, verzeichnis: Verzeichnis) -> tuple[int, int]:
    """How many places and providers would be created."""
    orte: set[str] = set()
    traeger: set[str] = set()
    for planzeile in planzeilen:
        if planzeile.ergebnis in {Ergebnis.NEU, Ergebnis.GEAENDERT, Ergebnis.VORSCHLAG}:
            werte = resolve_alle(planzeile.zeile, verzeichnis=verzeichnis)
            orte |= {repr(werte["ort"])} if is_neu(werte.get("ort")) else set()
            traeger |= {repr(werte["traeger"])} if is_neu(werte.get("traeger")) else set()
    return len(orte), len(traeger)
