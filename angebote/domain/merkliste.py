"""What has become of the offers on a shortlist: still there, pausing, over, or never heard of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F, Q, Window
from django.db.models.functions import RowNumber
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from angebote.choices import Status
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
    frueher = Angebot.objects.oeffentlich_gewesen().select_related("ort__kiez", "traeger").prefetch_related(*teile)
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


def explain_ende(angebot: Angebot | None, *, heute: date) -> str:
    """Why an offer that is not public any more is none to go to; a sentence."""
    if angebot is None:
        return _("Dieses Angebot steht nicht in unserem Verzeichnis.")
    if angebot.status == Status.PAUSIERT:
        return _("Dieses Angebot macht zurzeit eine Pause.")
    if angebot.gueltig_bis is not None and angebot.gueltig_bis < heute:
        datum = date_format(angebot.gueltig_bis, "j. F Y")
        return _("Dieses Angebot gab es bis zum %(datum)s.") % {"datum": datum}
    return _("Dieses Angebot gibt es nicht mehr.")


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
