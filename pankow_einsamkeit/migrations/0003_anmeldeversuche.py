"""The table of the cache that counts attempts to sign in: with the other tables, so that no step can be forgotten."""

from django.core.management import call_command
from django.db import migrations


def create_tabelle(apps, schema_editor):
    call_command("createcachetable", "anmeldeversuche", database=schema_editor.connection.alias, verbosity=0)


def drop_tabelle(apps, schema_editor):
    schema_editor.execute(f"DROP TABLE IF EXISTS {schema_editor.quote_name('anmeldeversuche')}")


class Migration(migrations.Migration):
    dependencies = [("pankow_einsamkeit", "0002_platzhalter_seiten")]

    operations = [migrations.RunPython(create_tabelle, drop_tabelle)]
