"""The text checks over the whole public catalogue, to read through: what stands out where, and how often."""

from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from angebote.choices import Befundart
from angebote.domain.textpruefung import BEZUEGE, TEILE, build_textlage, check_texte
from angebote.domain.textpruefung.ausnahmen import split_befunde
from angebote.models import Angebot

STAPEL = 500


class Command(BaseCommand):
    help = "Texte aller öffentlichen Angebote prüfen und die Hinweise nennen. Ändert nichts."

    def handle(self, *args: Any, **options: Any) -> None:
        zahlen: Counter[Befundart] = Counter()
        angebote = mit_hinweis = gelassen = 0
        oeffentliche = Angebot.objects.oeffentlich(timezone.localdate()).select_related(*BEZUEGE)
        for angebot in oeffentliche.prefetch_related(*TEILE, "textausnahmen").iterator(chunk_size=STAPEL):
            offene, gelassene = split_befunde(check_texte(build_textlage(angebot)), angebot.textausnahmen.all())
            angebote, mit_hinweis, gelassen = angebote + 1, mit_hinweis + bool(offene), gelassen + len(gelassene)
            zahlen.update(befund.art for befund in offene)
            if offene:
                self.stdout.write(f"{angebot.pk} {angebot.titel}")
            for befund in offene:
                self.stdout.write(f"  {befund.feld}: {befund.art.label}: {befund.kennung}")
        self.stdout.write(f"{angebote} Angebote geprüft, {mit_hinweis} mit Hinweisen. Bewusst so gelassen: {gelassen}.")
        for art, anzahl in sorted(zahlen.items(), key=lambda eintrag: (-eintrag[1], eintrag[0])):
            self.stdout.write(f"{art.label!s:<45}{anzahl:>6}")
