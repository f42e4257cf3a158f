"""The district, too, can end a request that was promised: a state of its own.

Going back, such a request counts as taken back; its log still says who ended it and why.
"""

from django.db import migrations, models


def end_otherwise(apps, schema_editor):
    """Before the state was there, who asked was the only one to end a promised request."""
    anfragen = apps.get_model("konzept", "Kooperationsanfrage")
    anfragen.objects.filter(status="beendet").update(status="zurueckgezogen")


class Migration(migrations.Migration):
    dependencies = [
        ("konzept", "0017_dokumentloeschung"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="kooperationsanfrage",
            name="anfrage_stand_aus_der_liste",
        ),
        migrations.AlterField(
            model_name="anfrageschritt",
            name="nach",
            field=models.CharField(
                choices=[
                    ("eingang", "Eingang"),
                    ("vorpruefung", "Vorprüfung"),
                    ("beteiligung", "Beteiligung"),
                    ("pruefung_recht", "Prüfung Recht"),
                    ("entscheidung", "Entscheidung"),
                    ("zugesagt", "zugesagt, noch nicht vereinbart"),
                    ("vereinbart", "vereinbart"),
                    ("materialfreigabe", "Materialfreigabe"),
                    ("versand", "Versand"),
                    ("rueckmeldungen", "Rückmeldungen"),
                    ("ergebnisbericht", "Ergebnisbericht"),
                    ("abgeschlossen", "abgeschlossen"),
                    ("zurueckgestellt", "zurückgestellt"),
                    ("abgelehnt", "abgelehnt"),
                    ("zurueckgezogen", "vom Träger zurückgezogen"),
                    ("beendet", "vom Bezirk beendet"),
                ],
                max_length=20,
                verbose_name="nach",
            ),
        ),
        migrations.AlterField(
            model_name="anfrageschritt",
            name="von",
            field=models.CharField(
                blank=True,
                choices=[
                    ("eingang", "Eingang"),
                    ("vorpruefung", "Vorprüfung"),
                    ("beteiligung", "Beteiligung"),
                    ("pruefung_recht", "Prüfung Recht"),
                    ("entscheidung", "Entscheidung"),
                    ("zugesagt", "zugesagt, noch nicht vereinbart"),
                    ("vereinbart", "vereinbart"),
                    ("materialfreigabe", "Materialfreigabe"),
                    ("versand", "Versand"),
                    ("rueckmeldungen", "Rückmeldungen"),
                    ("ergebnisbericht", "Ergebnisbericht"),
                    ("abgeschlossen", "abgeschlossen"),
                    ("zurueckgestellt", "zurückgestellt"),
                    ("abgelehnt", "abgelehnt"),
                    ("zurueckgezogen", "vom Träger zurückgezogen"),
                    ("beendet", "vom Bezirk beendet"),
                ],
                max_length=20,
                verbose_name="von",
            ),
        ),
        migrations.AlterField(
            model_name="historicalkooperationsanfrage",
            name="status",
            field=models.CharField(
                choices=[
                    ("eingang", "Eingang"),
                    ("vorpruefung", "Vorprüfung"),
                    ("beteiligung", "Beteiligung"),
                    ("pruefung_recht", "Prüfung Recht"),
                    ("entscheidung", "Entscheidung"),
                    ("zugesagt", "zugesagt, noch nicht vereinbart"),
                    ("vereinbart", "vereinbart"),
                    ("materialfreigabe", "Materialfreigabe"),
                    ("versand", "Versand"),
                    ("rueckmeldungen", "Rückmeldungen"),
                    ("ergebnisbericht", "Ergebnisbericht"),
                    ("abgeschlossen", "abgeschlossen"),
                    ("zurueckgestellt", "zurückgestellt"),
                    ("abgelehnt", "abgelehnt"),
                    ("zurueckgezogen", "vom Träger zurückgezogen"),
                    ("beendet", "vom Bezirk beendet"),
                ],
                default="eingang",
                editable=False,
                max_length=20,
                verbose_name="Stand",
            ),
        ),
        migrations.AlterField(
            model_name="kooperationsanfrage",
            name="status",
            field=models.CharField(
                choices=[
                    ("eingang", "Eingang"),
                    ("vorpruefung", "Vorprüfung"),
                    ("beteiligung", "Beteiligung"),
                    ("pruefung_recht", "Prüfung Recht"),
                    ("entscheidung", "Entscheidung"),
                    ("zugesagt", "zugesagt, noch nicht vereinbart"),
                    ("vereinbart", "vereinbart"),
                    ("materialfreigabe", "Materialfreigabe"),
                    ("versand", "Versand"),
                    ("rueckmeldungen", "Rückmeldungen"),
                    ("ergebnisbericht", "Ergebnisbericht"),
                    ("abgeschlossen", "abgeschlossen"),
                    ("zurueckgestellt", "zurückgestellt"),
                    ("abgelehnt", "abgelehnt"),
                    ("zurueckgezogen", "vom Träger zurückgezogen"),
                    ("beendet", "vom Bezirk beendet"),
                ],
                default="eingang",
                editable=False,
                max_length=20,
                verbose_name="Stand",
            ),
        ),
        migrations.AddConstraint(
            model_name="kooperationsanfrage",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "status__in",
                        [
                            "eingang",
                            "vorpruefung",
                            "beteiligung",
                            "pruefung_recht",
                            "entscheidung",
                            "zugesagt",
                            "vereinbart",
                            "materialfreigabe",
                            "versand",
                            "rueckmeldungen",
                            "ergebnisbericht",
                            "abgeschlossen",
                            "zurueckgestellt",
                            "abgelehnt",
                            "zurueckgezogen",
                            "beendet",
                        ],
                    )
                ),
                name="anfrage_stand_aus_der_liste",
                violation_error_message="Diesen Stand gibt es nicht.",
            ),
        ),
        migrations.RunPython(migrations.RunPython.noop, end_otherwise),
    ]
