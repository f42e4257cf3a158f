from django.db import migrations, models
from django.db.models.functions import TruncDate

EINST_OEFFENTLICH = ["veroeffentlicht", "pausiert", "archiviert"]


def date_existing(apps, schema_editor):
    """Nobody wrote down when they became public; for the archived nobody knows whether, so they go on answering."""
    angebote = apps.get_model("angebote", "Angebot").objects.filter(status__in=EINST_OEFFENTLICH)
    angebote.update(veroeffentlicht_am=TruncDate("created_at"))


class Migration(migrations.Migration):
    dependencies = [
        ("angebote", "0015_verlauf_und_vorschlaege"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="angebot",
            options={
                "ordering": ["titel", "id"],
                "permissions": [
                    ("publish_angebot", "Angebote veröffentlichen, archivieren und Vorschläge entscheiden")
                ],
                "verbose_name": "Angebot",
                "verbose_name_plural": "Angebote",
            },
        ),
        migrations.AddField(
            model_name="angebot",
            name="veroeffentlicht_am",
            field=models.DateField(blank=True, editable=False, null=True, verbose_name="zuerst veröffentlicht am"),
        ),
        migrations.RunPython(date_existing, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="angebot",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status__in", ["entwurf", "in-pruefung"]), ("veroeffentlicht_am__isnull", True)),
                    models.Q(("status__in", ["veroeffentlicht", "pausiert"]), ("veroeffentlicht_am__isnull", False)),
                    ("status", "archiviert"),
                    _connector="OR",
                ),
                name="angebot_status_passt_zu_veroeffentlicht_am",
                violation_error_message="Was einmal veröffentlicht war, wird nie wieder Entwurf, und was öffentlich ist, braucht ein Datum der Veröffentlichung.",
            ),
        ),
    ]
