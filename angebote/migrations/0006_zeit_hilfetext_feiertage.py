from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("angebote", "0005_krisenhilfe_thema")]

    operations = [
        migrations.AlterField(
            model_name="zeit",
            name="an_feiertagen",
            field=models.BooleanField(
                default=False, help_text="auch Heiligabend und Silvester", verbose_name="auch an Feiertagen"
            ),
        ),
    ]
