"""Papers have a kind for the letter that tells who asked how it was decided.

Going back changes no row: papers are only added, so such a letter stays and is shown by its bare value.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("konzept", "0020_reihenfolge_und_bereiche"),
    ]

    operations = [
        migrations.AlterField(
            model_name="anfragedokument",
            name="art",
            field=models.CharField(
                choices=[
                    ("erklaerung", "unterzeichnete Erklärung der Geschäftsführung"),
                    ("vollmacht", "Bevollmächtigung"),
                    ("material", "Material"),
                    ("ergebnis", "Ergebnisbericht"),
                    ("antwort", "Antwort an den Träger"),
                    ("sonstiges", "Sonstiges"),
                ],
                max_length=20,
                verbose_name="Art",
            ),
        ),
    ]
