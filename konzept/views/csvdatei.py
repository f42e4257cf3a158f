"""A list as a file for a spreadsheet: semicolons, and a mark at the beginning so that umlauts are read."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from io import StringIO

from django.http import HttpResponse
from django.utils.formats import date_format

from angebote.importers.pfad.zellen import guard


def build_csv_antwort(name: str, *, kopf: Sequence[str], zeilen: Iterable[Sequence[object]]) -> HttpResponse:
    """name: of the file, without its ending. Nothing in it runs as a formula."""
    ausgabe = StringIO()
    schreiber = csv.writer(ausgabe, delimiter=";", lineterminator="\r\n")
    schreiber.writerow([guard(str(titel)) for titel in kopf])
    schreiber.writerows([guard(build_zelle(wert)) for wert in zeile] for zeile in zeilen)
    headers = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
    return HttpResponse("\ufeff" + ausgabe.getvalue(), content_type="text/csv; charset=utf-8", headers=headers)


def build_zelle(wert: object) -> str:
    """Days and fractions as a German spreadsheet reads them."""
    if isinstance(wert, date):
        return date_format(wert, "d.m.Y")
    if isinstance(wert, float):
        return f"{wert:.2f}".replace(".", ",")
    return "" if wert is None else str(wert)
