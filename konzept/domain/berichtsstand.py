"""How the concept stands on one day, as plain data: measures by component, who answers for what, the departments.

Names of staff only where they are released (P5). The free text `Massnahme.verantwortlich` may be a name that nobody
has released; a report therefore names whoever is responsible through the linked Zustaendigkeit alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from konzept.choices import Anzeige
from konzept.domain.massnahmenabbild import describe_massnahme
from konzept.models import Geschaeftsbereich, Komponente, Massnahme, Zustaendigkeit

Stand = dict[str, Any]


def load_stand(*, drucksache_id: int, heute: date) -> Stand:
    """Eight queries: components, responsibilities, departments; measures with Kieze, steps, indicators and values."""
    je_komponente: dict[int | None, list[Zustaendigkeit]] = defaultdict(list)
    for zustaendigkeit in Zustaendigkeit.objects.am(heute).select_related("geschaeftsbereich", "konto"):
        if not zustaendigkeit.ist_stillgelegt:  # whoever has left answers for nothing, as in find_alarme
            je_komponente[zustaendigkeit.komponente_id].append(zustaendigkeit)
    massnahmen = _load_massnahmen(drucksache_id)
    return {
        "gesamt": describe_zustaendige(je_komponente[None]),
        "komponenten": [
            describe_komponente(komponente, je_komponente, massnahmen.get(komponente.pk, []), heute=heute)
            for komponente in Komponente.objects.all()
        ],
        "bereiche": [
            {"name": bereich.name, "beitrag": bereich.beitrag.strip()} for bereich in Geschaeftsbereich.objects.aktive()
        ],
    }


def describe_komponente(
    komponente: Komponente,
    je_komponente: Mapping[int | None, list[Zustaendigkeit]],
    massnahmen: Iterable[Massnahme],
    *,
    heute: date,
) -> Stand:
    """besetzung: "eigene", "gesamt" (by whoever answers for the whole concept) or "keine"."""
    eigene = je_komponente[komponente.pk]
    besetzt = {"eigene": eigene, "gesamt": je_komponente[None]}
    return {
        "art": komponente.art,
        "name": komponente.name,
        "auftrag": komponente.auftrag,
        "besetzung": next((wie for wie, zeilen in besetzt.items() if any(z.ist_haupt for z in zeilen)), "keine"),
        "zustaendige": describe_zustaendige(eigene),
        "massnahmen": [
            describe_massnahme(massnahme, zustaendig=describe_verantwortliche(massnahme, heute=heute), heute=heute)
            for massnahme in massnahmen
        ],
    }


def describe_zustaendige(zustaendigkeiten: Iterable[Zustaendigkeit]) -> list[Stand]:
    """Those in office, main ones first. name: what may be read of them, "" where nothing is released.

    id, person, funktion: by which a later report knows them again, and no more than is released either.
    """
    return [
        {
            "id": zustaendigkeit.pk,
            "name": describe_person(zustaendigkeit),
            "person": zustaendigkeit.person if zustaendigkeit.anzeige == Anzeige.NAME else "",
            "funktion": "" if zustaendigkeit.anzeige == Anzeige.NEIN else zustaendigkeit.funktion,
            "ist_haupt": zustaendigkeit.ist_haupt,
            "bereich": zustaendigkeit.geschaeftsbereich.name,
            "vertretung": "" if zustaendigkeit.anzeige == Anzeige.NEIN else zustaendigkeit.vertretung_funktion,
        }
        for zustaendigkeit in zustaendigkeiten
    ]


def describe_person(zustaendigkeit: Zustaendigkeit) -> str:
    if zustaendigkeit.anzeige == Anzeige.NEIN:
        return ""
    if zustaendigkeit.anzeige == Anzeige.NAME:
        return f"{zustaendigkeit.person}, {zustaendigkeit.funktion}"
    return zustaendigkeit.funktion


def describe_verantwortliche(massnahme: Massnahme, *, heute: date) -> str:
    """Empty where nobody is linked, nothing is released, or whoever is linked is no longer in office."""
    zustaendig = massnahme.zustaendig
    if zustaendig is None or zustaendig.ist_stillgelegt or not zustaendig.gilt_am(heute):
        return ""
    return describe_person(zustaendig)


def _load_massnahmen(drucksache_id: int) -> dict[int, list[Massnahme]]:
    je_komponente: dict[int, list[Massnahme]] = defaultdict(list)
    massnahmen = Massnahme.objects.im_bericht(drucksache_id).select_related("federfuehrung", "zustaendig__konto")
    for massnahme in massnahmen.prefetch_related("kieze", "wechsel", "indikatoren__werte"):
        je_komponente[massnahme.komponente_id].append(massnahme)
    return je_komponente
