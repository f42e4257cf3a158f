"""What has become of the offers on a shortlist: still there, pausing, over, or never heard of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F, Q, Window
from django.db.models.functions import RowNumber

from angebote.domain.ende import explain_ende
from angebote.models import Angebot, Schliesszeit, Termin


@dataclass(frozen=True)
class Eintrag:
    """angebot is None where nothing public ever had that key. grund is a sentence, empty while the offer is public."""

    angebot_id: int
    angebot: Angebot | None
    grund: str

    @property
    def ist_aktuell(self) -> bool:
        return not self.grund


def load_eintraege(angebot_ids: Sequence[int], *, heute: date, teile: Collection[str] = ()) -> list[Eintrag]:
    """In the order of the list. Two queries, and one for each of `teile` to be prefetched."""
    frueher = (
        Angebot.objects.oeffentlich_gewesen()
        .select_related("ort__kiez", "traeger", "zusammengelegt_mit")
        .prefetch_related(*teile)
    )
    angebote = frueher.in_bulk(angebot_ids)
    sichtbar = Angebot.objects.oeffentlich(heute).filter(pk__in=angebote).order_by().values_list("pk", flat=True)
    sichtbare = set(sichtbar)
    return [
        Eintrag(
            angebot_id=angebot_id,
            angebot=angebote.get(angebot_id),
            grund="" if angebot_id in sichtbare else explain_ende(angebote.get(angebot_id), heute=heute),
        )
        for angebot_id in angebot_ids
    ]


def list_kommende_termine(
    angebot_ids: Collection[int], *, jetzt: datetime, anzahl: int
) -> Mapping[int, Sequence[Termin]]:
    """The next few of each offer, by its key. One query."""
    termine: dict[int, list[Termin]] = defaultdict(list)
    rang = Window(RowNumber(), partition_by=F("angebot_id"), order_by=[F("datum"), F("beginn")])
    kommende = Termin.objects.kommende(jetzt).filter(angebot_id__in=angebot_ids).annotate(rang=rang)
    for termin in kommende.filter(rang__lte=anzahl).order_by("datum", "beginn"):
        termine[termin.angebot_id].append(termin)
    return termine


def list_kommende_schliesszeiten(angebote: Collection[Angebot], *, heute: date) -> Mapping[int, Sequence[Schliesszeit]]:
    """Of each offer, by its key: those of its own and those of its place that are not over. One query."""
    orte = {angebot.ort_id for angebot in angebote if angebot.ort_id}
    zeiten = list(
        Schliesszeit.objects.filter(Q(angebot__in=angebote) | Q(ort_id__in=orte), bis__gte=heute).order_by("von", "pk")
    )
    return {
        angebot.pk: [
            zeit
            for zeit in zeiten
            if zeit.angebot_id == angebot.pk or (zeit.ort_id is not None and zeit.ort_id == angebot.ort_id)
        ]
        for angebot in angebote
    }
