import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F


def settle(apps, schema_editor):
    """What contradicts itself says less from now on, else no row could be checked; the history keeps what it said."""
    apps.get_model("konzept", "Drucksache").objects.filter(beschlossen_am__lt=F("eingebracht_am")).update(
        eingebracht_am=None
    )
    apps.get_model("konzept", "Geschaeftsbereich").objects.filter(gehoert_zu=F("pk")).update(
        art="geschaeftsbereich", gehoert_zu=None
    )


class Migration(migrations.Migration):
    dependencies = [
        ("konzept", "0018_vom_bezirk_beendet"),
    ]

    operations = [
        migrations.RunPython(settle, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="geschaeftsbereich",
            name="gehoert_zu",
            field=models.ForeignKey(
                blank=True,
                limit_choices_to={"art": "geschaeftsbereich"},
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="aemter",
                to="konzept.geschaeftsbereich",
                verbose_name="gehört zu",
            ),
        ),
        migrations.AlterField(
            model_name="historicalgeschaeftsbereich",
            name="gehoert_zu",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                limit_choices_to={"art": "geschaeftsbereich"},
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="konzept.geschaeftsbereich",
                verbose_name="gehört zu",
            ),
        ),
        migrations.AddConstraint(
            model_name="drucksache",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("eingebracht_am__isnull", True),
                    ("beschlossen_am__isnull", True),
                    ("beschlossen_am__gte", models.F("eingebracht_am")),
                    _connector="OR",
                ),
                name="drucksache_erst_eingebracht",
                violation_error_message="Beschlossen wird eine Drucksache nicht, ehe sie eingebracht ist.",
            ),
        ),
        migrations.AddConstraint(
            model_name="geschaeftsbereich",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("gehoert_zu__isnull", True),
                    models.Q(("gehoert_zu", models.F("pk")), _negated=True),
                    _connector="OR",
                ),
                name="geschaeftsbereich_nicht_zu_sich_selbst",
                violation_error_message="Ein Amt gehört nicht zu sich selbst.",
            ),
        ),
    ]
