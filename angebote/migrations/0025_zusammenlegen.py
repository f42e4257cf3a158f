import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("angebote", "0024_import"),
    ]

    operations = [
        migrations.AddField(
            model_name="angebot",
            name="zusammengelegt_mit",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="zusammengelegte",
                to="angebote.angebot",
                verbose_name="zusammengelegt mit",
            ),
        ),
        migrations.AddField(
            model_name="historicalangebot",
            name="zusammengelegt_mit",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="angebote.angebot",
                verbose_name="zusammengelegt mit",
            ),
        ),
    ]
