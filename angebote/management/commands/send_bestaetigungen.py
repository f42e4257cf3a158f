"""Daily from cron: asks providers, reminds those who did not answer, and tells the Redaktion whom to call."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from smtplib import SMTPException, SMTPRecipientsRefused
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _

from angebote.domain import bestaetigungen
from angebote.domain.bestaetigungsmail import build_anfragemail, build_eskalationsmail
from angebote.models import Bestaetigungsanfrage
from pankow_einsamkeit.models import Konto

ENDGUELTIG = range(500, 600)  # RFC 5321, 4.2.1: trying again does not help


class Command(BaseCommand):
    help = (
        "Anbieter per Mail fragen, ob ihre Einträge noch stimmen; nach Ablauf der Frist erinnern; wer dann nicht "
        "antwortet, kommt auf die Liste der Redaktion (täglich)."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--hoechstens", type=int, default=200, help="so viele neue Mails auf einmal (200)")

    def handle(self, *args: Any, **options: Any) -> None:
        jetzt = timezone.localtime()
        frist = timedelta(days=settings.BESTAETIGUNG_ERINNERUNG_TAGE)
        self.gescheitert = 0
        hoechstens = max(options["hoechstens"], 0)
        wartende = Bestaetigungsanfrage.objects.unversandte().count()
        bestaetigungen.plan_anfragen(jetzt=jetzt, hoechstens=max(hoechstens - wartende, 0))
        gefragt = self._send_all(bestaetigungen.find_unversandte(hoechstens=hoechstens), jetzt, ist_erinnerung=False)
        erinnert = self._send_all(
            bestaetigungen.find_zu_erinnernde(jetzt=jetzt, nach=frist), jetzt, ist_erinnerung=True
        )
        eskaliert = self._escalate(list(bestaetigungen.find_zu_eskalierende(jetzt=jetzt, nach=frist)), jetzt)
        self.stdout.write(f"{gefragt} gefragt, {erinnert} erinnert, {eskaliert} an die Redaktion gegeben.")
        if self.gescheitert:
            raise CommandError(
                _("%(n)d Mails ließen sich nicht senden. Der nächste Lauf versucht es wieder.")
                % {"n": self.gescheitert}
            )

    def _send_all(self, anfragen: Iterable[Bestaetigungsanfrage], jetzt: datetime, *, ist_erinnerung: bool) -> int:
        mark = bestaetigungen.mark_erinnert if ist_erinnerung else bestaetigungen.mark_gesendet
        return sum(
            self._send(build_anfragemail(anfrage, ist_erinnerung=ist_erinnerung), anfrage, mark, jetzt)
            for anfrage in list(anfragen)
        )

    def _send(
        self, mail: EmailMessage, anfrage: Bestaetigungsanfrage, mark: Callable[..., None], jetzt: datetime
    ) -> bool:
        """Marked only once the mail server has taken the mail; addresses never reach the log."""
        try:
            mail.send()
        except SMTPRecipientsRefused as fehler:
            if all(code in ENDGUELTIG for code, _text in fehler.recipients.values()):
                bestaetigungen.mark_unzustellbar(anfrage=anfrage, jetzt=jetzt)
            else:
                self.gescheitert += 1
            return False
        except (SMTPException, OSError):
            self.gescheitert += 1
            return False
        mark(anfrage=anfrage, jetzt=jetzt)
        return True

    def _escalate(self, anfragen: list[Bestaetigungsanfrage], jetzt: datetime) -> int:
        if not anfragen:
            return 0
        konto = Konto.objects.filter(username=settings.BESTAETIGUNG_ESKALATION_AN, is_active=True).first()
        if konto is None or not konto.email:
            self.stderr.write(
                _("%(n)d Anbieter antworten nicht, und BESTAETIGUNG_ESKALATION_AN nennt kein Konto mit E-Mail-Adresse.")
                % {"n": len(anfragen)}
            )
            return 0
        try:
            build_eskalationsmail(anfragen, an=konto.email).send()
        except (SMTPException, OSError):
            self.gescheitert += 1
            return 0
        for anfrage in anfragen:
            bestaetigungen.mark_eskaliert(anfrage=anfrage, konto=konto, jetzt=jetzt)
        return len(anfragen)
