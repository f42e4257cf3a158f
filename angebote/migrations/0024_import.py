import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("angebote", "0023_bestaetigung"),
    ]

    operations = [
        migrations.CreateModel(
            name="Importbezug",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("quelle", models.CharField(max_length=40, verbose_name="Quelle")),
                ("schluessel", models.CharField(max_length=120, verbose_name="Kennung in der Quelle")),
                ("werte", models.JSONField(default=dict, verbose_name="zuletzt gelieferte Werte")),
                ("datei", models.CharField(blank=True, max_length=200, verbose_name="Datei")),
                ("zuletzt_gesehen_am", models.DateTimeField(verbose_name="zuletzt in der Quelle")),
                (
                    "verschwunden_am",
                    models.DateTimeField(blank=True, null=True, verbose_name="nicht mehr in der Quelle seit"),
                ),
                (
                    "angebot",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="importbezuege",
                        to="angebote.angebot",
                        verbose_name="Angebot",
                    ),
                ),
            ],
            options={
                "verbose_name": "Importbezug",
                "verbose_name_plural": "Importbezüge",
                "ordering": ["quelle", "schluessel"],
                "permissions": [("import_importbezug", "Kann Angebote aus Dateien einlesen")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("quelle", "schluessel"),
                        name="importbezug_einmalig",
                        violation_error_message="Diese Kennung der Quelle gehört schon zu einem Angebot.",
                    )
                ],
            },
        ),
    ]
