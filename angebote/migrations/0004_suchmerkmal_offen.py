from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("angebote", "0003_suchtext")]

    operations = [
        migrations.AlterField(
            model_name="suchmerkmal",
            name="gruppe",
            field=models.CharField(
                choices=[
                    ("bereich", "Bereich"),
                    ("kategorie", "Was"),
                    ("kiez", "Kiez"),
                    ("ortsteil", "Ortsteil"),
                    ("kosten", "Kosten"),
                    ("barrierefrei", "Barrierefreiheit"),
                    ("zugang", "Zugang"),
                    ("anmeldung", "Anmeldung"),
                    ("sprache", "Sprache"),
                    ("fuer", "Für"),
                    ("zeitlage", "Zeitangabe"),
                    ("offen", "nicht bekannt"),
                ],
                max_length=12,
                verbose_name="Gruppe",
            ),
        )
    ]
