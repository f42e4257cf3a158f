from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.urls import reverse

from angebote.models import Gruppe, Kiez


@dataclass(frozen=True)
class Kachel:
    """One square of templates/_components/kachelkarte.html."""

    name: str
    kurzname: str
    url: str
    spalte: int
    zeile: int
    anzahl: int


def build_kacheln(kieze: Iterable[Kiez], zahlen: Mapping[tuple[str, str], int]) -> list[Kachel]:
    """In the order of the Kieze, A to Z: column and row lay out the map. `zahlen` as count_je_wert gives them."""
    return [
        Kachel(
            name=kiez.name,
            kurzname=kiez.kurzname,
            url=reverse("angebote:kiez-detail", kwargs={"slug": kiez.slug}),
            spalte=kiez.spalte,
            zeile=kiez.zeile,
            anzahl=zahlen.get((Gruppe.KIEZ, kiez.slug), 0),
        )
        for kiez in kieze
    ]
