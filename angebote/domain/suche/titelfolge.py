"""All public offers in the order of their titles: the last word of every sorting."""

from __future__ import annotations

from array import array
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from itertools import compress, islice

from django.db import connection, transaction
from django.db.models import F
from django.db.models.functions import Collate

from angebote.domain.suche.mengen import Menge, list_pks, mark_pks
from angebote.models import Angebot
from pankow_einsamkeit.lib.stapel import split_batches
from pankow_einsamkeit.lib.text import normalise_text

STAPEL = 500
DUENN = 64  # from one in so many offers on, walking the whole order beats sorting


@dataclass(frozen=True)
class Titelfolge:
    """Arrays, since a list of as many objects takes ten times the memory."""

    pks: array[int]
    rang: array[int]  # by primary key: the place in the order

    def sort(self, menge: Menge, *, anfang: int = 0, ende: int | None = None) -> list[int]:
        """The keys of these public offers in order, from place `anfang` to before `ende`."""
        anzahl = menge.bit_count()
        if anfang >= anzahl:
            return []
        if anzahl * DUENN < len(self.pks):
            return sorted(list_pks(menge), key=self.rang.__getitem__)[anfang:ende]
        marken = mark_pks(menge, bis=len(self.rang))
        if anfang * 2 < anzahl:
            return list(islice(compress(self.pks, map(marken.__getitem__, self.pks)), anfang, ende))
        rueckwaerts = compress(reversed(self.pks), map(marken.__getitem__, reversed(self.pks)))
        vom_ende = anzahl - min(ende, anzahl) if ende is not None else 0
        return list(islice(rueckwaerts, vom_ende, anzahl - anfang))[::-1]


@transaction.atomic
def rebuild_sortiertitel(*, angebot_ids: Collection[int]) -> int:
    """Writes the folded titles that differ and returns how many. Two queries per batch of 500; updated_at stays."""
    geaendert = 0
    for ids in split_batches(sorted(set(angebot_ids)), STAPEL):
        neue = []
        for angebot in Angebot.objects.filter(pk__in=ids).only("titel", "sortiertitel"):
            sortiertitel = normalise_text(angebot.titel)
            if sortiertitel != angebot.sortiertitel:
                angebot.sortiertitel = sortiertitel
                neue.append(angebot)
        Angebot.objects.bulk_update(neue, ["sortiertitel"])
        geaendert += len(neue)
    return geaendert


def load_titelfolge(heute: date) -> Titelfolge:
    """One query. The folded title counts byte by byte, so that both databases sort alike."""
    sortiertitel = Collate(F("sortiertitel"), "C" if connection.vendor == "postgresql" else "BINARY")
    oeffentliche = Angebot.objects.oeffentlich(heute).order_by(sortiertitel, "pk")
    pks = array("L", oeffentliche.values_list("pk", flat=True).iterator())
    rang = array("L", bytes(array("L").itemsize * (max(pks, default=0) + 1)))
    for stelle, pk in enumerate(pks):
        rang[pk] = stelle
    return Titelfolge(pks, rang)
