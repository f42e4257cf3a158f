from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("angebote", "0002_stammdaten")]

    operations = [
        migrations.AddField(
            model_name="angebot",
            name="suchtext",
            field=models.TextField(default="", editable=False, verbose_name="Suchtext"),
        ),
        migrations.AddField(
            model_name="angebot",
            name="sortiertitel",
            field=models.TextField(default="", editable=False, verbose_name="Titel zum Sortieren"),
        ),
    ]
