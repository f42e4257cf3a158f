"""Rows that the next migration refuses say less from now on; the history keeps what they said.

Going back, a request that the district ended counts as taken back; its log still says who ended it and why.
"""

from django.db import migrations
from django.db.models import F


def settle(apps, schema_editor):
    drucksachen = apps.get_model("konzept", "Drucksache").objects
    drucksachen.filter(beschlossen_am__lt=F("eingebracht_am")).update(eingebracht_am=None)
    bereiche = apps.get_model("konzept", "Geschaeftsbereich").objects
    bereiche.filter(gehoert_zu=F("pk")).update(art="geschaeftsbereich", gehoert_zu=None)
    anfragen = apps.get_model("konzept", "Kooperationsanfrage").objects
    anfragen.filter(druck_anzahl=0).update(druck_anzahl=None)
    anfragen.filter(versand_anzahl=0).update(versand_anzahl=None)
    # What was posted had been printed by then; without its day the report on it would be owed no longer (G18).
    anfragen.filter(druck_am=None).update(druck_am=F("versand_am"))
    anfragen.filter(versand_am__lt=F("vollmacht_am")).update(vollmacht_am=None)
    anfragen.filter(versand_am__gt=F("vollmacht_bis")).update(vollmacht_bis=None)


def end_otherwise(apps, schema_editor):
    """Before the state was there, who asked was the only one to end a promised request."""
    anfragen = apps.get_model("konzept", "Kooperationsanfrage").objects
    anfragen.filter(status="beendet").update(status="zurueckgezogen")


class Migration(migrations.Migration):
    dependencies = [
        ("konzept", "0018_vom_bezirk_beendet"),
    ]

    operations = [
        migrations.RunPython(settle, end_otherwise),
    ]
