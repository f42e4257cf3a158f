"""Nightly: files that were erased and still lie there, because the store had failed or a backup brought them back."""

from typing import Any

from django.core.management.base import BaseCommand

from konzept.domain.dokumentloeschung import delete_uebrige


class Command(BaseCommand):
    help = "Entfernte Dateien von Kooperationsanfragen löschen, die noch in der Ablage liegen."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{delete_uebrige()} Dateien gelöscht.")
