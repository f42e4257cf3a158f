import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import angebote.models.bestaetigung


class Migration(migrations.Migration):
    dependencies = [
        ("angebote", "0022_meldung"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Anfragesperre",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("email", models.EmailField(max_length=254, unique=True, verbose_name="E-Mail")),
                ("seit", models.DateTimeField(verbose_name="seit")),
            ],
            options={
                "verbose_name": "Anfragesperre",
                "verbose_name_plural": "Anfragesperren",
                "ordering": ["email"],
            },
        ),
        migrations.CreateModel(
            name="Bestaetigungsanfrage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kennung",
                    models.CharField(
                        default=angebote.models.bestaetigung.generate_anfragekennung,
                        editable=False,
                        max_length=32,
                        unique=True,
                        verbose_name="Kennung",
                    ),
                ),
                ("empfaenger", models.EmailField(max_length=254, verbose_name="an")),
                ("angelegt_am", models.DateTimeField(verbose_name="angelegt am")),
                ("gesendet_am", models.DateTimeField(blank=True, null=True, verbose_name="gesendet am")),
                ("erinnert_am", models.DateTimeField(blank=True, null=True, verbose_name="erinnert am")),
                ("unzustellbar_am", models.DateTimeField(blank=True, null=True, verbose_name="unzustellbar seit")),
                (
                    "eskaliert_am",
                    models.DateTimeField(blank=True, null=True, verbose_name="an die Redaktion gegeben am"),
                ),
                (
                    "eskaliert_an",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="eskalierte_anfragen",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="an die Redaktion gegeben an",
                    ),
                ),
            ],
            options={
                "verbose_name": "Bestätigungsanfrage",
                "verbose_name_plural": "Bestätigungsanfragen",
                "ordering": ["-angelegt_am", "-id"],
            },
        ),
        migrations.CreateModel(
            name="Anfrageposten",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "antwort",
                    models.CharField(
                        choices=[
                            ("offen", "noch keine Antwort"),
                            ("stimmt", "stimmt alles noch"),
                            ("korrektur", "hat Änderungen vorgeschlagen"),
                        ],
                        default="offen",
                        max_length=12,
                        verbose_name="Antwort",
                    ),
                ),
                ("beantwortet_am", models.DateTimeField(blank=True, null=True, verbose_name="beantwortet am")),
                (
                    "angebot",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="anfrageposten",
                        to="angebote.angebot",
                        verbose_name="Angebot",
                    ),
                ),
                (
                    "anfrage",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="posten",
                        to="angebote.bestaetigungsanfrage",
                        verbose_name="Anfrage",
                    ),
                ),
            ],
            options={
                "verbose_name": "angefragtes Angebot",
                "verbose_name_plural": "angefragte Angebote",
                "ordering": ["id"],
            },
        ),
        migrations.AddConstraint(
            model_name="bestaetigungsanfrage",
            constraint=models.CheckConstraint(
                condition=models.Q(("erinnert_am__isnull", True), ("gesendet_am__isnull", False), _connector="OR"),
                name="anfrage_erinnert_nach_gesendet",
                violation_error_message="Erinnert wird nur, wer schon gefragt wurde.",
            ),
        ),
        migrations.AddConstraint(
            model_name="bestaetigungsanfrage",
            constraint=models.CheckConstraint(
                condition=models.Q(("eskaliert_am__isnull", True), ("erinnert_am__isnull", False), _connector="OR"),
                name="anfrage_eskaliert_nach_erinnert",
                violation_error_message="Vor der Weitergabe an die Redaktion wird erinnert.",
            ),
        ),
        migrations.AddConstraint(
            model_name="anfrageposten",
            constraint=models.UniqueConstraint(fields=("anfrage", "angebot"), name="anfrageposten_einmalig"),
        ),
        migrations.AddConstraint(
            model_name="anfrageposten",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("antwort", "offen"), ("beantwortet_am__isnull", True)),
                    models.Q(models.Q(("antwort", "offen"), _negated=True), ("beantwortet_am__isnull", False)),
                    _connector="OR",
                ),
                name="anfrageposten_antwort_mit_datum",
            ),
        ),
    ]
