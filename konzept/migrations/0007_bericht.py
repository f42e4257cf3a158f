"""Reports to the BVV; ends with the rights to them (angebote/rollen.py)."""

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

from angebote.domain.rollen import grant_rollen


def grant(apps, schema_editor):
    grant_rollen(apps=apps)


class Migration(migrations.Migration):
    dependencies = [
        ("konzept", "0006_netz"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Bericht",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "art",
                    models.CharField(
                        choices=[("zwischenbericht", "Zwischenbericht"), ("schlussbericht", "Schlussbericht")],
                        default="zwischenbericht",
                        max_length=20,
                        verbose_name="Art",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("entwurf", "Entwurf"),
                            ("eingefroren", "eingefroren"),
                            ("freigegeben", "freigegeben"),
                            ("verworfen", "verworfen"),
                        ],
                        default="entwurf",
                        max_length=20,
                        verbose_name="Status",
                    ),
                ),
                ("einleitung", models.TextField(blank=True, verbose_name="Einleitung")),
                ("ausblick", models.TextField(blank=True, verbose_name="Ausblick")),
                (
                    "fassung",
                    models.PositiveIntegerField(default=0, editable=False, verbose_name="Fassung des Entwurfs"),
                ),
                ("angelegt_am", models.DateTimeField(editable=False, verbose_name="angelegt am")),
                ("stichtag", models.DateField(blank=True, null=True, verbose_name="Stichtag")),
                (
                    "abbild",
                    models.JSONField(blank=True, editable=False, null=True, verbose_name="eingefrorener Inhalt"),
                ),
                ("eingefroren_am", models.DateTimeField(blank=True, null=True, verbose_name="eingefroren am")),
                ("freigegeben_am", models.DateTimeField(blank=True, null=True, verbose_name="freigegeben am")),
                ("verworfen_weil", models.CharField(blank=True, max_length=300, verbose_name="verworfen, weil")),
                (
                    "berichtigt",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="berichtigungen",
                        to="konzept.bericht",
                        verbose_name="berichtigt den Bericht",
                    ),
                ),
                (
                    "drucksache",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="berichte",
                        to="konzept.drucksache",
                        verbose_name="Drucksache",
                    ),
                ),
                (
                    "eingefroren_von",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="eingefrorene_berichte",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="eingefroren von",
                    ),
                ),
                (
                    "freigegeben_von",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="freigegebene_berichte",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="freigegeben von",
                    ),
                ),
            ],
            options={
                "verbose_name": "Bericht",
                "verbose_name_plural": "Berichte",
                "ordering": ["-angelegt_am", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Berichtsabschnitt",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("getan", models.TextField(blank=True, verbose_name="Was getan wurde")),
                ("nicht_umgesetzt", models.TextField(blank=True, verbose_name="Nicht umgesetzt, weil")),
                ("alternativen", models.TextField(blank=True, verbose_name="Geprüfte Alternativen")),
                (
                    "bericht",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="abschnitte",
                        to="konzept.bericht",
                        verbose_name="Bericht",
                    ),
                ),
                (
                    "komponente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="berichtsabschnitte",
                        to="konzept.komponente",
                        verbose_name="Komponente",
                    ),
                ),
            ],
            options={
                "verbose_name": "Berichtsabschnitt",
                "verbose_name_plural": "Berichtsabschnitte",
                "ordering": ["komponente__reihenfolge"],
            },
        ),
        migrations.CreateModel(
            name="HistoricalBericht",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "art",
                    models.CharField(
                        choices=[("zwischenbericht", "Zwischenbericht"), ("schlussbericht", "Schlussbericht")],
                        default="zwischenbericht",
                        max_length=20,
                        verbose_name="Art",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("entwurf", "Entwurf"),
                            ("eingefroren", "eingefroren"),
                            ("freigegeben", "freigegeben"),
                            ("verworfen", "verworfen"),
                        ],
                        default="entwurf",
                        max_length=20,
                        verbose_name="Status",
                    ),
                ),
                ("einleitung", models.TextField(blank=True, verbose_name="Einleitung")),
                ("ausblick", models.TextField(blank=True, verbose_name="Ausblick")),
                (
                    "fassung",
                    models.PositiveIntegerField(default=0, editable=False, verbose_name="Fassung des Entwurfs"),
                ),
                ("angelegt_am", models.DateTimeField(editable=False, verbose_name="angelegt am")),
                ("stichtag", models.DateField(blank=True, null=True, verbose_name="Stichtag")),
                ("eingefroren_am", models.DateTimeField(blank=True, null=True, verbose_name="eingefroren am")),
                ("freigegeben_am", models.DateTimeField(blank=True, null=True, verbose_name="freigegeben am")),
                ("verworfen_weil", models.CharField(blank=True, max_length=300, verbose_name="verworfen, weil")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "berichtigt",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="konzept.bericht",
                        verbose_name="berichtigt den Bericht",
                    ),
                ),
                (
                    "drucksache",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="konzept.drucksache",
                        verbose_name="Drucksache",
                    ),
                ),
                (
                    "eingefroren_von",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="eingefroren von",
                    ),
                ),
                (
                    "freigegeben_von",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="freigegeben von",
                    ),
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
            ],
            options={
                "verbose_name": "Verlauf: Bericht",
                "verbose_name_plural": "Verlauf: Bericht",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalBerichtsabschnitt",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("getan", models.TextField(blank=True, verbose_name="Was getan wurde")),
                ("nicht_umgesetzt", models.TextField(blank=True, verbose_name="Nicht umgesetzt, weil")),
                ("alternativen", models.TextField(blank=True, verbose_name="Geprüfte Alternativen")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "bericht",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="konzept.bericht",
                        verbose_name="Bericht",
                    ),
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
                    "komponente",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="konzept.komponente",
                        verbose_name="Komponente",
                    ),
                ),
            ],
            options={
                "verbose_name": "Verlauf: Berichtsabschnitt",
                "verbose_name_plural": "Verlauf: Berichtsabschnitt",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddConstraint(
            model_name="bericht",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("abbild__isnull", True),
                        ("eingefroren_am__isnull", True),
                        ("status__in", ("entwurf", "verworfen")),
                        ("stichtag__isnull", True),
                    ),
                    models.Q(
                        models.Q(("status", "entwurf"), _negated=True),
                        ("abbild__isnull", False),
                        ("eingefroren_am__isnull", False),
                        ("stichtag__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="bericht_eingefroren_mit_abbild",
                violation_error_message="Ein eingefrorener Bericht hat Stichtag und Inhalt, ein Entwurf keines davon.",
            ),
        ),
        migrations.AddConstraint(
            model_name="bericht",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("freigegeben_am__isnull", False), ("status", "freigegeben")),
                    models.Q(models.Q(("status", "freigegeben"), _negated=True), ("freigegeben_am__isnull", True)),
                    _connector="OR",
                ),
                name="bericht_freigegeben_mit_tag",
                violation_error_message="Genau die freigegebenen Berichte haben einen Tag der Freigabe.",
            ),
        ),
        migrations.AddConstraint(
            model_name="berichtsabschnitt",
            constraint=models.UniqueConstraint(
                fields=("bericht", "komponente"),
                name="berichtsabschnitt_einmalig",
                violation_error_message="Zu dieser Komponente gibt es in diesem Bericht schon einen Abschnitt.",
            ),
        ),
        migrations.RunPython(grant, migrations.RunPython.noop),
    ]
