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


def _passt(wert: Any, lookup: Lookup[Any], connection: Any) -> bool:
    feld = lookup.lhs.output_field
    while feld.is_relation:
        feld = feld.target_field
    if not isinstance(wert, int) or not isinstance(feld, IntegerField):
        return True
    kleinste, groesste = connection.ops.integer_field_range(feld.get_internal_type())
    return (kleinste is None or kleinste <= wert) and (groesste is None or wert <= groesste)


class OhneUnmoegliche(In):  # type: ignore[type-arg]
    def process_rhs(self, compiler: Any, connection: Any) -> Any:
        if self.rhs_is_direct_value():
            self.rhs = [wert for wert in self.rhs if _passt(wert, self, connection)]
        return super().process_rhs(compiler, connection)


class Zahlenliste(OhneUnmoegliche):
    pass


class Bezugsliste(RelatedIn, OhneUnmoegliche):
    pass


class Bezug(RelatedExact):
    def process_rhs(self, compiler: Any, connection: Any) -> Any:
        if not _passt(self.rhs, self, connection):
            raise EmptyResultSet
        return super().process_rhs(compiler, connection)


class Kalenderjahr(JahrGenau):  # type: ignore[type-arg]
    def as_sql(self, compiler: Any, connection: Any) -> Any:
        if self.rhs_is_direct_value() and not MINYEAR <= self.rhs <= MAXYEAR:
            raise EmptyResultSet
        return super().as_sql(compiler, connection)
