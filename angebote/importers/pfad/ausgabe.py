"""Offers as a table, with the columns that the import reads: exported and imported again, nothing changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import tablib
from django.db.models import QuerySet
from import_export.formats.base_formats import CSV, XLSX

from angebote.domain.angebotsdaten import TEILE, list_mengen, read_angebotsdaten
from angebote.importers.pfad.spalten import list_ausgabespalten, list_vorlagespalten
from angebote.importers.pfad.spaltenarten import Spalte
from angebote.importers.pfad.spaltenbau import ORT
from angebote.importers.pfad.vergleich import compute_pruefzeichen
from angebote.importers.pfad.verzeichnis import Ortsangabe, Verzeichnis, read_verzeichnis
from angebote.importers.pfad.zellen import guard
from angebote.models import Angebot

STAPEL = 500
CSV_TYP, XLSX_TYP = CSV.CONTENT_TYPE, XLSX.CONTENT_TYPE
FORMATE = ("csv", "xlsx")


def build_tabelle(angebote: QuerySet[Angebot]) -> tablib.Dataset:
    """One offer per row. A constant number of queries per 500 offers."""
    spalten, verzeichnis = list_ausgabespalten(), read_verzeichnis()
    tabelle = tablib.Dataset(headers=[str(spalte.titel) for spalte in spalten], title="Angebote")
    for angebot in iterate_angebote(angebote):
        tabelle.append(build_zeile(angebot, spalten=spalten, verzeichnis=verzeichnis))
    return tabelle


def iterate_angebote(angebote: QuerySet[Angebot]) -> Iterator[Angebot]:
    mit_teilen = angebote.prefetch_related(*TEILE, *(menge.name for menge in list_mengen()))
    yield from mit_teilen.iterator(chunk_size=STAPEL)


def build_zeile(angebot: Angebot, *, spalten: Sequence[Spalte], verzeichnis: Verzeichnis) -> list[str]:
    """Texts; what a spreadsheet would run as a formula has an apostrophe before it, which the import takes off."""
    daten = read_angebotsdaten(angebot)
    ort = verzeichnis.orte[daten["ort"]] if daten["ort"] else Ortsangabe()
    werte = daten | {
        "kennung": angebot.import_kennung or "",
        "kurz_id": angebot.kurz_id,
        "pruefzeichen": compute_pruefzeichen(daten),
        "status": angebot.get_status_display(),
        "geprueft_am": angebot.geprueft_am.isoformat() if angebot.geprueft_am else None,
        "traeger": verzeichnis.traeger[daten["traeger"]] if daten["traeger"] else "",
        **{f"{ORT}{name}": getattr(ort, name) for name in ("name", "strasse", "hausnummer", "plz", "ortsname")},
    }
    return [guard(spalte.schreiben(werte[spalte.name], verzeichnis)) for spalte in spalten]


def write_tabelle(tabelle: tablib.Dataset, format_: str) -> bytes:
    """CSV as German Excel opens it: UTF-8 with mark, semicolons."""
    if format_ == "xlsx":
        inhalt: bytes = XLSX().export_data(tabelle)
        return inhalt
    text: str = CSV().export_data(tabelle, delimiter=";")
    return ("\ufeff" + text).encode()


def build_vorlage() -> tablib.Dataset:
    """Headings and one row of examples."""
    spalten = list_vorlagespalten()
    beispiele = [str(spalte.beispiel) for spalte in spalten]
    return tablib.Dataset(beispiele, headers=[str(spalte.titel) for spalte in spalten], title="Angebote")
