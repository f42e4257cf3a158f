"""`python -m tools.measure_import 10000`: how long a list of that many offers takes to be imported, and again.

Seconds of the processor, so that what else the machine does shows less; the database of PostgreSQL counts beside it.

Writes into the database of DATABASE_URL or DATA_DIR: use an empty one. For PostgreSQL:
`tools/postgres.sh .venv/bin/python -m tools.measure_import 10000`. The rows are synthetic.
"""

import os
import resource
import sys
import time
from io import StringIO

import django

STRASSEN = ("Schönholzer Str.", "Breite Straße", "Berliner Allee", "Prenzlauer Allee", "Florastraße", "Wollankstr.")
TAETIGKEITEN = ("Kaffeerunde", "Spielenachmittag", "Spaziergang", "Chorprobe", "Gymnastik", "Sprachcafé", "Lesekreis")
TAGE = ("Mo", "Di", "Mi", "Do", "Fr")


def build_zeile(nummer: int, *, kategorie: str, zusatz: str = "", stunde: int = 9) -> list[str]:
    """The columns of KOPF; zusatz and stunde change one of them each."""
    beginn = stunde + nummer % 8
    return [
        f"A-{nummer}",
        f"{TAETIGKEITEN[nummer % 7]} Gruppe {nummer}",
        "Sie lernen Menschen kennen.",
        f"Ein Treffen für alle. {zusatz}".strip(),
        kategorie,
        f"Träger Beispiel {nummer % 200}",
        f"{TAGE[nummer % 5]} {beginn}:00-{beginn + 1}:30; 2. und 4. Sa 10-12 Uhr (mit Anmeldung)",
        f"Haus {nummer % 2500}",
        STRASSEN[nummer % 6],
        str(nummer % 2500 % 90 + 1),
        "13187",
        "vor Ort; am Telefon",
        "2,50 € je Treffen; ermäßigt 1,00 € (mit Nachweis)",
        "Deutsch",
        f"030 {4000000 + nummer}",
        f"gruppe{nummer}@example.org",
        f"https://example.org/angebote/{nummer}",
        "Liste (Beispiel) [Stand: 2026]",
    ]


KOPF = (
    "Kennung;Titel;Was habe ich davon?;Beschreibung;Kategorien;Träger;Zeiten;Ort;Straße;Hausnummer;Postleitzahl;"
    "Zugangswege;Kosten;Sprachen;Telefon;E-Mail;Website;Quellenangaben"
)


def build_datei(anzahl: int, *, kategorie: str, geaendert_jede: int = 0, stunde: int = 9) -> bytes:
    import csv

    ausgabe = StringIO()
    schreiber = csv.writer(ausgabe, delimiter=";")
    schreiber.writerow(KOPF.split(";"))
    for nummer in range(anzahl):
        zusatz = "Neu." if geaendert_jede and nummer % geaendert_jede == 0 else ""
        schreiber.writerow(build_zeile(nummer, kategorie=kategorie, zusatz=zusatz, stunde=stunde))
    return ausgabe.getvalue().encode("cp1252")


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pankow_einsamkeit.settings")
    django.setup()
    from django.core.management import call_command
    from django.utils import timezone

    from angebote.choices import Status
    from angebote.importers.pfad.anwenden import Lauf, apply_zeilen
    from angebote.importers.pfad.ausgabe import build_tabelle, write_tabelle
    from angebote.importers.pfad.lesen import finish_import, preview_zeilen, read_lesung
    from angebote.importers.pfad.plan import Auftrag
    from angebote.models import Angebot, Kategorie

    call_command("migrate", verbosity=0)
    call_command("load_gebiete", stdout=StringIO())
    anzahl, kategorie = int(sys.argv[1]), Kategorie.objects.order_by("pk")[0].name
    auftrag = Auftrag(quelle="Messung")

    def measure(name: str, inhalt: bytes) -> None:
        anfang = time.process_time()
        lesung = read_lesung(inhalt)
        gelesen = time.process_time()
        vorschau = preview_zeilen(lesung, auftrag=auftrag)
        geprobt = time.process_time()
        lauf = Lauf(auftrag=auftrag, datei="messung.csv", jetzt=timezone.localtime())
        apply_zeilen(lesung.zeilen, lauf=lauf)
        finish_import(lesung, lauf=lauf)
        fertig = time.process_time()
        zahlen = ", ".join(f"{ergebnis} {zahl}" for ergebnis, zahl in vorschau.zahlen.items() if zahl)
        print(  # noqa: T201
            f"{name:<24} lesen {gelesen - anfang:6.1f} s  Vorschau {geprobt - gelesen:6.1f} s  "
            f"schreiben {fertig - geprobt:6.1f} s   {zahlen}",
            flush=True,
        )

    measure("neu", build_datei(anzahl, kategorie=kategorie))
    measure("unverändert", build_datei(anzahl, kategorie=kategorie))
    measure("jede zehnte geändert", build_datei(anzahl, kategorie=kategorie, geaendert_jede=10))
    measure("Text jeder Zeile", build_datei(anzahl, kategorie=kategorie, geaendert_jede=1).replace(b"Neu.", b"Anders."))
    measure("Zeit jeder Zeile", build_datei(anzahl, kategorie=kategorie, stunde=10))
    Angebot.objects.update(status=Status.VEROEFFENTLICHT, veroeffentlicht_am=timezone.localdate())
    auftrag = Auftrag(quelle="Messung", darf_veroeffentlichen=False)
    measure("Vorschlag jeder Zeile", build_datei(anzahl, kategorie=kategorie, geaendert_jede=1, stunde=11))
    anfang = time.process_time()
    inhalt = write_tabelle(build_tabelle(Angebot.objects.order_by("pk")), "xlsx")
    print(f"Ausgabe als XLSX {time.process_time() - anfang:.1f} s, {len(inhalt) / 1e6:.1f} MB")  # noqa: T201
    anfang = time.process_time()
    bericht = preview_zeilen(read_lesung(inhalt), auftrag=auftrag)
    print(f"XLSX lesen und vergleichen {time.process_time() - anfang:.1f} s {bericht.zahlen}")  # noqa: T201
    print(f"höchstens {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")  # noqa: T201


if __name__ == "__main__":
    main()
