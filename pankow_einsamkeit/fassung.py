"""The release mark: changes with everything pages are made of besides the database.

The same in every process and on every machine that runs the same release with the same settings.
"""

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

from django.conf import settings

# The settings that show on public pages; tests/project/test_fassung.py looks for further ones in the code.
SICHTBARE_EINSTELLUNGEN = (
    "BASIS_URL",
    "MELDUNG_FRIST_TAGE",
    "MELDUNG_LOESCHEN_TAGE",
    "PORTAL_NAME",
    "PORTAL_TELEFON",
    "PORTAL_TELEFONZEITEN",
    "PRUEFUNG_FRIST_TAGE",
    "PRUEFUNG_HINWEIS_TAGE",
    "TERMIN_FENSTER_TAGE",
    "TREFFER_JE_SEITE",
    "UNGEPRUEFTE_ZEIGEN",
)
# Code and templates, and what says which libraries and which built files they meet.
MUSTER = (
    "pankow_einsamkeit/**/*.py",
    "angebote/**/*.py",
    "konzept/**/*.py",
    "templates/**/*.html",
    "templates/**/*.typ",
    "locale/**/*.mo",
    "requirements.txt",
    "package-lock.json",
    "build/staticfiles/staticfiles.json",
)


def read_fassung() -> str:
    einstellungen = [(name, getattr(settings, name)) for name in SICHTBARE_EINSTELLUNGEN]
    return f"{hash_dateien(settings.BASE_DIR)}-{einstellungen!r}"


@cache
def hash_dateien(wurzel: Path) -> str:
    """Over names and contents, read once per process."""
    summe = sha256()
    for pfad in _list_dateien(wurzel):
        inhalt = pfad.read_bytes()
        summe.update(f"{pfad.relative_to(wurzel)}\0{len(inhalt)}\0".encode())
        summe.update(inhalt)
    return summe.hexdigest()


def _list_dateien(wurzel: Path) -> Iterator[Path]:
    for muster in MUSTER:
        yield from sorted(wurzel.glob(muster))
