"""The full text index. Each database has its own kind, with the same columns for the ORM: see models/volltext.py."""

import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

FELDER = ("titel", "kategorien", "nutzen", "text", "ort")

# ascii: only letters outside ASCII and what is no sign of punctuation makes words, which is what our stems consist of.
# detail=column: which field a word stands in is asked, its position never.
SQLITE = "CREATE VIRTUAL TABLE angebote_volltext USING fts5(titel, kategorien, nutzen, text, ort, tokenize='ascii', detail='column')"


def build_lexeme(feld: str) -> str:
    """Every stem of the field with its number before it, because a GIN index knows nothing of fields: "0chor"."""
    return rf"string_to_array(regexp_replace({feld}, '(\S+)', '{FELDER.index(feld)}\1', 'g'), ' ')"


POSTGRESQL = [
    f"""CREATE TABLE angebote_volltext (
        rowid bigint NOT NULL PRIMARY KEY
            CONSTRAINT volltext_angebot REFERENCES angebote_angebot (id) DEFERRABLE INITIALLY DEFERRED,
        {", ".join(f"{feld} text NOT NULL" for feld in FELDER)},
        worte tsvector GENERATED ALWAYS AS (array_to_tsvector({" || ".join(build_lexeme(feld) for feld in FELDER)})) STORED
    )""",
    # No list of pending rows: a save takes a little longer, and no search ever has to read one.
    "CREATE INDEX volltext_worte ON angebote_volltext USING gin (worte) WITH (fastupdate = off)",
]


def create_volltext(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in [SQLITE] if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement)


def drop_volltext(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    schema_editor.execute("DROP TABLE angebote_volltext")


class Migration(migrations.Migration):
    dependencies = [("angebote", "0009_suchbestand")]
    operations = [
        migrations.AddField(
            model_name="suchwort",
            name="anzeige",
            field=models.CharField(default="", max_length=80, verbose_name="so geschrieben"),
            preserve_default=False,
        ),
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunPython(create_volltext, drop_volltext)],
            state_operations=[
                migrations.CreateModel(
                    name="Volltext",
                    fields=[
                        (
                            "angebot",
                            models.OneToOneField(
                                db_column="rowid",
                                on_delete=django.db.models.deletion.CASCADE,
                                primary_key=True,
                                related_name="volltext",
                                serialize=False,
                                to="angebote.angebot",
                                verbose_name="Angebot",
                            ),
                        ),
                        ("titel", models.TextField(verbose_name="Titel")),
                        ("kategorien", models.TextField(verbose_name="Kategorien")),
                        ("nutzen", models.TextField(verbose_name="Was habe ich davon?")),
                        ("text", models.TextField(verbose_name="Text")),
                        ("ort", models.TextField(verbose_name="Ort")),
                    ],
                    options={"verbose_name": "Volltext", "verbose_name_plural": "Volltexte"},
                )
            ],
        ),
    ]
