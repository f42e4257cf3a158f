"""Derives the product's own fact tables (angebote/daten/*.csv) from the collected data, so that they can be made again.

Usage: python tools/build_daten.py FOLDER_WITH_THE_COLLECTED_DATA

Only facts that may be published are taken over (angebote/daten/README.md names source, date and credit line of each
table). Of the address register only counts per street, postcode and Planungsraum are kept, never a single address.
"""

import csv
import gzip
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

ZIEL = Path(__file__).resolve().parent.parent / "angebote" / "daten"

# LOR key -> short name, column, row of the tile map. Laid out by hand: of the 32 pairs of neighbours 29 touch.
KACHELN = {
    "031001": ("Buch", 3, 0),
    "032002": ("Blankenfelde", 1, 1),
    "032003": ("Buchholz", 2, 1),
    "033004": ("Karow", 3, 1),
    "034006": ("Wilhelmsruh", 0, 2),
    "034007": ("Pankow Zentrum", 1, 2),
    "033005": ("Blankenburg", 2, 2),
    "034008": ("Pankow Süd", 1, 3),
    "035009": ("Weißensee", 2, 3),
    "035010": ("Weißensee Ost", 3, 3),
    "036011": ("P-Berg Nordwest", 0, 4),
    "036013": ("Helmholtzplatz", 1, 4),
    "036012": ("P-Berg Nord", 2, 4),
    "036014": ("P-Berg Ost", 3, 4),
    "037015": ("P-Berg Südwest", 1, 5),
    "037016": ("P-Berg Süd", 2, 5),
}

# Order of the help lines: most likely to be answered first, then by subject (requirements section 6). The second word
# is the part of the page, angebote.choices.Krisenthema.
KRISENHILFE_REIHENFOLGE = {
    "Notruf Feuerwehr": "krise",
    "Notruf Polizei": "krise",
    "Berliner Krisendienst, Standort Pankow": "krise",
    "Berliner Krisendienst, überregionaler": "krise",
    "Ärztlicher Bereitschaftsdienst": "krise",
    "TelefonSeelsorge": "reden",
    "TelefonSeelsorge (zweite Nummer)": "reden",
    "Muslimisches SeelsorgeTelefon": "sprachen",
    "Telefon Doweria": "sprachen",
    "Silbernetz": "reden",
    "Info-Telefon Depression": "reden",
    "Nummer gegen Kummer – Kinder": "familie",
    "Nummer gegen Kummer – Eltern": "familie",
    "krisenchat": "familie",
    "krisenchat Ukraine": "sprachen",
    "[U25]": "familie",
    "Hotline Kinderschutz": "familie",
    "Hilfetelefon „Gewalt gegen Frauen“": "gewalt",
    "BIG Hotline": "gewalt",
    "Hilfetelefon „Gewalt an Männern“": "gewalt",
    "Drogennotdienst": "sucht",
    "Anonyme Alkoholkrankenhilfe": "sucht",
}
KEINE_KRISENHILFE = "Berliner Hausbesuche"  # guides who visit people at home: an offer of the catalogue, no crisis line
# The portal speaks of people by what they do or need (requirement 3.1); the fact stays the same.
KRISENHILFE_WORTE = {
    "Betroffene und Angehörige": "Menschen mit Depression, Angehörige",
    "2023/2024 (35 Jahre nach 1988)": "2023/2024",
}

Zeile = dict[str, str]


def read_csv(pfad: Path) -> list[Zeile]:
    with pfad.open(encoding="utf-8", newline="") as datei:
        return list(csv.DictReader(datei))


def write_csv(name: str, spalten: Iterable[str], zeilen: Iterable[Zeile]) -> None:
    with (ZIEL / name).open("w", encoding="utf-8", newline="") as datei:
        schreiber = csv.DictWriter(datei, list(spalten), extrasaction="ignore", lineterminator="\n")
        schreiber.writeheader()
        schreiber.writerows(zeilen)


def build_kieze(quelle: Path) -> None:
    zeilen = []
    for zeile in read_csv(quelle / "kieze.csv"):
        kurzname, spalte, reihe = KACHELN[zeile["bzr_id"]]
        zeilen.append(zeile | {"kurzname": kurzname, "spalte": str(spalte), "zeile": str(reihe)})
    spalten = "bzr_id name kurzname slug spalte zeile lat lon nachbarn einwohner unter_18 von_18_bis_26 ab_65 stand"
    write_csv("kieze.csv", spalten.split(), zeilen)


def build_copies(quelle: Path) -> None:
    """Tables that need no derivation: only the columns the product reads."""
    copies = {
        "planungsraeume.csv": ("lor_pankow_2021.csv", "plr_id plr_name bzr_id"),
        "ortsteile.csv": ("ortsteile_pankow.csv", "ortsteil_id ortsteil bzr_id adressanteil_des_ortsteils haupt_bzr"),
        "postleitzahlen.csv": ("plz_pankow.csv", "plz lat lon"),
        "plz_anteile.csv": ("plz_bzr_pankow.csv", "plz bzr_id adressanteil_der_plz"),
        "haltestellen.csv": ("vbb_haltestellen_pankow.csv", "station_id kurzname lat lon plr_id gewicht"),
    }
    for ziel, (name, spalten) in copies.items():
        write_csv(ziel, spalten.split(), read_csv(quelle / name))


def build_strassen(quelle: Path) -> None:
    """Counts addresses per street, postcode and Planungsraum."""
    anzahl: Counter[tuple[str, str, str]] = Counter()
    ortsteile: defaultdict[tuple[str, str, str], set[str]] = defaultdict(set)
    with gzip.open(quelle / "pankow_adressen.csv.gz", "rt", encoding="utf-8", newline="") as datei:
        for zeile in csv.DictReader(datei):
            abschnitt = (zeile["strasse"], zeile["plz"], zeile["plr_id"])
            anzahl[abschnitt] += 1
            ortsteile[abschnitt].add(zeile["ortsteil"])
    zeilen = [
        {
            "strasse": strasse,
            "plz": plz,
            "plr_id": plr_id,
            "ortsteile": "; ".join(sorted(ortsteile[strasse, plz, plr_id])),
            "adressen": str(anzahl[strasse, plz, plr_id]),
        }
        for strasse, plz, plr_id in sorted(anzahl)
    ]
    write_csv("strassen.csv", zeilen[0], zeilen)


def find_platz(name: str) -> dict[str, str]:
    """Order and part of the page by the longest matching beginning; ValueError for a help line without a place yet."""
    passend = [anfang for anfang in KRISENHILFE_REIHENFOLGE if name.startswith(anfang)]
    if not passend:
        raise ValueError(f"Help line without a place in KRISENHILFE_REIHENFOLGE: {name}")
    anfang = max(passend, key=len)
    reihenfolge = (list(KRISENHILFE_REIHENFOLGE).index(anfang) + 1) * 10
    return {"reihenfolge": str(reihenfolge), "thema": KRISENHILFE_REIHENFOLGE[anfang]}


def build_krisenhilfe(quelle: Path) -> None:
    zeilen = []
    for zeile in read_csv(quelle / "krisennummern.csv"):
        if not zeile["name"].startswith(KEINE_KRISENHILFE):
            worte = {spalte: KRISENHILFE_WORTE.get(text, text) for spalte, text in zeile.items()}
            zeilen.append(worte | find_platz(zeile["name"]))
    zeilen.sort(key=lambda zeile: int(zeile["reihenfolge"]))
    write_csv("krisenhilfe.csv", zeilen[0], zeilen)


def build_angebote(quelle: Path) -> None:
    zeilen = read_csv(quelle / "pankow_angebote_quellen.csv")
    write_csv("angebote.csv", zeilen[0], zeilen)


def main(argumente: list[str]) -> int:
    if len(argumente) != 1 or not Path(argumente[0]).is_dir():
        print(__doc__, file=sys.stderr)  # noqa: T201
        return 2
    quelle = Path(argumente[0])
    for build in (build_kieze, build_copies, build_strassen, build_krisenhilfe, build_angebote):
        build(quelle)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
