"""The gap analysis as CSV that a German spreadsheet opens by itself: semicolons, and a mark for UTF-8."""

from __future__ import annotations

import csv
from io import StringIO

from django.utils.translation import gettext as _

from angebote.importers.pfad.zellen import guard
from konzept.domain.luecken import Matrix


def write_matrix(matrix: Matrix) -> str:
    """One line per row of the page, with the same figures."""
    ausgabe = StringIO()
    schreiber = csv.writer(ausgabe, delimiter=";", lineterminator="\r\n")
    schreiber.writerow([_("Kiez"), *(guard(spalte.titel) for spalte in matrix.spalten), _("Angebote, einmal gezählt")])
    for zeile in matrix.zeilen:
        schreiber.writerow([guard(zeile.titel), *(zelle.anzahl for zelle in zeile.zellen), zeile.summe])
    return "\ufeff" + ausgabe.getvalue()
