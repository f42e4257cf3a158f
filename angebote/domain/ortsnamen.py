"""Which Kiez a name belongs to that people know: a stop, a street, an Ortsteil, a Planungsraum, a Kiez."""

from dataclasses import dataclass
from typing import Any

from django.db.models import F, FloatField, IntegerField, QuerySet, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast

from angebote.models import Haltestelle, Kiez, OrtsteilAnteil, Planungsraum, Strassenabschnitt
from pankow_einsamkeit.lib.strasse import normalise_strasse


@dataclass(frozen=True)
class Kiezname:
    slug: str
    name: str


def find_kiez_of_name(name: str) -> Kiezname | None:
    """The Kiez of exactly this name, in any spelling; areas beat stops, stops beat streets. One query.

    What lies in several Kieze gives the one with most of its addresses.
    """
    gesucht = normalise_strasse(name)
    if not gesucht:
        return None
    quellen: list[tuple[QuerySet[Any], str, str, Combinable]] = [
        (Kiez.objects.all(), "name", "", Value(0)),
        (Planungsraum.objects.all(), "name", "kiez__", Value(0)),
        (OrtsteilAnteil.objects.all(), "ortsteil__name", "kiez__", F("adressanteil")),
        (Haltestelle.objects.filter(planungsraum__isnull=False), "name", "planungsraum__kiez__", F("gewicht")),
        (Strassenabschnitt.objects.all(), "strasse", "planungsraum__kiez__", F("adressen")),
    ]
    erste, *weitere = [
        quelle.order_by().values_list(
            feld, Value(rang, IntegerField()), Cast(gewicht, FloatField()), f"{pfad}slug", f"{pfad}name"
        )
        for rang, (quelle, feld, pfad, gewicht) in enumerate(quellen)
    ]
    zeilen = erste.union(*weitere)
    treffer = [zeile for zeile in zeilen if normalise_strasse(zeile[0]) == gesucht]
    beste = sorted((rang, -gewicht, slug, kiez) for _name, rang, gewicht, slug, kiez in treffer)
    return Kiezname(*beste[0][2:]) if beste else None
