from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from pankow_einsamkeit.anmeldung.demo import build_code, read_or_create_geheimnis


class Command(BaseCommand):
    help = "Zeigt den Code, mit dem man sich an einem Vorführkonto anmeldet; nicht im Produktionsbetrieb."

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.PRODUKTION:
            raise CommandError("Vorführkonten gibt es nicht im Produktionsbetrieb.")
        code, sekunden = build_code(read_or_create_geheimnis(), jetzt=timezone.now())
        self.stdout.write(f"{code} (noch {sekunden} Sekunden; jeder Code gilt nur einmal je Konto)")
