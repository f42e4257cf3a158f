from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from konzept.beispiel.bericht import save_bericht
from konzept.beispiel.grundlagen import save_grundlagen
from konzept.beispiel.kooperation import save_anfragen
from konzept.beispiel.luecken import save_kieznotizen
from konzept.beispiel.massnahmen import save_massnahmen
from konzept.beispiel.netz import save_netz
from konzept.models import Geschaeftsbereich


class Command(BaseCommand):
    help = "Füllt den internen Teil mit Beispielen, als solche gekennzeichnet; nicht im Produktionsbetrieb."

    def handle(self, *args: Any, **options: Any) -> None:
        """Does nothing where there is a department already: nobody's work is mixed with examples."""
        if settings.PRODUKTION:
            raise CommandError("Beispiele gibt es nicht im Produktionsbetrieb.")
        if Geschaeftsbereich.objects.exists():
            return
        heute = timezone.localdate()
        with transaction.atomic():
            save_grundlagen(heute=heute)
            save_massnahmen(heute=heute)
            save_anfragen(jetzt=timezone.now())
            save_netz(heute=heute)
            save_kieznotizen(heute=heute)
            save_bericht(jetzt=timezone.now())
        self.stdout.write("Interner Teil: Beispiele geladen, siehe /intern/ als „konzept“ oder „technik“.")
