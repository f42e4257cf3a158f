"""Who took a contact back before seats were emptied with it is named in no round any more, nor in its old rows.

Where a new contact has been agreed since, what was written after it stays. Nothing comes back on the way back.
"""

from django.db import migrations
from django.db.models import Max


def erase(apps, schema_editor):
    widerrufene = apps.get_model("konzept", "Akteur").objects.filter(widerrufen_am__isnull=False).values("pk")
    for name in ("Mitgliedschaft", "HistoricalMitgliedschaft"):
        apps.get_model("konzept", name).objects.filter(akteur__in=widerrufene).update(funktion="")
    fruehere = apps.get_model("konzept", "HistoricalAkteur").objects.filter(widerrufen_am__isnull=False)
    enden = fruehere.exclude(id__in=widerrufene).order_by().values_list("id").annotate(Max("history_date"))
    for akteur, ende in enden:
        erase_until(apps, akteur, ende)


def erase_until(apps, akteur, ende):
    """ende: when its contact was last known to be taken back."""
    zeilen = apps.get_model("konzept", "HistoricalMitgliedschaft").objects.filter(akteur=akteur)
    zeilen.filter(history_date__lte=ende).update(funktion="")
    sitze = apps.get_model("konzept", "Mitgliedschaft").objects.filter(akteur=akteur)
    sitze.exclude(pk__in=zeilen.filter(history_date__gt=ende).values("id")).update(funktion="")


class Migration(migrations.Migration):
    dependencies = [
        ("konzept", "0022_berichtstexte_fest"),
    ]

    operations = [
        migrations.RunPython(erase, migrations.RunPython.noop),
    ]
