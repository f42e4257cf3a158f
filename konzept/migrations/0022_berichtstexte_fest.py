"""The texts of a frozen report are kept as well; the constraint is made anew, since its triggers name the columns."""

from django.db import migrations

import konzept.models.fest_nach_einfrieren


class Migration(migrations.Migration):
    dependencies = [
        ("konzept", "0021_antwort_an_traeger"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="bericht", name="bericht_fest_nach_einfrieren"),
        migrations.AddConstraint(
            model_name="bericht",
            constraint=konzept.models.fest_nach_einfrieren.FestNachEinfrieren(
                name="bericht_fest_nach_einfrieren",
                violation_error_message="Ein eingefrorener Bericht darf nicht geändert oder gelöscht werden.",
            ),
        ),
    ]
