"""How long addresses of providers stay that nobody needs any more: in old mails, proposals and reasons of history."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from dateutil.relativedelta import relativedelta
from django.db import models, transaction
from django.utils.translation import gettext as _

from angebote.choices import Vorschlagsstatus
from angebote.domain.verlauf import MIT_VERLAUF
from angebote.models import Aenderungsvorschlag, Bestaetigungsanfrage

MAILADRESSE = re.compile(r"\S+@\S*")  # a reason may end in the middle of one


@transaction.atomic
def delete_alte_adressen(*, jetzt: datetime, monate: int) -> int:
    """Deletes mails in which nothing has happened for that long; gives their number.

    Decided proposals and history of the same age stay without the address. Who does not want to be asked stays known.
    """
    grenze = jetzt - relativedelta(months=monate)
    alte = Bestaetigungsanfrage.objects.ruhen_seit(grenze)
    anzahl = alte.count()
    alte.delete()
    entschiedene = Aenderungsvorschlag.objects.exclude(status=Vorschlagsstatus.OFFEN)
    entschiedene.filter(entschieden_am__lt=grenze, absender__contains="@").update(absender="")
    for zeilen in _list_historien(grenze):
        for grund in set(zeilen.values_list("history_change_reason", flat=True)):
            neuer = MAILADRESSE.sub(_("Anbieter"), grund)
            zeilen.filter(history_change_reason=grund).update(history_change_reason=neuer)
    return anzahl


def _list_historien(grenze: datetime) -> Iterator[models.QuerySet[Any]]:
    """The rows from before whose reason names an address."""
    for modell in MIT_VERLAUF:
        zeilen: models.QuerySet[Any] = modell.verlauf.model.objects.order_by()  # type: ignore[attr-defined]
        yield zeilen.filter(history_date__lt=grenze, history_change_reason__contains="@")
