"""How large a file may be, and the error that says why it is not taken."""

from __future__ import annotations

import zipfile

from django.utils.translation import gettext as _

HOECHSTENS_BYTES = 20_000_000
HOECHSTENS_ENTPACKT = 300_000_000
HOECHSTENS_DATEIEN = 2_000
HOECHSTES_VERHAELTNIS = 200  # a table of text packs to about a tenth
HOECHSTENS_ZEILEN = 50_000
HOECHSTENS_SPALTEN = 300
HOECHSTENS_ZEICHEN = 40_000  # in a cell; Excel holds 32,767


class DateifehlerError(Exception):
    """The file as a whole cannot be used; the text says why, for people."""


def check_archiv(archiv: zipfile.ZipFile) -> None:
    """Before anything is unpacked; the sizes are those the archive states, and reading stops there."""
    eintraege = archiv.infolist()
    gepackt, entpackt = sum(e.compress_size for e in eintraege), sum(e.file_size for e in eintraege)
    if len(eintraege) > HOECHSTENS_DATEIEN or entpackt > HOECHSTENS_ENTPACKT:
        raise DateifehlerError(_("In der Datei ist zu viel gepackt. Sie wird nicht geöffnet."))
    if entpackt > 1_000_000 and entpackt > HOECHSTES_VERHAELTNIS * max(gepackt, 1):
        raise DateifehlerError(_("Die Datei ist ungewöhnlich stark gepackt. Sie wird nicht geöffnet."))
    if any(eintrag.flag_bits & 1 for eintrag in eintraege):
        raise DateifehlerError(_("Die Datei ist mit einem Passwort geschützt. Bitte ohne Passwort speichern."))


def check_zeilenzahl(zahl: int) -> None:
    if zahl > HOECHSTENS_ZEILEN:
        raise DateifehlerError(
            _("Die Datei hat mehr als %(zahl)s Zeilen. Bitte in mehrere Dateien teilen.")
            % {"zahl": f"{HOECHSTENS_ZEILEN:,}".replace(",", ".")}
        )
