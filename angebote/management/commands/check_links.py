"""Daily: tries the web and mail addresses of the catalogue, so that the Redaktion hears of broken ones."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from angebote.choices import Linkergebnis
from angebote.domain.linkpruefung import delete_unbenutzte, list_faellige, record_befund
from angebote.models import Linkpruefung
from angebote.netz.abruf import Abruf
from angebote.netz.linklauf import Ergebnis, run_links

OFFLINE_AB = 5  # so many tries without any answer say more about our own connection than about theirs


class Command(BaseCommand):
    help = "Web- und E-Mail-Adressen der Angebote, Träger und Krisenhilfen prüfen (täglich)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--anzahl", type=int, default=500, help="höchstens so viele Adressen (Vorgabe 500)")
        parser.add_argument("--minuten", type=float, default=10, help="höchstens so lange (Vorgabe 10)")
        parser.add_argument("--arbeiter", type=int, default=4, help="so viele zugleich (Vorgabe 4)")
        parser.add_argument(
            "--pause", type=float, default=2, help="Sekunden zwischen Adressen eines Servers (Vorgabe 2)"
        )
        parser.add_argument("--lokale", action="store_true", help="auch Adressen im eigenen Netz, nur für Tests")

    def handle(self, *args: Any, **options: Any) -> None:
        if min(options["anzahl"], options["minuten"], options["arbeiter"]) <= 0 or options["pause"] < 0:
            raise CommandError("--anzahl, --minuten und --arbeiter müssen größer als 0 sein, --pause nicht kleiner.")
        heute = timezone.localdate()
        adressen = list_faellige(heute=heute, anzahl=options["anzahl"])
        kennung = f"{settings.PORTAL_NAME} Linkpruefung (+{settings.BASIS_URL})".encode("ascii", "replace").decode()
        abruf = Abruf(kennung=kennung, nur_oeffentlich=not options["lokale"])
        ergebnisse = list(
            run_links(
                adressen,
                abruf.check,
                sekunden=options["minuten"] * 60,
                arbeiter=options["arbeiter"],
                pause=options["pause"],
            )
        )
        if _sind_wir_offline(ergebnisse):
            raise CommandError("Keine Adresse hat geantwortet, wohl weil die Verbindung fehlt. Nichts vermerkt.")
        for adresse, befund in ergebnisse:
            record_befund(adresse=adresse, befund=befund, heute=heute)
        delete_unbenutzte()
        self._report(len(adressen), ergebnisse)

    def _report(self, anzahl: int, ergebnisse: list[Ergebnis]) -> None:
        umgezogen = sum(befund.ergebnis == Linkergebnis.UMGEZOGEN for _adresse, befund in ergebnisse)
        self.stdout.write(
            f"{len(ergebnisse)} von {anzahl} fälligen Adressen geprüft; {umgezogen} dauerhaft umgezogen, "
            f"{Linkpruefung.objects.kaputt().count()} kaputt."
        )


def _sind_wir_offline(ergebnisse: list[Ergebnis]) -> bool:
    return len(ergebnisse) >= OFFLINE_AB and not any(befund.hat_antwort for _adresse, befund in ergebnisse)
