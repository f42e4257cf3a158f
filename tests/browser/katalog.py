"""`python -m tests.browser.katalog`: a small catalogue for the browser, in the database of DATA_DIR.

One offer fits the journey of the tests; each other one misses it by exactly one fact. Prints slug → id as JSON.
"""

import json
import os
import sys
from datetime import time
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pankow_einsamkeit.settings")
django.setup()

from django.core.management import call_command  # noqa: E402
from django.utils import timezone  # noqa: E402

from angebote.choices import Anmeldung, Barrierewert, Bereich, Kostenart, Merkmal, Wochentag, Zeitart, Zugang  # noqa: E402
from angebote.domain.katalog import refresh_angebote  # noqa: E402
from angebote.models import Angebot, Barriereangabe, Kategorie, Kiez, Kosten, Ort, Zugangsweg  # noqa: E402
from tests.browser.katalog_namen import PASST, PASST_AM_TELEFON, ZEITEN_UNBEKANNT  # noqa: E402
from tests.factories import AngebotFactory, OrtFactory, TraegerFactory, ZeitFactory  # noqa: E402

KNAPP_DANEBEN: dict[str, dict[str, Any]] = {
    "malkurs": {"kosten": Kostenart.BETRAG},
    "kellerbuehne": {"eingang": Barrierewert.NEIN},
    "skatrunde": {"wochentag": Wochentag.MI},
    "fruehstueck": {"beginn": time(9)},
    "chor": {"kiez": "buch"},
}


def create_ort(kiez: str, eingang: Barrierewert) -> Ort:
    ort = OrtFactory(kiez=Kiez.objects.get(slug=kiez), strasse="Musterstraße", hausnummer="1", plz="13086")
    Barriereangabe.objects.create(ort=ort, merkmal=Merkmal.ENTRANCE_LEVEL, wert=eingang)
    return ort


def create_angebot(
    slug: str,
    *,
    kiez: str = "weissensee",
    eingang: Barrierewert = Barrierewert.JA,
    kosten: Kostenart = Kostenart.KOSTENLOS,
    wochentag: Wochentag = Wochentag.DI,
    beginn: time = time(14),
    **felder: Any,
) -> Angebot:
    angebot = AngebotFactory(
        slug=slug,
        titel=slug.capitalize(),
        nutzen="Sie verbringen zwei Stunden in guter Gesellschaft.",
        ort=create_ort(kiez, eingang),
        traeger=TraegerFactory(),
        anmeldung=Anmeldung.OHNE,
        telefon="030 0000000",
        **felder,
    )
    angebot.kategorien.add(Kategorie.objects.get(slug="cafe-treff"))
    Zugangsweg.objects.create(angebot=angebot, art=Zugang.VOR_ORT)
    Kosten.objects.create(angebot=angebot, art=kosten, betrag_cent=500 if kosten == Kostenart.BETRAG else None)
    ZeitFactory(angebot=angebot, wochentag=wochentag, beginn=beginn, ende=time(beginn.hour + 2), an_feiertagen=True)
    return angebot


def create_telefonangebot() -> Angebot:
    angebot = create_angebot(PASST_AM_TELEFON, bereich=Bereich.UNTERSTUETZUNG)
    angebot.ort = None
    angebot.save()
    angebot.zugangswege.update(art=Zugang.TELEFON)
    angebot.kategorien.set([Kategorie.objects.get(slug="reden-zuhoeren")])
    angebot.einzugsgebiet.add(Kiez.objects.get(slug="weissensee"))
    return angebot


def main() -> None:
    call_command("migrate", verbosity=0)
    call_command("load_gebiete", stdout=sys.stderr)
    call_command("create_demokonten", stdout=sys.stderr)
    angebote = [create_angebot(PASST), create_telefonangebot(), create_angebot(ZEITEN_UNBEKANNT)]
    angebote[-1].zeiten.update(art=Zeitart.UNBEKANNT, wochentag=None, beginn=None, ende=None)
    angebote += [create_angebot(slug, **anders) for slug, anders in KNAPP_DANEBEN.items()]
    # Enough for a second page.
    angebote += [create_angebot(f"treffen-{nummer}", kiez="karow") for nummer in range(22)]
    refresh_angebote(angebot_ids=[angebot.pk for angebot in angebote], heute=timezone.localdate())
    sys.stdout.write(json.dumps({angebot.slug: angebot.pk for angebot in angebote}))


if __name__ == "__main__":
    main()
