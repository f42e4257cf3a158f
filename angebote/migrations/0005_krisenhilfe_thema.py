from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("angebote", "0004_suchmerkmal_offen")]

    operations = [
        migrations.AddField(
            model_name="krisenhilfe",
            name="thema",
            field=models.CharField(
                choices=[
                    ("krise", "Krisendienst und ärztlicher Bereitschaftsdienst"),
                    ("reden", "Mit jemandem sprechen"),
                    ("familie", "Für Kinder, Jugendliche und Eltern"),
                    ("gewalt", "Bei Gewalt"),
                    ("sucht", "Bei Sucht"),
                    ("sprachen", "In anderen Sprachen"),
                ],
                default="reden",
                max_length=10,
                verbose_name="Abschnitt der Seite",
            ),
        ),
    ]
