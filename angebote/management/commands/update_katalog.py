"""After an update of the product: derives cards, facet rows, search text and dates of all offers anew."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from angebote.domain.katalog import refresh_angebote
from angebote.domain.orte import refresh_haltestellen
from angebote.models import Angebot, Ort, Suchmerkmal, Termin


class Command(BaseCommand):
    help = "Alles Abgeleitete neu berechnen: Haltestellen der Orte, Karten, Suchmerkmale und Termine aller Angebote."

    def handle(self, *args: Any, **options: Any) -> None:
        refresh_haltestellen(ort_ids=list(Ort.objects.order_by().values_list("pk", flat=True)))
        angebot_ids = list(Angebot.objects.order_by().values_list("pk", flat=True))
        refresh_angebote(angebot_ids=angebot_ids, heute=timezone.localdate())
        self.stdout.write(
            f"{len(angebot_ids)} Angebote aufgefrischt: "
            f"{Suchmerkmal.objects.count()} Suchmerkmale, {Termin.objects.count()} Termine."
        )
