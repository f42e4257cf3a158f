"""`python -m tests.browser.anbieterpost`: adds entries that were checked long ago to the database of DATA_DIR, and asks
their providers by mail.

Two entries belong to one address, one to another. Prints the link of each mail as JSON, address → link. The mails are
files below DATA_DIR (EMAIL_URL=filemail:).
"""

import json
import os
import re
import sys
from datetime import date, time, timedelta
from email import message_from_bytes, policy
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pankow_einsamkeit.settings")
django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.utils import timezone  # noqa: E402
from django.utils.text import slugify  # noqa: E402

from angebote.choices import Anmeldung, Kostenart, Status, Wochentag, Zugang  # noqa: E402
from angebote.domain.katalog import refresh_angebote  # noqa: E402
from angebote.models import Angebot, Kategorie, Kiez, Kosten, Traeger, Zugangsweg  # noqa: E402
from tests.browser.katalog_namen import POST_AN_EINEN, POST_AN_ZWEI  # noqa: E402
from tests.factories import AngebotFactory, OrtFactory, ZeitFactory  # noqa: E402

LINK = re.compile(r"https?://\S+/bestaetigen/\S+")
TRENNZEILE = b"\n" + b"-" * 79 + b"\n"  # of django.core.mail.backends.filebased
AUFRAEUMEN = "--aufraeumen"
EINTRAEGE = {
    "Nachbarschaftsspaziergang": POST_AN_EINEN,
    "Erzählcafé": POST_AN_ZWEI,
    "Handarbeitsnachmittag": POST_AN_ZWEI,
}


def create_angebot(titel: str, adresse: str, *, geprueft_am: date) -> Angebot:
    """On Tuesdays from 14 to 16. The names of the factories are taken: another process has counted from one as well."""
    angebot = AngebotFactory(
        slug=slugify(titel),
        titel=titel,
        ort=OrtFactory(name=f"Haus {titel}", kiez=Kiez.objects.get(slug="karow")),
        traeger=Traeger.objects.first(),
        anmeldung=Anmeldung.OHNE,
        telefon="030 0000000",
        email=adresse,
        geprueft_am=geprueft_am,
    )
    angebot.kategorien.add(Kategorie.objects.get(slug="cafe-treff"))
    Zugangsweg.objects.create(angebot=angebot, art=Zugang.VOR_ORT)
    Kosten.objects.create(angebot=angebot, art=Kostenart.SPENDE)
    ZeitFactory(angebot=angebot, wochentag=Wochentag.DI, beginn=time(14), ende=time(16))
    return angebot


def create_alte_eintraege() -> None:
    heute = timezone.localdate()
    alt = heute - timedelta(days=settings.PRUEFUNG_HINWEIS_TAGE + 10)
    angebote = [create_angebot(titel, adresse, geprueft_am=alt) for titel, adresse in EINTRAEGE.items()]
    refresh_angebote(angebot_ids=[angebot.pk for angebot in angebote], heute=heute)


def read_links(ordner: Path) -> dict[str, str]:
    """Mails of one second may share a file, each followed by a line of hyphens."""
    texte = [text for datei in ordner.iterdir() for text in datei.read_bytes().split(TRENNZEILE) if text.strip()]
    mails = [message_from_bytes(text, policy=policy.default) for text in texte]
    links: dict[str, str] = {}
    for mail in mails:
        gefunden = LINK.search(mail.get_content())
        assert gefunden, "a mail without a link"
        links[str(mail["To"])] = gefunden[0]
    return links


def archive_eintraege() -> None:
    """Other tests count the offers of the same catalogue."""
    eintraege = Angebot.objects.filter(titel__in=EINTRAEGE)
    eintraege.update(status=Status.ARCHIVIERT)
    refresh_angebote(angebot_ids=[angebot.pk for angebot in eintraege], heute=timezone.localdate())


def main() -> None:
    if AUFRAEUMEN in sys.argv:
        archive_eintraege()
        return
    create_alte_eintraege()
    call_command("send_bestaetigungen", stdout=sys.stderr)
    sys.stdout.write(json.dumps(read_links(Path(settings.EMAIL_FILE_PATH))))


if __name__ == "__main__":
    main()
