"""What full_clean checks, without asking the database again what it cannot answer otherwise.

Django asks it once for every constraint, unique field and foreign key of a record, changed or not; an import of
thousands of offers would wait for little else.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models


def clean_geaendertes(eintrag: models.Model, felder: Collection[str]) -> None:
    """As full_clean, with the same ValidationError, for a record of which only these fields differ from the database.

    A new record differs in all of them.
    """
    if eintrag.pk is None:
        felder = [feld.name for feld in eintrag._meta.concrete_fields]
    fehler: dict[str, Any] = {}
    try:
        eintrag.full_clean(exclude=_list_bewaehrte(eintrag, felder), validate_constraints=False)
    except ValidationError as gefundene:
        fehler = gefundene.update_error_dict(fehler)
    for modell, bedingungen in eintrag.get_constraints():
        for bedingung in bedingungen:
            try:
                _check(bedingung, modell, eintrag, felder, ausser=set(fehler))
            except ValidationError as gefundene:
                fehler = gefundene.update_error_dict(fehler)
    if fehler:
        raise ValidationError(fehler)


def _list_bewaehrte(eintrag: models.Model, felder: Collection[str]) -> set[str]:
    """Unchanged fields whose check is a query, which the database has answered when they were saved."""
    return {
        feld.name
        for feld in eintrag._meta.concrete_fields
        if feld.name not in felder and (feld.unique or feld.is_relation)
    }


def _check(
    bedingung: Any,
    modell: type[models.Model],
    eintrag: models.Model,
    felder: Collection[str],
    *,
    ausser: set[str],
) -> None:
    if not isinstance(bedingung, models.CheckConstraint):
        eigene = {*getattr(bedingung, "fields", ())}
        if not eigene or eigene & set(felder):
            bedingung.validate(modell, eintrag, exclude=ausser)
        return
    gemeinte = list_gemeinte(bedingung)
    if gemeinte & ausser or not gemeinte & set(felder):
        return
    werte = tuple((feld.attname, getattr(eintrag, feld.attname)) for feld in _list_felder(modell, gemeinte))
    if not is_erfuellt(bedingung.name, modell, werte):
        raise ValidationError(bedingung.get_violation_error_message(), code=bedingung.violation_error_code)


def list_gemeinte(bedingung: Any) -> set[str]:
    """The names of the fields it speaks of."""
    return set(bedingung.condition.referenced_base_fields)


def _list_felder(modell: type[models.Model], namen: Collection[str]) -> list[models.Field[Any, Any]]:
    return [feld for feld in modell._meta.concrete_fields if feld.name in namen or feld.attname in namen]


@lru_cache(maxsize=4096)
def is_erfuellt(name: str, modell: type[models.Model], werte: tuple[tuple[str, Any], ...]) -> bool:
    """Of these values alone, so the answer stays the same; records of a list tend to say the same."""
    bedingung: Any = next(eine for eine in modell._meta.constraints if eine.name == name)
    namen = {attname for attname, _wert in werte}
    andere = {feld.name for feld in modell._meta.concrete_fields if feld.attname not in namen}
    try:
        bedingung.validate(modell, modell(**dict(werte)), exclude=andere)
    except ValidationError:
        return False
    return True
