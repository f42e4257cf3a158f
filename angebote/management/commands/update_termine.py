"""Nightly: brings the Termine of all offers in line with their rules, drops those that are past and old Fassungen."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone

from angebote.domain.anbieteradressen import delete_alte_adressen
from angebote.domain.fassungen import delete_alte_fassungen
from angebote.domain.fristen import rebuild_fristen
from angebote.domain.termine import compute_fenster, rebuild_termine
from angebote.domain.verlauf import delete_alten_verlauf
from angebote.models import Angebot, Termin, Zeit
from pankow_einsamkeit.lib.kalender import schulferien_bekannt, schulferien_bekannt_bis


class Command(BaseCommand):
    help = (
        "Termine aller Angebote für das rollende Fenster neu berechnen; vergangene Termine, alte Fassungen, alten "
        "Verlauf und alte Anfragen an Anbieter löschen "
        "(täglich nach Mitternacht)."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        jetzt = timezone.localtime()
        heute = jetzt.date()
        _von, bis = compute_fenster(heute)
        delete_alte_fassungen(jetzt=jetzt)
        rebuild_fristen(angebot_ids=None)  # the settings may have changed
        delete_alten_verlauf(jetzt=jetzt, monate=settings.VERLAUF_BEHALTEN_MONATE)
        delete_alte_adressen(jetzt=jetzt, monate=settings.ANFRAGE_LOESCHEN_MONATE)
        geaendert = rebuild_termine(angebot_ids=None, heute=heute)
        self.stdout.write(
            f"{Termin.objects.count()} Termine von {Angebot.objects.count()} Angeboten bis {bis:%d.%m.%Y}, "
            f"{geaendert} Zeilen geschrieben."
        )
        betroffen = 0 if schulferien_bekannt(bis) else Zeit.objects.filter(in_schulferien=False).count()
        if betroffen:
            self.stderr.write(
                f"Die Schulferien sind erst bis {schulferien_bekannt_bis():%d.%m.%Y} bekannt. "
                f"{betroffen} Zeiten mit Ferienpause sind betroffen. Bitte das Paket „holidays“ aktualisieren."
            )
