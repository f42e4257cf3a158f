"""After an update of the product: derives cards, sets and words of the search, and dates of all offers anew."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from angebote.domain.katalog import refresh_katalog
from angebote.domain.verlauf import begin_verlauf
from angebote.models import Angebotsmenge, Termin


class Command(BaseCommand):
    help = "Alles Abgeleitete neu berechnen: Haltestellen der Orte, Karten, Suche und Termine aller Angebote."

    def handle(self, *args: Any, **options: Any) -> None:
        begin_verlauf(jetzt=timezone.now())
        anzahl = refresh_katalog(heute=timezone.localdate())
        self.stdout.write(
            f"{anzahl} Angebote aufgefrischt: "
            f"{Angebotsmenge.objects.count()} Mengen der Suche, {Termin.objects.count()} Termine."
        )
