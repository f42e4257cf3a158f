"""What is frozen is kept by the database itself, with a checksum beside it (adr/0026)."""

import hashlib
import json

from django.db import migrations, models

import konzept.models.fest_nach_einfrieren


def add_pruefsummen(apps, schema_editor):
    Bericht = apps.get_model("konzept", "Bericht")
    for pk, abbild in Bericht.objects.filter(abbild__isnull=False).values_list("pk", "abbild"):
        text = json.dumps(abbild, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        Bericht.objects.filter(pk=pk).update(pruefsumme=hashlib.sha256(text.encode()).hexdigest())


class Migration(migrations.Migration):
    dependencies = [
        ("konzept", "0013_kooperationsfolge"),
    ]

    operations = [
        migrations.AddField(
            model_name="bericht",
            name="pruefsumme",
            field=models.CharField(blank=True, editable=False, max_length=64, verbose_name="Prüfsumme (SHA-256)"),
        ),
        migrations.AddField(
            model_name="historicalbericht",
            name="pruefsumme",
            field=models.CharField(blank=True, editable=False, max_length=64, verbose_name="Prüfsumme (SHA-256)"),
        ),
        migrations.RunPython(add_pruefsummen, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="bericht",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("abbild__isnull", True), ("pruefsumme", "")),
                    models.Q(models.Q(("abbild__isnull", False)), models.Q(("pruefsumme", ""), _negated=True)),
                    _connector="OR",
                ),
                name="bericht_abbild_mit_pruefsumme",
                violation_error_message="Genau die eingefrorenen Berichte haben eine Prüfsumme.",
            ),
        ),
        migrations.AddConstraint(
            model_name="bericht",
            constraint=konzept.models.fest_nach_einfrieren.FestNachEinfrieren(
                name="bericht_fest_nach_einfrieren",
                violation_error_message="Ein eingefrorener Bericht darf nicht geändert oder gelöscht werden.",
            ),
        ),
    ]
