"""The fixed pages with honest placeholder texts: each says what the law demands there (I1, L4-L8, P8) and what is missing.

Staff replace the text and clear "Platzhalter"; the production check refuses to start before.
"""

from pathlib import Path

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

TEXTE = Path(__file__).parent / "0002_seiten"
TITEL = {
    "impressum": "Impressum",
    "datenschutz": "Datenschutz",
    "barrierefreiheit": "Erklärung zur Barrierefreiheit",
    "leichte-sprache": "Einfache Sprache",
    "gebaerdensprache": "Deutsche Gebärdensprache",
}


def create_seiten(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    seite = apps.get_model("pankow_einsamkeit", "Seite")
    for slug, titel in TITEL.items():
        text = (TEXTE / f"{slug}.md").read_text(encoding="utf-8")
        seite.objects.get_or_create(slug=slug, defaults={"titel": titel, "text": text, "ist_platzhalter": True})


def delete_platzhalter(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Texts that staff have written stay."""
    seite = apps.get_model("pankow_einsamkeit", "Seite")
    seite.objects.filter(slug__in=TITEL, ist_platzhalter=True).delete()


class Migration(migrations.Migration):
    dependencies = [("pankow_einsamkeit", "0001_konto_und_seite")]
    operations = [migrations.RunPython(create_seiten, delete_platzhalter)]
