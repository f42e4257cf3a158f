"""The three components at a glance: who answers for each, and how its measures stand."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from konzept.choices import Massnahmenstatus
from konzept.domain.zustaendigkeit import Besetzung
from konzept.models import Komponente, Massnahme, Zustaendigkeit


@dataclass(frozen=True)
class Komponentenstand:
    """zustaendig: who answers, for it or for the whole concept; None if nobody does. zahlen: measures by status."""

    komponente: Komponente
    zustaendig: Zustaendigkeit | None
    zahlen: tuple[tuple[Massnahmenstatus, int], ...]
    ueberfaellige: int


def list_komponentenstand(besetzungen: list[Besetzung], *, heute: date) -> list[Komponentenstand]:
    """besetzungen: of list_besetzungen. Two queries, however many measures there are."""
    je_status = _count("komponente", "status")
    spaete = Counter(Massnahme.objects.ueberfaellig(heute).order_by().values_list("komponente", flat=True))
    return [
        _build(besetzung.komponente, besetzung.antwortende, je_status, spaete[besetzung.komponente.pk])
        for besetzung in besetzungen
        if besetzung.komponente  # the whole concept has none
    ]


def _count(*felder: str) -> Counter[tuple[int, str]]:
    zeilen = Massnahme.objects.order_by().values_list(*felder).annotate(anzahl=Count("pk"))
    return Counter({(komponente, status): anzahl for komponente, status, anzahl in zeilen})


def _build(
    komponente: Komponente, zustaendig: Zustaendigkeit | None, je_status: Counter[tuple[int, str]], ueberfaellige: int
) -> Komponentenstand:
    zahlen = tuple((status, je_status[komponente.pk, status]) for status in Massnahmenstatus)
    return Komponentenstand(komponente, zustaendig, zahlen, ueberfaellige)
