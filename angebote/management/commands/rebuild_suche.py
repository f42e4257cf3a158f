"""After an import past our own functions, or in doubt: derives the full text and its list of words anew."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from angebote.domain.katalogstand import renew_version
from angebote.domain.suche.volltext import rebuild_suche


class Command(BaseCommand):
    help = "Volltext und Wörter der Suche neu aufbauen und melden, was nicht gestimmt hat."

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        bericht = rebuild_suche()
        renew_version()
        self.stdout.write(f"{bericht.angebote} veröffentlichte Angebote gelesen.")
        if bericht.ist_sauber:
            self.stdout.write("Volltext und Wörter waren aktuell.")
        zahlen = {
            "Angebote, deren Volltext fehlte oder veraltet war": bericht.veraltet,
            "Volltexte ohne veröffentlichtes Angebot": bericht.ueberzaehlig,
            "Wörter, neu": bericht.worte_neu,
            "Wörter, anders geschrieben oder gebeugt": bericht.worte_geaendert,
        }
        for name, anzahl in zahlen.items():
            if anzahl:
                self.stdout.write(f"{name:<52}{anzahl:>6}")
        if bericht.worte_unbenutzt:
            self.stdout.write(
                f"Aufgeräumt, kein Fehler: Wörter, die kein Angebot mehr enthält, entfernt: {bericht.worte_unbenutzt}"
            )
