"""What kind of file it is, and whether it may be opened at all. Raises DateifehlerError with a German sentence."""

from __future__ import annotations

import zipfile
from io import BytesIO

from django.utils.translation import gettext as _

from angebote.importers.pfad.csvdatei import read_csv
from angebote.importers.pfad.grenzen import HOECHSTENS_BYTES, DateifehlerError, check_archiv
from angebote.importers.pfad.hsds import ist_hsds, read_hsds
from angebote.importers.pfad.kalender import read_kalender
from angebote.importers.pfad.xlsxdatei import read_xlsx
from angebote.importers.pfad.zeilen import Rohdatei

ZIP, ALTES_OFFICE, PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF"


def read_datei(inhalt: bytes) -> Rohdatei:
    """CSV, XLSX, HSDS 3 datapackage (zip) or iCalendar, told apart by what is inside, not by the name."""
    if not inhalt.strip():
        raise DateifehlerError(_("Die Datei ist leer."))
    if len(inhalt) > HOECHSTENS_BYTES:
        raise DateifehlerError(
            _("Die Datei ist zu groß (höchstens %(mb)d MB). Bitte in mehrere Dateien teilen.")
            % {"mb": HOECHSTENS_BYTES // 1_000_000}
        )
    if inhalt.startswith(ZIP):
        return _read_archiv(inhalt)
    if inhalt.startswith(ALTES_OFFICE):
        raise DateifehlerError(
            _("Die Datei hat ein Passwort oder das alte Format .xls. Bitte ohne Passwort als .xlsx speichern.")
        )
    if inhalt.startswith(PDF) or inhalt[:4] in {b"\x89PNG", b"GIF8", b"\xff\xd8\xff\xe0"}:
        raise DateifehlerError(_("Das ist keine Tabelle. Bitte als CSV oder Excel-Datei (.xlsx) speichern."))
    if inhalt.lstrip(b"\xef\xbb\xbf \r\n\t")[:15].upper() == b"BEGIN:VCALENDAR":
        return read_kalender(inhalt)
    return read_csv(inhalt)


def _read_archiv(inhalt: bytes) -> Rohdatei:
    try:
        with zipfile.ZipFile(BytesIO(inhalt)) as archiv:
            check_archiv(archiv)
            namen = set(archiv.namelist())
            if "xl/workbook.xml" in namen:
                return read_xlsx(inhalt, archiv=archiv)
            if ist_hsds(namen):
                return read_hsds(archiv)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, NotImplementedError, OSError) as fehler:
        raise DateifehlerError(_("Die Datei ist beschädigt oder nicht vollständig.")) from fehler
    raise DateifehlerError(_("Das ist weder eine Excel-Datei (.xlsx) noch ein Datenpaket nach HSDS."))
