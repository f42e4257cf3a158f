from django.db import migrations

from angebote.domain.rollen import grant_rollen
from angebote.rollen import RECHTE


def grant(apps, schema_editor):
    grant_rollen(apps=apps)


def remove_gruppen(apps, schema_editor):
    apps.get_model("auth", "Group").objects.filter(name__in=RECHTE).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("angebote", "0025_zusammenlegen"),
        ("pankow_einsamkeit", "0003_anmeldeversuche"),
        ("admin", "0003_logentry_add_action_flag_choices"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("mfa", "0003_authenticator_type_uniq"),
        ("socialaccount", "0006_alter_socialaccount_extra_data"),
    ]

    operations = [
        migrations.RunPython(grant, remove_gruppen),
    ]
