"""Keeps everything that is derived from an offer in step with it: days of the check, card, Fassung, search, dates.

Whoever changes an offer, its place or their parts calls refresh_angebote afterwards: admin, importers, commands.
"""

from collections.abc import Collection
from datetime import date

from django.db import transaction

from angebote.domain.fassungen import write_fassungen
from angebote.domain.fotos import remove_dateien_on_commit
from angebote.domain.fristen import rebuild_fristen
from angebote.domain.kartendaten import rebuild_kartendaten
from angebote.domain.katalogstand import renew_version
from angebote.domain.orte import refresh_haltestellen
from angebote.domain.sperren import lock_angebote
from angebote.domain.suche.fortschreibung import rebuild_mengen, rebuild_terminmengen
from angebote.domain.suche.titelfolge import rebuild_sortiertitel
from angebote.domain.suche.volltext import rebuild_volltext
from angebote.domain.termine import rebuild_termine
from angebote.models import Angebot, Foto, Ort
from pankow_einsamkeit.lib.stapel import split_batches

STAPEL = 500


def refresh_angebote(*, angebot_ids: Collection[int], heute: date) -> None:
    """Everything derived; one transaction and a constant number of queries per batch of 500."""
    alle = sorted(set(angebot_ids))
    if len(alle) > STAPEL and transaction.get_connection().in_atomic_block:
        lock_angebote(alle)  # the caller's transaction keeps the catalogue from the first batch on
    for ids in split_batches(alle, STAPEL):
        with transaction.atomic():
            # Two editors who save the same offer at once would otherwise write its derived rows twice.
            lock_angebote(ids)
            rebuild_fristen(angebot_ids=ids)
            rebuild_kartendaten(angebot_ids=ids)
            write_fassungen(angebot_ids=ids, heute=heute)
            rebuild_mengen(angebot_ids=ids)
            rebuild_sortiertitel(angebot_ids=ids)
            rebuild_volltext(angebot_ids=ids)
            rebuild_termine(angebot_ids=ids, heute=heute)
            renew_version()


def refresh_katalog(*, heute: date) -> int:
    """Everything derived of all places and offers, after new tables or a new version; returns the number of offers."""
    refresh_haltestellen(ort_ids=list(Ort.objects.order_by().values_list("pk", flat=True)))
    angebot_ids = list(Angebot.objects.order_by().values_list("pk", flat=True))
    refresh_angebote(angebot_ids=angebot_ids, heute=heute)
    return len(angebot_ids)


@transaction.atomic
def delete_angebote(*, angebot_ids: Collection[int]) -> None:
    """Offers with all their parts, and everything the search knows about them."""
    lock_angebote(angebot_ids)
    remove_dateien_on_commit(fotos=Foto.objects.filter(angebot__in=angebot_ids))
    Angebot.objects.filter(pk__in=angebot_ids).delete()
    rebuild_mengen(angebot_ids=angebot_ids)
    rebuild_terminmengen(angebot_ids=angebot_ids)
    renew_version()
