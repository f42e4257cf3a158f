from datetime import timedelta

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

GRUPPEN = ("zeiten", "kontakt", "kosten", "barrieren")
STAPEL = 2000


def fill_fristen(apps, schema_editor):
    """Before the constraint. Rows with a rhythm of their own do not exist yet, so the settings hold for all."""
    hinweis = timedelta(days=settings.PRUEFUNG_HINWEIS_TAGE + 1)
    frist = timedelta(days=settings.PRUEFUNG_FRIST_TAGE)
    geprueft = apps.get_model("angebote", "Angebot").objects.filter(geprueft_am__isnull=False)
    for tag in set(geprueft.order_by().values_list("geprueft_am", flat=True)):
        geprueft.filter(geprueft_am=tag).update(hinweis_ab=tag + hinweis, sichtbar_bis=tag + frist)


def split_geprueft_am(apps, schema_editor):
    """The one day of an entry was the day of all groups. Going back keeps it: geprueft_am stays as it is."""
    Pruefung = apps.get_model("angebote", "Pruefung")
    geprueft = apps.get_model("angebote", "Angebot").objects.filter(geprueft_am__isnull=False).order_by("pk")
    neue = [
        Pruefung(
            angebot_id=pk,
            gruppe=gruppe,
            geprueft_am=tag,
            quelle="import",
            notiz="übernommen aus „zuletzt geprüft am“",
        )
        for pk, tag in geprueft.values_list("pk", "geprueft_am")
        for gruppe in GRUPPEN
    ]
    Pruefung.objects.bulk_create(neue, batch_size=STAPEL)


class Migration(migrations.Migration):
    dependencies = [
        ("angebote", "0017_textausnahme"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Pruefrhythmus",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "bereich",
                    models.CharField(
                        blank=True,
                        choices=[("begegnung", "Begegnung"), ("unterstuetzung", "Unterstützung")],
                        help_text="leer = beide",
                        max_length=20,
                        verbose_name="Bereich",
                    ),
                ),
                (
                    "format",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("unbekannt", "nicht bekannt"),
                            ("offen", "offen, kommen Sie einfach vorbei"),
                            ("feste-gruppe", "feste Gruppe"),
                            ("kurs", "Kurs mit Beginn"),
                            ("einzelgespraech", "Einzelgespräch"),
                            ("einmalig", "einmalig"),
                        ],
                        help_text="leer = alle Formen",
                        max_length=20,
                        verbose_name="Form",
                    ),
                ),
                (
                    "hinweis_tage",
                    models.PositiveSmallIntegerField(
                        help_text="danach steht dabei, dass die Prüfung länger her ist",
                        verbose_name="Hinweis nach … Tagen",
                    ),
                ),
                (
                    "frist_tage",
                    models.PositiveSmallIntegerField(
                        help_text="danach steht das Angebot nicht mehr in Suche und Druck",
                        verbose_name="ausgeblendet nach … Tagen",
                    ),
                ),
            ],
            options={
                "verbose_name": "Prüfrhythmus",
                "verbose_name_plural": "Prüfrhythmen",
                "ordering": ["bereich", "format"],
            },
        ),
        migrations.CreateModel(
            name="Pruefung",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "gruppe",
                    models.CharField(
                        choices=[
                            ("zeiten", "Zeiten"),
                            ("kontakt", "Kontakt"),
                            ("kosten", "Kosten"),
                            ("barrieren", "Barrieren"),
                        ],
                        max_length=12,
                        verbose_name="Angaben",
                    ),
                ),
                ("geprueft_am", models.DateField(verbose_name="geprüft am")),
                (
                    "quelle",
                    models.CharField(
                        choices=[
                            ("anbieter", "Anbieter per Link"),
                            ("telefon", "Telefonat"),
                            ("email", "E-Mail"),
                            ("website", "Website"),
                            ("besuch", "Besuch"),
                            ("import", "Import"),
                        ],
                        max_length=12,
                        verbose_name="Quelle",
                    ),
                ),
                ("notiz", models.CharField(blank=True, max_length=300, verbose_name="Notiz")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="vermerkt am")),
            ],
            options={
                "verbose_name": "Prüfung",
                "verbose_name_plural": "Prüfungen",
                "ordering": ["-geprueft_am", "-id"],
            },
        ),
        migrations.RemoveIndex(
            model_name="angebot",
            name="angebot_oeffentlich",
        ),
        migrations.AddField(
            model_name="angebot",
            name="hinweis_ab",
            field=models.DateField(blank=True, editable=False, null=True, verbose_name="mit Hinweis ab"),
        ),
        migrations.AddField(
            model_name="angebot",
            name="sichtbar_bis",
            field=models.DateField(blank=True, editable=False, null=True, verbose_name="sichtbar bis"),
        ),
        migrations.AlterField(
            model_name="angebot",
            name="geprueft_am",
            field=models.DateField(blank=True, editable=False, null=True, verbose_name="zuletzt geprüft am"),
        ),
        migrations.RunPython(fill_fristen, migrations.RunPython.noop),
        migrations.AddIndex(
            model_name="angebot",
            index=models.Index(fields=["status", "sichtbar_bis", "gueltig_bis"], name="angebot_oeffentlich"),
        ),
        migrations.AddConstraint(
            model_name="angebot",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("geprueft_am__isnull", True), ("hinweis_ab__isnull", True), ("sichtbar_bis__isnull", True)
                    ),
                    models.Q(
                        ("geprueft_am__isnull", False), ("hinweis_ab__isnull", False), ("sichtbar_bis__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="angebot_fristen_zur_pruefung",
                violation_error_message="Zum Tag der Prüfung gehören „mit Hinweis ab“ und „sichtbar bis“.",
            ),
        ),
        migrations.AddConstraint(
            model_name="pruefrhythmus",
            constraint=models.UniqueConstraint(
                fields=("bereich", "format"),
                name="pruefrhythmus_einmalig",
                violation_error_message="Für diese Angebote gibt es schon einen Prüfrhythmus.",
            ),
        ),
        migrations.AddConstraint(
            model_name="pruefrhythmus",
            constraint=models.CheckConstraint(
                condition=models.Q(("bereich", ""), ("format", ""), _negated=True),
                name="pruefrhythmus_mit_art",
                violation_error_message="Bitte Bereich oder Form angeben. Was für alle Angebote gilt, steht in den Einstellungen.",
            ),
        ),
        migrations.AddConstraint(
            model_name="pruefrhythmus",
            constraint=models.CheckConstraint(
                condition=models.Q(("frist_tage__gt", models.F("hinweis_tage")), ("hinweis_tage__gte", 1)),
                name="pruefrhythmus_hinweis_vor_frist",
                violation_error_message="Der Hinweis kommt nach mindestens einem Tag, und ausgeblendet wird erst später als er.",
            ),
        ),
        migrations.AddField(
            model_name="pruefung",
            name="angebot",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="pruefungen",
                to="angebote.angebot",
                verbose_name="Angebot",
            ),
        ),
        migrations.AddField(
            model_name="pruefung",
            name="konto",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="pruefungen",
                to=settings.AUTH_USER_MODEL,
                verbose_name="geprüft von",
            ),
        ),
        migrations.AddIndex(
            model_name="pruefung",
            index=models.Index(fields=["angebot", "gruppe", "geprueft_am"], name="pruefung_je_gruppe"),
        ),
        migrations.RunPython(split_geprueft_am, migrations.RunPython.noop),
    ]
