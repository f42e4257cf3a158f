"""What follows from where a place is: its nearest stops, and the area its address lies in."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TypeVar

from django.db import transaction

from angebote.models import Haltestelle, Kiez, Ort, OrtHaltestelle, Ortsteil, Planungsraum, Strassenabschnitt
from pankow_einsamkeit.lib.geo import Punkt, build_rechteck, compute_distance
from pankow_einsamkeit.lib.stapel import split_batches
from pankow_einsamkeit.lib.strasse import normalise_strasse

STAPEL = 500
UMKREIS = 900  # metres as the crow flies, about 20 minutes for the people we write for
HOECHSTENS = 3

Element = TypeVar("Element")


@dataclass(frozen=True)
class Vorschlag:
    """What the street table says about an address. A field is None unless every section of the street agrees.

    kandidaten: all Planungsräume the address may lie in, most addresses first; empty if the street is unknown.
    """

    planungsraum: Planungsraum | None = None
    kiez: Kiez | None = None
    ortsteil: Ortsteil | None = None
    kandidaten: tuple[Planungsraum, ...] = ()


@transaction.atomic
def refresh_haltestellen(*, ort_ids: Collection[int]) -> int:
    """Replaces the nearest stops of these places and returns their number; without coordinates there are none.

    The cards name the stop: call katalog.refresh_angebote for the offers there afterwards.
    """
    anzahl = 0
    for ids in split_batches(sorted(set(ort_ids)), STAPEL):
        orte = Ort.objects.filter(pk__in=ids).order_by().values_list("pk", "lat", "lon")
        punkte = {pk: Punkt(lat, lon) for pk, lat, lon in orte if lat is not None and lon is not None}
        haltestellen = _load_haltestellen(punkte.values())
        OrtHaltestelle.objects.filter(ort_id__in=ids).delete()
        zeilen = [
            OrtHaltestelle(ort_id=pk, haltestelle=haltestelle, meter=meter)
            for pk, punkt in punkte.items()
            for haltestelle, meter in find_naechste(punkt, haltestellen)
        ]
        OrtHaltestelle.objects.bulk_create(zeilen)
        anzahl += len(zeilen)
    return anzahl


def find_naechste(punkt: Punkt, haltestellen: Iterable[Haltestelle]) -> list[tuple[Haltestelle, int]]:
    """At most three stops within 900 m with their metres, nearest first. Pure.

    A name counts once: platforms of one stop are separate records in the VBB data.
    """
    naechste: dict[str, tuple[Haltestelle, int]] = {}
    entfernungen = (
        (round(compute_distance(punkt, Punkt(halt.lat, halt.lon))), halt.kennung, halt) for halt in haltestellen
    )
    for meter, _kennung, haltestelle in sorted(entfernungen, key=lambda eintrag: eintrag[:2]):
        if meter <= UMKREIS and len(naechste) < HOECHSTENS:
            naechste.setdefault(haltestelle.name, (haltestelle, meter))
    return list(naechste.values())


def suggest_planungsraum(*, strasse: str, plz: str) -> Vorschlag:
    """Area of an address by street and postcode (register of June 2023). Never guesses; at most three queries.

    Without a postcode all streets of that name count, so the suggestion is narrower with one.
    """
    schluessel = normalise_strasse(strasse)
    if not schluessel:
        return Vorschlag()
    abschnitte = Strassenabschnitt.objects.select_related("planungsraum__kiez").prefetch_related("ortsteile")
    if plz.strip():
        abschnitte = abschnitte.filter(plz=plz.strip())
    namen = set(abschnitte.order_by().values_list("strasse", flat=True).distinct())
    gleiche = [name for name in namen if normalise_strasse(name) == schluessel]
    return _build_vorschlag(list(abschnitte.filter(strasse__in=gleiche))) if gleiche else Vorschlag()


def _build_vorschlag(abschnitte: Collection[Strassenabschnitt]) -> Vorschlag:
    adressen: defaultdict[Planungsraum, int] = defaultdict(int)
    for abschnitt in abschnitte:
        adressen[abschnitt.planungsraum] += abschnitt.adressen
    kandidaten = tuple(sorted(adressen, key=lambda raum: (-adressen[raum], raum.lor)))
    return Vorschlag(
        planungsraum=_only(kandidaten),
        kiez=_only(raum.kiez for raum in kandidaten),
        ortsteil=_only(ortsteil for abschnitt in abschnitte for ortsteil in abschnitt.ortsteile.all()),
        kandidaten=kandidaten,
    )


def _only(elemente: Iterable[Element]) -> Element | None:
    verschiedene = set(elemente)
    return verschiedene.pop() if len(verschiedene) == 1 else None


def _load_haltestellen(punkte: Collection[Punkt]) -> list[Haltestelle]:
    """All stops that can be near any of the points: one query whatever their number."""
    if not punkte:
        return []
    box = build_rechteck(*punkte, meter=UMKREIS)
    return list(Haltestelle.objects.filter(lat__range=(box.sued, box.nord), lon__range=(box.west, box.ost)).order_by())
