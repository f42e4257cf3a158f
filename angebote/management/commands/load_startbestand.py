from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from angebote.importers.nachschlagen import FehlendeGebieteError
from angebote.importers.startbestand import load_startbestand


class Command(BaseCommand):
    help = "Lädt die gesammelten Einrichtungen und Angebote als Startbestand. Was schon da ist, bleibt unberührt."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            bericht = load_startbestand(heute=timezone.localdate())
        except FehlendeGebieteError as fehler:
            raise CommandError("Es gibt noch keine Kieze. Bitte zuerst load_gebiete aufrufen.") from fehler
        zahlen = {
            "geladen, noch nicht bestätigt": len(bericht.geladen),
            "zurückgehalten als Entwurf": len(bericht.zurueckgehalten),
            "schon da": len(bericht.schon_da),
            "Orte, neu": bericht.orte,
            "Träger, neu": bericht.traeger,
        }
        for name, anzahl in zahlen.items():
            self.stdout.write(f"{name:<48}{anzahl:>5}")
        for art, anzahl in Counter(grund.art for _id, _titel, grund in bericht.zurueckgehalten).most_common():
            self.stdout.write(f"  {art:<46}{anzahl:>5}")
        for kennung, titel, grund in bericht.zurueckgehalten:
            self.stdout.write(f"    {kennung}  {titel}: {grund.text}")
