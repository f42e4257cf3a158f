from django.db import migrations

from angebote.domain.rollen import grant_rollen


def grant(apps, schema_editor):
    grant_rollen(apps=apps)


class Migration(migrations.Migration):
    """Rights only. Backwards nothing is undone: the table in angebote/rollen.py is what holds, at any migration."""

    dependencies = [("angebote", "0026_rollen")]

    operations = [
        migrations.RunPython(grant, migrations.RunPython.noop),
    ]
