from typing import Any

from django.core.management.base import BaseCommand

from angebote.importers.gebiete import load_gebiete


class Command(BaseCommand):
    help = "Lädt Kieze, Planungsräume, Ortsteile, Postleitzahlen, Straßen, Haltestellen und Hilfetelefone."

    def handle(self, *args: Any, **options: Any) -> None:
        for tabelle, anzahl in load_gebiete().items():
            self.stdout.write(f"{tabelle:<20}{anzahl:>6}")
