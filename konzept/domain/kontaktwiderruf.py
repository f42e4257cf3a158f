"""Who takes a contact back stands in no list, no file and no old row any more (P6, F32)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from angebote.models.verlauf import give_anlass
from konzept.models import Akteur, Mitgliedschaft, Multiplikator
from pankow_einsamkeit.models import Konto

KONTAKTFELDER: Mapping[str, str] = dict.fromkeys(("kontakt_funktion", "telefon", "email", "anschrift"), "")
# The name of a shop may be a person's; what is left is a number for the report, and proof that it was taken back.
MIT_NAMEN: Mapping[str, str] = {**KONTAKTFELDER, "name": "widerrufen", "notiz": ""}


class SchonWiderrufenError(ValidationError):
    """Its message is a sentence for staff."""


class KontaktVorhandenError(ValidationError):
    """Its message is a sentence for staff."""


@transaction.atomic
def revoke_kontakt(*, eintrag: Akteur | Multiplikator, konto: Konto, heute: date) -> int:
    """Erases how to reach it, now and in all old rows, for ever; how many old rows were changed.

    Raises SchonWiderrufenError.
    """
    modell: type[Akteur | Multiplikator] = type(eintrag)
    eintrag = modell.objects.select_for_update(of=("self",)).get(pk=eintrag.pk)
    if eintrag.widerrufen_am is not None:
        raise SchonWiderrufenError(_("Dieser Kontakt ist schon widerrufen."))
    leer = MIT_NAMEN if isinstance(eintrag, Multiplikator) else KONTAKTFELDER
    for name, wert in leer.items():
        setattr(eintrag, name, wert)
    eintrag.widerrufen_am = heute
    with give_anlass(grund=_("Kontakt widerrufen"), konto=konto):
        eintrag.save(update_fields=[*leer, "widerrufen_am"])
        if isinstance(eintrag, Akteur):
            _erase_funktionen(eintrag)
    if isinstance(eintrag, Multiplikator):
        _erase_material(eintrag)
    alte: int = modell.verlauf.filter(id=eintrag.pk).update(**leer)
    return alte


def _erase_funktionen(akteur: Akteur) -> None:
    """Who speaks for it in a round, perhaps with a number. The seat stays: the institution does too."""
    for mitgliedschaft in akteur.mitgliedschaften.exclude(funktion=""):
        mitgliedschaft.funktion = ""
        mitgliedschaft.save(update_fields=["funktion"])
    Mitgliedschaft.verlauf.filter(akteur=akteur.pk).update(funktion="")


def _erase_material(eintrag: Multiplikator) -> None:
    """Nobody delivers there any more; nor does the log of the admin tell what the place was called."""
    eintrag.materialwuensche.all().delete()
    typ = ContentType.objects.get_for_model(Multiplikator)
    LogEntry.objects.filter(content_type=typ, object_id=str(eintrag.pk)).update(object_repr=eintrag.name)


@transaction.atomic
def renew_kontakt(*, akteur: Akteur, angaben: Mapping[str, object], konto: Konto, heute: date) -> Akteur:
    """A first contact, or a new one after one was taken back, on a basis of its own.

    Raises KontaktVorhandenError, and ValidationError by field.
    """
    akteur = Akteur.objects.select_for_update(of=("self",)).get(pk=akteur.pk)
    if akteur.hat_kontakt:
        raise KontaktVorhandenError(_("Hier steht schon ein Kontakt. Ändern können Sie ihn unter „Bearbeiten“."))
    for name, wert in angaben.items():
        setattr(akteur, name, wert)
    _check_grundlage(akteur, heute=heute)
    akteur.widerrufen_am = None
    akteur.full_clean()
    with give_anlass(grund=_("Neuer Kontakt"), konto=konto):
        akteur.save(update_fields=[*angaben, "widerrufen_am"])
    return akteur


def lock_widerrufene(akteure: Iterable[int]) -> set[int]:
    """Those of them whose contact is taken back. Until the transaction ends no other is: whoever does so waits."""
    zeilen = Akteur.objects.select_for_update(of=("self",)).filter(pk__in=akteure).order_by("pk")
    return {akteur.pk for akteur in zeilen if akteur.widerrufen_am is not None}


def _check_grundlage(akteur: Akteur, *, heute: date) -> None:
    """What was taken back is not brought back by what was agreed before."""
    if akteur.grundlage_am is not None and akteur.grundlage_am > heute:
        raise ValidationError({"grundlage_am": _("Dieser Tag liegt in der Zukunft.")})
    if akteur.widerrufen_am is not None and (akteur.grundlage_am is None or akteur.grundlage_am < akteur.widerrufen_am):
        satz = _("Am %(tag)s wurde widerrufen. Nennen Sie bitte den Tag einer neuen Grundlage, nicht davor.")
        raise ValidationError({"grundlage_am": satz % {"tag": date_format(akteur.widerrufen_am, "j. F Y")}})
