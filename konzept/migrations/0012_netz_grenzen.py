import django.core.validators
from django.db import migrations, models

import konzept.models.tagesgrenzen
from angebote.domain.rollen import grant_rollen


def grant(apps, schema_editor):
    grant_rollen(apps=apps)


class Migration(migrations.Migration):
    dependencies = [
        ("konzept", "0011_massnahmenverknuepfung"),
    ]

    operations = [
        migrations.AlterField(
            model_name="akteur",
            name="dabei_seit",
            field=models.DateField(
                blank=True, null=True, validators=[konzept.models.tagesgrenzen.check_jahr], verbose_name="dabei seit"
            ),
        ),
        migrations.AlterField(
            model_name="akteur",
            name="grundlage_am",
            field=models.DateField(
                blank=True, null=True, validators=[konzept.models.tagesgrenzen.check_jahr], verbose_name="Grundlage vom"
            ),
        ),
        migrations.AlterField(
            model_name="aufgabe",
            name="ergebnis",
            field=models.TextField(
                blank=True, validators=[django.core.validators.MaxLengthValidator(20000)], verbose_name="Ergebnis"
            ),
        ),
        migrations.AlterField(
            model_name="aufgabe",
            name="faellig_am",
            field=models.DateField(validators=[konzept.models.tagesgrenzen.check_jahr], verbose_name="fällig am"),
        ),
        migrations.AlterField(
            model_name="beschluss",
            name="text",
            field=models.TextField(
                validators=[django.core.validators.MaxLengthValidator(20000)], verbose_name="Beschluss"
            ),
        ),
        migrations.AlterField(
            model_name="drucksache",
            name="bericht_bis",
            field=models.DateField(
                blank=True,
                null=True,
                validators=[konzept.models.tagesgrenzen.check_jahr],
                verbose_name="Bericht an die BVV bis",
            ),
        ),
        migrations.AlterField(
            model_name="drucksache",
            name="beschlossen_am",
            field=models.DateField(
                blank=True,
                null=True,
                validators=[konzept.models.tagesgrenzen.check_jahr],
                verbose_name="beschlossen am",
            ),
        ),
        migrations.AlterField(
            model_name="drucksache",
            name="eingebracht_am",
            field=models.DateField(
                blank=True,
                null=True,
                validators=[konzept.models.tagesgrenzen.check_jahr],
                verbose_name="eingebracht am",
            ),
        ),
        migrations.AlterField(
            model_name="drucksache",
            name="ersuchen",
            field=models.TextField(
                blank=True,
                help_text="Was das Bezirksamt tun soll, in eigenen Worten.",
                validators=[django.core.validators.MaxLengthValidator(20000)],
                verbose_name="Ersuchen",
            ),
        ),
        migrations.AlterField(
            model_name="geschaeftsbereich",
            name="beitrag",
            field=models.TextField(
                blank=True,
                help_text="Was dieser Bereich beiträgt. Leer: noch nichts gemeldet.",
                validators=[django.core.validators.MaxLengthValidator(20000)],
                verbose_name="Beitrag zum Konzept",
            ),
        ),
        migrations.AlterField(
            model_name="geschaeftsbereich",
            name="letzter_bericht_am",
            field=models.DateField(
                blank=True,
                null=True,
                validators=[konzept.models.tagesgrenzen.check_jahr],
                verbose_name="zuletzt berichtet am",
            ),
        ),
        migrations.AlterField(
            model_name="gremium",
            name="zweck",
            field=models.TextField(
                help_text="Wozu es da ist, in ein, zwei Sätzen.",
                validators=[django.core.validators.MaxLengthValidator(20000)],
                verbose_name="Zweck",
            ),
        ),
        migrations.AlterField(
            model_name="historicalakteur",
            name="dabei_seit",
            field=models.DateField(
                blank=True, null=True, validators=[konzept.models.tagesgrenzen.check_jahr], verbose_name="dabei seit"
            ),
        ),
        migrations.AlterField(
            model_name="historicalakteur",
            name="grundlage_am",
            field=models.DateField(
                blank=True, null=True, validators=[konzept.models.tagesgrenzen.check_jahr], verbose_name="Grundlage vom"
            ),
        ),
        migrations.AlterField(
            model_name="historicalaufgabe",
            name="ergebnis",
            field=models.TextField(
                blank=True, validators=[django.core.validators.MaxLengthValidator(20000)], verbose_name="Ergebnis"
            ),
        ),
        migrations.AlterField(
            model_name="historicalaufgabe",
            name="faellig_am",
            field=models.DateField(validators=[konzept.models.tagesgrenzen.check_jahr], verbose_name="fällig am"),
        ),
        migrations.AlterField(
            model_name="historicalbeschluss",
            name="text",
            field=models.TextField(
                validators=[django.core.validators.MaxLengthValidator(20000)], verbose_name="Beschluss"
            ),
        ),
        migrations.AlterField(
            model_name="historicaldrucksache",
            name="bericht_bis",
            field=models.DateField(
                blank=True,
                null=True,
                validators=[konzept.models.tagesgrenzen.check_jahr],
                verbose_name="Bericht an die BVV bis",
            ),
        ),
        migrations.AlterField(
            model_name="historicaldrucksache",
            name="beschlossen_am",
            field=models.DateField(
                blank=True,
                null=True,
                validators=[konzept.models.tagesgrenzen.check_jahr],
                verbose_name="beschlossen am",
            ),
        ),
        migrations.AlterField(
            model_name="historicaldrucksache",
            name="eingebracht_am",
            field=models.DateField(
                blank=True,
                null=True,
                validators=[konzept.models.tagesgrenzen.check_jahr],
                verbose_name="eingebracht am",
            ),
        ),
        migrations.AlterField(
            model_name="historicaldrucksache",
            name="ersuchen",
            field=models.TextField(
                blank=True,
                help_text="Was das Bezirksamt tun soll, in eigenen Worten.",
                validators=[django.core.validators.MaxLengthValidator(20000)],
                verbose_name="Ersuchen",
            ),
        ),
        migrations.AlterField(
            model_name="historicalgeschaeftsbereich",
            name="beitrag",
            field=models.TextField(
                blank=True,
                help_text="Was dieser Bereich beiträgt. Leer: noch nichts gemeldet.",
                validators=[django.core.validators.MaxLengthValidator(20000)],
                verbose_name="Beitrag zum Konzept",
            ),
        ),
        migrations.AlterField(
            model_name="historicalgeschaeftsbereich",
            name="letzter_bericht_am",
            field=models.DateField(
                blank=True,
                null=True,
                validators=[konzept.models.tagesgrenzen.check_jahr],
                verbose_name="zuletzt berichtet am",
            ),
        ),
        migrations.AlterField(
            model_name="historicalgremium",
            name="zweck",
            field=models.TextField(
                help_text="Wozu es da ist, in ein, zwei Sätzen.",
                validators=[django.core.validators.MaxLengthValidator(20000)],
                verbose_name="Zweck",
            ),
        ),
        migrations.AlterField(
            model_name="historicalkommunikation",
            name="ergebnis",
            field=models.TextField(
                blank=True, validators=[django.core.validators.MaxLengthValidator(20000)], verbose_name="Ergebnis"
            ),
        ),
        migrations.AlterField(
            model_name="historicalkommunikation",
            name="faellig_am",
            field=models.DateField(validators=[konzept.models.tagesgrenzen.check_jahr], verbose_name="fällig am"),
        ),
        migrations.AlterField(
            model_name="historicalkomponente",
            name="auftrag",
            field=models.TextField(
                help_text="Worum es geht, in zwei Sätzen.",
                validators=[django.core.validators.MaxLengthValidator(20000)],
                verbose_name="Auftrag",
            ),
        ),
        migrations.AlterField(
            model_name="historicalkonzept",
            name="stand",
            field=models.DateField(validators=[konzept.models.tagesgrenzen.check_jahr], verbose_name="Stand"),
        ),
        migrations.AlterField(
            model_name="historicalkonzept",
            name="zusammenfassung",
            field=models.TextField(
                blank=True,
                validators=[django.core.validators.MaxLengthValidator(20000)],
                verbose_name="Zusammenfassung",
            ),
        ),
        migrations.AlterField(
            model_name="historicalmaterialwunsch",
            name="geliefert_am",
            field=models.DateField(
                blank=True,
                null=True,
                validators=[konzept.models.tagesgrenzen.check_jahr],
                verbose_name="zuletzt geliefert am",
            ),
        ),
        migrations.AlterField(
            model_name="historicalmultiplikator",
            name="dabei_seit",
            field=models.DateField(
                blank=True, null=True, validators=[konzept.models.tagesgrenzen.check_jahr], verbose_name="dabei seit"
            ),
        ),
        migrations.AlterField(
            model_name="historicalmultiplikator",
            name="grundlage_am",
            field=models.DateField(
                blank=True, null=True, validators=[konzept.models.tagesgrenzen.check_jahr], verbose_name="Grundlage vom"
            ),
        ),
        migrations.AlterField(
            model_name="historicalmultiplikator",
            name="notiz",
            field=models.TextField(
                blank=True,
                help_text="Nichts über Personen, die dort Hilfe suchen.",
                validators=[django.core.validators.MaxLengthValidator(20000)],
                verbose_name="Notiz",
            ),
        ),
        migrations.AlterField(
            model_name="historicalschulung",
            name="datum",
            field=models.DateField(validators=[konzept.models.tagesgrenzen.check_jahr], verbose_name="Datum"),
        ),
        migrations.AlterField(
            model_name="historicalsitzung",
            name="datum",
            field=models.DateField(validators=[konzept.models.tagesgrenzen.check_jahr], verbose_name="Datum"),
        ),
        migrations.AlterField(
            model_name="historicalsitzung",
            name="niederschrift",
            field=models.TextField(
                blank=True,
                help_text="Was besprochen wurde. Keine Namen von Bürgerinnen und Bürgern.",
                validators=[django.core.validators.MaxLengthValidator(20000)],
                verbose_name="Vermerk",
            ),
        ),
        migrations.AlterField(
            model_name="historicalsitzung",
            name="tagesordnung",
            field=models.TextField(
                blank=True, validators=[django.core.validators.MaxLengthValidator(20000)], verbose_name="Tagesordnung"
            ),
        ),
        migrations.AlterField(
            model_name="historicalwahltermin",
            name="datum",
            field=models.DateField(validators=[konzept.models.tagesgrenzen.check_jahr], verbose_name="Datum"),
        ),
        migrations.AlterField(
            model_name="historicalzustaendigkeit",
            name="bis",
            field=models.DateField(
                blank=True,
                help_text="Der letzte Tag. Leer: bis auf Weiteres.",
                null=True,
                validators=[konzept.models.tagesgrenzen.check_jahr],
                verbose_name="bis",
            ),
        ),
        migrations.AlterField(
            model_name="historicalzustaendigkeit",
            name="von",
            field=models.DateField(validators=[konzept.models.tagesgrenzen.check_jahr], verbose_name="von"),
        ),
        migrations.AlterField(
            model_name="kommunikation",
            name="ergebnis",
            field=models.TextField(
                blank=True, validators=[django.core.validators.MaxLengthValidator(20000)], verbose_name="Ergebnis"
            ),
        ),
        migrations.AlterField(
            model_name="kommunikation",
            name="faellig_am",
            field=models.DateField(validators=[konzept.models.tagesgrenzen.check_jahr], verbose_name="fällig am"),
        ),
        migrations.AlterField(
            model_name="komponente",
            name="auftrag",
            field=models.TextField(
                help_text="Worum es geht, in zwei Sätzen.",
                validators=[django.core.validators.MaxLengthValidator(20000)],
                verbose_name="Auftrag",
            ),
        ),
        migrations.AlterField(
            model_name="konzept",
            name="stand",
            field=models.DateField(validators=[konzept.models.tagesgrenzen.check_jahr], verbose_name="Stand"),
        ),
        migrations.AlterField(
            model_name="konzept",
            name="zusammenfassung",
            field=models.TextField(
                blank=True,
                validators=[django.core.validators.MaxLengthValidator(20000)],
                verbose_name="Zusammenfassung",
            ),
        ),
        migrations.AlterField(
            model_name="materialwunsch",
            name="geliefert_am",
            field=models.DateField(
                blank=True,
                null=True,
                validators=[konzept.models.tagesgrenzen.check_jahr],
                verbose_name="zuletzt geliefert am",
            ),
        ),
        migrations.AlterField(
            model_name="multiplikator",
            name="dabei_seit",
            field=models.DateField(
                blank=True, null=True, validators=[konzept.models.tagesgrenzen.check_jahr], verbose_name="dabei seit"
            ),
        ),
        migrations.AlterField(
            model_name="multiplikator",
            name="grundlage_am",
            field=models.DateField(
                blank=True, null=True, validators=[konzept.models.tagesgrenzen.check_jahr], verbose_name="Grundlage vom"
            ),
        ),
        migrations.AlterField(
            model_name="multiplikator",
            name="notiz",
            field=models.TextField(
                blank=True,
                help_text="Nichts über Personen, die dort Hilfe suchen.",
                validators=[django.core.validators.MaxLengthValidator(20000)],
                verbose_name="Notiz",
            ),
        ),
        migrations.AlterField(
            model_name="schulung",
            name="datum",
            field=models.DateField(validators=[konzept.models.tagesgrenzen.check_jahr], verbose_name="Datum"),
        ),
        migrations.AlterField(
            model_name="sitzung",
            name="datum",
            field=models.DateField(validators=[konzept.models.tagesgrenzen.check_jahr], verbose_name="Datum"),
        ),
        migrations.AlterField(
            model_name="sitzung",
            name="niederschrift",
            field=models.TextField(
                blank=True,
                help_text="Was besprochen wurde. Keine Namen von Bürgerinnen und Bürgern.",
                validators=[django.core.validators.MaxLengthValidator(20000)],
                verbose_name="Vermerk",
            ),
        ),
        migrations.AlterField(
            model_name="sitzung",
            name="tagesordnung",
            field=models.TextField(
                blank=True, validators=[django.core.validators.MaxLengthValidator(20000)], verbose_name="Tagesordnung"
            ),
        ),
        migrations.AlterField(
            model_name="wahltermin",
            name="datum",
            field=models.DateField(validators=[konzept.models.tagesgrenzen.check_jahr], verbose_name="Datum"),
        ),
        migrations.AlterField(
            model_name="zustaendigkeit",
            name="bis",
            field=models.DateField(
                blank=True,
                help_text="Der letzte Tag. Leer: bis auf Weiteres.",
                null=True,
                validators=[konzept.models.tagesgrenzen.check_jahr],
                verbose_name="bis",
            ),
        ),
        migrations.AlterField(
            model_name="zustaendigkeit",
            name="von",
            field=models.DateField(validators=[konzept.models.tagesgrenzen.check_jahr], verbose_name="von"),
        ),
        migrations.RunPython(grant, migrations.RunPython.noop),
    ]
