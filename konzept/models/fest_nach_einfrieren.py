"""A constraint of Bericht that Django has no word for, in both databases (adr/0027)."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import DEFAULT_DB_ALIAS, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.backends.ddl_references import Statement, Table
from django.db.models.constraints import BaseConstraint

MELDUNG = "Ein eingefrorener Bericht darf nicht geändert oder gelöscht werden."
# What was said, and the day it was said of. What becomes of the report, and who did that, comes later.
FESTE = (
    *("abbild", "pruefsumme", "stichtag", "eingefroren_am", "drucksache_id", "art"),
    *("einleitung", "ausblick"),  # no longer read; a new draft begins with them
)
# And of a released one that it is released.
FESTE_NACH_FREIGABE = ("status", "freigegeben_am")
FUNKTION = (
    "CREATE FUNCTION %(name)s() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION '%(meldung)s' USING ERRCODE = 'integrity_constraint_violation'; END $$"
)
POSTGRESQL = (
    "CREATE TRIGGER %(name)s_%(anlass)s BEFORE %(anlass)s ON %(table)s FOR EACH ROW WHEN (%(wann)s) "
    "EXECUTE FUNCTION %(name)s()"
)
SQLITE = (
    "CREATE TRIGGER %(name)s_%(anlass)s BEFORE %(anlass)s ON %(table)s FOR EACH ROW WHEN %(wann)s "
    "BEGIN SELECT RAISE(ABORT, '%(meldung)s'); END"
)


class FestNachEinfrieren(BaseConstraint):
    """Once there is an `abbild`, neither it nor its checksum, day and texts change, and the row stays.

    The sections are rows of their own and are not kept so: on SQLite a trigger that reads another table stops every
    later migration of that table. From freezing on, nothing that goes out reads them.
    """

    def constraint_sql(self, model: Any, schema_editor: BaseDatabaseSchemaEditor | None) -> Any:
        """Nothing inside CREATE TABLE: it is added right after, also when SQLite makes the table anew."""
        if schema_editor:
            schema_editor.deferred_sql.extend(self._build_statements(model, schema_editor))

    def create_sql(self, model: Any, schema_editor: BaseDatabaseSchemaEditor | None) -> Any:
        self.constraint_sql(model, schema_editor)

    def remove_sql(self, model: Any, schema_editor: BaseDatabaseSchemaEditor | None) -> Any:
        """On PostgreSQL; SQLite makes the table anew, which takes the triggers away."""
        if schema_editor and schema_editor.connection.vendor == "postgresql":
            return f"DROP FUNCTION {self.name}() CASCADE"
        return None

    def validate(self, model: Any, instance: Any, exclude: Any = None, using: str = DEFAULT_DB_ALIAS) -> None:
        eingefrorene = model._default_manager.using(using).filter(pk=instance.pk, abbild__isnull=False)
        vorher = eingefrorene.values(*FESTE, *FESTE_NACH_FREIGABE).first()
        if vorher is None:
            return
        felder = (*FESTE, *FESTE_NACH_FREIGABE) if vorher["status"] == "freigegeben" else FESTE
        if any(getattr(instance, feld) != vorher[feld] for feld in felder):
            raise ValidationError(self.get_violation_error_message(), code=self.violation_error_code)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, FestNachEinfrieren) and self.deconstruct() == other.deconstruct()

    __hash__ = None  # type: ignore[assignment]

    def _build_statements(self, model: type[models.Model], schema_editor: BaseDatabaseSchemaEditor) -> list[Statement]:
        table = Table(model._meta.db_table, schema_editor.quote_name)
        ist_postgresql = schema_editor.connection.vendor == "postgresql"
        werte = {"name": self.name, "meldung": MELDUNG}
        trigger, anders = (POSTGRESQL, "IS DISTINCT FROM") if ist_postgresql else (SQLITE, "IS NOT")
        statements = [
            Statement(trigger, table=table, anlass=anlass, wann=wann, **werte)
            for anlass, wann in (("UPDATE", build_wann(anders)), ("DELETE", "OLD.abbild IS NOT NULL"))
        ]
        return [Statement(FUNKTION, table=table, **werte), *statements] if ist_postgresql else statements


def build_wann(anders: str) -> str:
    """When an update is refused. anders: what the database calls "differs, also from nothing"."""
    geaendert = " OR ".join(f"NEW.{feld} {anders} OLD.{feld}" for feld in FESTE)
    zurueckgenommen = " OR ".join(f"NEW.{feld} {anders} OLD.{feld}" for feld in FESTE_NACH_FREIGABE)
    return f"OLD.abbild IS NOT NULL AND ({geaendert} OR (OLD.status = 'freigegeben' AND ({zurueckgenommen})))"
