from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from angebote.domain.katalog import refresh_katalog
from angebote.importers.gebiete import load_gebiete


class Command(BaseCommand):
    help = (
        "Lädt Kieze, Planungsräume, Ortsteile, Postleitzahlen, Straßen, Haltestellen und Hilfetelefone. "
        "Frischt danach alle Angebote auf."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        for tabelle, anzahl in load_gebiete().items():
            self.stdout.write(f"{tabelle:<20}{anzahl:>6}")
        if anzahl := refresh_katalog(heute=timezone.localdate()):
            self.stdout.write(f"{anzahl} Angebote aufgefrischt.")
