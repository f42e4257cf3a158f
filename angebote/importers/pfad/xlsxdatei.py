"""Excel files: values only. Merged cells and formulas without a value are refused by row, since nobody knows them."""

from __future__ import annotations

import re
import warnings
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter, range_boundaries

from angebote.importers.pfad.grenzen import HOECHSTENS_ZEICHEN, DateifehlerError, check_zeilenzahl
from angebote.importers.pfad.kopf import build_rohdatei, find_kopf
from angebote.importers.pfad.zeilen import Rohdatei
from angebote.importers.pfad.zellen import Zellwert

LEERE_BIS_ENDE = 500  # so many empty rows in a row are the end of the list
VERBUNDEN = re.compile(rb'<mergeCell ref="([A-Z]+\d+:[A-Z]+\d+)"')
FORMEL = re.compile(rb"<f[ >/]")
Zeile = list[Zellwert]


def read_xlsx(inhalt: bytes, *, archiv: zipfile.ZipFile) -> Rohdatei:
    """The first sheet that has headings."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of styles it does not know
        try:
            return _read(inhalt, archiv)
        except DateifehlerError:
            raise
        except Exception as fehler:
            raise DateifehlerError(
                _("Die Excel-Datei ist beschädigt. Bitte in Excel öffnen und neu speichern.")
            ) from fehler


def _read(inhalt: bytes, archiv: zipfile.ZipFile) -> Rohdatei:
    mappe = load_workbook(BytesIO(inhalt), read_only=True, data_only=True)
    zeilen: list[Zeile] = []
    for blatt in mappe.worksheets:
        zeilen = list(iterate_zeilen(blatt))
        if find_kopf(zeilen) is not None:
            quelltext = _read_quelltext(archiv, blatt)
            einwaende = find_verbundene(quelltext)
            if FORMEL.search(quelltext):
                _add_leere_formeln(einwaende, zeilen, inhalt, blatt.title)
            return build_rohdatei(zeilen, einwaende=einwaende)
    return build_rohdatei(zeilen)


def iterate_zeilen(blatt: Any) -> Iterator[Zeile]:
    blatt.reset_dimensions()  # files lie about their size
    leere: list[Zeile] = []
    for nummer, zeile in enumerate(blatt.iter_rows(values_only=True), start=1):
        check_zeilenzahl(nummer - len(leere))
        if all(zelle is None or zelle == "" for zelle in zeile):
            leere.append([])
            if len(leere) > LEERE_BIS_ENDE:
                return
            continue
        yield from leere
        leere = []
        yield [_shorten(zelle) for zelle in zeile]


def _shorten(zelle: Any) -> Zellwert:
    return zelle[:HOECHSTENS_ZEICHEN] if isinstance(zelle, str) else zelle


def _read_quelltext(archiv: zipfile.ZipFile, blatt: Any) -> bytes:
    """The sheet as it is stored: merged ranges and formulas are not told when values are read one by one."""
    pfad = blatt._worksheet_path.lstrip("/")
    return archiv.read(pfad) if pfad in archiv.namelist() else b""


def find_verbundene(quelltext: bytes) -> dict[int, list[str]]:
    """By row number, for ranges over several rows."""
    einwaende: dict[int, list[str]] = defaultdict(list)
    for treffer in VERBUNDEN.finditer(quelltext):
        bereich = treffer[1].decode()
        _links, oben, _rechts, unten = range_boundaries(bereich)
        if oben is None or unten is None or unten == oben:
            continue
        for nummer in range(oben, min(unten, oben + 1000) + 1):
            text = _("Die Zellen %(bereich)s sind verbunden. Bitte trennen und jede ausfüllen.")
            einwaende[nummer].append(text % {"bereich": bereich})
    return einwaende


def _add_leere_formeln(einwaende: dict[int, list[str]], zeilen: list[Zeile], inhalt: bytes, titel: str) -> None:
    """A formula whose result was never stored looks like an empty cell."""
    blatt = load_workbook(BytesIO(inhalt), read_only=True)[titel]
    blatt.reset_dimensions()
    for nummer, zeile in enumerate(blatt.iter_rows(max_row=len(zeilen), values_only=True), start=1):
        werte = zeilen[nummer - 1]
        for stelle, zelle in enumerate(zeile):
            if isinstance(zelle, str) and zelle.startswith("=") and (stelle >= len(werte) or werte[stelle] is None):
                name = f"{get_column_letter(stelle + 1)}{nummer}"
                text = _("In der Zelle %(zelle)s steht eine Formel ohne Ergebnis. Bitte den Wert eintragen.")
                einwaende.setdefault(nummer, []).append(text % {"zelle": name})
