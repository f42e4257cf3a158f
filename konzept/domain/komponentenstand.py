"""The three components at a glance: who answers for each, and how its measures stand."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from konzept.choices import Massnahmenstatus
from konzept.domain.zustaendigkeit import EIN_TAG, VORLAUF, Besetzung, find_antwortende
from konzept.models import Komponente, Massnahme, Zustaendigkeit


@dataclass(frozen=True)
class Wechsel:
    """bis: the last day. danach: who answers on the day after; None if nobody does."""

    bis: date
    danach: Zustaendigkeit | None


@dataclass(frozen=True)
class Komponentenstand:
    """zustaendig: who answers, for it or for the whole concept; None if nobody does. zahlen: measures by status.

    wechsel: set where that ends in the next 30 days, whether or not somebody else answers from then on.
    """

    komponente: Komponente
    zustaendig: Zustaendigkeit | None
    wechsel: Wechsel | None
    zahlen: tuple[tuple[Massnahmenstatus, int], ...]
    ueberfaellige: int


def list_komponentenstand(besetzungen: list[Besetzung], *, heute: date) -> list[Komponentenstand]:
    """besetzungen: of list_besetzungen. Two queries, however many measures there are."""
    je_status = _count("komponente", "status")
    spaete = Counter(Massnahme.objects.ueberfaellig(heute).order_by().values_list("komponente", flat=True))
    return [
        Komponentenstand(
            besetzung.komponente,
            besetzung.antwortende,
            find_wechsel(besetzung, besetzungen, heute=heute),
            tuple((status, je_status[besetzung.komponente.pk, status]) for status in Massnahmenstatus),
            spaete[besetzung.komponente.pk],
        )
        for besetzung in besetzungen
        if besetzung.komponente  # the whole concept has none
    ]


def find_wechsel(besetzung: Besetzung, besetzungen: list[Besetzung], *, heute: date) -> Wechsel | None:
    """The end is near from the day on that find_alarme would tell it, had nobody the whole concept."""
    antwortende = besetzung.antwortende
    if antwortende is None or antwortende.bis is None or antwortende.bis >= heute + VORLAUF:
        return None
    zeilen = [zeile for eine in besetzungen for zeile in (eine.haupt, *eine.kuenftige) if zeile is not None]
    return Wechsel(antwortende.bis, find_antwortende(besetzung.komponente, zeilen, heute=antwortende.bis + EIN_TAG))


def _count(*felder: str) -> Counter[tuple[int, str]]:
    zeilen = Massnahme.objects.order_by().values_list(*felder).annotate(anzahl=Count("pk"))
    return Counter({(komponente, status): anzahl for komponente, status, anzahl in zeilen})
