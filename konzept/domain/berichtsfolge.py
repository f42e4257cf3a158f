"""Which report stands before another, and which one holds: a correction takes the place of what it corrects."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import cast

from konzept.choices import Berichtsstatus
from konzept.models import Bericht


def find_letzten(bericht: Bericht) -> Bericht | None:
    """What was released last for the same Drucksache and frozen before it, as it holds today. One query.

    A correction stands in the place of what it corrects, however late it was frozen: for one, as for the report it
    holds for, it is what was frozen before the first of all. Its content is read when it is asked for.
    """
    berichte = load_berichte(bericht.drucksache_id)
    anfang = _find_anfang(bericht, berichte)
    fruehere = [
        einer
        for einer in berichte
        if einer.status == Berichtsstatus.FREIGEGEBEN and einer.berichtigt_id is None and _is_vor(einer, anfang)
    ]
    letzter = max(fruehere, key=_read_rang, default=None)
    return find_geltende(berichte).get(letzter.pk, letzter) if letzter else None


def find_geltenden(bericht: Bericht) -> Bericht | None:
    """The released report that has taken its place, at the end of the chain; None while none has. One query."""
    return find_geltende(load_berichte(bericht.drucksache_id)).get(bericht.pk)


def find_geltende(berichte: Iterable[Bericht]) -> dict[int, Bericht]:
    """By the key of each report that was corrected: the end of its chain. berichte: whole chains. No query."""
    naechste = {
        einer.berichtigt_id: einer
        for einer in berichte
        if einer.berichtigt_id and einer.status == Berichtsstatus.FREIGEGEBEN
    }
    geltende = {}
    for pk, naechster in naechste.items():
        ende = naechster
        while ende.pk in naechste:
            ende = naechste[ende.pk]
        geltende[pk] = ende
    return geltende


def load_berichte(drucksache_id: int) -> list[Bericht]:
    """A correction belongs to the Drucksache of what it corrects: no chain leaves the list. The content unread."""
    return list(Bericht.objects.filter(drucksache=drucksache_id).defer("abbild", "einleitung", "ausblick"))


def _find_anfang(bericht: Bericht, berichte: Iterable[Bericht]) -> Bericht:
    """With which its chain of corrections begins: itself, where it corrects none."""
    je_pk = {einer.pk: einer for einer in berichte}
    while bericht.berichtigt_id:
        bericht = je_pk[bericht.berichtigt_id]
    return bericht


def _is_vor(frueherer: Bericht, bericht: Bericht) -> bool:
    """Before what is not frozen yet stands everything else."""
    if bericht.eingefroren_am is None:
        return True
    return _read_rang(frueherer) < _read_rang(bericht)


def _read_rang(eingefrorener: Bericht) -> tuple[datetime, int]:
    return cast("datetime", eingefrorener.eingefroren_am), eingefrorener.pk
