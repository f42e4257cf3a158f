"""`python -m tools.handbuch_bilder.beispiele`: adds entries that were made up to the database of DATA_DIR.

The pictures of the handbook show these, never what a real institution has to say: a house "Beispielhaus", addresses
of example.org (RFC 2606), and telephone numbers that the Bundesnetzagentur keeps free for stories (030 23125 000 to
999). Prints what the addresses in tabelle.py need, as JSON.
"""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, time, timedelta

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pankow_einsamkeit.settings")
django.setup()

from django.core.files.base import ContentFile  # noqa: E402
from django.db.models import F  # noqa: E402
from django.utils import timezone  # noqa: E402

from angebote.choices import (  # noqa: E402
    Meldungsart,
    Mitmachzeit,
    Motiv,
    Pruefgruppe,
    Pruefquelle,
    Status,
    Vorschlagsherkunft,
)
from angebote.domain.aenderungsvorschlaege import submit_vorschlag  # noqa: E402
from angebote.domain.aktualitaet import confirm_angebot  # noqa: E402
from angebote.domain.angebotsdaten import (  # noqa: E402
    Daten,
    apply_angebotsdaten,
    diff_angebotsdaten,
    read_angebotsdaten,
)
from angebote.domain.bestaetigungen import create_anfrage, mark_gesendet  # noqa: E402
from angebote.domain.bestaetigungslink import build_token  # noqa: E402
from angebote.domain.fotos import add_foto  # noqa: E402
from angebote.domain.katalog import refresh_angebote  # noqa: E402
from angebote.domain.meldungen import Eingang, submit_meldung  # noqa: E402
from angebote.domain.redaktion import move_angebot  # noqa: E402
from angebote.domain.verlauf import MIT_VERLAUF  # noqa: E402
from angebote.importers.pfad.anwenden import Lauf, apply_zeilen  # noqa: E402
from angebote.importers.pfad.lesen import read_lesung  # noqa: E402
from angebote.importers.pfad.plan import Auftrag  # noqa: E402
from angebote.models import Angebot, Kiez, Meldung, Mitmachrolle, Ort  # noqa: E402
from angebote.models.verlauf import give_anlass  # noqa: E402
from pankow_einsamkeit.lib.kalender import BERLIN  # noqa: E402
from pankow_einsamkeit.models import Konto  # noqa: E402
from tools.handbuch_bilder.tabelle import LISTEN, QUELLE  # noqa: E402
from tools.handbuch_bilder.zeichnung import draw_eingang  # noqa: E402

LISTE = "beispielliste.csv"
NUMMER = "mb-4k7x"  # the one of docs/handbuch/meldungen.md
OEFFENTLICHE = ("Kaffeerunde am Dienstag", "Strickrunde", "Spaziergang am Vormittag", "Spielenachmittag")
DOPPELTE, ENTWURF = "Kaffeerunde am Dienstagnachmittag", "Senioren-Treff"
KIEZ = "blankenfelde-niederschoenhausen"  # where no real institution has dates, so that its week shows ours alone
HAUS, VEREIN = "Beispielhaus", "Beispielverein"
AUFGABEN = (
    ("Spielenachmittag", "Spiele erklären", "2 Stunden in der Woche, freitags"),
    ("Spaziergang am Vormittag", "Eine Runde begleiten", "einmal in der Woche, montags um 10 Uhr"),
)


class Erzaehlung:
    """Who did what on which day before `jetzt`, in the order of the handbook."""

    def __init__(self, jetzt: datetime) -> None:
        self.jetzt = jetzt
        self.heute = jetzt.date()
        self.redaktion = Konto.objects.get(username="redaktion")
        self.freigabe = Konto.objects.get(username="freigabe")

    @contextmanager
    def move_back(self, tage: int, uhrzeit: time) -> Iterator[datetime]:
        """What the history notes inside happened that many days ago, at that time in Berlin."""
        beginn = timezone.now()
        damals = datetime.combine(self.heute - timedelta(days=tage), uhrzeit, BERLIN)
        yield damals
        for modell in MIT_VERLAUF:
            zeilen = modell.verlauf.filter(history_date__gte=beginn)  # type: ignore[attr-defined]
            zeilen.update(history_date=F("history_date") - (beginn - damals))

    def read_liste(self) -> dict[str, Angebot]:
        """By title."""
        with self.move_back(60, time(9, 30)) as damals:
            auftrag = Auftrag(quelle=QUELLE, doppelte_anlegen=True)
            lauf = Lauf(auftrag=auftrag, datei=LISTE, jetzt=damals, konto=self.redaktion)
            apply_zeilen(read_lesung((LISTEN / LISTE).read_bytes(), kategorie="").zeilen, lauf=lauf)
        Ort.objects.filter(name=HAUS).update(kiez=Kiez.objects.get(slug=KIEZ), eingang="Haustür, Klingel rechts")
        return {angebot.titel: angebot for angebot in Angebot.objects.filter(traeger__name=VEREIN)}

    def publish(self, angebot: Angebot) -> None:
        with self.move_back(50, time(14, 10)) as damals:
            move_angebot(angebot_id=angebot.pk, nach=Status.IN_PRUEFUNG, konto=self.redaktion, jetzt=damals)
        with self.move_back(49, time(8, 45)) as damals:
            move_angebot(angebot_id=angebot.pk, nach=Status.VEROEFFENTLICHT, konto=self.freigabe, jetzt=damals)

    def confirm(self, angebot: Angebot, *, tage: int) -> None:
        confirm_angebot(
            angebot_id=angebot.pk,
            gruppen=list(Pruefgruppe),
            geprueft_am=self.heute - timedelta(days=tage),
            konto=self.redaktion,
            quelle=Pruefquelle.TELEFON,
            heute=self.heute,
        )

    def change(self, angebot: Angebot, daten: Daten, *, tage: int) -> None:
        with self.move_back(tage, time(10, 20)):
            apply_angebotsdaten(
                angebot=Angebot.objects.get(pk=angebot.pk), daten=daten, heute=self.heute, konto=self.freigabe
            )

    def propose(self, angebot: Angebot, daten: Daten) -> int:
        vorschlag = submit_vorschlag(
            angebot_id=angebot.pk,
            aenderungen=diff_angebotsdaten(read_angebotsdaten(angebot), daten),
            herkunft=Vorschlagsherkunft.ANBIETER,
            absender=angebot.email,
            jetzt=datetime.combine(self.heute - timedelta(days=2), time(16, 5), BERLIN),
        )
        return vorschlag.pk

    def ask(self, angebot: Angebot) -> str:
        anfrage = create_anfrage(adresse=angebot.email, angebot_ids=[angebot.pk], jetzt=self.jetzt)
        mark_gesendet(anfrage=anfrage, jetzt=self.jetzt)
        return build_token(anfrage)

    def report(self, angebot: Angebot) -> int:
        eingang = Eingang(
            art=Meldungsart.ANGABE,
            text="Die Kaffeerunde beginnt jetzt erst um halb drei. Am Telefon meldet sich der Anrufbeantworter.",
            seite=f"/angebote/{angebot.slug}/",
            angebot=angebot,
        )
        meldung = submit_meldung(eingang, adresse="", jetzt=self.jetzt - timedelta(days=7))
        Meldung.objects.filter(pk=meldung.pk).update(kennung=NUMMER)
        return meldung.pk

    def search_helfende(self, angebote: dict[str, Angebot]) -> None:
        with give_anlass(grund="", konto=self.redaktion):
            for titel, aufgabe, zeitaufwand in AUFGABEN:
                Mitmachrolle.objects.create(
                    angebot=angebote[titel],
                    aufgabe=aufgabe,
                    zeitart=Mitmachzeit.REGELMAESSIG,
                    zeitaufwand=zeitaufwand,
                    voraussetzungen="keine Vorkenntnisse",
                    begleitung="Das Team zeigt Ihnen alles. Beim ersten Mal sind Sie zu zweit.",
                    geprueft_am=self.heute - timedelta(days=12),
                )


def add_eingang(ort: Ort) -> None:
    add_foto(
        bezug=ort,
        motiv=Motiv.EINGANG,
        alt_text="Eine blaue Tür mit Klingel rechts, davor zwei flache Stufen",
        bildnachweis="Bezirksamt Pankow (Zeichnung)",
        datei=ContentFile(draw_eingang(), name="eingang.jpg"),
    )


def tell(erzaehlung: Erzaehlung) -> dict[str, object]:
    angebote = erzaehlung.read_liste()
    kaffeerunde, strickrunde, spaziergang, _spiele = (angebote[titel] for titel in OEFFENTLICHE)
    for titel in OEFFENTLICHE:
        erzaehlung.publish(angebote[titel])
        erzaehlung.confirm(angebote[titel], tage=80 if titel == spaziergang.titel else 12)
    move_angebot(
        angebot_id=angebote[ENTWURF].pk, nach=Status.IN_PRUEFUNG, konto=erzaehlung.redaktion, jetzt=erzaehlung.jetzt
    )
    erzaehlung.change(kaffeerunde, {"telefon": "030 23125 111"}, tage=30)
    erzaehlung.change(kaffeerunde, {"zeiten": move_zeit(kaffeerunde, ende="16:30:00")}, tage=12)
    erzaehlung.change(spaziergang, {"telefon": "030 23125 123"}, tage=20)
    erzaehlung.search_helfende(angebote)
    ort = Ort.objects.get(name=HAUS)
    add_eingang(ort)
    refresh_angebote(angebot_ids=[angebot.pk for angebot in angebote.values()], heute=erzaehlung.heute)
    neu = {"zeiten": move_zeit(strickrunde, beginn="11:00:00", ende="13:00:00"), "telefon": "030 23125 122"}
    return {
        "kaffeerunde": kaffeerunde.pk,
        "kaffeerunde_kurz": kaffeerunde.kurz_id,
        "strickrunde": strickrunde.pk,
        "doppelte_kaffeerunde": angebote[DOPPELTE].pk,
        "entwurf": angebote[ENTWURF].pk,
        "ort": ort.pk,
        "kiez": KIEZ,
        "vorschlag": erzaehlung.propose(strickrunde, neu),
        "token": erzaehlung.ask(spaziergang),
        "spaziergang_kurz": spaziergang.kurz_id,
        "meldung": erzaehlung.report(kaffeerunde),
        "von": f"{erzaehlung.heute + timedelta(days=14):%d.%m.%Y}",
        "bis": f"{erzaehlung.heute + timedelta(days=34):%d.%m.%Y}",
    }


def move_zeit(angebot: Angebot, **anders: str) -> list[Daten]:
    """Its only time, changed."""
    return [{**read_angebotsdaten(angebot)["zeiten"][0], **anders}]


def main() -> None:
    sys.stdout.write(json.dumps(tell(Erzaehlung(timezone.localtime()))))


if __name__ == "__main__":
    main()
