"""`python -m tests.browser.katalog`: a small catalogue for the browser, in the database of DATA_DIR.

One offer fits the journey of the tests; each other one misses it by exactly one fact. Prints slug → id as JSON.
"""

import json
import os
import sys
from datetime import datetime, time
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pankow_einsamkeit.settings")
django.setup()

from django.core.management import call_command  # noqa: E402
from django.utils import timezone  # noqa: E402

from angebote.choices import (  # noqa: E402
    Anmeldung,
    Barrierewert,
    Bereich,
    Kostenart,
    Merkmal,
    Motiv,
    Status,
    Wochentag,
    Zeitart,
    Zugang,
)
from angebote.domain.fotos import add_foto  # noqa: E402
from angebote.domain.katalog import refresh_angebote  # noqa: E402
from angebote.domain.pruefcode import build_pruefcode  # noqa: E402
from angebote.models import (  # noqa: E402
    Angebot,
    Barriereangabe,
    Fassung,
    Kategorie,
    Kiez,
    Kosten,
    Ort,
    Schliesszeit,
    Zugangsweg,
)
from pankow_einsamkeit.lib.kalender import BERLIN  # noqa: E402
from tests.bilder import build_upload  # noqa: E402
from tests.browser.katalog_namen import PASST, PASST_AM_TELEFON, PRUEFCODE, ZEITEN_UNBEKANNT  # noqa: E402
from tests.factories import AngebotFactory, MitmachrolleFactory, OrtFactory, TraegerFactory, ZeitFactory  # noqa: E402

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


def add_fotos_und_aufgaben(angebot: Angebot) -> None:
    for bezug, motiv in ((angebot, Motiv.AKTIVITAET), (angebot, Motiv.RAUM), (angebot.ort, Motiv.EINGANG)):
        add_foto(
            bezug=bezug,
            motiv=motiv,
            alt_text="Links rot, rechts blau",
            bildnachweis="Bezirksamt Pankow",
            datei=build_upload(),
        )
    for aufgabe in ("Kaffee ausschenken", "Nachbarschaftsfestvorbereitungsgruppe begleiten"):
        MitmachrolleFactory(angebot=angebot, aufgabe=aufgabe, voraussetzungen="keine Vorkenntnisse")


def change_since_print(unveraendert: Angebot, geschlossen: Angebot, pause: Angebot) -> None:
    """As if a sheet with these had been printed in January."""
    gedruckt_am = datetime(2026, 1, 5, 10, tzinfo=BERLIN)
    heute = timezone.localdate()
    Fassung.objects.update(created_at=gedruckt_am)
    geschlossen.zeiten.update(beginn=time(15))
    Schliesszeit.objects.create(angebot=geschlossen, von=heute, bis=heute)
    Angebot.objects.filter(pk=pause.pk).update(status=Status.PAUSIERT)
    refresh_angebote(angebot_ids=[geschlossen.pk, pause.pk], heute=heute)
    code = build_pruefcode([unveraendert.pk, geschlossen.pk, pause.pk, 4000], gedruckt_am=gedruckt_am)
    assert code == PRUEFCODE, f"write it into katalog_namen.py: {code}"


def move(angebot: Angebot) -> None:
    """To another street; its Fassung of January knows the old one."""
    Ort.objects.filter(angebote=angebot).update(strasse="Beispielweg", hausnummer="7")
    refresh_angebote(angebot_ids=[angebot.pk], heute=timezone.localdate())


def main() -> None:
    call_command("migrate", verbosity=0)
    call_command("load_gebiete", stdout=sys.stderr)
    call_command("create_demokonten", stdout=sys.stderr)
    call_command("load_konzeptbeispiel", stdout=sys.stderr)
    angebote = [create_angebot(PASST), create_telefonangebot(), create_angebot(ZEITEN_UNBEKANNT)]
    add_fotos_und_aufgaben(angebote[0])
    angebote[-1].zeiten.update(art=Zeitart.UNBEKANNT, wochentag=None, beginn=None, ende=None)
    angebote += [create_angebot(slug, **anders) for slug, anders in KNAPP_DANEBEN.items()]
    # Enough for a second page, and one more that pauses.
    angebote += [create_angebot(f"treffen-{nummer}", kiez="karow") for nummer in range(23)]
    refresh_angebote(angebot_ids=[angebot.pk for angebot in angebote], heute=timezone.localdate())
    change_since_print(angebote[0], angebote[-1], angebote[-2])
    move(angebote[-3])
    sys.stdout.write(json.dumps({angebot.slug: angebot.pk for angebot in angebote}))


if __name__ == "__main__":
    main()
