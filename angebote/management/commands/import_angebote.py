from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from angebote.importers.pfad.anwenden import Lauf, apply_zeilen
from angebote.importers.pfad.bericht import ERGEBNISWORTE, Importbericht, describe_zeile
from angebote.importers.pfad.grenzen import DateifehlerError
from angebote.importers.pfad.lesen import Lesung, finish_import, list_fehlende, preview_zeilen, read_lesung
from angebote.importers.pfad.plan import Auftrag, Ergebnis
from angebote.models.importbezug import QUELLE_LAENGE

GEZEIGT = 200
ZU_ZEIGEN = (Ergebnis.ABGELEHNT, Ergebnis.DOPPELT, Ergebnis.NEU, Ergebnis.GEAENDERT, Ergebnis.VORSCHLAG)


class Command(BaseCommand):
    help = (
        "Liest Angebote aus CSV, XLSX, HSDS-Paket oder Kalenderdatei. Ohne --anwenden wird nur gezeigt, was geschähe."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("datei", type=Path)
        parser.add_argument("--quelle", required=True, help="Name der Quelle; beim nächsten Mal derselbe")
        parser.add_argument("--kategorie", default="", help="für Zeilen, die keine Kategorie nennen")
        parser.add_argument("--anwenden", action="store_true", help="schreibt; sonst ist es ein Probelauf")
        parser.add_argument(
            "--teil", action="store_true", help="die Datei ist nur ein Teil: nichts gilt als verschwunden"
        )
        parser.add_argument(
            "--doppelte-anlegen", action="store_true", help="legt auch an, was es schon zu geben scheint"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        quelle = " ".join(options["quelle"].split())
        if not quelle or len(quelle) > QUELLE_LAENGE:
            raise CommandError(f"--quelle braucht einen Namen mit höchstens {QUELLE_LAENGE} Zeichen.")
        try:
            lesung = read_lesung(options["datei"].read_bytes(), kategorie=options["kategorie"])
        except OSError as fehler:
            raise CommandError(f"Die Datei lässt sich nicht öffnen: {options['datei']}") from fehler
        except DateifehlerError as fehler:
            raise CommandError(str(fehler)) from fehler
        auftrag = Auftrag(quelle=quelle, doppelte_anlegen=options["doppelte_anlegen"])
        self._print(self._run(lesung, auftrag, options), options)

    def _run(self, lesung: Lesung, auftrag: Auftrag, options: dict[str, Any]) -> Importbericht:
        if not options["anwenden"]:
            bericht = preview_zeilen(lesung, auftrag=auftrag)
            bericht.verschwunden = [] if options["teil"] else list_fehlende(lesung, quelle=auftrag.quelle)
            return bericht
        lauf = Lauf(auftrag=auftrag, datei=options["datei"].name, jetzt=timezone.localtime())
        fertige = apply_zeilen(lesung.zeilen, lauf=lauf, fortschritt=lambda zahl: self._tell(zahl, len(lesung.zeilen)))
        self.stdout.write("")
        fehlende = [] if options["teil"] else finish_import(lesung, lauf=lauf)
        return Importbericht(fertige, lesung.unbekannte, lesung.hinweise, fehlende)

    def _tell(self, zahl: int, alle: int) -> None:
        self.stdout.write(f"\r{zahl:>7} von {alle} Zeilen", ending="")
        self.stdout.flush()

    def _print(self, bericht: Importbericht, options: dict[str, Any]) -> None:
        if bericht.unbekannte_spalten:
            self.stdout.write(f"Nicht gelesene Spalten: {', '.join(bericht.unbekannte_spalten)}")
        for hinweis in bericht.hinweise:
            self.stdout.write(hinweis)
        for ergebnis, anzahl in bericht.zahlen.items():
            self.stdout.write(f"{ERGEBNISWORTE[ergebnis]!s:<52}{anzahl:>6}")
        self.stdout.write(f"{'von der Redaktion geändert und darum behalten':<52}{bericht.konflikte:>6}")
        self.stdout.write(f"{'nicht mehr in der Quelle':<52}{len(bericht.verschwunden):>6}")
        zu_zeigen = bericht.list_zeilen(*ZU_ZEIGEN)
        for planzeile in zu_zeigen[:GEZEIGT]:
            wort = ERGEBNISWORTE[planzeile.ergebnis]
            self.stdout.write(f"  Zeile {planzeile.zeile.nummer}, {planzeile.zeile.titel}: {wort}")
            for satz in filter(None, describe_zeile(planzeile).split("\n")):
                self.stdout.write(f"    {satz}")
        if len(zu_zeigen) > GEZEIGT:
            self.stdout.write(f"  … und {len(zu_zeigen) - GEZEIGT} weitere")
        if not options["anwenden"]:
            self.stdout.write("Das war ein Probelauf, es ist nichts geändert. Mit --anwenden wird geschrieben.")
