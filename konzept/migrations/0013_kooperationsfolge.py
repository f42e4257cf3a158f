"""What offices said is only added to, and what happened to a request stands in its order (G4, G9, G11, G14, S27, S30).

A correction is a row of its own. Rows that break one of the new rules stop this migration: nobody can say for them which
day or number was meant.
"""

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

TABELLEN = ("anfragebeteiligung", "anfrageentscheidung_vergleichbare")
MELDUNG = "Diese Zeile darf nicht geändert oder gelöscht werden."


def create_sperren(apps, schema_editor):
    """As 0005 does for the other tables of the log, with its function."""
    ist_postgresql = schema_editor.connection.vendor == "postgresql"
    tut = "EXECUTE FUNCTION konzept_nur_hinzu()" if ist_postgresql else f"BEGIN SELECT RAISE(ABORT, '{MELDUNG}'); END"
    for tabelle in TABELLEN:
        for ereignis in ("UPDATE", "DELETE"):
            schema_editor.execute(
                f"CREATE TRIGGER {tabelle}_kein_{ereignis.lower()} BEFORE {ereignis} ON konzept_{tabelle} FOR EACH ROW {tut}"
            )


def drop_sperren(apps, schema_editor):
    ist_postgresql = schema_editor.connection.vendor == "postgresql"
    for tabelle in TABELLEN:
        for ereignis in ("update", "delete"):
            wo = f" ON konzept_{tabelle}" if ist_postgresql else ""
            schema_editor.execute(f"DROP TRIGGER {tabelle}_kein_{ereignis}{wo}")


class Migration(migrations.Migration):
    dependencies = [
        ("konzept", "0012_netz_grenzen"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="anfragebeteiligung",
            options={
                "ordering": ["runde", "pk"],
                "verbose_name": "Beteiligung",
                "verbose_name_plural": "Beteiligungen",
            },
        ),
        migrations.RemoveConstraint(
            model_name="anfragebeteiligung",
            name="anfragebeteiligung_eine_je_stelle",
        ),
        migrations.AddField(
            model_name="anfragebeteiligung",
            name="berichtigt",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="berichtigung",
                to="konzept.anfragebeteiligung",
                verbose_name="berichtigt",
            ),
        ),
        migrations.AddField(
            model_name="anfragebeteiligung",
            name="grund",
            field=models.TextField(
                blank=True,
                help_text="Der bisherige Eintrag bleibt lesbar und gilt nicht mehr.",
                validators=[django.core.validators.MaxLengthValidator(20000)],
                verbose_name="Grund der Berichtigung",
            ),
        ),
        migrations.AddField(
            model_name="historicalanfragebeteiligung",
            name="berichtigt",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="konzept.anfragebeteiligung",
                verbose_name="berichtigt",
            ),
        ),
        migrations.AddField(
            model_name="historicalanfragebeteiligung",
            name="grund",
            field=models.TextField(
                blank=True,
                help_text="Der bisherige Eintrag bleibt lesbar und gilt nicht mehr.",
                validators=[django.core.validators.MaxLengthValidator(20000)],
                verbose_name="Grund der Berichtigung",
            ),
        ),
        migrations.AddField(
            model_name="historicalkooperationsanfrage",
            name="auswahl_am",
            field=models.DateField(blank=True, null=True, verbose_name="ausgewählt am"),
        ),
        migrations.AddField(
            model_name="historicalkooperationsanfrage",
            name="auswahl_stelle",
            field=models.CharField(
                blank=True,
                help_text="Stelle der Verwaltung, zum Beispiel das Einwohnermeldeamt. Was sie auswählt, steht nirgends hier.",
                max_length=160,
                verbose_name="Auswahl aus dem Melderegister durch",
            ),
        ),
        migrations.AddField(
            model_name="kooperationsanfrage",
            name="auswahl_am",
            field=models.DateField(blank=True, null=True, verbose_name="ausgewählt am"),
        ),
        migrations.AddField(
            model_name="kooperationsanfrage",
            name="auswahl_stelle",
            field=models.CharField(
                blank=True,
                help_text="Stelle der Verwaltung, zum Beispiel das Einwohnermeldeamt. Was sie auswählt, steht nirgends hier.",
                max_length=160,
                verbose_name="Auswahl aus dem Melderegister durch",
            ),
        ),
        migrations.AddConstraint(
            model_name="anfragebeteiligung",
            constraint=models.UniqueConstraint(
                condition=models.Q(("berichtigt__isnull", True)),
                fields=("anfrage", "runde", "stelle"),
                name="anfragebeteiligung_eine_je_stelle",
                violation_error_message="Diese Stelle ist in dieser Runde schon beteiligt.",
            ),
        ),
        migrations.AddConstraint(
            model_name="anfragebeteiligung",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("berichtigt__isnull", True), ("grund", "")),
                    models.Q(models.Q(("grund", ""), _negated=True), ("berichtigt__isnull", False)),
                    _connector="OR",
                ),
                name="anfragebeteiligung_berichtigung_mit_grund",
                violation_error_message="Genau die Berichtigungen haben einen Grund.",
            ),
        ),
        migrations.AddConstraint(
            model_name="anfragebeteiligung",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("votum__in", ("auflagen", "ablehnung")), _negated=True),
                    models.Q(("stellungnahme", ""), _negated=True),
                    _connector="OR",
                ),
                name="anfragebeteiligung_auflagen_mit_text",
                violation_error_message="Auflagen und eine Ablehnung brauchen einen Text.",
            ),
        ),
        migrations.AddConstraint(
            model_name="kooperationsanfrage",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("erklaerung_am__isnull", True), ("erklaerung_am__gte", models.F("eingegangen_am")), _connector="OR"
                ),
                name="anfrage_erklaerung_nach_eingang",
                violation_error_message="Die Erklärung ist vor dem Eingang der Anfrage unterzeichnet.",
            ),
        ),
        migrations.AddConstraint(
            model_name="kooperationsanfrage",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("erklaerung_traeger", ""),
                    models.Q(("erklaerung_traeger", models.F("erklaerung_bezirk")), _negated=True),
                    _connector="OR",
                ),
                name="anfrage_zwei_unterschriften",
                violation_error_message="Für den Träger und für den Bezirk unterzeichnen zwei verschiedene Personen.",
            ),
        ),
        migrations.AddConstraint(
            model_name="kooperationsanfrage",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("druck_am__isnull", True),
                    ("auswahl_am__isnull", True),
                    ("druck_am__gte", models.F("auswahl_am")),
                    _connector="OR",
                ),
                name="anfrage_druck_nach_auswahl",
                violation_error_message="Der Druck liegt vor der Auswahl aus dem Melderegister.",
            ),
        ),
        migrations.AddConstraint(
            model_name="kooperationsanfrage",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("bericht_bis__isnull", True),
                    ("versand_am__isnull", True),
                    ("bericht_bis__gte", models.F("versand_am")),
                    _connector="OR",
                ),
                name="anfrage_bericht_nach_versand",
                violation_error_message="Der Ergebnisbericht soll vor dem Versand vorliegen.",
            ),
        ),
        migrations.AddConstraint(
            model_name="kooperationsanfrage",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ergebnis_am__isnull", True),
                    ("versand_am__isnull", True),
                    ("ergebnis_am__gte", models.F("versand_am")),
                    _connector="OR",
                ),
                name="anfrage_ergebnis_nach_versand",
                violation_error_message="Das Ergebnis ist vor dem Versand vorgestellt.",
            ),
        ),
        migrations.AddConstraint(
            model_name="kooperationsanfrage",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("antworten_anzahl__isnull", True),
                    ("versand_anzahl__isnull", True),
                    ("antworten_anzahl__lte", models.F("versand_anzahl")),
                    _connector="OR",
                ),
                name="anfrage_antworten_hoechstens_versand",
                violation_error_message="Es können nicht mehr Antworten gekommen als Briefe verschickt worden sein.",
            ),
        ),
        migrations.RunPython(create_sperren, drop_sperren),
    ]
