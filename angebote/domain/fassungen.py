"""Keeps what the public could read about an offer over time, so that a printed sheet can be compared with today.

One Fassung whenever the public facts have changed, and only of offers that are public or were.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from dateutil.relativedelta import relativedelta
from django.db import transaction
from django.db.models import Max, Min, Q, QuerySet

from angebote.domain.fakten import TEILE, Fakten, build_fakten, drop_past, keep_for_later
from angebote.domain.pruefcode import GILT_MONATE, VIERTELSTUNDE
from angebote.models import Angebot, Fassung
from pankow_einsamkeit.lib.stapel import split_batches

STAPEL = 500
BEHALTEN_MONATE = GILT_MONATE + 1  # no sheet that is still compared needs an older one


@transaction.atomic
def write_fassungen(*, angebot_ids: Collection[int], heute: date) -> int:
    """For offers whose facts differ from their newest Fassung; how many. Constant queries per batch of 500.

    What merely has passed since then is no difference. The cards have to be up to date.
    """
    geschrieben = 0
    for ids in split_batches(sorted(set(angebot_ids)), STAPEL):
        neueste = _load_neueste(ids)
        neue = []
        for angebot in load_mit_teilen(Angebot.objects.oeffentlich_gewesen().filter(pk__in=ids)):
            fakten = keep_for_later(build_fakten(angebot))
            bisher = neueste.get(angebot.pk)
            if bisher is None or not _are_equal(bisher, fakten, heute=heute):
                neue.append(Fassung(angebot=angebot, fakten=fakten))
        Fassung.objects.bulk_create(neue)
        geschrieben += len(neue)
    return geschrieben


def load_mit_teilen(angebote: QuerySet[Angebot]) -> QuerySet[Angebot]:
    """With everything build_fakten reads."""
    return angebote.select_related("ort__kiez", "traeger", "zusammengelegt_mit").prefetch_related(*TEILE)


def load_fassungen(angebot_ids: Collection[int], *, gedruckt_am: datetime) -> dict[int, Fakten]:
    """What stood on a sheet printed in the quarter hour that begins with gedruckt_am, by offer. Two queries.

    The Fassung of that moment, so a change in the same quarter hour is told rather than missed; for an offer that
    became public only then its first one. Nothing for an offer without either: nobody knows what stood there.
    """
    grenze = gedruckt_am + VIERTELSTUNDE
    davor, danach = Q(created_at__lte=gedruckt_am), Q(created_at__gt=gedruckt_am)
    gefunden = (
        Fassung.objects.filter(angebot_id__in=angebot_ids, created_at__lt=grenze)
        .order_by()
        .values("angebot_id")
        .annotate(letzte=Max("pk", filter=davor), erste=Min("pk", filter=danach))
        .values_list("letzte", "erste")
    )
    return _load_fakten([letzte or erste for letzte, erste in gefunden])


@transaction.atomic
def delete_alte_fassungen(*, jetzt: datetime) -> int:
    """Those no sheet can ask for any more; how many. The one that was in force at the oldest date asked for stays."""
    alte = Fassung.objects.filter(created_at__lt=jetzt - relativedelta(months=BEHALTEN_MONATE)).order_by()
    letzte = alte.values("angebot_id").annotate(letzte=Max("pk")).values("letzte")
    anzahl, _je_modell = alte.exclude(pk__in=letzte).delete()
    return anzahl


def _load_neueste(angebot_ids: Collection[int]) -> dict[int, Fakten]:
    neueste = Fassung.objects.filter(angebot_id__in=angebot_ids).order_by().values("angebot_id")
    return _load_fakten(list(neueste.annotate(neueste=Max("pk")).values_list("neueste", flat=True)))


def _load_fakten(pks: Collection[int]) -> dict[int, Fakten]:
    return dict(Fassung.objects.filter(pk__in=pks).order_by().values_list("angebot_id", "fakten"))


def _are_equal(bisher: Fakten, fakten: Fakten, *, heute: date) -> bool:
    return drop_past(bisher["tatsachen"], heute=heute) == drop_past(fakten["tatsachen"], heute=heute)
