"""CSV as it comes: UTF-8 with or without mark, Windows-1252, UTF-16; semicolon, comma or tab; breaks inside quotes."""

from __future__ import annotations

import csv
from io import StringIO
from itertools import islice

from django.utils.translation import gettext as _

from angebote.importers.pfad.grenzen import HOECHSTENS_ZEICHEN, DateifehlerError, check_zeilenzahl
from angebote.importers.pfad.kopf import KOPF_BIS_ZEILE, build_rohdatei, count_bekannte
from angebote.importers.pfad.zeilen import Rohdatei

TRENNZEICHEN = ";,\t"
MARKEN = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def read_csv(inhalt: bytes) -> Rohdatei:
    text = decode(inhalt).replace("\0", "")
    zeilen = split_zeilen(text, find_trennzeichen(text))
    check_zeilenzahl(len(zeilen))
    return build_rohdatei(zeilen)


def decode(inhalt: bytes) -> str:
    """Windows-1252 is tried last: it takes nearly everything."""
    kandidaten = [name for marke, name in MARKEN if inhalt.startswith(marke)]
    if not kandidaten and inhalt[1:2] == b"\0":
        kandidaten.append("utf-16-le")
    for name in (*kandidaten, "utf-8", "cp1252"):
        try:
            return inhalt.decode(name)
        except UnicodeDecodeError:
            continue
    raise DateifehlerError(_("Die Zeichen der Datei sind nicht lesbar. Bitte als „CSV UTF-8“ speichern."))


def find_trennzeichen(text: str) -> str:
    """The one under which most headings are known."""

    def count(zeichen: str) -> tuple[int, int]:
        zeilen = split_zeilen(text, zeichen, hoechstens=KOPF_BIS_ZEILE)
        return max((count_bekannte(zeile) for zeile in zeilen), default=0), max(map(len, zeilen), default=0)

    return max(TRENNZEICHEN, key=count)


def split_zeilen(text: str, trennzeichen: str, *, hoechstens: int | None = None) -> list[list[str]]:
    csv.field_size_limit(HOECHSTENS_ZEICHEN)
    try:
        return list(islice(csv.reader(StringIO(text, newline=""), delimiter=trennzeichen), hoechstens))
    except csv.Error as fehler:
        if hoechstens is not None:
            return []
        raise DateifehlerError(
            _("Die Datei ist keine gültige CSV-Datei. Vielleicht wird ein Anführungszeichen nicht geschlossen.")
        ) from fehler
