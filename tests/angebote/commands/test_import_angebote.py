from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from angebote.models import Angebot

pytestmark = pytest.mark.django_db
LISTE = "Kennung;Titel;Kategorien;Telefon\nA-1;Kaffeerunde;Café, Treff & Plaudern;030 1234567\nA-2;;;301234567"


@pytest.fixture
def datei(tmp_path: Path) -> Path:
    pfad = tmp_path / "liste.csv"
    pfad.write_text(LISTE, encoding="utf-8")
    return pfad


def run(*args: object) -> str:
    ausgabe = StringIO()
    call_command(*map(str, args), stdout=ausgabe)
    return ausgabe.getvalue()


def test_import_without_anwenden_only_tells_what_would_happen(datei: Path) -> None:
    ausgabe = run("import_angebote", datei, "--quelle", "Liste")

    assert "Das war ein Probelauf" in ausgabe
    assert "Zeile 3, Spalte „Telefon“: „301234567“ – Die Vorwahl fehlt." in ausgabe
    assert Angebot.objects.count() == 0


def test_import_with_anwenden_writes_and_shows_progress(datei: Path) -> None:
    ausgabe = run("import_angebote", datei, "--quelle", "Liste", "--anwenden")

    assert "2 von 2 Zeilen" in ausgabe
    assert [angebot.titel for angebot in Angebot.objects.all()] == ["Kaffeerunde"]


@pytest.mark.parametrize("quelle", [" ", "x" * 41])
def test_import_without_a_usable_name_of_the_source_is_refused(datei: Path, quelle: str) -> None:
    with pytest.raises(CommandError, match="--quelle"):
        run("import_angebote", datei, "--quelle", quelle)


def test_import_of_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="lässt sich nicht öffnen"):
        run("import_angebote", tmp_path / "fehlt.csv", "--quelle", "Liste")


@pytest.mark.parametrize("endung", ["csv", "xlsx"])
def test_export_is_read_back_without_a_change(datei: Path, tmp_path: Path, endung: str) -> None:
    run("import_angebote", datei, "--quelle", "Liste", "--anwenden")
    ziel = tmp_path / f"ausgabe.{endung}"

    run("export_angebote", ziel)
    ausgabe = run("import_angebote", ziel, "--quelle", "Ausgabe").splitlines()

    assert [zeile.split()[-1] for zeile in ausgabe if zeile.startswith("unverändert")] == ["1"]


def test_export_to_another_kind_of_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"\.csv oder \.xlsx"):
        run("export_angebote", tmp_path / "angebote.pdf")
