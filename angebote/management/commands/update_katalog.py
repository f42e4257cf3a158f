"""After an update of the product: derives cards, sets and words of the search, and dates of all offers anew."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from angebote.domain.katalog import refresh_angebote
from angebote.domain.orte import refresh_haltestellen
from angebote.models import Angebot, Angebotsmenge, Ort, Termin


class Command(BaseCommand):
    help = "Alles Abgeleitete neu berechnen: Haltestellen der Orte, Karten, Suche und Termine aller Angebote."

    def handle(self, *args: Any, **options: Any) -> None:
        refresh_haltestellen(ort_ids=list(Ort.objects.order_by().values_list("pk", flat=True)))
        angebot_ids = list(Angebot.objects.order_by().values_list("pk", flat=True))
        refresh_angebote(angebot_ids=angebot_ids, heute=timezone.localdate())
        self.stdout.write(
            f"{len(angebot_ids)} Angebote aufgefrischt: "
            f"{Angebotsmenge.objects.count()} Mengen der Suche, {Termin.objects.count()} Termine."
        )
