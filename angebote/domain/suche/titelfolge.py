"""All public offers in the order of their titles: the last word of every sorting."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import compress

from django.db import connection
from django.db.models import F
from django.db.models.functions import Collate

from angebote.domain.suche.mengen import Menge, list_pks, mark_pks
from angebote.models import Angebot

DUENN = 64  # from one in so many offers on, walking the whole order beats sorting


@dataclass(frozen=True)
class Titelfolge:
    """Arrays, since a list of as many objects takes ten times the memory."""

    pks: array[int]
    rang: array[int]  # by primary key: the place in the order

    def sort(self, menge: Menge) -> Iterator[int]:
        """The keys of these public offers in order, found only as far as they are asked for."""
        if menge.bit_count() * DUENN < len(self.pks):
            return iter(sorted(list_pks(menge), key=self.rang.__getitem__))
        marken = mark_pks(menge, bis=len(self.rang))
        return compress(self.pks, map(marken.__getitem__, self.pks))


def load_titelfolge(heute: date) -> Titelfolge:
    """One query. The folded title counts byte by byte, so that both databases sort alike."""
    sortiertitel = Collate(F("sortiertitel"), "C" if connection.vendor == "postgresql" else "BINARY")
    oeffentliche = Angebot.objects.oeffentlich(heute).order_by(sortiertitel, "pk")
    pks = array("L", oeffentliche.values_list("pk", flat=True).iterator())
    rang = array("L", bytes(array("L").itemsize * (max(pks, default=0) + 1)))
    for stelle, pk in enumerate(pks):
        rang[pk] = stelle
    return Titelfolge(pks, rang)
