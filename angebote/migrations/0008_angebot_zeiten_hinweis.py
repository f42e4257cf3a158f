from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("angebote", "0007_krisenhilfe_saetze")]

    operations = [
        migrations.AddField(
            model_name="angebot",
            name="zeiten_hinweis",
            field=models.TextField(
                blank=True,
                default="",
                help_text="was sich nicht als Zeit eintragen lässt",
                verbose_name="Hinweis zu den Zeiten",
            ),
            preserve_default=False,
        ),
    ]
