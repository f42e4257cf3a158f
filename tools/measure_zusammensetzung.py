"""`python -m tools.measure_zusammensetzung`: is a word a part of another one? Ours beside splitters that are installed.

Needs no database: the known words are those of the starting catalogue and of the Redaktion's starting list. With
`pip install compound-split german-nouns` in an environment of its own their answers are printed too. The list below is
ours: compounds people type or offers have, and words that only look like one. docs/adr/0015 gives the outcome.
"""

import csv
import importlib
import importlib.util
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

from pankow_einsamkeit.lib.text import normalise_text
from pankow_einsamkeit.lib.wortstamm import build_stamm, list_anzeigeworte
from pankow_einsamkeit.lib.zusammensetzung import GRUNDWORTE, Zerleger

BASE_DIR = Path(__file__).resolve().parent.parent
KATALOG = BASE_DIR / "angebote" / "daten" / "angebote.csv"
WORTLISTE = BASE_DIR / "angebote" / "migrations" / "0011_suchworte.py"
SPALTEN = ("name", "traeger", "typ", "zielgruppe", "schlagworte")
# whole: its parts. Nobody should find the whole by a part after the slash.
ZUSAMMENSETZUNGEN = """
Nachbarschaftscafé: Nachbarschaft Café
Kaffeenachmittag: Kaffee Nachmittag
Seniorengymnastik: Senioren Gymnastik
Seniorengymnastikgruppe: Senioren Gymnastik Gruppe
Bastelnachmittag: Basteln Nachmittag
Strickcafé: Stricken Café
Spieleabend: Spiele Abend
Lesekreis: Lesen Kreis
Männergruppe: Männer Gruppe
Frauenfrühstück: Frauen Frühstück
Trauergruppe: Trauer Gruppe
Suchtberatung: Sucht Beratung
Schuldnerberatung: Beratung
Mieterberatung: Mieter Beratung
Krabbelgruppe: Gruppe Krabbeln
Fahrradwerkstatt: Fahrrad Werkstatt
Nähcafé: Nähen Café
Kochgruppe: Kochen Gruppe
Tanznachmittag: Tanz Nachmittag
Seniorentanz: Senioren Tanz
Gartengruppe: Garten Gruppe
Gemeinschaftsgarten: Garten
Sprachcafé: Sprache Café
Computerkurs: Computer Kurs
Handysprechstunde: Handy
Schreibwerkstatt: Schreiben Werkstatt
Singkreis: Singen Kreis
Theatergruppe: Theater Gruppe
Spaziergangsgruppe: Spaziergang Gruppe
Kiezspaziergang: Kiez Spaziergang
Gesprächskreis: Gespräch Kreis
Selbsthilfegruppe: Selbsthilfe Gruppe
Angehörigengruppe: Angehörige Gruppe
Pflegeberatung: Pflege Beratung
Hausbesuch: Besuch
Besuchsdienst: Besuch
Krisendienst: Krise
Familienfrühstück: Familie Frühstück
Elterncafé: Eltern Café
Schachgruppe: Schach Gruppe
Skatrunde: Skat Runde
Kleidertausch: Kleider Tausch
Tierpark: Tiere Park
Musikschule: Musik Schule
Filmabend: Film Abend
Yogakurs: Yoga Kurs
Literatur: / Rat
Heirat: / Rat
Interessen: / Essen
Adressen: / Essen
Distanz: / Tanz
Substanz: / Tanz
Transport: / Sport
Normalen: / Malen
Formalen: / Malen
Verlieren: / Lieder
Handy: / Hand
Freundlich: / Freund
Alternative: / Alter
Parkinson: / Park
Kindergarten: / Garten
Weißensee: / See
Buchholz: / Buch Holz
Quartier: / Tier
Portier: / Tier
Musikalisch: / Musik
Beispiel: / Spiel
Anchorage: / Chor
Gesamt: / Amt
Gestalten: / Alt
Einwandern: / Wandern
Alleinerziehende: / Allein
Sprechstunde: / Sprechen
Bezirksamt: / Bezirk
Charakter: / Rat
Hundert: / Hund
Kartoffel: / Karten
Backstein: / Backen
Chorin: / Chor
Spielbergstraße: / Spielberg
Verkehr: / Kehr
Ehrenamt: / Ehren
"""
Pruefung = Callable[[str, str], bool]  # whole, part


def main() -> None:
    paare = list(read_paare())
    pruefungen: dict[str, Callable[[], Pruefung]] = {"own": build_eigene}
    if importlib.util.find_spec("compound_split"):
        pruefungen["compound-split"] = build_compound_split
    if importlib.util.find_spec("german_nouns"):
        pruefungen["german-nouns"] = build_german_nouns
    sys.stdout.write(f"{len(paare)} pairs, {sum(gehoert for *_paar, gehoert in paare)} of them true\n")
    sys.stdout.write(f"{'':<16}{'found':>7}{'wrong':>7}{'µs each':>9}{'+ MiB':>7}\n")
    for name, build in pruefungen.items():
        vorher = read_mebibyte()
        pruefe = build()
        beginn = time.perf_counter()
        antworten = [(pruefe(ganzes, teil), gehoert) for ganzes, teil, gehoert in paare]
        dauer = (time.perf_counter() - beginn) / len(paare) * 1e6
        gefunden = sum(antwort and gehoert for antwort, gehoert in antworten)
        falsch = sum(antwort and not gehoert for antwort, gehoert in antworten)
        sys.stdout.write(f"{name:<16}{gefunden:>7}{falsch:>7}{dauer:>9.0f}{read_mebibyte() - vorher:>7.0f}\n")
        for (ganzes, teil, gehoert), (antwort, _gehoert) in zip(paare, antworten, strict=True):
            if antwort != gehoert and "-v" in sys.argv:
                sys.stdout.write(f"    {'missed' if gehoert else 'wrong'}: {teil} in {ganzes}\n")


def read_paare() -> list[tuple[str, str, bool]]:
    paare = []
    for zeile in ZUSAMMENSETZUNGEN.strip().splitlines():
        ganzes, _trenner, rest = zeile.partition(":")
        teile, _trenner, keine = rest.partition("/")
        paare += [(ganzes, teil, True) for teil in teile.split()] + [(ganzes, teil, False) for teil in keine.split()]
    return paare


def build_eigene() -> Pruefung:
    formen: dict[str, str] = {}
    with KATALOG.open(encoding="utf-8", newline="") as datei:
        texte = [zeile[spalte] for zeile in csv.DictReader(datei) for spalte in SPALTEN]
    for text in (*texte, GRUNDWORTE, WORTLISTE.read_text(encoding="utf-8").replace(",", " ")):
        for wort, _anzeige in list_anzeigeworte(text):
            formen[wort] = formen[build_stamm(wort)] = build_stamm(wort)
    zerleger = Zerleger(formen)

    def pruefe(ganzes: str, teil: str) -> bool:
        wort = normalise_text(teil)
        return zerleger.hat_teil(normalise_text(ganzes), stamm=build_stamm(wort), formen=[wort])

    return pruefe


def build_compound_split() -> Pruefung:
    """Splits in two again and again, as long as the package is rather sure than not."""
    split_compound = importlib.import_module("compound_split.char_split").split_compound

    def zerlege(wort: str) -> list[str]:
        sicherheit, vorn, hinten = split_compound(wort)[0]
        return [*zerlege(vorn), *zerlege(hinten)] if sicherheit > 0 and vorn != wort else [wort]

    return lambda ganzes, teil: _haben_stamm([wort for wort in zerlege(ganzes) if wort != ganzes], teil)


def build_german_nouns() -> Pruefung:
    nouns = importlib.import_module("german_nouns.lookup").Nouns()
    return lambda ganzes, teil: _haben_stamm(
        [wort for wort in nouns.parse_compound(ganzes) if wort.lower() != ganzes.lower()], teil
    )


def _haben_stamm(teile: list[str], gesucht: str) -> bool:
    """By stem, with the linking letters cut off as we do."""
    stamm = build_stamm(normalise_text(gesucht))
    formen = [normalise_text(teil) for teil in teile]
    return any(build_stamm(form.removesuffix(fuge)) == stamm for form in formen for fuge in ("", "s", "en", "e"))


def read_mebibyte() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
