"""Two releases of a letter are two accounts, an authorisation rests on a paper, long texts have a limit (adr/0028).

Versions that one account released for both offices break the new rule. Nothing that was written down is deleted: the later
of the two releases stays readable and no longer counts. A letter that still waits to be sent then asks for that release
again, by another account; what was sent is not touched.
"""

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import Exists, OuterRef, Subquery

from angebote.domain.rollen import grant_rollen

TABELLE = "materialfreigabe"
MELDUNG = "Diese Zeile darf nicht geändert oder gelöscht werden."


def drop_sperren(apps, schema_editor):
    """What 0005 made for this table: here it is in the way, and SQLite loses it when the table is made anew."""
    wo = f" ON konzept_{TABELLE}" if schema_editor.connection.vendor == "postgresql" else ""
    for ereignis in ("update", "delete"):
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {TABELLE}_kein_{ereignis}{wo}")


def create_sperren(apps, schema_editor):
    ist_postgresql = schema_editor.connection.vendor == "postgresql"
    tut = "EXECUTE FUNCTION konzept_nur_hinzu()" if ist_postgresql else f"BEGIN SELECT RAISE(ABORT, '{MELDUNG}'); END"
    for ereignis in ("UPDATE", "DELETE"):
        schema_editor.execute(
            f"CREATE TRIGGER {TABELLE}_kein_{ereignis.lower()} BEFORE {ereignis} ON konzept_{TABELLE} FOR EACH ROW {tut}"
        )


def mark_doppelte(apps, schema_editor):
    freigabe = apps.get_model("konzept", "Materialfreigabe")
    fruehere = freigabe.objects.filter(material=OuterRef("material"), konto=OuterRef("konto"), pk__lt=OuterRef("pk"))
    doppelte = list(freigabe.objects.filter(Exists(fruehere)).values_list("pk", flat=True))
    freigabe.objects.filter(pk__in=doppelte).update(gilt=False)


def drop_ersetzte(apps, schema_editor):
    """Back: the older schema has room for one release of each office, the one that counts."""
    freigabe = apps.get_model("konzept", "Materialfreigabe")
    geltende = freigabe.objects.filter(material=OuterRef("material"), stelle=OuterRef("stelle"), gilt=True)
    ersetzte = list(freigabe.objects.filter(Exists(geltende), gilt=False).values_list("pk", flat=True))
    freigabe.objects.filter(pk__in=ersetzte).delete()


def link_vollmachten(apps, schema_editor):
    """The present day rests on the newest paper there is."""
    dokument, anfrage = apps.get_model("konzept", "Anfragedokument"), apps.get_model("konzept", "Kooperationsanfrage")
    papiere = dokument.objects.filter(anfrage=OuterRef("pk"), art="vollmacht").order_by("-hochgeladen_am", "-pk")
    anfrage.objects.update(vollmacht_dokument=Subquery(papiere.values("pk")[:1]))


def grant(apps, schema_editor):
    grant_rollen(apps=apps)


class Migration(migrations.Migration):
    dependencies = [
        ("angebote", "0026_rollen"),
        ("konzept", "0008_luecken"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="kooperationsanfrage",
            options={
                "ordering": ["-eingegangen_am", "-pk"],
                "permissions": [("vote_kooperationsanfrage", "Als Datenschutz votieren und freigeben")],
                "verbose_name": "Kooperationsanfrage",
                "verbose_name_plural": "Kooperationsanfragen",
            },
        ),
        migrations.RunPython(drop_sperren, create_sperren),
        migrations.RemoveConstraint(
            model_name="materialfreigabe",
            name="materialfreigabe_eine_je_stelle",
        ),
        migrations.AddField(
            model_name="materialfreigabe",
            name="gilt",
            field=models.BooleanField(default=True, editable=False, verbose_name="gilt"),
        ),
        migrations.RunPython(mark_doppelte, drop_ersetzte),
        migrations.AddConstraint(
            model_name="materialfreigabe",
            constraint=models.UniqueConstraint(
                condition=models.Q(("gilt", True)),
                fields=("material", "stelle"),
                name="materialfreigabe_eine_je_stelle",
                violation_error_message="Diese Stelle hat diese Version schon freigegeben.",
            ),
        ),
        migrations.AddConstraint(
            model_name="materialfreigabe",
            constraint=models.UniqueConstraint(
                condition=models.Q(("gilt", True)),
                fields=("material", "konto"),
                name="materialfreigabe_eine_je_konto",
                violation_error_message="Dieses Konto hat diese Version schon freigegeben. Es braucht ein zweites.",
            ),
        ),
        migrations.RunPython(create_sperren, drop_sperren),
        migrations.AddField(
            model_name="historicalkooperationsanfrage",
            name="vollmacht_dokument",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="konzept.anfragedokument",
                verbose_name="Schreiben mit der Bevollmächtigung",
            ),
        ),
        migrations.AddField(
            model_name="kooperationsanfrage",
            name="vollmacht_dokument",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="konzept.anfragedokument",
                verbose_name="Schreiben mit der Bevollmächtigung",
            ),
        ),
        migrations.AlterField(
            model_name="anfragebeteiligung",
            name="stellungnahme",
            field=models.TextField(
                blank=True,
                validators=[django.core.validators.MaxLengthValidator(20000)],
                verbose_name="Stellungnahme und Auflagen",
            ),
        ),
        migrations.AlterField(
            model_name="anfrageentscheidung",
            name="gleichbehandlung",
            field=models.TextField(
                blank=True,
                help_text="Warum diese Entscheidung so ausfällt wie frühere, oder warum anders.",
                validators=[django.core.validators.MaxLengthValidator(20000)],
                verbose_name="Gleichbehandlung",
            ),
        ),
        migrations.AlterField(
            model_name="anfrageentscheidung",
            name="gruende",
            field=models.TextField(
                validators=[django.core.validators.MaxLengthValidator(20000)], verbose_name="Gründe"
            ),
        ),
        migrations.AlterField(
            model_name="anfragematerial",
            name="freiwillig_satz",
            field=models.TextField(
                help_text="Wörtlich, wie er im Brief steht.",
                validators=[django.core.validators.MaxLengthValidator(20000)],
                verbose_name="Der Satz zur Freiwilligkeit",
            ),
        ),
        migrations.AlterField(
            model_name="anfrageschritt",
            name="grund",
            field=models.TextField(
                blank=True, validators=[django.core.validators.MaxLengthValidator(20000)], verbose_name="Grund"
            ),
        ),
        migrations.AlterField(
            model_name="historicalanfragebeteiligung",
            name="stellungnahme",
            field=models.TextField(
                blank=True,
                validators=[django.core.validators.MaxLengthValidator(20000)],
                verbose_name="Stellungnahme und Auflagen",
            ),
        ),
        migrations.AlterField(
            model_name="historicalkooperationsanfrage",
            name="anlass",
            field=models.TextField(
                blank=True, validators=[django.core.validators.MaxLengthValidator(20000)], verbose_name="Anlass"
            ),
        ),
        migrations.AlterField(
            model_name="historicalkooperationsanfrage",
            name="ergebnis",
            field=models.TextField(
                blank=True,
                help_text="Zahlen und Folgen, keine Einzelfälle.",
                validators=[django.core.validators.MaxLengthValidator(20000)],
                verbose_name="Ergebnis",
            ),
        ),
        migrations.AlterField(
            model_name="historicalkooperationsanfrage",
            name="gewuenschte_daten",
            field=models.TextField(
                blank=True,
                help_text="Nach welchen Merkmalen der Bezirk auswählen soll. Der Träger bekommt davon nichts.",
                validators=[django.core.validators.MaxLengthValidator(20000)],
                verbose_name="gewünschte Daten",
            ),
        ),
        migrations.AlterField(
            model_name="historicalkooperationsanfrage",
            name="hoheitliche_aufgabe",
            field=models.TextField(
                blank=True,
                validators=[django.core.validators.MaxLengthValidator(20000)],
                verbose_name="hoheitliche Aufgabe",
            ),
        ),
        migrations.AlterField(
            model_name="historicalkooperationsanfrage",
            name="inhalt",
            field=models.TextField(
                blank=True,
                help_text="Was in dem Schreiben stehen soll.",
                validators=[django.core.validators.MaxLengthValidator(20000)],
                verbose_name="Inhalt",
            ),
        ),
        migrations.AlterField(
            model_name="historicalkooperationsanfrage",
            name="nutzen",
            field=models.TextField(
                blank=True,
                validators=[django.core.validators.MaxLengthValidator(20000)],
                verbose_name="Nutzen für die Menschen",
            ),
        ),
        migrations.AlterField(
            model_name="historicalkooperationsanfrage",
            name="nutzen_bezirk",
            field=models.TextField(
                blank=True,
                validators=[django.core.validators.MaxLengthValidator(20000)],
                verbose_name="Nutzen für den Bezirk",
            ),
        ),
        migrations.AlterField(
            model_name="historicalkooperationsanfrage",
            name="nutzen_traeger",
            field=models.TextField(
                blank=True,
                validators=[django.core.validators.MaxLengthValidator(20000)],
                verbose_name="Nutzen für den Träger",
            ),
        ),
        migrations.AlterField(
            model_name="historicalkooperationsanfrage",
            name="oeffentliches_interesse",
            field=models.TextField(
                blank=True,
                validators=[django.core.validators.MaxLengthValidator(20000)],
                verbose_name="öffentliches Interesse",
            ),
        ),
        migrations.AlterField(
            model_name="historicalkooperationsanfrage",
            name="referenz",
            field=models.TextField(
                blank=True,
                help_text="Woher der Bezirk den Träger kennt, zum Beispiel aus welchem Gremium.",
                validators=[django.core.validators.MaxLengthValidator(20000)],
                verbose_name="Referenz",
            ),
        ),
        migrations.AlterField(
            model_name="historicalkooperationsanfrage",
            name="rueckmeldungen_text",
            field=models.TextField(
                blank=True,
                help_text="Keine Namen von Bürgerinnen und Bürgern.",
                validators=[django.core.validators.MaxLengthValidator(20000)],
                verbose_name="Hinweise aus den Rückmeldungen",
            ),
        ),
        migrations.AlterField(
            model_name="historicalkooperationsanfrage",
            name="umfang",
            field=models.TextField(
                blank=True,
                help_text="Wie viele Menschen, welche Kieze.",
                validators=[django.core.validators.MaxLengthValidator(20000)],
                verbose_name="Umfang der Daten",
            ),
        ),
        migrations.AlterField(
            model_name="historicalkooperationsanfrage",
            name="vergleich",
            field=models.TextField(
                blank=True,
                help_text="Was gleich ist und was anders.",
                validators=[django.core.validators.MaxLengthValidator(20000)],
                verbose_name="Vergleich mit früheren Anfragen",
            ),
        ),
        migrations.AlterField(
            model_name="historicalkooperationsanfrage",
            name="zweck",
            field=models.TextField(
                blank=True,
                help_text="Wozu angeschrieben werden soll.",
                validators=[django.core.validators.MaxLengthValidator(20000)],
                verbose_name="Zweck",
            ),
        ),
        migrations.AlterField(
            model_name="kooperationsanfrage",
            name="anlass",
            field=models.TextField(
                blank=True, validators=[django.core.validators.MaxLengthValidator(20000)], verbose_name="Anlass"
            ),
        ),
        migrations.AlterField(
            model_name="kooperationsanfrage",
            name="ergebnis",
            field=models.TextField(
                blank=True,
                help_text="Zahlen und Folgen, keine Einzelfälle.",
                validators=[django.core.validators.MaxLengthValidator(20000)],
                verbose_name="Ergebnis",
            ),
        ),
        migrations.AlterField(
            model_name="kooperationsanfrage",
            name="gewuenschte_daten",
            field=models.TextField(
                blank=True,
                help_text="Nach welchen Merkmalen der Bezirk auswählen soll. Der Träger bekommt davon nichts.",
                validators=[django.core.validators.MaxLengthValidator(20000)],
                verbose_name="gewünschte Daten",
            ),
        ),
        migrations.AlterField(
            model_name="kooperationsanfrage",
            name="hoheitliche_aufgabe",
            field=models.TextField(
                blank=True,
                validators=[django.core.validators.MaxLengthValidator(20000)],
                verbose_name="hoheitliche Aufgabe",
            ),
        ),
        migrations.AlterField(
            model_name="kooperationsanfrage",
            name="inhalt",
            field=models.TextField(
                blank=True,
                help_text="Was in dem Schreiben stehen soll.",
                validators=[django.core.validators.MaxLengthValidator(20000)],
                verbose_name="Inhalt",
            ),
        ),
        migrations.AlterField(
            model_name="kooperationsanfrage",
            name="nutzen",
            field=models.TextField(
                blank=True,
                validators=[django.core.validators.MaxLengthValidator(20000)],
                verbose_name="Nutzen für die Menschen",
            ),
        ),
        migrations.AlterField(
            model_name="kooperationsanfrage",
            name="nutzen_bezirk",
            field=models.TextField(
                blank=True,
                validators=[django.core.validators.MaxLengthValidator(20000)],
                verbose_name="Nutzen für den Bezirk",
            ),
        ),
        migrations.AlterField(
            model_name="kooperationsanfrage",
            name="nutzen_traeger",
            field=models.TextField(
                blank=True,
                validators=[django.core.validators.MaxLengthValidator(20000)],
                verbose_name="Nutzen für den Träger",
            ),
        ),
        migrations.AlterField(
            model_name="kooperationsanfrage",
            name="oeffentliches_interesse",
            field=models.TextField(
                blank=True,
                validators=[django.core.validators.MaxLengthValidator(20000)],
                verbose_name="öffentliches Interesse",
            ),
        ),
        migrations.AlterField(
            model_name="kooperationsanfrage",
            name="referenz",
            field=models.TextField(
                blank=True,
                help_text="Woher der Bezirk den Träger kennt, zum Beispiel aus welchem Gremium.",
                validators=[django.core.validators.MaxLengthValidator(20000)],
                verbose_name="Referenz",
            ),
        ),
        migrations.AlterField(
            model_name="kooperationsanfrage",
            name="rueckmeldungen_text",
            field=models.TextField(
                blank=True,
                help_text="Keine Namen von Bürgerinnen und Bürgern.",
                validators=[django.core.validators.MaxLengthValidator(20000)],
                verbose_name="Hinweise aus den Rückmeldungen",
            ),
        ),
        migrations.AlterField(
            model_name="kooperationsanfrage",
            name="umfang",
            field=models.TextField(
                blank=True,
                help_text="Wie viele Menschen, welche Kieze.",
                validators=[django.core.validators.MaxLengthValidator(20000)],
                verbose_name="Umfang der Daten",
            ),
        ),
        migrations.AlterField(
            model_name="kooperationsanfrage",
            name="vergleich",
            field=models.TextField(
                blank=True,
                help_text="Was gleich ist und was anders.",
                validators=[django.core.validators.MaxLengthValidator(20000)],
                verbose_name="Vergleich mit früheren Anfragen",
            ),
        ),
        migrations.AlterField(
            model_name="kooperationsanfrage",
            name="zweck",
            field=models.TextField(
                blank=True,
                help_text="Wozu angeschrieben werden soll.",
                validators=[django.core.validators.MaxLengthValidator(20000)],
                verbose_name="Zweck",
            ),
        ),
        migrations.RunPython(link_vollmachten, migrations.RunPython.noop),
        migrations.RunPython(grant, migrations.RunPython.noop),
    ]
