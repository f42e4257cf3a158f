"""An address of somebody who answers is public only where staff have said so (P5)."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("konzept", "0014_berichtsschutz"),
    ]

    operations = [
        migrations.AddField(
            model_name="historicalzustaendigkeit",
            name="email_zeigen",
            field=models.BooleanField(
                default=False,
                help_text="Am besten ein Postfach der Stelle, ohne Namen.",
                verbose_name="E-Mail öffentlich zeigen",
            ),
        ),
        migrations.AddField(
            model_name="zustaendigkeit",
            name="email_zeigen",
            field=models.BooleanField(
                default=False,
                help_text="Am besten ein Postfach der Stelle, ohne Namen.",
                verbose_name="E-Mail öffentlich zeigen",
            ),
        ),
    ]
