from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from konzept.domain.zustaendigkeit import find_alarme


class Command(BaseCommand):
    help = "Meldet täglich, welche Komponente heute oder in den nächsten 30 Tagen niemanden hat."

    def handle(self, *args: Any, **options: Any) -> None:
        """Ends with an error where there is an alarm, so that cron sends a mail."""
        alarme = find_alarme(heute=timezone.localdate())
        if alarme:
            raise CommandError("\n".join(str(alarm) for alarm in alarme))
        self.stdout.write("Jede Komponente hat jemanden, auch in den nächsten 30 Tagen.")
