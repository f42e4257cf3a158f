"""What comes after what, in Drucksachen and requests; and who belongs to whom among the departments."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("konzept", "0019_widersprueche"),
    ]

    operations = [
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
        migrations.AddConstraint(
            model_name="kooperationsanfrage",
            constraint=models.CheckConstraint(
                condition=models.Q(("versand_am__isnull", True), ("druck_am__isnull", False), _connector="OR"),
                name="anfrage_versand_gedruckt",
                violation_error_message="Vor dem Versand steht der Druck. Bitte auch eintragen, wann gedruckt wurde.",
            ),
        ),
        migrations.AddConstraint(
            model_name="kooperationsanfrage",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("versand_am__isnull", True),
                    ("vollmacht_am__isnull", True),
                    ("versand_am__gte", models.F("vollmacht_am")),
                    _connector="OR",
                ),
                name="anfrage_versand_nach_vollmacht",
                violation_error_message="Vor Beginn der Bevollmächtigung wird nichts verschickt.",
            ),
        ),
        migrations.AddConstraint(
            model_name="kooperationsanfrage",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("versand_am__isnull", True),
                    ("vollmacht_bis__isnull", True),
                    ("versand_am__lte", models.F("vollmacht_bis")),
                    _connector="OR",
                ),
                name="anfrage_versand_bis_vollmacht_ende",
                violation_error_message="Verschickt wird höchstens bis zum Ende der Bevollmächtigung.",
            ),
        ),
        migrations.AddConstraint(
            model_name="kooperationsanfrage",
            constraint=models.CheckConstraint(
                condition=models.Q(("druck_anzahl__isnull", True), ("druck_anzahl__gte", 1), _connector="OR"),
                name="anfrage_gedruckt_mindestens_einer",
                violation_error_message="Bitte mindestens 1 eintragen.",
            ),
        ),
        migrations.AddConstraint(
            model_name="kooperationsanfrage",
            constraint=models.CheckConstraint(
                condition=models.Q(("versand_anzahl__isnull", True), ("versand_anzahl__gte", 1), _connector="OR"),
                name="anfrage_verschickt_mindestens_einer",
                violation_error_message="Bitte mindestens 1 eintragen.",
            ),
        ),
    ]
