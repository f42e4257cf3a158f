"""Notes about a Kiez: they are added, never changed. What tells of a person is taken out altogether."""

from __future__ import annotations

from datetime import date

from django.contrib.admin.models import DELETION, LogEntry
from django.db import transaction

from angebote.models import Kiez
from konzept.models import Kieznotiz
from pankow_einsamkeit.models import Konto


@transaction.atomic
def add_kieznotiz(*, kiez: Kiez, text: str, konto: Konto | None, heute: date) -> Kieznotiz:
    """The row itself says who wrote it and when: no history beside it. A second click adds no second one."""
    notiz = Kieznotiz(kiez=kiez, text=text.strip(), konto=konto, datum=heute)
    notiz.full_clean()
    Kiez.objects.select_for_update().get(pk=kiez.pk)  # a second click may arrive at the same moment
    gleiche = Kieznotiz.objects.filter(kiez=kiez, text=notiz.text, konto=konto, datum=heute).first()
    if gleiche is not None:
        return gleiche
    notiz.save()
    return notiz


@transaction.atomic
def remove_kieznotiz(*, notiz: Kieznotiz, konto: Konto) -> None:
    """Leaves who removed the note of which Kiez and day, and nothing of its text."""
    LogEntry.objects.log_actions(konto.pk, [notiz], DELETION, change_message="", single_object=True)
    notiz.delete()
