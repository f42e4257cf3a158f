"""What a report has to say, and that two release it; ends with the rights to it (angebote/rollen.py)."""

import datetime

import django.core.validators
from django.db import migrations, models

import konzept.models.tagesgrenzen
from angebote.domain.rollen import grant_rollen

RECHT = ("release_bericht", "Berichte freigeben, die jemand anderes eingefroren hat")


def answer_geschriebenes(apps, schema_editor):
    """Whoever wrote what was not done has said that there is something to tell."""
    abschnitte = apps.get_model("konzept", "Berichtsabschnitt").objects.exclude(nicht_umgesetzt="")
    abschnitte.update(abweichung="einige")


def leave_einfrierende_open(apps, schema_editor):
    """Reports one account froze and released before there was a rule: released they stay; the history names who froze them."""
    berichte = apps.get_model("konzept", "Bericht").objects
    berichte.filter(freigegeben_von=models.F("eingefroren_von")).update(eingefroren_von=None)


def grant(apps, schema_editor):
    grant_rollen(apps=apps)
    # Where 0007 runs with the present table, it has created the right under a name of its own.
    codename, name = RECHT
    apps.get_model("auth", "Permission").objects.filter(codename=codename).update(name=name)


class Migration(migrations.Migration):
    dependencies = [
        ("konzept", "0009_freigaben"),
    ]

    operations = [
        migrations.RunPython(leave_einfrierende_open, migrations.RunPython.noop),
        migrations.AlterModelOptions(
            name="bericht",
            options={
                "ordering": ["-angelegt_am", "-pk"],
                "permissions": [RECHT],
                "verbose_name": "Bericht",
                "verbose_name_plural": "Berichte",
            },
        ),
        migrations.AddField(
            model_name="berichtsabschnitt",
            name="abweichung",
            field=models.CharField(
                choices=[
                    ("offen", "noch nicht beantwortet"),
                    ("keine", "Es gibt keine Abweichungen"),
                    ("einige", "Es gibt Abweichungen"),
                ],
                default="offen",
                max_length=10,
                verbose_name="Abweichungen vom Ersuchen",
            ),
        ),
        migrations.AddField(
            model_name="historicalberichtsabschnitt",
            name="abweichung",
            field=models.CharField(
                choices=[
                    ("offen", "noch nicht beantwortet"),
                    ("keine", "Es gibt keine Abweichungen"),
                    ("einige", "Es gibt Abweichungen"),
                ],
                default="offen",
                max_length=10,
                verbose_name="Abweichungen vom Ersuchen",
            ),
        ),
        migrations.AlterField(
            model_name="bericht",
            name="ausblick",
            field=models.TextField(
                blank=True, validators=[django.core.validators.MaxLengthValidator(20000)], verbose_name="Ausblick"
            ),
        ),
        migrations.AlterField(
            model_name="bericht",
            name="einleitung",
            field=models.TextField(
                blank=True, validators=[django.core.validators.MaxLengthValidator(20000)], verbose_name="Einleitung"
            ),
        ),
        migrations.AlterField(
            model_name="berichtsabschnitt",
            name="alternativen",
            field=models.TextField(
                blank=True,
                validators=[django.core.validators.MaxLengthValidator(20000)],
                verbose_name="Geprüfte Alternativen",
            ),
        ),
        migrations.AlterField(
            model_name="berichtsabschnitt",
            name="getan",
            field=models.TextField(
                blank=True,
                validators=[django.core.validators.MaxLengthValidator(20000)],
                verbose_name="Was getan wurde",
            ),
        ),
        migrations.AlterField(
            model_name="berichtsabschnitt",
            name="nicht_umgesetzt",
            field=models.TextField(
                blank=True,
                validators=[django.core.validators.MaxLengthValidator(20000)],
                verbose_name="Nicht umgesetzt, weil",
            ),
        ),
        migrations.AlterField(
            model_name="drucksache",
            name="bericht_bis",
            field=models.DateField(
                blank=True,
                null=True,
                validators=[konzept.models.tagesgrenzen.check_jahr],
                verbose_name="Bericht an die BVV bis",
            ),
        ),
        migrations.AlterField(
            model_name="drucksache",
            name="beschlossen_am",
            field=models.DateField(
                blank=True,
                null=True,
                validators=[konzept.models.tagesgrenzen.check_jahr],
                verbose_name="beschlossen am",
            ),
        ),
        migrations.AlterField(
            model_name="drucksache",
            name="eingebracht_am",
            field=models.DateField(
                blank=True,
                null=True,
                validators=[konzept.models.tagesgrenzen.check_jahr],
                verbose_name="eingebracht am",
            ),
        ),
        migrations.AlterField(
            model_name="drucksache",
            name="ersuchen",
            field=models.TextField(
                blank=True,
                help_text="Was das Bezirksamt tun soll, in eigenen Worten.",
                validators=[django.core.validators.MaxLengthValidator(20000)],
                verbose_name="Ersuchen",
            ),
        ),
        migrations.AlterField(
            model_name="historicalbericht",
            name="ausblick",
            field=models.TextField(
                blank=True, validators=[django.core.validators.MaxLengthValidator(20000)], verbose_name="Ausblick"
            ),
        ),
        migrations.AlterField(
            model_name="historicalbericht",
            name="einleitung",
            field=models.TextField(
                blank=True, validators=[django.core.validators.MaxLengthValidator(20000)], verbose_name="Einleitung"
            ),
        ),
        migrations.AlterField(
            model_name="historicalberichtsabschnitt",
            name="alternativen",
            field=models.TextField(
                blank=True,
                validators=[django.core.validators.MaxLengthValidator(20000)],
                verbose_name="Geprüfte Alternativen",
            ),
        ),
        migrations.AlterField(
            model_name="historicalberichtsabschnitt",
            name="getan",
            field=models.TextField(
                blank=True,
                validators=[django.core.validators.MaxLengthValidator(20000)],
                verbose_name="Was getan wurde",
            ),
        ),
        migrations.AlterField(
            model_name="historicalberichtsabschnitt",
            name="nicht_umgesetzt",
            field=models.TextField(
                blank=True,
                validators=[django.core.validators.MaxLengthValidator(20000)],
                verbose_name="Nicht umgesetzt, weil",
            ),
        ),
        migrations.AlterField(
            model_name="historicaldrucksache",
            name="bericht_bis",
            field=models.DateField(
                blank=True,
                null=True,
                validators=[konzept.models.tagesgrenzen.check_jahr],
                verbose_name="Bericht an die BVV bis",
            ),
        ),
        migrations.AlterField(
            model_name="historicaldrucksache",
            name="beschlossen_am",
            field=models.DateField(
                blank=True,
                null=True,
                validators=[konzept.models.tagesgrenzen.check_jahr],
                verbose_name="beschlossen am",
            ),
        ),
        migrations.AlterField(
            model_name="historicaldrucksache",
            name="eingebracht_am",
            field=models.DateField(
                blank=True,
                null=True,
                validators=[konzept.models.tagesgrenzen.check_jahr],
                verbose_name="eingebracht am",
            ),
        ),
        migrations.AlterField(
            model_name="historicaldrucksache",
            name="ersuchen",
            field=models.TextField(
                blank=True,
                help_text="Was das Bezirksamt tun soll, in eigenen Worten.",
                validators=[django.core.validators.MaxLengthValidator(20000)],
                verbose_name="Ersuchen",
            ),
        ),
        migrations.AddConstraint(
            model_name="bericht",
            constraint=models.CheckConstraint(
                condition=models.Q(("freigegeben_von", models.F("eingefroren_von")), _negated=True),
                name="bericht_zu_zweit",
                violation_error_message="Wer einen Bericht eingefroren hat, gibt ihn nicht selbst frei.",
            ),
        ),
        migrations.AddConstraint(
            model_name="bericht",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("stichtag__isnull", True),
                    ("stichtag__range", (datetime.date(2000, 1, 1), datetime.date(2099, 12, 31))),
                    _connector="OR",
                ),
                name="bericht_stichtag_im_rahmen",
                violation_error_message="Bitte prüfen Sie das Jahr des Stichtags. Möglich ist 2000 bis 2099.",
            ),
        ),
        migrations.RunPython(answer_geschriebenes, migrations.RunPython.noop),
        migrations.RunPython(grant, migrations.RunPython.noop),
    ]
