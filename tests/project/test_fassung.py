import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from pankow_einsamkeit.fassung import SICHTBARE_EINSTELLUNGEN, hash_dateien, read_fassung
from tests.architecture.quelltext import BASE_DIR


@pytest.mark.parametrize("name", SICHTBARE_EINSTELLUNGEN)
def test_fassung_follows_every_setting_that_shows(settings: Any, name: str) -> None:
    vorher = read_fassung()
    setattr(settings, name, "anders")
    assert read_fassung() != vorher


@pytest.mark.parametrize(
    "pfad",
    [
        "angebote/views/liste.py",
        "templates/angebote/liste.html",
        "build/staticfiles/staticfiles.json",
        "requirements.txt",
    ],
)
def test_hash_of_files_follows_code_templates_manifest_and_libraries(tmp_path: Path, pfad: str) -> None:
    datei = tmp_path / pfad
    datei.parent.mkdir(parents=True, exist_ok=True)
    summen = {hash_dateien.__wrapped__(tmp_path)}
    for inhalt in ("alt", "neu"):
        datei.write_text(inhalt)
        summen.add(hash_dateien.__wrapped__(tmp_path))
    assert len(summen) == 3


def test_hash_of_files_tells_names_from_contents(tmp_path: Path) -> None:
    """The same letters, cut differently."""
    summen = set()
    for nummer, (name, inhalt) in enumerate([("a.html", "bc"), ("ab.html", "c")]):
        ordner = tmp_path / str(nummer) / "templates"
        ordner.mkdir(parents=True)
        (ordner / name).write_text(inhalt)
        summen.add(hash_dateien.__wrapped__(ordner.parent))
    assert len(summen) == 2


def test_fassung_is_the_same_in_another_process() -> None:
    frage = "from pathlib import Path; from pankow_einsamkeit.fassung import hash_dateien as h; print(h(Path.cwd()))"
    summen = {
        subprocess.run([sys.executable, "-c", frage], cwd=BASE_DIR, check=True, capture_output=True, text=True).stdout
        for _prozess in range(2)
    }
    assert summen == {hash_dateien.__wrapped__(BASE_DIR) + "\n"}
