from datetime import date

import pytest

from konzept.views.csvdatei import build_csv_antwort, build_zelle


@pytest.mark.parametrize(
    ("wert", "zelle"),
    [
        (date(2026, 2, 1), "01.02.2026"),
        (0.5, "0,50"),
        (1234.567, "1234,57"),
        (7, "7"),
        (0, "0"),
        (None, ""),
        ("Aue", "Aue"),
    ],
)
def test_cell_is_what_a_german_spreadsheet_reads(wert: object, zelle: str) -> None:
    assert build_zelle(wert) == zelle


def test_file_begins_with_the_mark_and_runs_no_formula() -> None:
    antwort = build_csv_antwort("liste", kopf=["Name", "=1"], zeilen=[["=1+1", 'Haus; "Mitte"'], []])
    assert antwort.content.decode() == '\ufeffName;\'=1\r\n\'=1+1;"Haus; ""Mitte"""\r\n\r\n'
    assert antwort["Content-Disposition"] == 'attachment; filename="liste.csv"'
    assert antwort["Content-Type"] == "text/csv; charset=utf-8"
