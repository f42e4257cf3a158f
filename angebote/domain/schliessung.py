"""What a closing period of a place closes: told before it is saved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from angebote.choices import Status
from angebote.domain.termine import compute_vorkommen
from angebote.models import Angebot, Ort, Schliesszeit

HOECHSTENS = timedelta(days=366)  # counted ahead; rules run on without an end


@dataclass(frozen=True)
class Betroffenes:
    """An offer at the place, and how many of its dates from today on fall into the closing period."""

    angebot: Angebot
    anzahl: int


def list_betroffene(ort: Ort, von: date, bis: date, *, heute: date, statt: int | None = None) -> Sequence[Betroffenes]:
    """By title; offers that are archived are left out. A constant number of queries.

    What another closing period closes anyway is not counted; statt: the one that is being changed. Dates more than a
    year ahead are not counted.
    """
    angebote = list(
        Angebot.objects.filter(ort=ort)
        .exclude(status=Status.ARCHIVIERT)
        .prefetch_related("zeiten", "ausnahmen")
        .order_by("titel", "pk")
    )
    andere = Schliesszeit.objects.filter(Q(ort=ort) | Q(angebot__in=angebote)).exclude(pk=statt or 0)
    je_angebot: dict[int | None, list[Schliesszeit]] = defaultdict(list)
    for schliesszeit in andere:
        je_angebot[schliesszeit.angebot_id].append(schliesszeit)
    von, bis = max(von, heute), min(bis, heute + HOECHSTENS)
    return [
        Betroffenes(angebot, _count_termine(angebot, je_angebot[angebot.pk] + je_angebot[None], von=von, bis=bis))
        for angebot in angebote
    ]


def _count_termine(angebot: Angebot, schliesszeiten: Sequence[Schliesszeit], *, von: date, bis: date) -> int:
    if bis < von:
        return 0
    vorkommen = compute_vorkommen(
        zeiten=angebot.zeiten.all(),
        ausnahmen=angebot.ausnahmen.all(),
        schliesszeiten=schliesszeiten,
        von=von,
        bis=bis,
        gueltig_von=angebot.gueltig_von,
        gueltig_bis=angebot.gueltig_bis,
    )
    return len(vorkommen)
