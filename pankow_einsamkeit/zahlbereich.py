"""A number that no column can hold is in no row.

Django says so where plain numbers are compared (IntegerFieldExact), not for lists of them, relations and years. There
the database driver, or the calendar, would refuse the whole page for one wrong number in an address or a form.
"""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db.models import ForeignObject, IntegerField
from django.db.models.fields.related_lookups import RelatedExact, RelatedIn
from django.db.models.functions import ExtractYear
from django.db.models.lookups import In, Lookup
from django.db.models.lookups import YearExact as JahrGenau


def register_lookups() -> None:
    IntegerField.register_lookup(Zahlenliste)
    ForeignObject.register_lookup(Bezugsliste)
    ForeignObject.register_lookup(Bezug)
    ExtractYear.register_lookup(Kalenderjahr)


def _find_bereich(lookup: Lookup[Any], connection: Any) -> tuple[int, int] | None:
    """The smallest and the greatest number of the column; None where it holds no numbers, or any."""
    feld = lookup.lhs.output_field
    while feld.is_relation:
        feld = feld.target_field
    if not isinstance(feld, IntegerField):
        return None
    kleinste, groesste = connection.ops.integer_field_range(feld.get_internal_type())
    return None if kleinste is None or groesste is None else (kleinste, groesste)


class OhneUnmoegliche(In):  # type: ignore[type-arg]
    def process_rhs(self, compiler: Any, connection: Any) -> Any:
        bereich = _find_bereich(self, connection) if self.rhs_is_direct_value() else None
        if bereich is not None:
            kleinste, groesste = bereich
            self.rhs = [wert for wert in self.rhs if not isinstance(wert, int) or kleinste <= wert <= groesste]
        return super().process_rhs(compiler, connection)


class Zahlenliste(OhneUnmoegliche):
    pass


class Bezugsliste(RelatedIn, OhneUnmoegliche):
    pass


class Bezug(RelatedExact):
    def process_rhs(self, compiler: Any, connection: Any) -> Any:
        bereich = _find_bereich(self, connection) if isinstance(self.rhs, int) else None
        if bereich is not None and not bereich[0] <= self.rhs <= bereich[1]:
            raise EmptyResultSet
        return super().process_rhs(compiler, connection)


class Kalenderjahr(JahrGenau):  # type: ignore[type-arg]
    def as_sql(self, compiler: Any, connection: Any) -> Any:
        if self.rhs_is_direct_value() and not MINYEAR <= self.rhs <= MAXYEAR:
            raise EmptyResultSet
        return super().as_sql(compiler, connection)
