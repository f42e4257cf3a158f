import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

from angebote.domain.rollen import grant_rollen


def grant(apps, schema_editor):
    grant_rollen(apps=apps)


class Migration(migrations.Migration):
    dependencies = [
        ("konzept", "0003_zustaendigkeit"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="HistoricalIndikator",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "name",
                    models.CharField(
                        help_text="zum Beispiel: Treffpunkte in Karow", max_length=120, verbose_name="Indikator"
                    ),
                ),
                (
                    "einheit",
                    models.CharField(
                        help_text="zum Beispiel: Treffpunkte, Personen, Tage", max_length=40, verbose_name="Einheit"
                    ),
                ),
                ("startwert", models.DecimalField(decimal_places=2, max_digits=10, verbose_name="Startwert")),
                ("zielwert", models.DecimalField(decimal_places=2, max_digits=10, verbose_name="Zielwert")),
                ("ziel_bis", models.DateField(verbose_name="Ziel erreicht bis")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "massnahme",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="konzept.massnahme",
                        verbose_name="Maßnahme",
                    ),
                ),
            ],
            options={
                "verbose_name": "Verlauf: Indikator",
                "verbose_name_plural": "Verlauf: Indikator",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalMeilenstein",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("titel", models.CharField(max_length=160, verbose_name="Meilenstein")),
                ("faellig_am", models.DateField(verbose_name="fällig am")),
                ("erledigt_am", models.DateField(blank=True, null=True, verbose_name="erledigt am")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "massnahme",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="konzept.massnahme",
                        verbose_name="Maßnahme",
                    ),
                ),
            ],
            options={
                "verbose_name": "Verlauf: Meilenstein",
                "verbose_name_plural": "Verlauf: Meilenstein",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Indikator",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "name",
                    models.CharField(
                        help_text="zum Beispiel: Treffpunkte in Karow", max_length=120, verbose_name="Indikator"
                    ),
                ),
                (
                    "einheit",
                    models.CharField(
                        help_text="zum Beispiel: Treffpunkte, Personen, Tage", max_length=40, verbose_name="Einheit"
                    ),
                ),
                ("startwert", models.DecimalField(decimal_places=2, max_digits=10, verbose_name="Startwert")),
                ("zielwert", models.DecimalField(decimal_places=2, max_digits=10, verbose_name="Zielwert")),
                ("ziel_bis", models.DateField(verbose_name="Ziel erreicht bis")),
                (
                    "massnahme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="indikatoren",
                        to="konzept.massnahme",
                        verbose_name="Maßnahme",
                    ),
                ),
            ],
            options={
                "verbose_name": "Indikator",
                "verbose_name_plural": "Indikatoren",
                "ordering": ["massnahme", "pk"],
            },
        ),
        migrations.CreateModel(
            name="HistoricalIndikatorwert",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("tag", models.DateField(verbose_name="gezählt am")),
                ("wert", models.DecimalField(decimal_places=2, max_digits=10, verbose_name="Wert")),
                (
                    "notiz",
                    models.CharField(
                        blank=True, help_text="Woher die Zahl kommt.", max_length=200, verbose_name="Notiz"
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "indikator",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="konzept.indikator",
                        verbose_name="Indikator",
                    ),
                ),
            ],
            options={
                "verbose_name": "Verlauf: Wert",
                "verbose_name_plural": "Verlauf: Wert",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Indikatorwert",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("tag", models.DateField(verbose_name="gezählt am")),
                ("wert", models.DecimalField(decimal_places=2, max_digits=10, verbose_name="Wert")),
                (
                    "notiz",
                    models.CharField(
                        blank=True, help_text="Woher die Zahl kommt.", max_length=200, verbose_name="Notiz"
                    ),
                ),
                (
                    "indikator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="werte",
                        to="konzept.indikator",
                        verbose_name="Indikator",
                    ),
                ),
            ],
            options={
                "verbose_name": "Wert",
                "verbose_name_plural": "Werte",
                "ordering": ["tag", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Massnahmenwechsel",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "von",
                    models.CharField(
                        choices=[
                            ("geplant", "geplant"),
                            ("laeuft", "läuft"),
                            ("abgeschlossen", "abgeschlossen"),
                            ("verworfen", "verworfen"),
                        ],
                        max_length=20,
                        verbose_name="von",
                    ),
                ),
                (
                    "nach",
                    models.CharField(
                        choices=[
                            ("geplant", "geplant"),
                            ("laeuft", "läuft"),
                            ("abgeschlossen", "abgeschlossen"),
                            ("verworfen", "verworfen"),
                        ],
                        max_length=20,
                        verbose_name="nach",
                    ),
                ),
                ("grund", models.CharField(blank=True, max_length=500, verbose_name="Grund")),
                ("am", models.DateTimeField(verbose_name="wann")),
                (
                    "konto",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="massnahmenwechsel",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="wer",
                    ),
                ),
                (
                    "massnahme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="wechsel",
                        to="konzept.massnahme",
                        verbose_name="Maßnahme",
                    ),
                ),
            ],
            options={
                "verbose_name": "Statuswechsel",
                "verbose_name_plural": "Statuswechsel",
                "ordering": ["am", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Meilenstein",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("titel", models.CharField(max_length=160, verbose_name="Meilenstein")),
                ("faellig_am", models.DateField(verbose_name="fällig am")),
                ("erledigt_am", models.DateField(blank=True, null=True, verbose_name="erledigt am")),
                (
                    "massnahme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="meilensteine",
                        to="konzept.massnahme",
                        verbose_name="Maßnahme",
                    ),
                ),
            ],
            options={
                "verbose_name": "Meilenstein",
                "verbose_name_plural": "Meilensteine",
                "ordering": ["faellig_am", "pk"],
            },
        ),
        migrations.AddConstraint(
            model_name="indikator",
            constraint=models.UniqueConstraint(
                fields=("massnahme", "name"),
                name="indikator_einmal_je_massnahme",
                violation_error_message="Diesen Indikator gibt es bei dieser Maßnahme schon.",
            ),
        ),
        migrations.AddConstraint(
            model_name="indikator",
            constraint=models.CheckConstraint(
                condition=models.Q(("zielwert", models.F("startwert")), _negated=True),
                name="indikator_ziel_anders_als_start",
                violation_error_message="Start und Ziel sind gleich. So lässt sich keine Änderung messen.",
            ),
        ),
        migrations.AddConstraint(
            model_name="indikatorwert",
            constraint=models.UniqueConstraint(
                fields=("indikator", "tag"),
                name="indikatorwert_einer_je_tag",
                violation_error_message="Für diesen Tag gibt es schon einen Wert.",
            ),
        ),
        migrations.AddConstraint(
            model_name="massnahmenwechsel",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("nach", "laeuft"), ("von", "geplant")),
                    models.Q(("nach", "abgeschlossen"), ("von", "laeuft")),
                    models.Q(("grund", ""), _negated=True),
                    _connector="OR",
                ),
                name="massnahmenwechsel_mit_grund",
                violation_error_message="Dieser Schritt braucht einen Grund.",
            ),
        ),
        migrations.AddConstraint(
            model_name="meilenstein",
            constraint=models.UniqueConstraint(
                fields=("massnahme", "titel"),
                name="meilenstein_einmal_je_massnahme",
                violation_error_message="Diesen Meilenstein gibt es bei dieser Maßnahme schon.",
            ),
        ),
        migrations.RunPython(grant, migrations.RunPython.noop),
    ]
