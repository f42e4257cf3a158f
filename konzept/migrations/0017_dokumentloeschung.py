"""A file that should never have been uploaded can be erased: a row says so, and that row may only be added.

Papers stay as they are but for one thing: an erased one may lose its name, and nothing else. SQLite forgets triggers when a
later migration rebuilds one of the two tables: that migration creates them again. The tests of the models notice.
"""

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from angebote.domain.rollen import grant_rollen

MELDUNG = "Diese Zeile darf nicht geändert oder gelöscht werden."
DOKUMENT, LOESCHUNG = "konzept_anfragedokument", "konzept_dokumentloeschung"
NAME = "entfernt"
GLEICH_BLEIBT = ("id", "anfrage_id", "art", "kennung", "format", "groesse", "sha256", "hochgeladen_am", "konto_id")
ERLAUBT = " AND ".join(
    [
        f"NEW.dateiname = '{NAME}'",
        *(f"NEW.{spalte} = OLD.{spalte}" for spalte in GLEICH_BLEIBT),
        f"EXISTS (SELECT 1 FROM {LOESCHUNG} WHERE dokument_id = OLD.id)",  # noqa: S608  nothing of it is asked from anybody
    ]
)


def is_postgresql(schema_editor):
    return schema_editor.connection.vendor == "postgresql"


def create_trigger(schema_editor, name, ereignis, tabelle, *, wenn="", funktion="konzept_nur_hinzu"):
    """wenn: SQLite alone asks it; there the function of PostgreSQL does."""
    if is_postgresql(schema_editor):
        wenn, tut = "", f"EXECUTE FUNCTION {funktion}()"
    else:
        tut = f"BEGIN SELECT RAISE(ABORT, '{MELDUNG}'); END"
    schema_editor.execute(f"CREATE TRIGGER {name} BEFORE {ereignis} ON {tabelle} FOR EACH ROW {wenn} {tut}")


def drop_trigger(schema_editor, name, tabelle):
    schema_editor.execute(f"DROP TRIGGER {name}{f' ON {tabelle}' if is_postgresql(schema_editor) else ''}")


def create_sperren(apps, schema_editor):
    for ereignis in ("UPDATE", "DELETE"):
        create_trigger(schema_editor, f"dokumentloeschung_kein_{ereignis.lower()}", ereignis, LOESCHUNG)
    if is_postgresql(schema_editor):
        schema_editor.execute(
            "CREATE FUNCTION konzept_dokument_nur_name() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN IF {ERLAUBT} THEN RETURN NEW; END IF; "
            f"RAISE EXCEPTION '{MELDUNG}' USING ERRCODE = 'integrity_constraint_violation'; END $$"
        )
    drop_trigger(schema_editor, "anfragedokument_kein_update", DOKUMENT)
    create_trigger(
        schema_editor,
        "anfragedokument_kein_update",
        "UPDATE",
        DOKUMENT,
        wenn=f"WHEN NOT ({ERLAUBT})",
        funktion="konzept_dokument_nur_name",
    )


def drop_sperren(apps, schema_editor):
    for ereignis in ("update", "delete"):
        drop_trigger(schema_editor, f"dokumentloeschung_kein_{ereignis}", LOESCHUNG)
    drop_trigger(schema_editor, "anfragedokument_kein_update", DOKUMENT)
    create_trigger(schema_editor, "anfragedokument_kein_update", "UPDATE", DOKUMENT)
    if is_postgresql(schema_editor):
        schema_editor.execute("DROP FUNCTION konzept_dokument_nur_name()")


def grant(apps, schema_editor):
    grant_rollen(apps=apps)


class Migration(migrations.Migration):
    dependencies = [
        ("angebote", "0026_rollen"),
        ("konzept", "0016_berichtigung"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Dokumentloeschung",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "grund",
                    models.TextField(
                        help_text=(
                            "Was an dieser Datei falsch war. Bitte selbst keine Namen nennen: Der Grund bleibt stehen."
                        ),
                        validators=[django.core.validators.MaxLengthValidator(20000)],
                        verbose_name="Grund",
                    ),
                ),
                ("am", models.DateTimeField(verbose_name="entfernt am")),
                (
                    "dokument",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="loeschung",
                        to="konzept.anfragedokument",
                        verbose_name="Dokument",
                    ),
                ),
                (
                    "konto",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dokumentloeschungen",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="entfernt von",
                    ),
                ),
            ],
            options={
                "verbose_name": "entfernte Datei",
                "verbose_name_plural": "entfernte Dateien",
                "ordering": ["-am", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("grund", ""), _negated=True),
                        name="dokumentloeschung_mit_grund",
                        violation_error_message="Ohne Grund wird keine Datei entfernt.",
                    )
                ],
            },
        ),
        migrations.RunPython(create_sperren, drop_sperren),
        migrations.RunPython(grant, migrations.RunPython.noop),
    ]
