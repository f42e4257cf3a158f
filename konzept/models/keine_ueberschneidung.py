"""A constraint of Zustaendigkeit that Django has no word for, in both databases."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import DEFAULT_DB_ALIAS, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.backends.ddl_references import Statement, Table
from django.db.models import Q
from django.db.models.constraints import BaseConstraint

EXCLUDE = (
    "ALTER TABLE %(table)s ADD CONSTRAINT %(name)s EXCLUDE USING gist ("
    "int8range(coalesce(komponente_id, 0), coalesce(komponente_id, 0), '[]') WITH &&, "
    "daterange(von, bis, '[]') WITH &&) WHERE (ist_haupt)"
)
# SQLite has no such constraint; a trigger refuses the same rows.
TRIGGER = (
    "CREATE TRIGGER %(name)s BEFORE %(anlass)s ON %(table)s WHEN NEW.ist_haupt AND EXISTS ("
    "SELECT 1 FROM %(table)s WHERE ist_haupt AND komponente_id IS NEW.komponente_id AND id IS NOT NEW.id "
    "AND von <= coalesce(NEW.bis, '9999-12-31') AND coalesce(bis, '9999-12-31') >= NEW.von) "
    "BEGIN SELECT RAISE(ABORT, 'keine Ueberschneidung'); END"
)
ANLAESSE = ("INSERT", "UPDATE")


class KeineUeberschneidung(BaseConstraint):
    """One main responsibility at a time for one component, and one for the whole concept; both ends count."""

    def constraint_sql(self, model: Any, schema_editor: BaseDatabaseSchemaEditor | None) -> Any:
        """Nothing inside CREATE TABLE: it is added right after, under the name the table has by then."""
        if schema_editor:
            schema_editor.deferred_sql.extend(self._build_statements(model, schema_editor))

    def create_sql(self, model: Any, schema_editor: BaseDatabaseSchemaEditor | None) -> Any:
        self.constraint_sql(model, schema_editor)

    def remove_sql(self, model: Any, schema_editor: BaseDatabaseSchemaEditor | None) -> Any:
        """On PostgreSQL; SQLite makes the table anew, which takes the triggers away."""
        if schema_editor and schema_editor.connection.vendor == "postgresql":
            return f"ALTER TABLE {schema_editor.quote_name(model._meta.db_table)} DROP CONSTRAINT {self.name}"
        return None

    def validate(self, model: Any, instance: Any, exclude: Any = None, using: str = DEFAULT_DB_ALIAS) -> None:
        if not instance.ist_haupt or instance.von is None:
            return
        gleiche = model._default_manager.using(using).filter(ist_haupt=True, komponente=instance.komponente_id)
        zugleich = gleiche.filter(Q(bis__isnull=True) | Q(bis__gte=instance.von)).exclude(pk=instance.pk)
        if instance.bis is not None:
            zugleich = zugleich.filter(von__lte=instance.bis)
        if zugleich.exists():
            raise ValidationError(self.get_violation_error_message(), code=self.violation_error_code)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, KeineUeberschneidung) and self.deconstruct() == other.deconstruct()

    __hash__ = None  # type: ignore[assignment]

    def _build_statements(self, model: type[models.Model], schema_editor: BaseDatabaseSchemaEditor) -> list[Statement]:
        table = Table(model._meta.db_table, schema_editor.quote_name)
        if schema_editor.connection.vendor == "postgresql":
            return [Statement(EXCLUDE, table=table, name=self.name)]
        return [
            Statement(TRIGGER, table=table, anlass=anlass, name=f"{self.name}_{anlass.lower()}") for anlass in ANLAESSE
        ]
