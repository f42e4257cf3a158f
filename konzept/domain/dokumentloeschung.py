"""A file that should never have been uploaded, such as a list of addresses, is erased (G1); its trace stays.

Row, checksum and day of the paper stay, its name goes with the file. An erased paper counts for nothing any more: what
asks for it asks again, and of a letter the version before counts. Nothing brings the file back.
"""

from __future__ import annotations

from datetime import datetime
from functools import partial

from django.db import transaction
from django.utils.translation import gettext as _

from konzept.domain.dokumente import get_ablage
from konzept.domain.kooperation import AnfrageError, lock_anfrage
from konzept.domain.kooperationsvollmacht import drop_schreiben
from konzept.models import Anfragedokument, Dokumentloeschung
from konzept.models.dokument import NAME_ENTFERNT
from pankow_einsamkeit.models import Konto


class LoeschungError(AnfrageError):
    pass


@transaction.atomic
def erase_dokument(*, dokument_id: int, grund: str, konto: Konto, jetzt: datetime) -> Dokumentloeschung:
    """In every state of the request. Raises LoeschungError, and ValidationError for what the model refuses.

    The file goes once it is certain that the trace stays. Where the store fails then, nobody gets the file all the
    same, and delete_uebrige tries again.
    """
    dokument = Anfragedokument.objects.get(pk=dokument_id)
    anfrage = lock_anfrage(dokument.anfrage_id)
    check_entfernbar(dokument)
    if not grund.strip():
        raise LoeschungError({"grund": _("Bitte sagen Sie, warum die Datei entfernt wird.")})
    loeschung = Dokumentloeschung(dokument=dokument, grund=grund.strip(), am=jetzt, konto=konto)
    loeschung.full_clean()
    loeschung.save()
    Anfragedokument.objects.filter(pk=dokument.pk).update(dateiname=NAME_ENTFERNT)
    drop_schreiben(anfrage, dokument, konto=konto)
    transaction.on_commit(partial(get_ablage().delete, dokument.kennung), robust=True)
    return loeschung


def check_entfernbar(dokument: Anfragedokument) -> None:
    if Dokumentloeschung.objects.filter(dokument=dokument).exists():
        raise LoeschungError(_("Diese Datei ist schon entfernt."))


def liegt_noch(dokument: Anfragedokument) -> bool:
    """Whether the store has failed to delete it."""
    return get_ablage().exists(dokument.kennung)


def delete_uebrige() -> int:
    """How many files of erased papers were still there: the store had failed, or a backup brought them back."""
    ablage = get_ablage()
    kennungen = Dokumentloeschung.objects.values_list("dokument__kennung", flat=True)
    uebrige = [kennung for kennung in kennungen if ablage.exists(kennung)]
    for kennung in uebrige:
        ablage.delete(kennung)
    return len(uebrige)
