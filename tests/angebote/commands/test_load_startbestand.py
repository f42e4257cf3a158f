from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from angebote.importers.gebiete import load_gebiete


def run() -> str:
    ausgabe = StringIO()
    call_command("load_startbestand", stdout=ausgabe)
    return ausgabe.getvalue()


@pytest.mark.django_db
def test_load_startbestand_prints_what_was_loaded_and_held_back_and_the_second_time_nothing() -> None:
    load_gebiete()
    zeilen = [" ".join(zeile.split()) for zeile in run().splitlines()]
    assert zeilen[:3] == ["geladen, noch nicht bestätigt 142", "zurückgehalten als Entwurf 33", "schon da 0"]
    assert {"Quellen widersprechen sich 12", "liegt nicht in Pankow 2", "doppelt 4"} <= set(zeilen)
    assert "q013 Quarteera Community-Zentrum: Die Anschrift liegt laut Adressverzeichnis nicht in Pankow." in zeilen
    assert [" ".join(zeile.split()) for zeile in run().splitlines()] == [
        "geladen, noch nicht bestätigt 0",
        "zurückgehalten als Entwurf 0",
        "schon da 175",
        "Orte, neu 0",
        "Träger, neu 0",
    ]


@pytest.mark.django_db
def test_load_startbestand_without_kieze_says_what_to_do() -> None:
    with pytest.raises(CommandError, match="load_gebiete"):
        run()
