from typing import Any

from allauth.mfa.models import Authenticator
from django.core.management.base import BaseCommand, CommandError, CommandParser

from pankow_einsamkeit.models import Konto


class Command(BaseCommand):
    help = "Entfernt jeden zweiten Faktor eines Kontos, damit ein neuer eingerichtet werden kann."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("benutzername")

    def handle(self, *args: Any, benutzername: str, **options: Any) -> None:
        """For whoever runs the server, when nobody is left who could do it in the admin."""
        konto = Konto.objects.filter(username=benutzername).first()
        if konto is None:
            raise CommandError(f"Es gibt kein Konto „{benutzername}“.")
        anzahl, _je_tabelle = Authenticator.objects.filter(user=konto).delete()
        self.stdout.write(f"Entfernt: {anzahl}. Bei der nächsten Anmeldung wird ein neuer zweiter Faktor eingerichtet.")
