"""Weekly: removes files of photos that belong to no row, such as after a server that was stopped while saving."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from angebote.domain.fotos import delete_verwaiste_fotos


class Command(BaseCommand):
    help = "Dateien von Fotos löschen, die zu keinem Eintrag gehören und älter als ein Tag sind."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{delete_verwaiste_fotos(jetzt=timezone.now())} Dateien gelöscht.")
