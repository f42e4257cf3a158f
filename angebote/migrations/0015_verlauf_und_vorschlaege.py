import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import angebote.models.angebot
import angebote.validators


class Migration(migrations.Migration):
    dependencies = [
        ("angebote", "0014_angebot_fachkraefte"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="HistoricalAngebot",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "kurz_id",
                    models.CharField(
                        db_index=True,
                        default=angebote.models.angebot.generate_kurz_id,
                        editable=False,
                        max_length=6,
                        verbose_name="Kurz-Kennung",
                    ),
                ),
                ("slug", models.SlugField(max_length=90, verbose_name="Adresse")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("entwurf", "Entwurf"),
                            ("in-pruefung", "in Prüfung"),
                            ("veroeffentlicht", "veröffentlicht"),
                            ("pausiert", "pausiert"),
                            ("archiviert", "archiviert"),
                        ],
                        default="entwurf",
                        max_length=20,
                        verbose_name="Status",
                    ),
                ),
                (
                    "titel",
                    models.CharField(
                        help_text="Was man tut, nicht für wen es ist.", max_length=120, verbose_name="Titel"
                    ),
                ),
                (
                    "nutzen",
                    models.CharField(
                        blank=True,
                        help_text="Ein Satz, höchstens 160 Zeichen.",
                        max_length=160,
                        verbose_name="Was habe ich davon?",
                    ),
                ),
                ("beschreibung", models.TextField(blank=True, verbose_name="Beschreibung")),
                (
                    "bereich",
                    models.CharField(
                        choices=[("begegnung", "Begegnung"), ("unterstuetzung", "Unterstützung")],
                        max_length=20,
                        verbose_name="Bereich",
                    ),
                ),
                (
                    "format",
                    models.CharField(
                        choices=[
                            ("unbekannt", "nicht bekannt"),
                            ("offen", "offen, kommen Sie einfach vorbei"),
                            ("feste-gruppe", "feste Gruppe"),
                            ("kurs", "Kurs mit Beginn"),
                            ("einzelgespraech", "Einzelgespräch"),
                            ("einmalig", "einmalig"),
                        ],
                        default="unbekannt",
                        max_length=20,
                        verbose_name="Form",
                    ),
                ),
                ("gueltig_von", models.DateField(blank=True, null=True, verbose_name="Angebot gibt es ab")),
                ("gueltig_bis", models.DateField(blank=True, null=True, verbose_name="Angebot gibt es bis")),
                (
                    "zeiten_hinweis",
                    models.TextField(
                        blank=True,
                        help_text="was sich nicht als Zeit eintragen lässt",
                        verbose_name="Hinweis zu den Zeiten",
                    ),
                ),
                ("treffpunkt", models.CharField(blank=True, max_length=200, verbose_name="Treffpunkt, Raum")),
                ("kosten_hinweis", models.CharField(blank=True, max_length=300, verbose_name="Hinweis zu den Kosten")),
                ("wer_hinweis", models.CharField(blank=True, max_length=300, verbose_name="Wer kann kommen?")),
                ("alter_von", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="Alter von")),
                ("alter_bis", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="Alter bis")),
                ("exklusiv", models.BooleanField(default=False, verbose_name="nur für die genannten Zielgruppen")),
                ("exklusiv_grund", models.CharField(blank=True, max_length=200, verbose_name="Grund")),
                (
                    "ausschluss",
                    models.CharField(
                        blank=True,
                        help_text="freundlich und genau, zum Beispiel „Kinder unter 14 Jahren“; leer heißt: nicht bekannt",
                        max_length=300,
                        verbose_name="Wer leider nicht kommen kann",
                    ),
                ),
                (
                    "sprachen_hinweis",
                    models.CharField(blank=True, max_length=200, verbose_name="Hinweis zu den Sprachen"),
                ),
                (
                    "anmeldung",
                    models.CharField(
                        choices=[
                            ("unbekannt", "nicht bekannt"),
                            ("ohne", "ohne Anmeldung"),
                            ("moeglich", "Anmeldung möglich, aber nicht nötig"),
                            ("noetig", "Anmeldung nötig"),
                            ("erstgespraech", "Erstgespräch nötig"),
                        ],
                        default="unbekannt",
                        max_length=20,
                        verbose_name="Anmeldung",
                    ),
                ),
                (
                    "anmeldung_hinweis",
                    models.CharField(
                        blank=True,
                        help_text="nie nur online: Telefon oder persönlich muss gehen",
                        max_length=200,
                        verbose_name="Wie anmelden?",
                    ),
                ),
                (
                    "ueberweisung",
                    models.CharField(
                        choices=[
                            ("unbekannt", "nicht bekannt"),
                            ("keine", "keine Überweisung nötig"),
                            ("empfohlen", "Überweisung empfohlen"),
                            ("noetig", "Überweisung nötig"),
                            ("amt", "Vermittlung durch ein Amt oder den Sozialpsychiatrischen Dienst"),
                            ("mitgliedschaft", "Mitgliedschaft nötig"),
                        ],
                        default="unbekannt",
                        max_length=20,
                        verbose_name="Überweisung",
                    ),
                ),
                (
                    "erstbesuch_klingeln",
                    models.CharField(blank=True, max_length=200, verbose_name="Wo klingeln, wo hineingehen?"),
                ),
                (
                    "erstbesuch_begruessung",
                    models.CharField(blank=True, max_length=200, verbose_name="Wer begrüßt mich?"),
                ),
                ("erstbesuch_ablauf", models.CharField(blank=True, max_length=300, verbose_name="Was passiert dann?")),
                (
                    "erstbesuch_sprechen",
                    models.CharField(blank=True, max_length=200, verbose_name="Muss ich etwas sagen?"),
                ),
                ("erstbesuch_dauer", models.CharField(blank=True, max_length=200, verbose_name="Wie lange dauert es?")),
                (
                    "erstbesuch_zuschauen",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="Darf ich nur zuschauen und früher gehen?"
                    ),
                ),
                (
                    "kontakt_name",
                    models.CharField(
                        blank=True,
                        help_text="Name oder „Team“, nur mit Einverständnis",
                        max_length=120,
                        verbose_name="Kontaktperson",
                    ),
                ),
                ("telefon", models.CharField(blank=True, max_length=40, verbose_name="Telefon")),
                ("sprechzeiten", models.CharField(blank=True, max_length=200, verbose_name="telefonisch erreichbar")),
                (
                    "anruf_hinweis",
                    models.CharField(
                        blank=True,
                        help_text="in ganzen Sätzen, zum Beispiel „Sagen Sie, dass Sie zum ersten Mal kommen.“",
                        max_length=300,
                        verbose_name="Was man beim ersten Anruf sagt",
                    ),
                ),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="E-Mail")),
                ("web", models.URLField(blank=True, max_length=300, verbose_name="Website")),
                ("bewirtung", models.CharField(blank=True, max_length=200, verbose_name="Essen und Trinken")),
                ("gruppengroesse", models.CharField(blank=True, max_length=120, verbose_name="Wie viele sind dabei?")),
                (
                    "fachliche_leitung",
                    models.CharField(
                        choices=[("unbekannt", "nicht bekannt"), ("ja", "ja"), ("nein", "nein")],
                        default="unbekannt",
                        max_length=10,
                        verbose_name="fachliche Leitung",
                    ),
                ),
                (
                    "vertraulich",
                    models.CharField(
                        choices=[("unbekannt", "nicht bekannt"), ("ja", "ja"), ("nein", "nein")],
                        default="unbekannt",
                        max_length=10,
                        verbose_name="vertraulich",
                    ),
                ),
                (
                    "anonym_moeglich",
                    models.CharField(
                        choices=[("unbekannt", "nicht bekannt"), ("ja", "ja"), ("nein", "nein")],
                        default="unbekannt",
                        max_length=10,
                        verbose_name="anonym möglich",
                    ),
                ),
                (
                    "kapazitaet",
                    models.CharField(
                        choices=[
                            ("unbekannt", "nicht bekannt"),
                            ("frei", "freie Plätze"),
                            ("warteliste", "Warteliste"),
                            ("voll", "zurzeit voll"),
                        ],
                        default="unbekannt",
                        max_length=12,
                        verbose_name="Plätze",
                    ),
                ),
                ("kapazitaet_am", models.DateField(blank=True, null=True, verbose_name="Stand der Plätze")),
                (
                    "wartezeit_wochen",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="Wartezeit in Wochen"),
                ),
                ("wartezeit_am", models.DateField(blank=True, null=True, verbose_name="Stand der Wartezeit")),
                ("interne_notiz", models.TextField(blank=True, verbose_name="interne Notiz")),
                (
                    "import_kennung",
                    models.CharField(
                        blank=True,
                        db_index=True,
                        editable=False,
                        max_length=40,
                        null=True,
                        verbose_name="Kennung des Imports",
                    ),
                ),
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
                    "ort",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="angebote.ort",
                        verbose_name="Ort",
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
                        verbose_name="Träger",
                    ),
                ),
            ],
            options={
                "verbose_name": "Verlauf: Angebot",
                "verbose_name_plural": "Verlauf: Angebot",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalAngebot_einzugsgebiet",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("m2m_history_id", models.AutoField(primary_key=True, serialize=False)),
                (
                    "angebot",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="angebote.angebot",
                    ),
                ),
                (
                    "history",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        to="angebote.historicalangebot",
                    ),
                ),
                (
                    "kiez",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="angebote.kiez",
                    ),
                ),
            ],
            options={
                "verbose_name": "HistoricalAngebot_einzugsgebiet",
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalAngebot_kategorien",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("m2m_history_id", models.AutoField(primary_key=True, serialize=False)),
                (
                    "angebot",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="angebote.angebot",
                    ),
                ),
                (
                    "history",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        to="angebote.historicalangebot",
                    ),
                ),
                (
                    "kategorie",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="angebote.kategorie",
                    ),
                ),
            ],
            options={
                "verbose_name": "HistoricalAngebot_kategorien",
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalAngebot_sprachen",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("m2m_history_id", models.AutoField(primary_key=True, serialize=False)),
                (
                    "angebot",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="angebote.angebot",
                    ),
                ),
                (
                    "history",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        to="angebote.historicalangebot",
                    ),
                ),
                (
                    "sprache",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="angebote.sprache",
                    ),
                ),
            ],
            options={
                "verbose_name": "HistoricalAngebot_sprachen",
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalAngebot_zielgruppen",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("m2m_history_id", models.AutoField(primary_key=True, serialize=False)),
                (
                    "angebot",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="angebote.angebot",
                    ),
                ),
                (
                    "history",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        to="angebote.historicalangebot",
                    ),
                ),
                (
                    "zielgruppe",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="angebote.zielgruppe",
                    ),
                ),
            ],
            options={
                "verbose_name": "HistoricalAngebot_zielgruppen",
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalAusnahme",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "art",
                    models.CharField(
                        choices=[("faellt-aus", "fällt aus"), ("verschoben", "verschoben")],
                        default="faellt-aus",
                        max_length=12,
                        verbose_name="Art",
                    ),
                ),
                ("datum", models.DateField(verbose_name="am")),
                (
                    "beginn",
                    models.TimeField(
                        blank=True,
                        help_text="leer = alle Termine dieses Tages",
                        null=True,
                        verbose_name="nur der Termin um",
                    ),
                ),
                ("neues_datum", models.DateField(blank=True, null=True, verbose_name="verschoben auf")),
                (
                    "neuer_beginn",
                    models.TimeField(
                        blank=True, help_text="leer = unverändert", null=True, verbose_name="neuer Beginn"
                    ),
                ),
                ("neues_ende", models.TimeField(blank=True, null=True, verbose_name="neues Ende")),
                ("grund", models.CharField(blank=True, max_length=200, verbose_name="Grund")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "angebot",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="angebote.angebot",
                        verbose_name="Angebot",
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
            ],
            options={
                "verbose_name": "Verlauf: Ausnahme",
                "verbose_name_plural": "Verlauf: Ausnahme",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalBarriereangabe",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "merkmal",
                    models.CharField(
                        choices=[
                            ("entrance_level", "Eingang ohne Stufe"),
                            ("ramp", "Rampe"),
                            ("door_width", "Tür mindestens 90 cm breit"),
                            ("bell", "Klingel erreichbar"),
                            ("lift", "Aufzug"),
                            ("room_level", "Raum stufenlos erreichbar"),
                            ("wc", "barrierefreies WC"),
                            ("turning", "Bewegungsfläche 150 × 150 cm"),
                            ("seats", "Sitzplätze mit Lehne"),
                            ("parking", "Behindertenparkplatz"),
                            ("loop", "Induktionsanlage"),
                            ("sign", "Deutsche Gebärdensprache"),
                            ("caption", "Schriftdolmetschung oder Untertitel"),
                            ("quiet", "ruhiger Raum"),
                            ("light", "gut beleuchtet"),
                            ("tactile", "Leitstreifen oder Braille"),
                            ("contrast", "kontrastreiche Beschilderung"),
                            ("print_large", "Material in Großdruck"),
                            ("easy", "Material in Leichter oder Einfacher Sprache"),
                            ("dog", "Assistenzhund willkommen"),
                            ("assist", "Hilfe vor Ort"),
                            ("escort", "Abholung oder Begleitung"),
                            ("wifi", "freies WLAN"),
                        ],
                        max_length=20,
                        verbose_name="Merkmal",
                    ),
                ),
                (
                    "wert",
                    models.CharField(
                        choices=[
                            ("unbekannt", "nicht bekannt"),
                            ("ja", "ja"),
                            ("teilweise", "teilweise"),
                            ("nein", "nein"),
                        ],
                        default="unbekannt",
                        max_length=10,
                        verbose_name="Angabe",
                    ),
                ),
                ("notiz", models.CharField(blank=True, max_length=200, verbose_name="Genauer")),
                ("quelle", models.CharField(blank=True, max_length=300, verbose_name="Quelle")),
                ("stand", models.CharField(blank=True, max_length=40, verbose_name="Stand")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "angebot",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="angebote.angebot",
                        verbose_name="Angebot",
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
                    "ort",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="angebote.ort",
                        verbose_name="Ort",
                    ),
                ),
            ],
            options={
                "verbose_name": "Verlauf: Angabe zur Barrierefreiheit",
                "verbose_name_plural": "Verlauf: Angabe zur Barrierefreiheit",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalKosten",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "art",
                    models.CharField(
                        choices=[
                            ("kostenlos", "kostenlos"),
                            ("verzehr", "kostenlos, Essen und Trinken freiwillig"),
                            ("spende", "Spende erwünscht, freiwillig"),
                            ("betrag", "fester Betrag"),
                            ("ermaessigt", "Ermäßigung mit Nachweis"),
                            ("kasse", "Krankenkasse zahlt"),
                            ("kassenzuschuss", "Zuschuss der Krankenkasse"),
                            ("pflegekasse", "Pflegekasse zahlt (Entlastungsbetrag)"),
                            ("mitgliedschaft", "Mitgliedschaft nötig"),
                            ("extra", "dazu kommt: Material, Eintritt oder Ähnliches"),
                            ("anfrage", "auf Anfrage"),
                        ],
                        max_length=16,
                        verbose_name="Art",
                    ),
                ),
                ("betrag_cent", models.PositiveIntegerField(blank=True, null=True, verbose_name="Betrag in Cent")),
                (
                    "einheit",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("einmal", "einmalig"),
                            ("termin", "je Treffen"),
                            ("monat", "im Monat"),
                            ("kurs", "für den Kurs"),
                            ("jahr", "im Jahr"),
                        ],
                        max_length=10,
                        verbose_name="je",
                    ),
                ),
                (
                    "ist_freiwillig",
                    models.BooleanField(
                        default=False,
                        help_text="nur bei „dazu kommt“: muss man es nicht bezahlen?",
                        verbose_name="freiwillig",
                    ),
                ),
                (
                    "schnuppern_anzahl",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="so oft frei zum Schnuppern"),
                ),
                ("hinweis", models.CharField(blank=True, max_length=200, verbose_name="Hinweis")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "angebot",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="angebote.angebot",
                        verbose_name="Angebot",
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
            ],
            options={
                "verbose_name": "Verlauf: Kosten",
                "verbose_name_plural": "Verlauf: Kosten",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalKrisenhilfe",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("name", models.CharField(max_length=120, verbose_name="Name")),
                ("art", models.CharField(max_length=60, verbose_name="Art")),
                (
                    "thema",
                    models.CharField(
                        choices=[
                            ("krise", "Krisendienst und ärztlicher Bereitschaftsdienst"),
                            ("reden", "Mit jemandem sprechen"),
                            ("familie", "Für Kinder, Jugendliche und Eltern"),
                            ("gewalt", "Bei Gewalt"),
                            ("sucht", "Bei Sucht"),
                            ("sprachen", "In anderen Sprachen"),
                        ],
                        default="reden",
                        max_length=10,
                        verbose_name="Abschnitt der Seite",
                    ),
                ),
                (
                    "nummer",
                    models.CharField(
                        blank=True,
                        help_text="so geschrieben, wie man sie spricht; zwei Nummern mit „oder“ dazwischen; leer, wenn man dort nur schreibt",
                        max_length=40,
                        verbose_name="Nummer",
                    ),
                ),
                ("erreichbar", models.CharField(blank=True, max_length=300, verbose_name="erreichbar")),
                ("kosten", models.CharField(blank=True, max_length=120, verbose_name="Kosten")),
                ("sprachen", models.CharField(blank=True, max_length=200, verbose_name="Sprachen")),
                ("zielgruppe", models.CharField(blank=True, max_length=200, verbose_name="für wen")),
                (
                    "anschrift",
                    models.CharField(
                        blank=True, help_text="wenn man hingehen kann", max_length=160, verbose_name="Anschrift"
                    ),
                ),
                (
                    "hinweis",
                    models.CharField(
                        blank=True,
                        help_text="ein Satz für die Website, auch was nicht sicher ist",
                        max_length=300,
                        verbose_name="Hinweis",
                    ),
                ),
                ("region", models.CharField(blank=True, max_length=80, verbose_name="Region")),
                ("web", models.URLField(blank=True, max_length=300, verbose_name="Website")),
                ("ablauf", models.TextField(blank=True, verbose_name="Was passiert, wenn ich anrufe?")),
                ("reihenfolge", models.PositiveSmallIntegerField(default=100, verbose_name="Reihenfolge")),
                ("ist_sichtbar", models.BooleanField(default=True, verbose_name="auf der Website zeigen")),
                ("quelle_1", models.CharField(blank=True, max_length=300, verbose_name="Quelle 1")),
                ("stand_1", models.CharField(blank=True, max_length=40, verbose_name="Stand 1")),
                ("quelle_2", models.CharField(blank=True, max_length=300, verbose_name="Quelle 2")),
                ("stand_2", models.CharField(blank=True, max_length=40, verbose_name="Stand 2")),
                ("pruefstatus", models.CharField(blank=True, max_length=300, verbose_name="Stand der Prüfung")),
                ("bemerkung", models.TextField(blank=True, verbose_name="interne Bemerkung")),
                ("geprueft_am", models.DateField(blank=True, null=True, verbose_name="Nummer geprüft am")),
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
            ],
            options={
                "verbose_name": "Verlauf: Krisenhilfe",
                "verbose_name_plural": "Verlauf: Krisenhilfe",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalOrt",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("name", models.CharField(max_length=160, verbose_name="Name")),
                ("strasse", models.CharField(blank=True, max_length=80, verbose_name="Straße")),
                ("hausnummer", models.CharField(blank=True, max_length=12, verbose_name="Hausnummer")),
                ("plz", models.CharField(blank=True, max_length=5, verbose_name="Postleitzahl")),
                ("ortsname", models.CharField(default="Berlin", max_length=60, verbose_name="Ort")),
                ("lat", models.FloatField(blank=True, null=True, verbose_name="Breite")),
                ("lon", models.FloatField(blank=True, null=True, verbose_name="Länge")),
                ("eingang", models.CharField(blank=True, max_length=200, verbose_name="Eingang, Klingel, Etage")),
                ("wegbeschreibung", models.TextField(blank=True, verbose_name="Weg dorthin")),
                ("parken", models.CharField(blank=True, max_length=200, verbose_name="Parken")),
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
                    "kiez",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="angebote.kiez",
                        verbose_name="Kiez",
                    ),
                ),
                (
                    "ortsteil",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="angebote.ortsteil",
                        verbose_name="Ortsteil",
                    ),
                ),
                (
                    "planungsraum",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="angebote.planungsraum",
                        verbose_name="Planungsraum",
                    ),
                ),
            ],
            options={
                "verbose_name": "Verlauf: Ort",
                "verbose_name_plural": "Verlauf: Ort",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalQuellenangabe",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "betrifft",
                    models.CharField(
                        default="alles", help_text="z. B. alles, Zeiten, Kosten", max_length=60, verbose_name="betrifft"
                    ),
                ),
                ("quelle", models.TextField(verbose_name="Quelle")),
                ("stand", models.CharField(blank=True, max_length=60, verbose_name="Stand laut Quelle")),
                ("stand_jahr", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="jüngstes Jahr")),
                (
                    "konfidenz",
                    models.CharField(
                        blank=True,
                        choices=[("hoch", "hoch"), ("mittel", "mittel"), ("niedrig", "niedrig")],
                        max_length=10,
                        verbose_name="Verlässlichkeit",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "angebot",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="angebote.angebot",
                        verbose_name="Angebot",
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
                    "ort",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="angebote.ort",
                        verbose_name="Ort",
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
                        verbose_name="Träger",
                    ),
                ),
            ],
            options={
                "verbose_name": "Verlauf: Quellenangabe",
                "verbose_name_plural": "Verlauf: Quellenangabe",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalSchliesszeit",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("von", models.DateField(verbose_name="von")),
                ("bis", models.DateField(verbose_name="bis einschließlich")),
                ("grund", models.CharField(blank=True, max_length=200, verbose_name="Grund")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "angebot",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="angebote.angebot",
                        verbose_name="Angebot",
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
                    "ort",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="angebote.ort",
                        verbose_name="Ort",
                    ),
                ),
            ],
            options={
                "verbose_name": "Verlauf: Schließzeit",
                "verbose_name_plural": "Verlauf: Schließzeit",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalTraeger",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("name", models.CharField(db_index=True, max_length=160, verbose_name="Name")),
                ("slug", models.SlugField(max_length=80, verbose_name="Adresse")),
                (
                    "art",
                    models.CharField(
                        choices=[
                            ("stadtteilzentrum", "Stadtteilzentrum oder Nachbarschaftshaus"),
                            ("wohlfahrt", "Wohlfahrtsverband"),
                            ("vhs", "Volkshochschule"),
                            ("sportverein", "Sportverein"),
                            ("verein", "Verein"),
                            ("schule", "Schule"),
                            ("jugend", "Jugendeinrichtung"),
                            ("kultur", "Kultureinrichtung"),
                            ("bibliothek", "Bibliothek"),
                            ("gemeinde", "Kirchen- oder Religionsgemeinde"),
                            ("wohnen", "Wohnungsunternehmen"),
                            ("selbsthilfe", "Selbsthilfe"),
                            ("initiative", "Initiative"),
                            ("verwaltung", "Verwaltung"),
                            ("gesundheit", "Gesundheitswesen"),
                            ("sonstige", "Sonstige"),
                        ],
                        default="sonstige",
                        max_length=20,
                        verbose_name="Art",
                    ),
                ),
                ("beschreibung", models.TextField(blank=True, verbose_name="Beschreibung")),
                ("telefon", models.CharField(blank=True, max_length=40, verbose_name="Telefon")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="E-Mail")),
                ("web", models.URLField(blank=True, max_length=300, verbose_name="Website")),
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
            ],
            options={
                "verbose_name": "Verlauf: Träger",
                "verbose_name_plural": "Verlauf: Träger",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalZeit",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "art",
                    models.CharField(
                        choices=[
                            ("regel", "regelmäßig"),
                            ("einzeln", "einzelner Termin"),
                            ("vereinbarung", "nach Vereinbarung"),
                            ("unbekannt", "nicht bekannt, bitte anrufen"),
                        ],
                        default="regel",
                        max_length=12,
                        verbose_name="Art",
                    ),
                ),
                (
                    "wochentag",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[
                            (0, "Montag"),
                            (1, "Dienstag"),
                            (2, "Mittwoch"),
                            (3, "Donnerstag"),
                            (4, "Freitag"),
                            (5, "Samstag"),
                            (6, "Sonntag"),
                        ],
                        null=True,
                        verbose_name="Wochentag",
                    ),
                ),
                (
                    "intervall_wochen",
                    models.PositiveSmallIntegerField(
                        default=1,
                        help_text="1 = jede Woche, 2 = jede zweite Woche ab dem ersten Termin",
                        verbose_name="alle … Wochen",
                    ),
                ),
                (
                    "monatswochen",
                    models.CharField(
                        blank=True,
                        help_text="leer = jede Woche; „2,4“ = 2. und 4. im Monat; „-1“ = letzter im Monat",
                        max_length=12,
                        validators=[angebote.validators.validate_monatswochen],
                        verbose_name="nur an diesen im Monat",
                    ),
                ),
                (
                    "datum",
                    models.DateField(blank=True, help_text="nur bei einzelnem Termin", null=True, verbose_name="Datum"),
                ),
                ("beginn", models.TimeField(blank=True, null=True, verbose_name="Beginn")),
                ("ende", models.TimeField(blank=True, null=True, verbose_name="Ende")),
                ("gueltig_von", models.DateField(blank=True, null=True, verbose_name="gilt ab / erster Termin")),
                ("gueltig_bis", models.DateField(blank=True, null=True, verbose_name="gilt bis")),
                (
                    "an_feiertagen",
                    models.BooleanField(
                        default=False, help_text="auch Heiligabend und Silvester", verbose_name="auch an Feiertagen"
                    ),
                ),
                ("in_schulferien", models.BooleanField(default=True, verbose_name="auch in den Schulferien")),
                ("hinweis", models.CharField(blank=True, max_length=300, verbose_name="Hinweis")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "angebot",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="angebote.angebot",
                        verbose_name="Angebot",
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
            ],
            options={
                "verbose_name": "Verlauf: Zeit",
                "verbose_name_plural": "Verlauf: Zeit",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalZugangsweg",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "art",
                    models.CharField(
                        choices=[
                            ("vor-ort", "vor Ort"),
                            ("zuhause", "kommt zu Ihnen nach Hause"),
                            ("draussen", "Treffpunkt draußen"),
                            ("telefon", "am Telefon"),
                            ("online", "online"),
                        ],
                        max_length=12,
                        verbose_name="Zugang",
                    ),
                ),
                (
                    "hinweis",
                    models.CharField(
                        blank=True, help_text="wer kommt, was kostet es", max_length=200, verbose_name="Hinweis"
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "angebot",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="angebote.angebot",
                        verbose_name="Angebot",
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
            ],
            options={
                "verbose_name": "Verlauf: Zugangsweg",
                "verbose_name_plural": "Verlauf: Zugangsweg",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Statuswechsel",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "von",
                    models.CharField(
                        choices=[
                            ("entwurf", "Entwurf"),
                            ("in-pruefung", "in Prüfung"),
                            ("veroeffentlicht", "veröffentlicht"),
                            ("pausiert", "pausiert"),
                            ("archiviert", "archiviert"),
                        ],
                        max_length=20,
                        verbose_name="von",
                    ),
                ),
                (
                    "nach",
                    models.CharField(
                        choices=[
                            ("entwurf", "Entwurf"),
                            ("in-pruefung", "in Prüfung"),
                            ("veroeffentlicht", "veröffentlicht"),
                            ("pausiert", "pausiert"),
                            ("archiviert", "archiviert"),
                        ],
                        max_length=20,
                        verbose_name="nach",
                    ),
                ),
                ("grund", models.CharField(blank=True, max_length=300, verbose_name="Grund")),
                ("am", models.DateTimeField(verbose_name="wann")),
                (
                    "angebot",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="statuswechsel",
                        to="angebote.angebot",
                        verbose_name="Angebot",
                    ),
                ),
                (
                    "konto",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="statuswechsel",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="wer",
                    ),
                ),
            ],
            options={
                "verbose_name": "Statuswechsel",
                "verbose_name_plural": "Statuswechsel",
                "ordering": ["am", "id"],
            },
        ),
        migrations.CreateModel(
            name="Aenderungsvorschlag",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("aenderungen", models.JSONField(verbose_name="Änderungen")),
                (
                    "herkunft",
                    models.CharField(
                        choices=[("redaktion", "Redaktion"), ("anbieter", "Anbieter, über den Link")],
                        max_length=12,
                        verbose_name="kommt von",
                    ),
                ),
                (
                    "absender",
                    models.CharField(
                        blank=True, help_text="wenn es kein Konto gibt", max_length=254, verbose_name="Absender"
                    ),
                ),
                ("bemerkung", models.TextField(blank=True, verbose_name="Bemerkung")),
                ("eingereicht_am", models.DateTimeField(verbose_name="eingereicht am")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("offen", "offen"),
                            ("angenommen", "angenommen"),
                            ("abgelehnt", "abgelehnt"),
                            ("zurueckgezogen", "zurückgezogen"),
                        ],
                        default="offen",
                        max_length=16,
                        verbose_name="Status",
                    ),
                ),
                ("entschieden_am", models.DateTimeField(blank=True, null=True, verbose_name="entschieden am")),
                ("begruendung", models.TextField(blank=True, verbose_name="Begründung")),
                (
                    "angebot",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="aenderungsvorschlaege",
                        to="angebote.angebot",
                        verbose_name="Angebot",
                    ),
                ),
                (
                    "entschieden_von",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="entschiedene_vorschlaege",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="entschieden von",
                    ),
                ),
                (
                    "konto",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="aenderungsvorschlaege",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="eingereicht von",
                    ),
                ),
            ],
            options={
                "verbose_name": "Änderungsvorschlag",
                "verbose_name_plural": "Änderungsvorschläge",
                "ordering": ["eingereicht_am", "id"],
                "indexes": [models.Index(fields=["status", "eingereicht_am"], name="vorschlag_offen")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("entschieden_am__isnull", True), ("status", "offen")),
                            models.Q(models.Q(("status", "offen"), _negated=True), ("entschieden_am__isnull", False)),
                            _connector="OR",
                        ),
                        name="vorschlag_entschieden_mit_datum",
                        violation_error_message="Ein entschiedener Vorschlag braucht ein Datum, ein offener hat keines.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "abgelehnt"), _negated=True),
                            models.Q(("begruendung", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="vorschlag_abgelehnt_mit_begruendung",
                        violation_error_message="Bitte begründen, warum der Vorschlag abgelehnt wird.",
                    ),
                ],
            },
        ),
    ]
