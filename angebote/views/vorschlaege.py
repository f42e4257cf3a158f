"""What to go to instead of offers on a list that are over; the same for the Merkzettel and for the check of a sheet."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from angebote.models import Angebot
from angebote.views.angebotsseite import Vorschlag, load_vorschlaege

VORSCHLAEGE_HOECHSTENS = 3  # offers with proposals: each costs three queries


def load_vorschlaege_statt(
    beendete: Sequence[Angebot], *, ausser: Collection[int], jetzt: datetime
) -> dict[int, list[Vorschlag]]:
    """For the first few, by their key. ausser: what stands on the list anyway."""
    return {
        angebot.pk: [eines for eines in load_vorschlaege(angebot, jetzt=jetzt) if eines.karte.id not in ausser]
        for angebot in beendete[:VORSCHLAEGE_HOECHSTENS]
    }
