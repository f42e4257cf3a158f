from io import StringIO

import pytest
from django.core.management import call_command


@pytest.mark.django_db
def test_load_gebiete_prints_one_line_for_each_table() -> None:
    ausgabe = StringIO()
    call_command("load_gebiete", stdout=ausgabe)
    assert [zeile.split() for zeile in ausgabe.getvalue().splitlines()] == [
        ["Kieze", "16"],
        ["Planungsräume", "60"],
        ["Ortsteile", "13"],
        ["Postleitzahlen", "24"],
        ["Straßen", "1248"],
        ["Haltestellen", "362"],
        ["Hilfetelefone,", "neu", "21"],
    ]
