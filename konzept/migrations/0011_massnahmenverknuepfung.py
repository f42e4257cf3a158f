"""Links of measures with actors, the gap a measure began at, and bounds of its days and texts."""

import django.core.validators
import django.db.models.deletion
import simple_history.models
from django.db import migrations, models

import konzept.models.tagesgrenzen


class Migration(migrations.Migration):
    dependencies = [
        ("konzept", "0010_berichtspflichten"),
    ]

    operations = [
        migrations.AddField(
            model_name="akteur",
            name="massnahmen",
            field=models.ManyToManyField(
                blank=True, editable=False, related_name="akteure", to="konzept.massnahme", verbose_name="Maßnahmen"
            ),
        ),
        migrations.AddField(
            model_name="massnahme",
            name="luecke",
            field=models.CharField(blank=True, default="", editable=False, max_length=80, verbose_name="Lücke"),
        ),
        migrations.AlterField(
            model_name="historicalindikator",
            name="ziel_bis",
            field=models.DateField(
                validators=[konzept.models.tagesgrenzen.check_jahr], verbose_name="Ziel erreicht bis"
            ),
        ),
        migrations.AlterField(
            model_name="historicalindikatorwert",
            name="tag",
            field=models.DateField(validators=[konzept.models.tagesgrenzen.check_jahr], verbose_name="gezählt am"),
        ),
        migrations.AlterField(
            model_name="historicalmassnahme",
            name="baut_auf",
            field=models.TextField(
                blank=True,
                help_text="Welche bestehenden Strukturen und Angebote genutzt werden, statt neue zu schaffen.",
                validators=[django.core.validators.MaxLengthValidator(20000)],
                verbose_name="baut auf",
            ),
        ),
        migrations.AlterField(
            model_name="historicalmassnahme",
            name="beginn",
            field=models.DateField(validators=[konzept.models.tagesgrenzen.check_jahr], verbose_name="Beginn"),
        ),
        migrations.AlterField(
            model_name="historicalmassnahme",
            name="ende",
            field=models.DateField(
                blank=True,
                help_text="Leer: auf Dauer.",
                null=True,
                validators=[konzept.models.tagesgrenzen.check_jahr],
                verbose_name="Ende",
            ),
        ),
        migrations.AlterField(
            model_name="historicalmassnahme",
            name="mittel",
            field=models.TextField(
                blank=True,
                help_text="Woraus die Kosten bezahlt werden.",
                validators=[django.core.validators.MaxLengthValidator(20000)],
                verbose_name="Mittel",
            ),
        ),
        migrations.AlterField(
            model_name="historicalmassnahme",
            name="ziel",
            field=models.TextField(
                help_text="Was sich dadurch für wen ändern soll.",
                validators=[django.core.validators.MaxLengthValidator(20000)],
                verbose_name="Ziel",
            ),
        ),
        migrations.AlterField(
            model_name="historicalmeilenstein",
            name="erledigt_am",
            field=models.DateField(
                blank=True, null=True, validators=[konzept.models.tagesgrenzen.check_jahr], verbose_name="erledigt am"
            ),
        ),
        migrations.AlterField(
            model_name="historicalmeilenstein",
            name="faellig_am",
            field=models.DateField(validators=[konzept.models.tagesgrenzen.check_jahr], verbose_name="fällig am"),
        ),
        migrations.AlterField(
            model_name="indikator",
            name="ziel_bis",
            field=models.DateField(
                validators=[konzept.models.tagesgrenzen.check_jahr], verbose_name="Ziel erreicht bis"
            ),
        ),
        migrations.AlterField(
            model_name="indikatorwert",
            name="tag",
            field=models.DateField(validators=[konzept.models.tagesgrenzen.check_jahr], verbose_name="gezählt am"),
        ),
        migrations.AlterField(
            model_name="massnahme",
            name="baut_auf",
            field=models.TextField(
                blank=True,
                help_text="Welche bestehenden Strukturen und Angebote genutzt werden, statt neue zu schaffen.",
                validators=[django.core.validators.MaxLengthValidator(20000)],
                verbose_name="baut auf",
            ),
        ),
        migrations.AlterField(
            model_name="massnahme",
            name="beginn",
            field=models.DateField(validators=[konzept.models.tagesgrenzen.check_jahr], verbose_name="Beginn"),
        ),
        migrations.AlterField(
            model_name="massnahme",
            name="ende",
            field=models.DateField(
                blank=True,
                help_text="Leer: auf Dauer.",
                null=True,
                validators=[konzept.models.tagesgrenzen.check_jahr],
                verbose_name="Ende",
            ),
        ),
        migrations.AlterField(
            model_name="massnahme",
            name="mittel",
            field=models.TextField(
                blank=True,
                help_text="Woraus die Kosten bezahlt werden.",
                validators=[django.core.validators.MaxLengthValidator(20000)],
                verbose_name="Mittel",
            ),
        ),
        migrations.AlterField(
            model_name="massnahme",
            name="ziel",
            field=models.TextField(
                help_text="Was sich dadurch für wen ändern soll.",
                validators=[django.core.validators.MaxLengthValidator(20000)],
                verbose_name="Ziel",
            ),
        ),
        migrations.AlterField(
            model_name="meilenstein",
            name="erledigt_am",
            field=models.DateField(
                blank=True, null=True, validators=[konzept.models.tagesgrenzen.check_jahr], verbose_name="erledigt am"
            ),
        ),
        migrations.AlterField(
            model_name="meilenstein",
            name="faellig_am",
            field=models.DateField(validators=[konzept.models.tagesgrenzen.check_jahr], verbose_name="fällig am"),
        ),
        migrations.CreateModel(
            name="HistoricalAkteur_massnahmen",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("m2m_history_id", models.AutoField(primary_key=True, serialize=False)),
                (
                    "akteur",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="konzept.akteur",
                    ),
                ),
                (
                    "history",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        to="konzept.historicalakteur",
                    ),
                ),
                (
                    "massnahme",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="konzept.massnahme",
                    ),
                ),
            ],
            options={
                "verbose_name": "HistoricalAkteur_massnahmen",
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
    ]
