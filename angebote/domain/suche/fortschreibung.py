"""Writes the sets the search is answered from. Nothing else writes Angebotsmenge.

An offer stands in a set for each of its facet values (domain/suchmerkmale.py) and for each of its Termine. Rebuilding
offers that are gone takes them out of every set.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from django.db import transaction
from django.db.models import Q

from angebote.domain.sperren import lock_katalog
from angebote.domain.suche.mengen import LEER, Menge, build_menge, dump_menge, load_menge
from angebote.domain.suche.terminwerte import list_terminwerte
from angebote.domain.suchmerkmale import TEILE, VERWANDTE, compute_suchmerkmale, load_gebietsliste
from angebote.models import Angebot, Angebotsmenge, Gruppe, Termin
from pankow_einsamkeit.lib.stapel import split_batches

STAPEL = 500
Schluessel = tuple[str, str]
TERMINMENGEN = Q(gruppe=Gruppe.TERMIN)


@transaction.atomic
def rebuild_mengen(*, angebot_ids: Collection[int]) -> int:
    """The sets of all facet values. Returns how many changed; constant queries per batch of 500 offers."""
    gebiete = load_gebietsliste()
    geaendert = 0
    for ids in split_batches(sorted(set(angebot_ids)), STAPEL):
        angebote = Angebot.objects.filter(pk__in=ids).select_related(*VERWANDTE).prefetch_related(*TEILE)
        soll = [
            ((gruppe.value, wert), angebot.pk)
            for angebot in angebote
            for gruppe, wert in compute_suchmerkmale(angebot, gebiete=gebiete)
        ]
        geaendert += _write_stapel(ids, soll, ~TERMINMENGEN)
    return geaendert


@transaction.atomic
def rebuild_terminmengen(*, angebot_ids: Collection[int]) -> int:
    """The sets of Termine, from the rows of Termin. Returns how many changed; constant queries per batch."""
    geaendert = 0
    for ids in split_batches(sorted(set(angebot_ids)), STAPEL):
        termine = Termin.objects.filter(angebot_id__in=ids).values_list("angebot_id", "datum", "beginn", "ende")
        soll = [
            ((Gruppe.TERMIN.value, wert), angebot_id)
            for angebot_id, datum, beginn, ende in termine.order_by()
            for wert in list_terminwerte(datum, beginn, ende)
        ]
        geaendert += _write_stapel(ids, soll, TERMINMENGEN)
    return geaendert


def _write_stapel(ids: Sequence[int], mitglieder: Iterable[tuple[Schluessel, int]], zustaendig: Q) -> int:
    """Among the sets `zustaendig`, these offers stand exactly where `mitglieder` says; all others stay where they are.

    A set holds offers of many editors: the lock is held to the end of the transaction, or one would undo the other.
    """
    lock_katalog()
    soll: dict[Schluessel, list[int]] = defaultdict(list)
    for schluessel, pk in mitglieder:
        soll[schluessel].append(pk)
    neue, leere = _compare({s: build_menge(pks) for s, pks in soll.items()}, build_menge(ids), zustaendig)
    for pks in split_batches(leere, STAPEL):
        Angebotsmenge.objects.filter(pk__in=pks).delete()
    Angebotsmenge.objects.bulk_create(
        [Angebotsmenge(gruppe=g, wert=wert, bits=dump_menge(menge)) for (g, wert), menge in neue.items()],
        update_conflicts=True,
        unique_fields=["gruppe", "wert"],
        update_fields=["bits"],
    )
    return len(neue) + len(leere)


def _compare(
    soll: Mapping[Schluessel, Menge], stapel: Menge, zustaendig: Q
) -> tuple[dict[Schluessel, Menge], list[int]]:
    """The sets that have to be written, and the keys of the rows in which nobody is left."""
    neue, leere = dict(soll), []
    vorhandene = Angebotsmenge.objects.filter(zustaendig).order_by().values_list("pk", "gruppe", "wert", "bits")
    for pk, gruppe, wert, bits in vorhandene.iterator():
        ist = load_menge(bits)
        neu = ist & ~stapel | soll.get((gruppe, wert), LEER)
        if neu and neu != ist:
            neue[gruppe, wert] = neu
        else:
            neue.pop((gruppe, wert), None)
        if not neu:
            leere.append(pk)
    return neue, leere
