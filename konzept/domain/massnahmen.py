"""Everything that is written about a measure but its status: facts, milestones, and what was counted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from angebote.domain.angebotsdaten import Daten
from angebote.models.verlauf import give_anlass
from konzept.domain.meilensteintage import check_laufzeit, check_meilensteintag
from konzept.domain.zwischenstaende import check_gesehenes
from konzept.models import Indikator, Indikatorwert, Massnahme, Meilenstein
from pankow_einsamkeit.models import Konto

EIGENE = (
    *("titel", "ziel", "komponente", "art", "federfuehrung", "zustaendig", "verantwortlich"),
    *("baut_auf", "beginn", "ende", "mittel", "drucksache", "luecke"),
)
KENNZEICHEN = ("titel", "komponente", "federfuehrung", "beginn")  # measures stay for ever, so none is there twice
MENGEN = ("beteiligte", "partner", "kieze", "angebote", "orte")
Angaben = Mapping[str, Any]  # by name of EIGENE and MENGEN, values as a form has cleaned them


@transaction.atomic
def create_massnahme(*, angaben: Angaben, konto: Konto | None) -> Massnahme:
    """Planned at first. Raises ValidationError."""
    if konto is not None:
        Konto.objects.select_for_update().get(pk=konto.pk)  # a second click may arrive at the same moment
    if Massnahme.objects.filter(**{name: angaben[name] for name in KENNZEICHEN}).exists():
        raise ValidationError(_("Diese Maßnahme ist schon angelegt. Sie steht in der Liste der Maßnahmen."))
    with give_anlass(grund=_("Maßnahme angelegt"), konto=konto):
        return _write(Massnahme(), angaben)


@transaction.atomic
def change_massnahme(
    *, massnahme_id: int, angaben: Angaben, konto: Konto | None, gesehen: Daten | None = None
) -> Massnahme:
    """What `angaben` leave out stays. gesehen: see check_gesehenes. Raises VeraltetError and ValidationError."""
    massnahme = Massnahme.objects.select_for_update().get(pk=massnahme_id)
    check_gesehenes(massnahme, gesehen=gesehen, werte=angaben)
    laufzeit = {name: angaben.get(name, getattr(massnahme, name)) for name in ("beginn", "ende")}
    check_laufzeit(massnahme=massnahme, **laufzeit)
    with give_anlass(grund=_("Maßnahme bearbeitet"), konto=konto):
        return _write(massnahme, angaben)


@transaction.atomic
def add_meilenstein(*, massnahme: Massnahme, titel: str, faellig_am: date, konto: Konto | None) -> Meilenstein:
    """Raises ValidationError; a measure that is over or dropped takes none."""
    massnahme = _lock(massnahme.pk)
    check_offen(massnahme)
    check_meilensteintag(massnahme=massnahme, tag=faellig_am)
    meilenstein = Meilenstein(massnahme=massnahme, titel=titel, faellig_am=faellig_am)
    meilenstein.full_clean()
    with give_anlass(grund=_("Meilenstein eingetragen"), konto=konto):
        meilenstein.save()
    return meilenstein


@transaction.atomic
def complete_meilenstein(*, meilenstein_id: int, konto: Konto | None, heute: date) -> Meilenstein:
    """One that is done already keeps its day. Raises ValidationError where the measure is over or dropped."""
    meilenstein = Meilenstein.objects.select_for_update().get(pk=meilenstein_id)
    check_offen(_lock(meilenstein.massnahme_id))
    if meilenstein.erledigt_am is None:
        meilenstein.erledigt_am = heute
        with give_anlass(grund=_("Meilenstein erledigt"), konto=konto):
            meilenstein.save(update_fields=["erledigt_am"])
    return meilenstein


@transaction.atomic
def reopen_meilenstein(*, meilenstein_id: int, konto: Konto | None) -> Meilenstein:
    """Raises ValidationError where the measure is over or dropped."""
    meilenstein = Meilenstein.objects.select_for_update().get(pk=meilenstein_id)
    check_offen(_lock(meilenstein.massnahme_id))
    if meilenstein.erledigt_am is not None:
        meilenstein.erledigt_am = None
        with give_anlass(grund=_("Meilenstein wieder offen"), konto=konto):
            meilenstein.save(update_fields=["erledigt_am"])
    return meilenstein


@transaction.atomic
def add_indikator(*, massnahme: Massnahme, angaben: Angaben, konto: Konto | None) -> Indikator:
    """Raises ValidationError; a measure that is over or dropped takes none."""
    check_offen(_lock(massnahme.pk))
    indikator = Indikator(massnahme=massnahme, **angaben)
    indikator.full_clean()
    with give_anlass(grund=_("Indikator eingetragen"), konto=konto):
        indikator.save()
    return indikator


@transaction.atomic
def add_indikatorwert(
    *, indikator: Indikator, tag: date, wert: Decimal, konto: Konto | None, heute: date, notiz: str = ""
) -> Indikatorwert:
    """Raises ValidationError, by field where one is to blame."""
    if tag > heute:
        raise ValidationError({"tag": _("Dieser Tag liegt in der Zukunft.")})
    _lock(indikator.massnahme_id)
    zeile = Indikatorwert(indikator=indikator, tag=tag, wert=wert, notiz=notiz)
    zeile.full_clean()
    with give_anlass(grund=_("Wert eingetragen"), konto=konto):
        zeile.save()
    return zeile


def check_offen(massnahme: Massnahme) -> None:
    """What is over takes no new part, and none of its milestones is completed or opened again: what stayed undone was
    accounted for when it was closed. What stands wrong may be corrected. Raises ValidationError.
    """
    if not massnahme.ist_offen:
        satz = _("Die Maßnahme ist „%(status)s“. Nehmen Sie sie zuerst wieder auf, mit „Status ändern“.")
        raise ValidationError(satz % {"status": massnahme.get_status_display()})


def _lock(massnahme_id: int) -> Massnahme:
    """Whoever adds the same part at the same moment waits, and is then told that it is there."""
    return Massnahme.objects.select_for_update().get(pk=massnahme_id)


def _write(massnahme: Massnahme, angaben: Angaben) -> Massnahme:
    for name in EIGENE:
        if name in angaben:
            setattr(massnahme, name, angaben[name])
    massnahme.full_clean()
    massnahme.save()
    for name in MENGEN:
        if name in angaben:
            getattr(massnahme, name).set(angaben[name])
    return massnahme
