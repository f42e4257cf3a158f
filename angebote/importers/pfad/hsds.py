"""HSDS, see below."""

import zipfile

from angebote.importers.pfad.zeilen import Rohdatei


def ist_hsds(namen: set[str]) -> bool:
    return False


def read_hsds(archiv: zipfile.ZipFile) -> Rohdatei:
    raise NotImplementedError
