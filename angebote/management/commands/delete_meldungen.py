"""Nightly: deletes reports that were settled long enough ago, with their texts and contacts."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from angebote.domain.meldungen import delete_alte_meldungen


class Command(BaseCommand):
    help = "Meldungen löschen, die vor mehr als MELDUNG_LOESCHEN_TAGE Tagen erledigt wurden (jede Nacht)."

    def handle(self, *args: Any, **options: Any) -> None:
        jetzt = timezone.localtime()
        anzahl = delete_alte_meldungen(heute=jetzt.date(), jetzt=jetzt)
        self.stdout.write(f"{anzahl} Meldungen gelöscht.")
