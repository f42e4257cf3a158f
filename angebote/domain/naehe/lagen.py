"""Where the offers are: every known position with the offers there."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from angebote.models import Angebot, Ort
from pankow_einsamkeit.lib.geo import Punkt


@dataclass(frozen=True)
class Lage:
    """genau False: only the middle of the Planungsraum or of the Kiez is known. pks: the offers there."""

    punkt: Punkt
    genau: bool
    pks: tuple[int, ...]


def load_lagen() -> tuple[Lage, ...]:
    """All offers, public or not, with a place whose position is at least roughly known. Two queries."""
    angebote: defaultdict[int, list[int]] = defaultdict(list)
    for pk, ort in Angebot.objects.filter(ort__isnull=False).order_by("pk").values_list("pk", "ort_id").iterator():
        angebote[ort].append(pk)
    felder = ("lat", "planungsraum__lat", "kiez__lat", "lon", "planungsraum__lon", "kiez__lon")
    lagen: defaultdict[tuple[Punkt, bool], list[int]] = defaultdict(list)
    for ort, *koordinaten in Ort.objects.order_by("pk").values_list("pk", *felder):
        stellen = list(zip(koordinaten[:3], koordinaten[3:], strict=True))
        punkt = next((Punkt(lat, lon) for lat, lon in stellen if lat is not None and lon is not None), None)
        if punkt is not None and ort in angebote:
            lagen[punkt, stellen[0][0] is not None] += angebote[ort]
    return tuple(Lage(punkt, genau, tuple(pks)) for (punkt, genau), pks in lagen.items())
