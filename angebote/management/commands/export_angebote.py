from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from angebote.importers.pfad.ausgabe import FORMATE, build_tabelle, write_tabelle
from angebote.models import Angebot


class Command(BaseCommand):
    help = "Schreibt alle Angebote als Tabelle (.csv oder .xlsx), mit den Spalten, die import_angebote liest."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("datei", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        datei: Path = options["datei"]
        format_ = datei.suffix.removeprefix(".").lower()
        if format_ not in FORMATE:
            raise CommandError("Der Name der Datei muss auf .csv oder .xlsx enden.")
        tabelle = build_tabelle(Angebot.objects.order_by("pk"))
        try:
            datei.write_bytes(write_tabelle(tabelle, format_))
        except OSError as fehler:
            raise CommandError(f"Die Datei lässt sich nicht schreiben: {datei}") from fehler
        self.stdout.write(f"{len(tabelle)} Angebote geschrieben: {datei}")
