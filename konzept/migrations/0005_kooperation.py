"""Requests for cooperation, and what may only be added to them: the database refuses to change or delete such rows.

SQLite forgets triggers when a later migration rebuilds one of these tables: that migration creates them again. The test
of the model notices.
"""

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

from angebote.domain.rollen import grant_rollen

NUR_HINZU = (
    *("anfrageschritt", "anfrageentscheidung", "anfragedokument"),
    *("anfragematerial", "materialfreigabe"),
)
MELDUNG = "Diese Zeile darf nicht geändert oder gelöscht werden."


def create_sperren(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            "CREATE FUNCTION konzept_nur_hinzu() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{MELDUNG}' USING ERRCODE = 'integrity_constraint_violation'; END $$"
        )
    for tabelle in NUR_HINZU:
        for ereignis in ("UPDATE", "DELETE"):
            tut = (
                "EXECUTE FUNCTION konzept_nur_hinzu()"
                if schema_editor.connection.vendor == "postgresql"
                else f"BEGIN SELECT RAISE(ABORT, '{MELDUNG}'); END"
            )
            schema_editor.execute(
                f"CREATE TRIGGER {tabelle}_kein_{ereignis.lower()} BEFORE {ereignis} ON konzept_{tabelle} FOR EACH ROW {tut}"
            )


def drop_sperren(apps, schema_editor):
    ist_postgresql = schema_editor.connection.vendor == "postgresql"
    for tabelle in NUR_HINZU:
        for ereignis in ("update", "delete"):
            wo = f" ON konzept_{tabelle}" if ist_postgresql else ""
            schema_editor.execute(f"DROP TRIGGER {tabelle}_kein_{ereignis}{wo}")
    if ist_postgresql:
        schema_editor.execute("DROP FUNCTION konzept_nur_hinzu()")


def grant(apps, schema_editor):
    grant_rollen(apps=apps)


class Migration(migrations.Migration):
    dependencies = [
        ("angebote", "0026_rollen"),
        ("konzept", "0004_massnahmen"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Anfragedokument",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "art",
                    models.CharField(
                        choices=[
                            ("erklaerung", "unterzeichnete Erklärung der Geschäftsführung"),
                            ("vollmacht", "Bevollmächtigung"),
                            ("material", "Material"),
                            ("ergebnis", "Ergebnisbericht"),
                            ("sonstiges", "Sonstiges"),
                        ],
                        max_length=20,
                        verbose_name="Art",
                    ),
                ),
                ("dateiname", models.CharField(max_length=120, verbose_name="Dateiname beim Hochladen")),
                ("kennung", models.CharField(max_length=32, unique=True, verbose_name="Kennung")),
                (
                    "format",
                    models.CharField(
                        choices=[("pdf", "PDF"), ("png", "PNG"), ("jpg", "JPEG"), ("docx", "DOCX"), ("odt", "ODT")],
                        max_length=10,
                        verbose_name="Format",
                    ),
                ),
                ("groesse", models.PositiveIntegerField(verbose_name="Größe in Byte")),
                ("sha256", models.CharField(max_length=64, verbose_name="Prüfsumme (SHA-256)")),
                ("hochgeladen_am", models.DateTimeField(verbose_name="hochgeladen am")),
                (
                    "konto",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="anfragedokumente",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="hochgeladen von",
                    ),
                ),
            ],
            options={
                "verbose_name": "Dokument einer Anfrage",
                "verbose_name_plural": "Dokumente von Anfragen",
                "ordering": ["-hochgeladen_am", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="HistoricalKooperationsanfrage",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("titel", models.CharField(max_length=160, verbose_name="Kurztitel")),
                (
                    "art",
                    models.CharField(
                        choices=[
                            ("anschreiben", "Anschreiben"),
                            ("befragung", "Befragung"),
                            ("einladung", "Einladung zu einem Angebot"),
                        ],
                        max_length=20,
                        verbose_name="Art",
                    ),
                ),
                ("eingegangen_am", models.DateField(verbose_name="eingegangen am")),
                (
                    "status",
                    models.CharField(
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
                        ],
                        default="eingang",
                        editable=False,
                        max_length=20,
                        verbose_name="Stand",
                    ),
                ),
                (
                    "runde",
                    models.PositiveSmallIntegerField(default=1, editable=False, verbose_name="Runde der Beteiligung"),
                ),
                ("traeger_name", models.CharField(max_length=160, verbose_name="Name des Trägers")),
                (
                    "rechtsform",
                    models.CharField(
                        choices=[
                            ("ev", "eingetragener Verein (e. V.)"),
                            ("ggmbh", "gemeinnützige GmbH (gGmbH)"),
                            ("gmbh", "GmbH oder UG"),
                            ("stiftung", "rechtsfähige Stiftung"),
                            ("genossenschaft", "eingetragene Genossenschaft (eG)"),
                            ("ag", "Aktiengesellschaft"),
                            ("koerperschaft", "Körperschaft des öffentlichen Rechts"),
                            ("anstalt", "Anstalt oder Stiftung des öffentlichen Rechts"),
                        ],
                        help_text="Nur juristische Personen können anfragen, keine Einzelperson und keine lose Gruppe.",
                        max_length=20,
                        verbose_name="Rechtsform",
                    ),
                ),
                (
                    "ansprechperson",
                    models.CharField(
                        blank=True,
                        help_text="Name oder Funktion.",
                        max_length=160,
                        verbose_name="feste Ansprechperson beim Träger",
                    ),
                ),
                (
                    "ansprechkontakt",
                    models.CharField(
                        blank=True, max_length=160, verbose_name="Telefon oder E-Mail der Ansprechperson, dienstlich"
                    ),
                ),
                (
                    "referenz",
                    models.TextField(
                        blank=True,
                        help_text="Woher der Bezirk den Träger kennt, zum Beispiel aus welchem Gremium.",
                        verbose_name="Referenz",
                    ),
                ),
                (
                    "zweck",
                    models.TextField(blank=True, help_text="Wozu angeschrieben werden soll.", verbose_name="Zweck"),
                ),
                (
                    "inhalt",
                    models.TextField(blank=True, help_text="Was in dem Schreiben stehen soll.", verbose_name="Inhalt"),
                ),
                ("oeffentliches_interesse", models.TextField(blank=True, verbose_name="öffentliches Interesse")),
                ("nutzen", models.TextField(blank=True, verbose_name="Nutzen für die Menschen")),
                (
                    "gewuenschte_daten",
                    models.TextField(
                        blank=True,
                        help_text="Nach welchen Merkmalen der Bezirk auswählen soll. Der Träger bekommt davon nichts.",
                        verbose_name="gewünschte Daten",
                    ),
                ),
                (
                    "umfang",
                    models.TextField(
                        blank=True, help_text="Wie viele Menschen, welche Kieze.", verbose_name="Umfang der Daten"
                    ),
                ),
                (
                    "durchfuehrung",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("bezirk", "der Bezirk"),
                            ("gemeinsam", "Bezirk und Träger gemeinsam"),
                            ("traeger", "der Träger"),
                        ],
                        max_length=20,
                        verbose_name="Durchführung",
                    ),
                ),
                (
                    "ermoeglicher",
                    models.CharField(
                        blank=True,
                        help_text="Eine Person oder Funktion.",
                        max_length=160,
                        verbose_name="Ermöglicher*in im Bezirksamt",
                    ),
                ),
                ("nutzen_traeger", models.TextField(blank=True, verbose_name="Nutzen für den Träger")),
                ("nutzen_bezirk", models.TextField(blank=True, verbose_name="Nutzen für den Bezirk")),
                (
                    "vergleich",
                    models.TextField(
                        blank=True,
                        help_text="Was gleich ist und was anders.",
                        verbose_name="Vergleich mit früheren Anfragen",
                    ),
                ),
                (
                    "aufwand_stunden",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="Aufwand in Stunden"),
                ),
                (
                    "aufwand_druck_cent",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="Druck in Euro"),
                ),
                (
                    "aufwand_porto_cent",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="Porto in Euro"),
                ),
                ("anlass", models.TextField(blank=True, verbose_name="Anlass")),
                (
                    "rechtsgrundlage",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("pflicht", "Art. 6 Abs. 1 Buchstabe c DSGVO: rechtliche Verpflichtung"),
                            ("aufgabe", "Art. 6 Abs. 1 Buchstabe e DSGVO: öffentliche Aufgabe"),
                        ],
                        max_length=20,
                        verbose_name="Rechtsgrundlage",
                    ),
                ),
                (
                    "rechtsvorschrift",
                    models.CharField(
                        blank=True,
                        help_text="Das Gesetz, aus dem sich die Aufgabe ergibt.",
                        max_length=300,
                        verbose_name="Vorschrift",
                    ),
                ),
                ("hoheitliche_aufgabe", models.TextField(blank=True, verbose_name="hoheitliche Aufgabe")),
                ("wiedervorlage_am", models.DateField(blank=True, null=True, verbose_name="Wiedervorlage am")),
                ("erklaerung_am", models.DateField(blank=True, null=True, verbose_name="Erklärung unterzeichnet am")),
                (
                    "erklaerung_traeger",
                    models.CharField(
                        blank=True,
                        help_text="Die Geschäftsführung.",
                        max_length=160,
                        verbose_name="unterzeichnet für den Träger",
                    ),
                ),
                (
                    "erklaerung_bezirk",
                    models.CharField(blank=True, max_length=160, verbose_name="unterzeichnet für den Bezirk"),
                ),
                ("vollmacht_person", models.CharField(blank=True, max_length=160, verbose_name="bevollmächtigt ist")),
                ("vollmacht_am", models.DateField(blank=True, null=True, verbose_name="bevollmächtigt am")),
                ("vollmacht_bis", models.DateField(blank=True, null=True, verbose_name="bevollmächtigt bis")),
                ("druck_anzahl", models.PositiveIntegerField(blank=True, null=True, verbose_name="gedruckte Briefe")),
                (
                    "druck_stelle",
                    models.CharField(
                        blank=True, help_text="Stelle im Bezirksamt.", max_length=160, verbose_name="gedruckt von"
                    ),
                ),
                ("druck_am", models.DateField(blank=True, null=True, verbose_name="gedruckt am")),
                (
                    "versand_anzahl",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="verschickte Briefe"),
                ),
                (
                    "versand_stelle",
                    models.CharField(
                        blank=True, help_text="Stelle im Bezirksamt.", max_length=160, verbose_name="verschickt von"
                    ),
                ),
                ("versand_am", models.DateField(blank=True, null=True, verbose_name="verschickt am")),
                ("bericht_bis", models.DateField(blank=True, null=True, verbose_name="Ergebnisbericht bis")),
                (
                    "antworten_anzahl",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="Antworten insgesamt"),
                ),
                (
                    "ablehnend_anzahl",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Auch 0 bitte eintragen.",
                        null=True,
                        verbose_name="davon ablehnend oder verärgert",
                    ),
                ),
                (
                    "rueckmeldungen_text",
                    models.TextField(
                        blank=True,
                        help_text="Keine Namen von Bürgerinnen und Bürgern.",
                        verbose_name="Hinweise aus den Rückmeldungen",
                    ),
                ),
                (
                    "ergebnis",
                    models.TextField(
                        blank=True, help_text="Zahlen und Folgen, keine Einzelfälle.", verbose_name="Ergebnis"
                    ),
                ),
                (
                    "ergebnis_gremium",
                    models.CharField(
                        blank=True, help_text="Ausschuss, AG.", max_length=160, verbose_name="vorgestellt in"
                    ),
                ),
                ("ergebnis_am", models.DateField(blank=True, null=True, verbose_name="vorgestellt am")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "drucksache",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="konzept.drucksache",
                        verbose_name="Drucksache",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "traeger",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="angebote.traeger",
                        verbose_name="Träger im Verzeichnis",
                    ),
                ),
            ],
            options={
                "verbose_name": "Verlauf: Kooperationsanfrage",
                "verbose_name_plural": "Verlauf: Kooperationsanfrage",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Kooperationsanfrage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("titel", models.CharField(max_length=160, verbose_name="Kurztitel")),
                (
                    "art",
                    models.CharField(
                        choices=[
                            ("anschreiben", "Anschreiben"),
                            ("befragung", "Befragung"),
                            ("einladung", "Einladung zu einem Angebot"),
                        ],
                        max_length=20,
                        verbose_name="Art",
                    ),
                ),
                ("eingegangen_am", models.DateField(verbose_name="eingegangen am")),
                (
                    "status",
                    models.CharField(
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
                        ],
                        default="eingang",
                        editable=False,
                        max_length=20,
                        verbose_name="Stand",
                    ),
                ),
                (
                    "runde",
                    models.PositiveSmallIntegerField(default=1, editable=False, verbose_name="Runde der Beteiligung"),
                ),
                ("traeger_name", models.CharField(max_length=160, verbose_name="Name des Trägers")),
                (
                    "rechtsform",
                    models.CharField(
                        choices=[
                            ("ev", "eingetragener Verein (e. V.)"),
                            ("ggmbh", "gemeinnützige GmbH (gGmbH)"),
                            ("gmbh", "GmbH oder UG"),
                            ("stiftung", "rechtsfähige Stiftung"),
                            ("genossenschaft", "eingetragene Genossenschaft (eG)"),
                            ("ag", "Aktiengesellschaft"),
                            ("koerperschaft", "Körperschaft des öffentlichen Rechts"),
                            ("anstalt", "Anstalt oder Stiftung des öffentlichen Rechts"),
                        ],
                        help_text="Nur juristische Personen können anfragen, keine Einzelperson und keine lose Gruppe.",
                        max_length=20,
                        verbose_name="Rechtsform",
                    ),
                ),
                (
                    "ansprechperson",
                    models.CharField(
                        blank=True,
                        help_text="Name oder Funktion.",
                        max_length=160,
                        verbose_name="feste Ansprechperson beim Träger",
                    ),
                ),
                (
                    "ansprechkontakt",
                    models.CharField(
                        blank=True, max_length=160, verbose_name="Telefon oder E-Mail der Ansprechperson, dienstlich"
                    ),
                ),
                (
                    "referenz",
                    models.TextField(
                        blank=True,
                        help_text="Woher der Bezirk den Träger kennt, zum Beispiel aus welchem Gremium.",
                        verbose_name="Referenz",
                    ),
                ),
                (
                    "zweck",
                    models.TextField(blank=True, help_text="Wozu angeschrieben werden soll.", verbose_name="Zweck"),
                ),
                (
                    "inhalt",
                    models.TextField(blank=True, help_text="Was in dem Schreiben stehen soll.", verbose_name="Inhalt"),
                ),
                ("oeffentliches_interesse", models.TextField(blank=True, verbose_name="öffentliches Interesse")),
                ("nutzen", models.TextField(blank=True, verbose_name="Nutzen für die Menschen")),
                (
                    "gewuenschte_daten",
                    models.TextField(
                        blank=True,
                        help_text="Nach welchen Merkmalen der Bezirk auswählen soll. Der Träger bekommt davon nichts.",
                        verbose_name="gewünschte Daten",
                    ),
                ),
                (
                    "umfang",
                    models.TextField(
                        blank=True, help_text="Wie viele Menschen, welche Kieze.", verbose_name="Umfang der Daten"
                    ),
                ),
                (
                    "durchfuehrung",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("bezirk", "der Bezirk"),
                            ("gemeinsam", "Bezirk und Träger gemeinsam"),
                            ("traeger", "der Träger"),
                        ],
                        max_length=20,
                        verbose_name="Durchführung",
                    ),
                ),
                (
                    "ermoeglicher",
                    models.CharField(
                        blank=True,
                        help_text="Eine Person oder Funktion.",
                        max_length=160,
                        verbose_name="Ermöglicher*in im Bezirksamt",
                    ),
                ),
                ("nutzen_traeger", models.TextField(blank=True, verbose_name="Nutzen für den Träger")),
                ("nutzen_bezirk", models.TextField(blank=True, verbose_name="Nutzen für den Bezirk")),
                (
                    "vergleich",
                    models.TextField(
                        blank=True,
                        help_text="Was gleich ist und was anders.",
                        verbose_name="Vergleich mit früheren Anfragen",
                    ),
                ),
                (
                    "aufwand_stunden",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="Aufwand in Stunden"),
                ),
                (
                    "aufwand_druck_cent",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="Druck in Euro"),
                ),
                (
                    "aufwand_porto_cent",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="Porto in Euro"),
                ),
                ("anlass", models.TextField(blank=True, verbose_name="Anlass")),
                (
                    "rechtsgrundlage",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("pflicht", "Art. 6 Abs. 1 Buchstabe c DSGVO: rechtliche Verpflichtung"),
                            ("aufgabe", "Art. 6 Abs. 1 Buchstabe e DSGVO: öffentliche Aufgabe"),
                        ],
                        max_length=20,
                        verbose_name="Rechtsgrundlage",
                    ),
                ),
                (
                    "rechtsvorschrift",
                    models.CharField(
                        blank=True,
                        help_text="Das Gesetz, aus dem sich die Aufgabe ergibt.",
                        max_length=300,
                        verbose_name="Vorschrift",
                    ),
                ),
                ("hoheitliche_aufgabe", models.TextField(blank=True, verbose_name="hoheitliche Aufgabe")),
                ("wiedervorlage_am", models.DateField(blank=True, null=True, verbose_name="Wiedervorlage am")),
                ("erklaerung_am", models.DateField(blank=True, null=True, verbose_name="Erklärung unterzeichnet am")),
                (
                    "erklaerung_traeger",
                    models.CharField(
                        blank=True,
                        help_text="Die Geschäftsführung.",
                        max_length=160,
                        verbose_name="unterzeichnet für den Träger",
                    ),
                ),
                (
                    "erklaerung_bezirk",
                    models.CharField(blank=True, max_length=160, verbose_name="unterzeichnet für den Bezirk"),
                ),
                ("vollmacht_person", models.CharField(blank=True, max_length=160, verbose_name="bevollmächtigt ist")),
                ("vollmacht_am", models.DateField(blank=True, null=True, verbose_name="bevollmächtigt am")),
                ("vollmacht_bis", models.DateField(blank=True, null=True, verbose_name="bevollmächtigt bis")),
                ("druck_anzahl", models.PositiveIntegerField(blank=True, null=True, verbose_name="gedruckte Briefe")),
                (
                    "druck_stelle",
                    models.CharField(
                        blank=True, help_text="Stelle im Bezirksamt.", max_length=160, verbose_name="gedruckt von"
                    ),
                ),
                ("druck_am", models.DateField(blank=True, null=True, verbose_name="gedruckt am")),
                (
                    "versand_anzahl",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="verschickte Briefe"),
                ),
                (
                    "versand_stelle",
                    models.CharField(
                        blank=True, help_text="Stelle im Bezirksamt.", max_length=160, verbose_name="verschickt von"
                    ),
                ),
                ("versand_am", models.DateField(blank=True, null=True, verbose_name="verschickt am")),
                ("bericht_bis", models.DateField(blank=True, null=True, verbose_name="Ergebnisbericht bis")),
                (
                    "antworten_anzahl",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="Antworten insgesamt"),
                ),
                (
                    "ablehnend_anzahl",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Auch 0 bitte eintragen.",
                        null=True,
                        verbose_name="davon ablehnend oder verärgert",
                    ),
                ),
                (
                    "rueckmeldungen_text",
                    models.TextField(
                        blank=True,
                        help_text="Keine Namen von Bürgerinnen und Bürgern.",
                        verbose_name="Hinweise aus den Rückmeldungen",
                    ),
                ),
                (
                    "ergebnis",
                    models.TextField(
                        blank=True, help_text="Zahlen und Folgen, keine Einzelfälle.", verbose_name="Ergebnis"
                    ),
                ),
                (
                    "ergebnis_gremium",
                    models.CharField(
                        blank=True, help_text="Ausschuss, AG.", max_length=160, verbose_name="vorgestellt in"
                    ),
                ),
                ("ergebnis_am", models.DateField(blank=True, null=True, verbose_name="vorgestellt am")),
                (
                    "drucksache",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="kooperationsanfragen",
                        to="konzept.drucksache",
                        verbose_name="Drucksache",
                    ),
                ),
                (
                    "traeger",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="kooperationsanfragen",
                        to="angebote.traeger",
                        verbose_name="Träger im Verzeichnis",
                    ),
                ),
            ],
            options={
                "verbose_name": "Kooperationsanfrage",
                "verbose_name_plural": "Kooperationsanfragen",
                "ordering": ["-eingegangen_am", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="HistoricalAnfragebeteiligung",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("runde", models.PositiveSmallIntegerField(verbose_name="Runde")),
                (
                    "stelle",
                    models.CharField(
                        choices=[
                            ("datenschutz", "Datenschutz"),
                            ("presse", "Pressestelle"),
                            ("statistik", "Statistikstelle"),
                        ],
                        max_length=20,
                        verbose_name="Stelle",
                    ),
                ),
                (
                    "art",
                    models.CharField(
                        choices=[("informiert", "informiert"), ("votum", "Votum")],
                        max_length=20,
                        verbose_name="Beteiligung",
                    ),
                ),
                (
                    "votum",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("zustimmung", "stimmt zu"),
                            ("auflagen", "stimmt mit Auflagen zu"),
                            ("ablehnung", "lehnt ab"),
                        ],
                        max_length=20,
                        verbose_name="Votum",
                    ),
                ),
                ("stellungnahme", models.TextField(blank=True, verbose_name="Stellungnahme und Auflagen")),
                ("am", models.DateField(verbose_name="am")),
                ("person", models.CharField(help_text="Funktion oder Name.", max_length=160, verbose_name="durch")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "konto",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="eingetragen von",
                    ),
                ),
                (
                    "anfrage",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="konzept.kooperationsanfrage",
                        verbose_name="Anfrage",
                    ),
                ),
            ],
            options={
                "verbose_name": "Verlauf: Beteiligung",
                "verbose_name_plural": "Verlauf: Beteiligung",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Anfrageschritt",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "von",
                    models.CharField(
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
                        ],
                        max_length=20,
                        verbose_name="von",
                    ),
                ),
                (
                    "nach",
                    models.CharField(
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
                        ],
                        max_length=20,
                        verbose_name="nach",
                    ),
                ),
                ("am", models.DateTimeField(verbose_name="wann")),
                ("grund", models.TextField(blank=True, verbose_name="Grund")),
                (
                    "konto",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="anfrageschritte",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="wer",
                    ),
                ),
                (
                    "anfrage",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="schritte",
                        to="konzept.kooperationsanfrage",
                        verbose_name="Anfrage",
                    ),
                ),
            ],
            options={
                "verbose_name": "Schritt einer Anfrage",
                "verbose_name_plural": "Schritte von Anfragen",
                "ordering": ["am", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Anfragematerial",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "art",
                    models.CharField(
                        choices=[
                            ("anschreiben", "Anschreiben"),
                            ("fragebogen", "Fragebogen"),
                            ("beilage", "Beilage, zum Beispiel ein Faltblatt"),
                            ("erinnerung", "Erinnerung"),
                        ],
                        max_length=20,
                        verbose_name="Material",
                    ),
                ),
                ("version", models.PositiveSmallIntegerField(verbose_name="Version")),
                (
                    "absender",
                    models.CharField(
                        help_text="Am besten die Spitze der Verwaltung, als Funktion oder Name.",
                        max_length=160,
                        verbose_name="Absender*in",
                    ),
                ),
                (
                    "rueckruf",
                    models.CharField(
                        help_text="Die bevollmächtigte Vertrauensperson mit dienstlicher Nummer, wie im Brief genannt.",
                        max_length=160,
                        verbose_name="Wen man zurückrufen kann",
                    ),
                ),
                ("ton_wertschaetzend", models.BooleanField(default=False, verbose_name="Der Ton ist wertschätzend.")),
                (
                    "ton_fuersorglich",
                    models.BooleanField(default=False, verbose_name="Der Ton ist fürsorglich und drängt nicht."),
                ),
                (
                    "ton_verstaendlich",
                    models.BooleanField(default=False, verbose_name="Die Sätze sind kurz und verständlich."),
                ),
                (
                    "ton_ohne_zuschreibung",
                    models.BooleanField(
                        default=False, verbose_name="Niemand wird als einsam oder bedürftig angesprochen."
                    ),
                ),
                (
                    "freiwillig",
                    models.BooleanField(
                        default=False, verbose_name="Der Brief sagt, dass die Teilnahme freiwillig ist."
                    ),
                ),
                (
                    "freiwillig_satz",
                    models.TextField(
                        help_text="Wörtlich, wie er im Brief steht.", verbose_name="Der Satz zur Freiwilligkeit"
                    ),
                ),
                ("am", models.DateTimeField(verbose_name="angelegt am")),
                (
                    "dokument",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="material",
                        to="konzept.anfragedokument",
                        verbose_name="Dokument",
                    ),
                ),
                (
                    "konto",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="anfragematerialien",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="angelegt von",
                    ),
                ),
                (
                    "anfrage",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="materialien",
                        to="konzept.kooperationsanfrage",
                        verbose_name="Anfrage",
                    ),
                ),
            ],
            options={
                "verbose_name": "Material einer Anfrage",
                "verbose_name_plural": "Material von Anfragen",
                "ordering": ["art", "-version"],
            },
        ),
        migrations.CreateModel(
            name="Anfrageentscheidung",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "ergebnis",
                    models.CharField(
                        choices=[
                            ("ja", "ja, nur für diesen Einzelfall"),
                            ("nein", "nein"),
                            ("zurueckgestellt", "zurückgestellt"),
                        ],
                        max_length=20,
                        verbose_name="Entscheidung",
                    ),
                ),
                ("gruende", models.TextField(verbose_name="Gründe")),
                (
                    "gleichbehandlung",
                    models.TextField(
                        blank=True,
                        help_text="Warum diese Entscheidung so ausfällt wie frühere, oder warum anders.",
                        verbose_name="Gleichbehandlung",
                    ),
                ),
                (
                    "entschieden_von",
                    models.CharField(help_text="Funktion oder Name.", max_length=160, verbose_name="entschieden von"),
                ),
                ("entschieden_am", models.DateField(verbose_name="entschieden am")),
                (
                    "konto",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="anfrageentscheidungen",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="eingetragen von",
                    ),
                ),
                (
                    "vergleichbare",
                    models.ManyToManyField(
                        blank=True,
                        related_name="spaetere",
                        to="konzept.anfrageentscheidung",
                        verbose_name="verglichen mit",
                    ),
                ),
                (
                    "anfrage",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entscheidungen",
                        to="konzept.kooperationsanfrage",
                        verbose_name="Anfrage",
                    ),
                ),
            ],
            options={
                "verbose_name": "Entscheidung über eine Anfrage",
                "verbose_name_plural": "Entscheidungen über Anfragen",
                "ordering": ["-entschieden_am", "-pk"],
            },
        ),
        migrations.AddField(
            model_name="anfragedokument",
            name="anfrage",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="dokumente",
                to="konzept.kooperationsanfrage",
                verbose_name="Anfrage",
            ),
        ),
        migrations.CreateModel(
            name="Anfragebeteiligung",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("runde", models.PositiveSmallIntegerField(verbose_name="Runde")),
                (
                    "stelle",
                    models.CharField(
                        choices=[
                            ("datenschutz", "Datenschutz"),
                            ("presse", "Pressestelle"),
                            ("statistik", "Statistikstelle"),
                        ],
                        max_length=20,
                        verbose_name="Stelle",
                    ),
                ),
                (
                    "art",
                    models.CharField(
                        choices=[("informiert", "informiert"), ("votum", "Votum")],
                        max_length=20,
                        verbose_name="Beteiligung",
                    ),
                ),
                (
                    "votum",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("zustimmung", "stimmt zu"),
                            ("auflagen", "stimmt mit Auflagen zu"),
                            ("ablehnung", "lehnt ab"),
                        ],
                        max_length=20,
                        verbose_name="Votum",
                    ),
                ),
                ("stellungnahme", models.TextField(blank=True, verbose_name="Stellungnahme und Auflagen")),
                ("am", models.DateField(verbose_name="am")),
                ("person", models.CharField(help_text="Funktion oder Name.", max_length=160, verbose_name="durch")),
                (
                    "konto",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="anfragebeteiligungen",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="eingetragen von",
                    ),
                ),
                (
                    "anfrage",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="beteiligungen",
                        to="konzept.kooperationsanfrage",
                        verbose_name="Anfrage",
                    ),
                ),
            ],
            options={
                "verbose_name": "Beteiligung",
                "verbose_name_plural": "Beteiligungen",
                "ordering": ["runde", "am", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Materialfreigabe",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "stelle",
                    models.CharField(
                        choices=[("datenschutz", "Datenschutz"), ("presse", "Pressestelle")],
                        max_length=20,
                        verbose_name="Stelle",
                    ),
                ),
                (
                    "person",
                    models.CharField(help_text="Funktion oder Name.", max_length=160, verbose_name="freigegeben durch"),
                ),
                ("freigegeben_am", models.DateField(verbose_name="freigegeben am")),
                (
                    "konto",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="materialfreigaben",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="eingetragen von",
                    ),
                ),
                (
                    "material",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="freigaben",
                        to="konzept.anfragematerial",
                        verbose_name="Material",
                    ),
                ),
            ],
            options={
                "verbose_name": "Freigabe eines Materials",
                "verbose_name_plural": "Freigaben von Material",
                "ordering": ["freigegeben_am", "pk"],
            },
        ),
        migrations.AddConstraint(
            model_name="kooperationsanfrage",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "rechtsform__in",
                        ["ev", "ggmbh", "gmbh", "stiftung", "genossenschaft", "ag", "koerperschaft", "anstalt"],
                    )
                ),
                name="anfrage_nur_juristische_person",
                violation_error_message="Anfragen kann nur eine juristische Person, zum Beispiel ein e. V.",
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
                        ],
                    )
                ),
                name="anfrage_stand_aus_der_liste",
                violation_error_message="Diesen Stand gibt es nicht.",
            ),
        ),
        migrations.AddConstraint(
            model_name="kooperationsanfrage",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("vollmacht_am__isnull", True),
                    ("vollmacht_bis__isnull", True),
                    ("vollmacht_bis__gte", models.F("vollmacht_am")),
                    _connector="OR",
                ),
                name="anfrage_vollmacht_ende_nach_beginn",
                violation_error_message="Die Bevollmächtigung endet, bevor sie beginnt.",
            ),
        ),
        migrations.AddConstraint(
            model_name="kooperationsanfrage",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("druck_anzahl__isnull", True),
                    ("versand_anzahl__isnull", True),
                    ("versand_anzahl__lte", models.F("druck_anzahl")),
                    _connector="OR",
                ),
                name="anfrage_versand_hoechstens_druck",
                violation_error_message="Es können nicht mehr Briefe verschickt als gedruckt worden sein.",
            ),
        ),
        migrations.AddConstraint(
            model_name="kooperationsanfrage",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("druck_am__isnull", True),
                    ("versand_am__isnull", True),
                    ("versand_am__gte", models.F("druck_am")),
                    _connector="OR",
                ),
                name="anfrage_versand_nach_druck",
                violation_error_message="Der Versand liegt vor dem Druck.",
            ),
        ),
        migrations.AddConstraint(
            model_name="kooperationsanfrage",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("antworten_anzahl__isnull", True),
                    ("ablehnend_anzahl__isnull", True),
                    ("ablehnend_anzahl__lte", models.F("antworten_anzahl")),
                    _connector="OR",
                ),
                name="anfrage_ablehnend_hoechstens_antworten",
                violation_error_message="Es können nicht mehr Antworten ablehnend sein, als es Antworten gab.",
            ),
        ),
        migrations.AddConstraint(
            model_name="anfragematerial",
            constraint=models.UniqueConstraint(
                fields=("anfrage", "art", "version"),
                name="anfragematerial_version_einmal",
                violation_error_message="Diese Version gibt es schon.",
            ),
        ),
        migrations.AddConstraint(
            model_name="anfrageentscheidung",
            constraint=models.CheckConstraint(
                condition=models.Q(("ergebnis__in", ["ja", "nein", "zurueckgestellt"])),
                name="anfrageentscheidung_nur_einzelfall",
                violation_error_message="Entschieden wird ja, nein oder zurückgestellt, immer nur für diesen Fall.",
            ),
        ),
        migrations.AddConstraint(
            model_name="anfrageentscheidung",
            constraint=models.CheckConstraint(
                condition=models.Q(("gruende", ""), _negated=True),
                name="anfrageentscheidung_mit_gruenden",
                violation_error_message="Eine Entscheidung braucht Gründe.",
            ),
        ),
        migrations.AddConstraint(
            model_name="anfragebeteiligung",
            constraint=models.UniqueConstraint(
                fields=("anfrage", "runde", "stelle"),
                name="anfragebeteiligung_eine_je_stelle",
                violation_error_message="Diese Stelle ist in dieser Runde schon beteiligt.",
            ),
        ),
        migrations.AddConstraint(
            model_name="anfragebeteiligung",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("stelle", "datenschutz"), _negated=True), ("art", "votum"), _connector="OR"
                ),
                name="anfragebeteiligung_datenschutz_votiert",
                violation_error_message="Der Datenschutz gibt ein Votum ab; informiert sein genügt nicht.",
            ),
        ),
        migrations.AddConstraint(
            model_name="anfragebeteiligung",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("art", "votum"), ("votum__in", ["zustimmung", "auflagen", "ablehnung"])),
                    models.Q(("art", "informiert"), ("votum", "")),
                    _connector="OR",
                ),
                name="anfragebeteiligung_votum_nur_bei_votum",
                violation_error_message="Ein Votum braucht ein Ergebnis, eine Information hat keines.",
            ),
        ),
        migrations.AddConstraint(
            model_name="materialfreigabe",
            constraint=models.UniqueConstraint(
                fields=("material", "stelle"),
                name="materialfreigabe_eine_je_stelle",
                violation_error_message="Diese Stelle hat diese Version schon freigegeben.",
            ),
        ),
        migrations.AddConstraint(
            model_name="materialfreigabe",
            constraint=models.CheckConstraint(
                condition=models.Q(("stelle__in", ("datenschutz", "presse"))),
                name="materialfreigabe_datenschutz_oder_presse",
                violation_error_message="Freigeben können nur Datenschutz und Pressestelle.",
            ),
        ),
        migrations.RunPython(create_sperren, drop_sperren),
        migrations.RunPython(grant, migrations.RunPython.noop),
    ]
