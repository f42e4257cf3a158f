"""The product's own fact tables, made by tools/build_daten.py."""

import csv
from pathlib import Path

DATEN = Path(__file__).resolve().parent.parent / "daten"

Zeile = dict[str, str]


def read_tabelle(name: str) -> list[Zeile]:
    """The rows of angebote/daten/<name>.csv; an empty cell is an empty string."""
    with (DATEN / f"{name}.csv").open(encoding="utf-8", newline="") as datei:
        return list(csv.DictReader(datei))
