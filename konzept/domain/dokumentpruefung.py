"""Says from its content what an uploaded file is. Its name and what the browser claims about it are not believed."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from PIL import Image

from konzept.models.kooperationswerte import Dokumentformat

PDF_ANFANG, PDF_ENDE = b"%PDF-", b"%%EOF"
PDF_ENDE_WEITE = 1024  # bytes; readers look this far back for the end
BOM, LEERZEICHEN = b"\xef\xbb\xbf", b"\0\t\n\f\r "  # what some programs write before the mark, and nothing else
BILDFORMATE = ("PNG", "JPEG")
HOECHSTE_PIXELZAHL = 80_000_000  # four bytes each while it is read
# An office file is a folder that was packed: nobody has to unpack more than this to read a letter.
ENTPACKT_HOECHSTENS = 200 * 1024 * 1024  # bytes
TEILE_HOECHSTENS = 2000
ODT_ART = b"application/vnd.oasis.opendocument.text"


class DokumentError(ValidationError):
    """A file that is refused, at the field `datei`; its text is German and says what to do."""

    def __init__(self, satz: str) -> None:
        super().__init__({"datei": satz})


def read_format(inhalt: bytes) -> Dokumentformat:
    """Raises DokumentError and nothing else, whatever the file holds."""
    if not inhalt:
        raise DokumentError(_("Diese Datei ist leer. Bitte wählen Sie eine andere."))
    for anfang, pruefe in ARTEN.items():
        if inhalt.startswith(anfang):
            return _read(pruefe, inhalt)
    # Readers of PDF forgive more. A program, a page or an archive that only holds the mark is none of ours.
    if inhalt.removeprefix(BOM).lstrip(LEERZEICHEN).startswith(PDF_ANFANG):
        return _read(_read_pdf, inhalt)
    raise DokumentError(_build_falsche_art())


def _read(pruefe: Callable[[bytes], Dokumentformat], inhalt: bytes) -> Dokumentformat:
    try:
        return pruefe(inhalt)
    except DokumentError:
        raise
    except Exception as fehler:  # parsers meet a broken file with whatever goes wrong first
        raise DokumentError(_build_beschaedigt()) from fehler


def _read_pdf(inhalt: bytes) -> Dokumentformat:
    if PDF_ENDE not in inhalt[-PDF_ENDE_WEITE:]:
        raise DokumentError(_build_beschaedigt())
    return Dokumentformat.PDF


def _read_bild(inhalt: bytes) -> Dokumentformat:
    try:
        with Image.open(BytesIO(inhalt), formats=BILDFORMATE) as bild:
            if bild.width * bild.height > HOECHSTE_PIXELZAHL:
                raise DokumentError(_build_zu_viele_pixel())
            bild.verify()  # checksums; a picture that was looked at so cannot be read any more
        with Image.open(BytesIO(inhalt), formats=BILDFORMATE) as bild:
            bild.load()
            return Dokumentformat.PNG if bild.format == "PNG" else Dokumentformat.JPEG
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as fehler:
        raise DokumentError(_build_zu_viele_pixel()) from fehler


def _read_textdokument(inhalt: bytes) -> Dokumentformat:
    with zipfile.ZipFile(BytesIO(inhalt)) as archiv:
        teile = archiv.infolist()
        if len(teile) > TEILE_HOECHSTENS or sum(teil.file_size for teil in teile) > ENTPACKT_HOECHSTENS:
            raise DokumentError(_("Diese Datei ist entpackt zu groß. Bitte speichern Sie sie als PDF."))
        namen = {teil.filename for teil in teile}
        if any(name.lower().endswith("vbaproject.bin") or name.startswith("Basic/") for name in namen):
            raise DokumentError(_("Diese Datei enthält Makros. Bitte speichern Sie sie ohne Makros oder als PDF."))
        if archiv.testzip() is not None:
            raise DokumentError(_build_beschaedigt())
        if {"[Content_Types].xml", "word/document.xml"} <= namen:
            return Dokumentformat.DOCX
        if "content.xml" in namen and "mimetype" in namen and archiv.read("mimetype").strip() == ODT_ART:
            return Dokumentformat.ODT
    raise DokumentError(_build_falsche_art())


def _build_zu_viele_pixel() -> str:
    return _("Dieses Bild hat zu viele Pixel. Bitte verkleinern Sie es oder nehmen Sie ein PDF.")


def _build_falsche_art() -> str:
    return _(
        "Diese Art von Datei nehmen wir nicht an. Möglich sind PDF, PNG, JPEG, Word (DOCX) und OpenDocument (ODT)."
    )


def _build_beschaedigt() -> str:
    return _("Diese Datei ist beschädigt oder unvollständig. Bitte wählen Sie eine andere.")


ARTEN: Mapping[bytes, Callable[[bytes], Dokumentformat]] = {
    b"\x89PNG\r\n\x1a\n": _read_bild,
    b"\xff\xd8\xff": _read_bild,
    b"PK\x03\x04": _read_textdokument,
}
