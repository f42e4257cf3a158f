"""Photos: added, replaced and removed together with their files.

Files are written last, inside the transaction and under new random names: a row that can be seen has its files, and
files without a row can be seen by nobody. They are removed when the transaction that drops their row is certain. What
a transaction leaves behind that fails further out, delete_verwaiste_fotos finds.

Whoever calls renews the mark of the catalogue as the last step (domain/sperren.py); OeffentlichAdmin does.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime, timedelta
from typing import BinaryIO, cast

from django.conf import settings
from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils.translation import gettext as _

from angebote.choices import Motiv
from angebote.domain.bilder import BildError, Fassungen, build_fassungen, read_bild
from angebote.models import Angebot, Foto, Ort
from angebote.models.foto import KENNUNG_LAENGE

MEGABYTE = 1024 * 1024
SCHONFRIST = timedelta(days=1)  # longer than any upload takes


@transaction.atomic
def add_foto(
    *,
    bezug: Angebot | Ort,
    motiv: Motiv,
    alt_text: str,
    bildnachweis: str,
    datei: File[bytes],
    menschen_erkennbar: bool = False,
    einwilligung_vermerk: str = "",
    reihenfolge: int = 1,
) -> Foto:
    """Raises BildError for a file that is no usable photo, IntegrityError for what the database refuses."""
    foto = Foto(
        motiv=motiv,
        alt_text=alt_text,
        bildnachweis=bildnachweis,
        menschen_erkennbar=menschen_erkennbar,
        einwilligung_vermerk=einwilligung_vermerk,
        reihenfolge=reihenfolge,
    )
    setattr(foto, "ort" if isinstance(bezug, Ort) else "angebot", bezug)
    store_foto(foto=foto, fassungen=read_fassungen(datei))
    return foto


def read_fassungen(datei: File[bytes]) -> Fassungen:
    """The new files of an upload; too large a one is refused before it is read."""
    if (datei.size or 0) > settings.FOTO_MAX_MB * MEGABYTE:
        raise BildError(
            _("Diese Datei ist zu groß. Möglich sind höchstens %(mb)d MB. Bitte verkleinern Sie das Foto.")
            % {"mb": settings.FOTO_MAX_MB}
        )
    return build_fassungen(read_bild(cast("BinaryIO", datei.file)))


@transaction.atomic
def store_foto(*, foto: Foto, fassungen: Fassungen | None) -> None:
    """Saves a new photo or a changed one; with `fassungen` it gets these files in place of those it had."""
    if fassungen is not None:
        if foto.pk:
            _remove_on_commit(foto.list_namen())
        foto.kennung = secrets.token_hex(KENNUNG_LAENGE // 2)
        foto.breiten, foto.breite, foto.hoehe = fassungen.breiten, fassungen.breite, fassungen.hoehe
    foto.save()
    if fassungen is not None:
        _write(foto, fassungen)


@transaction.atomic
def delete_fotos(*, fotos: Iterable[Foto]) -> None:
    fotos = list(fotos)
    remove_dateien_on_commit(fotos=fotos)
    Foto.objects.filter(pk__in=[foto.pk for foto in fotos]).delete()


def remove_dateien_on_commit(*, fotos: Iterable[Foto]) -> None:
    """For who deletes the rows by deleting what they belong to."""
    _remove_on_commit(name for foto in fotos for name in foto.list_namen())


def delete_verwaiste_fotos(*, jetzt: datetime) -> int:
    """Files of a photo that is in no row, older than a day; returns how many. Other files are left alone."""
    _ordner, namen = default_storage.listdir("")
    bekannte = {name for foto in Foto.objects.only("kennung", "breiten").iterator() for name in foto.list_namen()}
    verwaiste = [name for name in namen if name not in bekannte and _ist_alt(name, jetzt)]
    _remove(verwaiste)
    return len(verwaiste)


def _ist_alt(name: str, jetzt: datetime) -> bool:
    return default_storage.get_modified_time(name) < jetzt - SCHONFRIST


def _write(foto: Foto, fassungen: Fassungen) -> None:
    geschrieben: list[str] = []
    try:
        for (breite, endung), inhalt in fassungen.dateien.items():
            geschrieben.append(foto.build_name(breite, endung))
            default_storage.save(geschrieben[-1], ContentFile(inhalt))
    except BaseException:
        _remove(geschrieben)
        raise


def _remove_on_commit(namen: Iterable[str]) -> None:
    feste = list(namen)
    transaction.on_commit(lambda: _remove(feste))


def _remove(namen: Iterable[str]) -> None:
    for name in namen:
        with suppress(OSError):  # the row is gone; what stays behind is found by delete_verwaiste_fotos
            default_storage.delete(name)
