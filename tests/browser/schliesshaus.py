"""`python -m tests.browser.schliesshaus`: adds a house with three offers to the database of DATA_DIR, to be closed.

Two are public, one is a draft. Prints {"haus": id, title: id of each public offer} as JSON.
"""

import json
import os
import sys
from datetime import time

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pankow_einsamkeit.settings")
django.setup()

from django.utils import timezone  # noqa: E402
from django.utils.text import slugify  # noqa: E402

from angebote.choices import Anmeldung, Kostenart, Status, Wochentag, Zugang  # noqa: E402
from angebote.domain.katalog import refresh_angebote  # noqa: E402
from angebote.models import Angebot, Kategorie, Kiez, Kosten, Ort, Traeger, Zugangsweg  # noqa: E402
from tests.browser.katalog_namen import SCHLIESSHAUS, SCHLIESSHAUS_ENTWURF, SCHLIESSHAUS_TITEL  # noqa: E402
from tests.factories import AngebotFactory, OrtFactory, ZeitFactory  # noqa: E402

AUFRAEUMEN = "--aufraeumen"


def create_angebot(titel: str, haus: Ort, wochentag: Wochentag, status: Status = Status.VEROEFFENTLICHT) -> Angebot:
    angebot = AngebotFactory(
        slug=slugify(titel),
        titel=titel,
        ort=haus,
        traeger=Traeger.objects.first(),
        status=status,
        anmeldung=Anmeldung.OHNE,
        telefon="030 0000000",
        geprueft_am=timezone.localdate(),
    )
    angebot.kategorien.add(Kategorie.objects.get(slug="cafe-treff"))
    Zugangsweg.objects.create(angebot=angebot, art=Zugang.VOR_ORT)
    Kosten.objects.create(angebot=angebot, art=Kostenart.SPENDE)
    ZeitFactory(angebot=angebot, wochentag=wochentag, beginn=time(10), ende=time(12), an_feiertagen=True)
    return angebot


def create_haus() -> None:
    haus = OrtFactory(name=SCHLIESSHAUS, kiez=Kiez.objects.get(slug="karow"))
    tage = zip(SCHLIESSHAUS_TITEL, (Wochentag.DI, Wochentag.DO), strict=True)
    oeffentliche = [create_angebot(titel, haus, tag) for titel, tag in tage]
    entwurf = create_angebot(SCHLIESSHAUS_ENTWURF, haus, Wochentag.MO, Status.ENTWURF)
    refresh_angebote(angebot_ids=[eines.pk for eines in (*oeffentliche, entwurf)], heute=timezone.localdate())
    sys.stdout.write(json.dumps({"haus": haus.pk} | {eines.titel: eines.pk for eines in oeffentliche}))


def archive_angebote() -> None:
    """Other tests count the offers of the same catalogue."""
    angebote = Angebot.objects.filter(ort__name=SCHLIESSHAUS)
    angebote.update(status=Status.ARCHIVIERT)
    refresh_angebote(angebot_ids=[eines.pk for eines in angebote], heute=timezone.localdate())


if __name__ == "__main__":
    if AUFRAEUMEN in sys.argv:
        archive_angebote()
    else:
        create_haus()
