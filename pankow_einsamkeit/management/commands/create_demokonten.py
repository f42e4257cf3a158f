from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from pankow_einsamkeit.anmeldung.demo import (
    GRUPPE_JE_KONTO,
    SUPERUSER,
    read_or_create_geheimnis,
    read_or_create_passwort,
    save_demokonto,
)


class Command(BaseCommand):
    help = "Legt für jede Rolle ein Vorführkonto an und nennt das Passwort; nicht im Produktionsbetrieb."

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.PRODUKTION:
            raise CommandError("Vorführkonten gibt es nicht im Produktionsbetrieb.")
        passwort, geheimnis = read_or_create_passwort(), read_or_create_geheimnis()
        konten = [*GRUPPE_JE_KONTO, SUPERUSER]
        with transaction.atomic():
            for username in konten:
                save_demokonto(username, passwort=passwort, geheimnis=geheimnis)
        self.stdout.write(f"Vorführkonten: {', '.join(konten)} – Passwort: {passwort}")
        self.stdout.write("Anmelden unter /admin/; den Code dafür zeigt in einem zweiten Fenster: make demo-code")
