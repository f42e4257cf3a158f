"""Derives the facet rows of offers, so that filtering and counting are plain SQL. Nothing else writes Suchmerkmal."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from django.db import transaction

from angebote.choices import ANMELDUNG_NICHT_NOETIG, Zeitart, Zugang
from angebote.domain.barrieren import Angaben, compute_barrierefrei, compute_barrieren_offen, merge_barriereangaben
from angebote.domain.kosten import compute_kostenfilter, ist_kosten_offen
from angebote.domain.zugang import compute_zugaenge, hat_einzugsgebiet
from angebote.models import Angebot, Gruppe, Kiez, OrtsteilAnteil, Suchmerkmal
from pankow_einsamkeit.lib.stapel import split_batches

STAPEL = 500
LOESCHSTAPEL = 900  # SQLite's classic limit is 999 values in one statement
VERWANDTE = ("ort__kiez", "ort__ortsteil")
TEILE = (
    "kategorien",
    "zielgruppen",
    "sprachen",
    "einzugsgebiet",
    "zugangswege",
    "kosten",
    "zeiten",
    "barriereangaben",
    "ort__barriereangaben",
)

Merkmalwert = tuple[Gruppe, str]


@dataclass(frozen=True)
class Gebietsliste:
    """Every Kiez of the district and, by Kiez, the Ortsteile that share addresses with it (slugs)."""

    kieze: frozenset[str]
    ortsteile_je_kiez: dict[str, set[str]] = field(default_factory=dict)


@transaction.atomic
def rebuild_suchmerkmale(*, angebot_ids: Collection[int]) -> int:
    """Writes only what differs and returns the number of rows added and removed. Constant queries per batch of 500."""
    gebiete = load_gebietsliste()
    geaendert = 0
    for ids in split_batches(sorted(set(angebot_ids)), STAPEL):
        angebote = Angebot.objects.filter(pk__in=ids).select_related(*VERWANDTE).prefetch_related(*TEILE)
        geaendert += write_suchmerkmale(list(angebote), gebiete=gebiete)
    return geaendert


def load_gebietsliste() -> Gebietsliste:
    ortsteile: dict[str, set[str]] = {}
    anteile = OrtsteilAnteil.objects.filter(adressanteil__gt=0).values_list("kiez__slug", "ortsteil__slug")
    for kiez, ortsteil in anteile:
        ortsteile.setdefault(kiez, set()).add(ortsteil)
    return Gebietsliste(frozenset(Kiez.objects.order_by().values_list("slug", flat=True)), ortsteile)


def write_suchmerkmale(angebote: Sequence[Angebot], *, gebiete: Gebietsliste) -> int:
    """Brings the rows of one batch of loaded offers up to date; the caller holds the transaction."""
    soll = {
        (angebot.pk, *merkmal) for angebot in angebote for merkmal in compute_suchmerkmale(angebot, gebiete=gebiete)
    }
    vorhanden = {
        (angebot_id, Gruppe(gruppe), wert): pk
        for pk, angebot_id, gruppe, wert in Suchmerkmal.objects.filter(
            angebot_id__in=[angebot.pk for angebot in angebote]
        ).values_list("pk", "angebot_id", "gruppe", "wert")
    }
    ueberzaehlig = [pk for schluessel, pk in vorhanden.items() if schluessel not in soll]
    for pks in split_batches(ueberzaehlig, LOESCHSTAPEL):
        Suchmerkmal.objects.filter(pk__in=pks).delete()
    neu = sorted(soll - vorhanden.keys())
    Suchmerkmal.objects.bulk_create(
        Suchmerkmal(angebot_id=angebot_id, gruppe=gruppe, wert=wert) for angebot_id, gruppe, wert in neu
    )
    return len(ueberzaehlig) + len(neu)


def compute_suchmerkmale(angebot: Angebot, *, gebiete: Gebietsliste) -> set[Merkmalwert]:
    """All facet values of one offer; reads prefetched parts only."""
    zugaenge = compute_zugaenge(angebot)
    angaben = merge_barriereangaben(ort=angebot.ort, angebot=angebot)
    werte: dict[Gruppe, set[str]] = {
        Gruppe.BEREICH: {angebot.bereich},
        Gruppe.KATEGORIE: {kategorie.slug for kategorie in angebot.kategorien.all()},
        Gruppe.KIEZ: _kiez_slugs(angebot, gebiete),
        Gruppe.ORTSTEIL: _ortsteil_slugs(angebot, gebiete),
        Gruppe.KOSTEN: {wert.value for wert in compute_kostenfilter(list(angebot.kosten.all()))},
        Gruppe.BARRIEREFREI: {wert.value for wert in compute_barrierefrei(angaben, zugaenge=zugaenge)},
        Gruppe.ZUGANG: {zugang.value for zugang in zugaenge},
        Gruppe.ANMELDUNG: {"ohne"} if angebot.anmeldung in ANMELDUNG_NICHT_NOETIG else set(),
        Gruppe.SPRACHE: {sprache.code for sprache in angebot.sprachen.all()},
        Gruppe.FUER: {zielgruppe.slug for zielgruppe in angebot.zielgruppen.all()},
        Gruppe.ZEITLAGE: _zeitlagen(angebot),
        Gruppe.OFFEN: _offenes(angebot, angaben, zugaenge),
    }
    return {(gruppe, wert) for gruppe, menge in werte.items() for wert in menge}


def _zeitlagen(angebot: Angebot) -> set[str]:
    arten = {zeit.art for zeit in angebot.zeiten.all()}
    return (
        {str(art) for art in arten & {Zeitart.VEREINBARUNG, Zeitart.UNBEKANNT}} if arten else {Zeitart.UNBEKANNT.value}
    )


def _offenes(angebot: Angebot, angaben: Angaben, zugaenge: Collection[Zugang]) -> set[str]:
    kosten = {Gruppe.KOSTEN.value} if ist_kosten_offen(list(angebot.kosten.all())) else set()
    return kosten | {wert.value for wert in compute_barrieren_offen(angaben, zugaenge=zugaenge)}


def _catchment(angebot: Angebot, gebiete: Gebietsliste) -> frozenset[str]:
    """Slugs of the Kieze in which the offer reaches people without a place to go to; empty if there is only a place."""
    if not hat_einzugsgebiet(angebot):
        return frozenset()
    return frozenset(kiez.slug for kiez in angebot.einzugsgebiet.all()) or gebiete.kieze


def _kiez_slugs(angebot: Angebot, gebiete: Gebietsliste) -> set[str]:
    slugs = set(_catchment(angebot, gebiete))
    if angebot.ort is not None and angebot.ort.kiez is not None:
        slugs.add(angebot.ort.kiez.slug)
    return slugs


def _ortsteil_slugs(angebot: Angebot, gebiete: Gebietsliste) -> set[str]:
    slugs = {slug for kiez in _catchment(angebot, gebiete) for slug in gebiete.ortsteile_je_kiez.get(kiez, ())}
    if angebot.ort is not None and angebot.ort.ortsteil is not None:
        slugs.add(angebot.ort.ortsteil.slug)
    return slugs
