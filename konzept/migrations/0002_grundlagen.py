"""The three components and the motion that asks for them (BVV Pankow, Drs. IX-1179), and who may work on them.

The motion's status is "eingebracht": whether the BVV adopted it is for staff to enter.
"""

from datetime import date

from django.db import migrations
from django.utils import timezone

from angebote.domain.rollen import grant_rollen

KOMPONENTEN = (
    (
        "praevention",
        "Prävention",
        (
            "Niedrigschwellige Angebote zur Begegnung und zum gemeinsamen Tun, wohnortnah und für alle Altersgruppen. "
            "Sie sollen verhindern, dass Menschen einsam werden."
        ),
    ),
    (
        "ueberwindung",
        "Überwindung und Minderung",
        (
            "Psychosoziale Beratung, Psychotherapie und Gruppen in einem geschützten Rahmen für Menschen, deren "
            "Einsamkeit andauert. Dort lässt sich neu erproben, mit anderen in Kontakt zu kommen."
        ),
    ),
    (
        "sensibilisierung",
        "Sensibilisierung und Koordination",
        (
            "Alle Geschäftsbereiche kennen das Thema und sagen, was sie beitragen. Die Arbeit wird über die Ressorts hinweg "
            "und mit den Einrichtungen in den Kiezen abgestimmt."
        ),
    ),
)


def save_grundlagen(apps, schema_editor):
    for reihenfolge, (art, name, auftrag) in enumerate(KOMPONENTEN, start=1):
        save(apps, "Komponente", art=art, name=name, auftrag=auftrag, reihenfolge=reihenfolge)
    save(
        apps,
        "Drucksache",
        nummer="IX-1179",
        titel="Pankow gegen Einsamkeit",
        status="eingebracht",
        eingebracht_am=date(2025, 5, 13),
        ersuchen=(
            "Ein Konzept gegen Einsamkeit mit drei Komponenten erarbeiten und umsetzen: Prävention, Überwindung und "
            "Minderung, Sensibilisierung und Koordination. Für jede oder für alle ist jemand namentlich zuständig."
        ),
        quelle="BVV Pankow, Antrag der SPD-Fraktion vom 13.05.2025, Drs. IX-1179",
    )


def save(apps, modell, **felder):
    """With the first row of its history, so that the first change can be told from what was before."""
    eintrag = apps.get_model("konzept", modell).objects.create(**felder)
    apps.get_model("konzept", f"Historical{modell}").objects.create(
        id=eintrag.pk,
        **felder,
        history_date=timezone.now(),
        history_type="+",
        history_change_reason="Beginn des Verlaufs",
    )


def grant(apps, schema_editor):
    grant_rollen(apps=apps)


class Migration(migrations.Migration):
    dependencies = [("konzept", "0001_initial"), ("angebote", "0026_rollen")]

    operations = [
        migrations.RunPython(save_grundlagen, migrations.RunPython.noop),
        migrations.RunPython(grant, migrations.RunPython.noop),
    ]
