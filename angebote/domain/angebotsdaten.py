"""Everything staff can edit about an offer as plain data: what proposals, the history and imports speak in.

The same of places, providers and help lines (read_daten, write_daten), for their history.

One flat dict by name: own fields as JSON can hold them (dates "2026-11-28", times "14:00:00", other records by key),
many-to-many fields as sorted lists of keys, parts as lists of rows without keys. Status, check date and derived values
are not in it: they have writes of their own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date, time
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext as _

from angebote.domain.bedingungen import clean_geaendertes
from angebote.domain.katalog import refresh_angebote
from angebote.domain.kosten import WIDERSPRUCH, widersprechen_sich
from angebote.models import Angebot, Kosten, Krisenhilfe, Ort, Traeger
from angebote.models.verlauf import give_anlass
from pankow_einsamkeit.models import Konto

Daten = dict[str, Any]
Zeile = dict[str, Any]

TEILE = (
    *("zeiten", "ausnahmen", "schliesszeiten", "zugangswege", "kosten", "barriereangaben"),
    *("mitmachrollen", "quellen"),
)
TEILE_JE_MODELL: Mapping[type[models.Model], tuple[str, ...]] = {
    Angebot: TEILE,
    Ort: ("barriereangaben", "schliesszeiten", "quellen"),
    Traeger: ("quellen",),
    Krisenhilfe: (),
}
EIGENE_WEGE = frozenset({"status", "slug"})  # of the above: changed by functions of their own, or never
BEZUEGE = frozenset({"angebot", "ort", "traeger"})  # what a part belongs to


def list_felder(modell: type[models.Model] = Angebot) -> list[models.Field[Any, Any]]:
    """The record's own fields and foreign keys, in the order of the model."""
    ohne = {"id", *EIGENE_WEGE} if modell in TEILE_JE_MODELL else {"id"}
    return [feld for feld in modell._meta.concrete_fields if feld.editable and feld.name not in ohne]


def list_teile(modell: type[models.Model] = Angebot) -> tuple[str, ...]:
    """Names of the rows that belong to a record. Models of other apps name theirs in `verlauf_teile`."""
    eigene: tuple[str, ...] = getattr(modell, "verlauf_teile", ())
    return TEILE_JE_MODELL.get(modell, eigene)


def list_mengen(modell: type[models.Model] = Angebot) -> list[models.ManyToManyField[Any, Any]]:
    return list(modell._meta.many_to_many)


def get_bezug(feld: models.ForeignKey[Any, Any] | models.ManyToManyField[Any, Any]) -> type[models.Model]:
    """The model a field points to."""
    modell: type[models.Model] = feld.related_model  # type: ignore[assignment]
    return modell


def get_teilmodell(name: str, modell: type[models.Model] = Angebot) -> type[models.Model]:
    teilmodell: type[models.Model] = modell._meta.get_field(name).related_model  # type: ignore[assignment]
    return teilmodell


def list_teilfelder(modell: type[models.Model]) -> list[models.Field[Any, Any]]:
    """The fields of a row, without its key and what it belongs to: BEZUEGE, or the model's own `verlauf_bezug`."""
    ohne = {getattr(modell, "verlauf_bezug", "")} | BEZUEGE
    return [feld for feld in modell._meta.concrete_fields if not feld.primary_key and feld.name not in ohne]


def list_namen(modell: type[models.Model] = Angebot) -> list[str]:
    """Every name that Daten hold."""
    eigene = [*list_felder(modell), *list_mengen(modell)]
    return [*(feld.name for feld in eigene), *list_teile(modell)]


def read_angebotsdaten(angebot: Angebot) -> Daten:
    """From the database as it is now; prefetched parts are used. 4 + 7 queries without."""
    return read_daten(angebot)


def read_daten(eintrag: models.Model) -> Daten:
    """As read_angebotsdaten, of any record."""
    modell = type(eintrag)
    daten: Daten = read_row(eintrag, list_felder(modell))
    for menge in list_mengen(modell):
        daten[menge.name] = sorted(ziel.pk for ziel in getattr(eintrag, menge.name).all())
    for name in list_teile(modell):
        daten[name] = read_zeilen(getattr(eintrag, name).all(), get_teilmodell(name, modell))
    return daten


def read_zeilen(eintraege: Iterable[models.Model], modell: type[models.Model]) -> list[Zeile]:
    """In an order of their own, so that the same rows are always the same list."""
    felder = list_teilfelder(modell)
    return sorted((read_row(eintrag, felder) for eintrag in eintraege), key=repr)


def read_row(eintrag: models.Model, felder: Iterable[models.Field[Any, Any]]) -> Zeile:
    return {feld.name: to_plain(getattr(eintrag, feld.attname)) for feld in felder}


def to_plain(wert: Any) -> Any:
    """As JSON gives it back. Lines end as in Unix: browsers send them otherwise, which is no change of a text."""
    if isinstance(wert, date | time):
        return wert.isoformat()
    if isinstance(wert, str):
        return wert.replace("\r\n", "\n")
    return str(wert) if isinstance(wert, Decimal) else wert


def diff_angebotsdaten(
    alt: Mapping[str, Any], neu: Mapping[str, Any], modell: type[models.Model] = Angebot
) -> dict[str, dict[str, Any]]:
    """{name: {"alt", "neu"}} for every name of `neu` whose value differs."""
    return {
        name: {"alt": alt.get(name), "neu": neu[name]}
        for name in list_namen(modell)
        if name in neu and alt.get(name) != neu[name]
    }


@transaction.atomic
def apply_angebotsdaten(
    *, angebot: Angebot, daten: Mapping[str, Any], heute: date, konto: Konto | None = None, grund: str = ""
) -> None:
    """Gives the offer these values; names that are not in `daten` stay. Everything derived follows.

    konto and grund stand in the history; without a konto that of the request, if there is one. Raises ValidationError
    by field, and changes nothing, where a value is impossible or names a record that is gone.
    """
    with give_anlass(grund=grund, konto=konto):
        write_angebotsdaten(angebot=angebot, daten=daten)
    refresh_angebote(angebot_ids=[angebot.pk], heute=heute)


@transaction.atomic
def write_angebotsdaten(*, angebot: Angebot, daten: Mapping[str, Any]) -> None:
    """As apply_angebotsdaten, but leaves everything derived as it was; whoever writes many refreshes them together."""
    write_daten(eintrag=angebot, daten=daten)


@transaction.atomic
def write_daten(*, eintrag: models.Model, daten: Mapping[str, Any]) -> None:
    """As write_angebotsdaten, to any record."""
    modell = type(eintrag)
    unbekannte = set(daten) - set(list_namen(modell))
    if unbekannte:
        raise ValidationError(_("Unbekannte Felder: %(namen)s") % {"namen": ", ".join(sorted(unbekannte))})
    if geaenderte := set_felder(eintrag, daten):
        clean_geaendertes(eintrag, geaenderte)
        eintrag.save(update_fields=[*geaenderte, *list_stempel(modell)])
    for menge in list_mengen(modell):
        if menge.name in daten:
            set_menge(eintrag, menge, daten[menge.name])
    for name in list_teile(modell):
        if name in daten:
            set_teile(eintrag, name, daten[name])


def set_felder(eintrag: models.Model, daten: Mapping[str, Any]) -> list[str]:
    """On the instance only; the names that are different now."""
    geaenderte = []
    for feld in list_felder(type(eintrag)):
        if feld.name in daten and to_plain(getattr(eintrag, feld.attname)) != daten[feld.name]:
            setattr(eintrag, feld.attname, to_value(feld, daten[feld.name]))
            geaenderte.append(feld.name)
    return geaenderte


def list_stempel(modell: type[models.Model]) -> list[str]:
    """Fields that say by themselves when a record was saved."""
    return [feld.name for feld in modell._meta.concrete_fields if getattr(feld, "auto_now", False)]


def to_value(feld: models.Field[Any, Any], wert: Any) -> Any:
    """Back from plain data. Raises ValidationError keyed by the field's name."""
    ziel = feld.target_field if isinstance(feld, models.ForeignKey) else feld
    try:
        return ziel.to_python(wert)
    except ValidationError as fehler:
        raise ValidationError({feld.name: fehler.messages}) from fehler


def set_menge(eintrag: models.Model, menge: models.ManyToManyField[Any, Any], pks: Collection[int]) -> None:
    ziele = get_bezug(menge)._default_manager.filter(pk__in=pks)
    if len(ziele) != len(set(pks)):
        raise ValidationError({menge.name: _("Einen Eintrag, der hier genannt wird, gibt es nicht mehr.")})
    getattr(eintrag, menge.name).set(ziele)


def set_teile(eintrag: models.Model, name: str, zeilen: Iterable[Zeile]) -> None:
    """Rows that are there already stay untouched and the most similar are changed, so that their history goes on."""
    modell = get_teilmodell(name, type(eintrag))
    uebrige, fehlende = match_equal(list(getattr(eintrag, name).all()), zeilen, list_teilfelder(modell))
    paare = match_similar(uebrige, fehlende)
    for teil in uebrige:
        if all(teil is not vergeben for vergeben, _zeile in paare):
            teil.delete()
    try:
        for vergeben, zeile in paare:
            save_teil(vergeben or modell(**{get_bezugsfeld(eintrag, name): eintrag}), zeile)
    except ValidationError as fehler:
        raise ValidationError({name: fehler.messages}) from fehler
    if name == "kosten" and widersprechen_sich(list(Kosten.objects.filter(angebot=eintrag.pk))):
        raise ValidationError({name: WIDERSPRUCH})


def get_bezugsfeld(eintrag: models.Model, name: str) -> str:
    """By which field its parts of that name belong to a record."""
    return str(eintrag._meta.get_field(name).field.name)  # type: ignore[union-attr]


def match_equal(
    teile: list[models.Model], zeilen: Iterable[Zeile], felder: list[models.Field[Any, Any]]
) -> tuple[list[models.Model], list[Zeile]]:
    """The parts and the rows that have no counterpart; what a row does not name has its default."""
    uebrige, fehlende = list(teile), []
    for angegeben in zeilen:
        zeile = {feld.name: angegeben.get(feld.name, to_plain(feld.get_default())) for feld in felder}
        gleich = next((teil for teil in uebrige if read_row(teil, felder) == zeile), None)
        if gleich is None:
            fehlende.append(zeile)
        else:
            uebrige.remove(gleich)
    return uebrige, fehlende


def match_similar(teile: list[models.Model], zeilen: list[Zeile]) -> list[tuple[models.Model | None, Zeile]]:
    """Each row with the part that shares most values with it; None where no part is left."""
    freie, paare = list(teile), []
    for zeile in zeilen:
        aehnlichstes = max(freie, key=lambda teil: count_shared(teil, zeile), default=None)
        if aehnlichstes is not None:
            freie.remove(aehnlichstes)
        paare.append((aehnlichstes, zeile))
    return paare


def count_shared(teil: models.Model, zeile: Zeile) -> int:
    return sum(to_plain(getattr(teil, name)) == wert for name, wert in zeile.items())


def save_teil(teil: models.Model, zeile: Zeile) -> None:
    for name, wert in zeile.items():
        setattr(teil, name, to_value(teil._meta.get_field(name), wert))  # type: ignore[arg-type]
    clean_geaendertes(teil, list(zeile))
    teil.save()
