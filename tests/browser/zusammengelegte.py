"""`python -m tests.browser.zusammengelegte`: two of three public offers become one after a code was printed for one.

In the database of DATA_DIR. Prints the code and the short id of the offer that went as JSON.
"""

import json
import os
import sys
from datetime import datetime, time, timedelta

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pankow_einsamkeit.settings")
django.setup()

from django.utils import timezone  # noqa: E402
from django.utils.text import slugify  # noqa: E402

from angebote.choices import Kostenart, Status, Wochentag, Zugang  # noqa: E402
from angebote.domain.katalog import refresh_angebote  # noqa: E402
from angebote.domain.pruefcode import build_pruefcode  # noqa: E402
from angebote.domain.zusammenlegen import merge_angebote  # noqa: E402
from angebote.models import Angebot, Fassung, Kategorie, Kosten, Traeger, Zugangsweg  # noqa: E402
from tests.browser.katalog_namen import BLEIBT, DRITTES, WEICHT  # noqa: E402
from tests.factories import AngebotFactory, ZeitFactory  # noqa: E402

AUFRAEUMEN = "--aufraeumen"


def create_angebot(titel: str, *, jetzt: datetime) -> Angebot:
    """The names of the factories are taken: another process has counted from one as well."""
    angebot = AngebotFactory(
        slug=slugify(titel), titel=titel, ort=None, traeger=Traeger.objects.first(), geprueft_am=jetzt.date()
    )
    angebot.kategorien.add(Kategorie.objects.get(slug="cafe-treff"))
    Zugangsweg.objects.create(angebot=angebot, art=Zugang.TELEFON)
    Kosten.objects.create(angebot=angebot, art=Kostenart.KOSTENLOS)
    ZeitFactory(angebot=angebot, wochentag=Wochentag.DI, beginn=time(14), ende=time(16))
    return angebot


def print_and_merge(*, jetzt: datetime) -> tuple[str, str]:
    bleibt, weicht, drittes = (create_angebot(titel, jetzt=jetzt) for titel in (BLEIBT, WEICHT, DRITTES))
    refresh_angebote(angebot_ids=[bleibt.pk, weicht.pk, drittes.pk], heute=jetzt.date())
    gedruckt_am = jetzt - timedelta(days=3)
    Fassung.objects.filter(angebot__in=[bleibt, weicht]).update(created_at=gedruckt_am)
    code = build_pruefcode([weicht.pk], gedruckt_am=gedruckt_am)
    merge_angebote(bleibt_id=bleibt.pk, weicht_id=weicht.pk, felder=(), konto=None, jetzt=jetzt)
    return code, weicht.kurz_id


def archive(*, jetzt: datetime) -> None:
    """Other tests count the offers of the same catalogue."""
    bleibende = Angebot.objects.filter(titel__in=[BLEIBT, DRITTES])
    bleibende.update(status=Status.ARCHIVIERT)
    refresh_angebote(angebot_ids=[angebot.pk for angebot in bleibende], heute=jetzt.date())


def main() -> None:
    jetzt = timezone.localtime()
    if AUFRAEUMEN in sys.argv:
        archive(jetzt=jetzt)
        return
    code, kurz_id = print_and_merge(jetzt=jetzt)
    sys.stdout.write(json.dumps({"code": code, "kurz_id": kurz_id}))


if __name__ == "__main__":
    main()
