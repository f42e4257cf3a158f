"""Papers of requests: checked, stored under random names where no address of the site leads, read back whole.

The file is written last, inside the transaction: a row that can be seen has its file, and a file without a row can be
seen by nobody. Neither is ever changed; a file that should not be here is erased by domain/dokumentloeschung.py.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from contextlib import suppress
from datetime import datetime

from django.conf import settings
from django.core.files.base import ContentFile, File
from django.core.files.storage import Storage, storages
from django.db import transaction
from django.utils.translation import gettext as _

from konzept.domain.dokumentpruefung import DokumentError, read_format
from konzept.domain.kooperation import AnfrageError, lock_anfrage
from konzept.domain.kooperationsvollmacht import link_erstes_schreiben
from konzept.models import Anfragedokument, Kooperationsanfrage
from konzept.models.dokument import KENNUNG_LAENGE
from konzept.models.kooperationswerte import Dokumentart, Dokumentformat
from pankow_einsamkeit.models import Konto

MEGABYTE = 1024 * 1024
NAME_HOECHSTENS = 120  # characters, as Anfragedokument.dateiname


class DokumentVerloreneError(Exception):
    """The file is missing, or is no longer what was uploaded."""


class DokumentEntferntError(DokumentVerloreneError):
    """The file was erased, and is given to nobody even where the store still has it."""


@transaction.atomic
def add_dokument(
    *, anfrage_id: int, art: Dokumentart, datei: File[bytes], konto: Konto, jetzt: datetime
) -> Anfragedokument:
    """Raises DokumentError for a file that is not taken, AnfrageError where the request takes none any more."""
    anfrage = lock_anfrage(anfrage_id)
    check_nimmt_dokument(anfrage, art)
    inhalt, name = read_datei(datei), datei.name or ""
    check_neu(anfrage, art, inhalt)
    dokument = store_dokument(anfrage, art=art, inhalt=inhalt, name=name, konto=konto, jetzt=jetzt)
    link_erstes_schreiben(anfrage, dokument, konto=konto)
    return dokument


def list_dokumentarten(anfrage: Kooperationsanfrage) -> list[Dokumentart]:
    """What can be uploaded now. Letters to residents have a way of their own (domain/kooperationsmaterial.py)."""
    if anfrage.ist_beendet:
        return [Dokumentart.ANTWORT]
    return [art for art in Dokumentart if art != Dokumentart.MATERIAL]


def check_nimmt_dokument(anfrage: Kooperationsanfrage, art: Dokumentart) -> None:
    """Once a request has ended only the answer to who asked follows, since that is written afterwards."""
    if anfrage.ist_beendet and art not in list_dokumentarten(anfrage):
        satz = _("Die Anfrage ist %(stand)s. Zu ihr kommt nur noch die „%(art)s“ hinzu.")
        raise AnfrageError(satz % {"stand": anfrage.get_status_display(), "art": Dokumentart.ANTWORT.label})


def check_neu(anfrage: Kooperationsanfrage, art: Dokumentart, inhalt: bytes) -> None:
    """A second click on the button makes no second paper. For a request that is locked. Raises DokumentError."""
    neuestes = anfrage.dokumente.vorhandene().filter(art=art).first()
    if neuestes is not None and neuestes.sha256 == build_pruefsumme(inhalt):
        raise DokumentError(_("Genau diese Datei ist hier schon als neuestes Dokument dieser Art abgelegt."))


def read_datei(datei: File[bytes]) -> bytes:
    """Too large a one is refused before it is read."""
    if (datei.size or 0) > settings.DOKUMENT_MAX_MB * MEGABYTE:
        satz = _("Diese Datei ist zu groß. Möglich sind höchstens %(mb)d MB.")
        raise DokumentError(satz % {"mb": settings.DOKUMENT_MAX_MB})
    datei.seek(0)
    inhalt: bytes = datei.read()
    return inhalt


def store_dokument(
    anfrage: Kooperationsanfrage, *, art: Dokumentart, inhalt: bytes, name: str, konto: Konto, jetzt: datetime
) -> Anfragedokument:
    """For a request that is locked, inside a transaction."""
    art_der_datei = read_format(inhalt)
    dokument = Anfragedokument.objects.create(
        anfrage=anfrage,
        art=art,
        format=art_der_datei,
        dateiname=clean_dateiname(name, art_der_datei),
        kennung=secrets.token_hex(KENNUNG_LAENGE // 2),
        groesse=len(inhalt),
        sha256=build_pruefsumme(inhalt),
        hochgeladen_am=jetzt,
        konto=konto,
    )
    _write(dokument.kennung, inhalt)
    return dokument


def read_dokument(dokument: Anfragedokument) -> bytes:
    """Raises DokumentVerloreneError, or more exactly DokumentEntferntError."""
    if dokument.ist_entfernt:
        raise DokumentEntferntError
    try:
        with get_ablage().open(dokument.kennung) as datei:
            inhalt: bytes = datei.read()
    except OSError as fehler:
        raise DokumentVerloreneError from fehler
    if build_pruefsumme(inhalt) != dokument.sha256:
        raise DokumentVerloreneError
    return inhalt


def build_pruefsumme(inhalt: bytes) -> str:
    """SHA-256, hexadecimal."""
    return hashlib.sha256(inhalt).hexdigest()


def get_ablage() -> Storage:
    return storages["dokumente"]


def clean_dateiname(name: str, art: Dokumentformat) -> str:
    """What people recognise their file by, without folders and signs that a computer could take for something else.

    It ends as the content does, whatever it ended with: no program can be handed on as a letter.
    """
    letzter = name.replace("\\", "/").rsplit("/", 1)[-1]
    sauber = re.sub(r"[^\w .()-]", "_", letzter).strip(" .")
    endung = f".{art.value}"
    if not sauber.lower().endswith((endung, ".jpeg") if art == Dokumentformat.JPEG else endung):
        sauber = f"{sauber or _('Dokument')}{endung}"
    return sauber[-NAME_HOECHSTENS:]


def _write(kennung: str, inhalt: bytes) -> None:
    try:
        get_ablage().save(kennung, ContentFile(inhalt))
    except BaseException:
        with suppress(OSError):
            get_ablage().delete(kennung)
        raise
