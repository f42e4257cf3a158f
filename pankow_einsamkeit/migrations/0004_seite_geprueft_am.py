from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("pankow_einsamkeit", "0003_anmeldeversuche")]

    operations = [
        migrations.AddField(
            model_name="seite",
            name="geprueft_am",
            field=models.DateField(
                blank=True,
                help_text="Steht auf der Seite. Die Erklärung zur Barrierefreiheit muss jedes Jahr überprüft werden; nach 11 Monaten erinnert die Übersicht daran.",
                null=True,
                verbose_name="zuletzt überprüft am",
            ),
        ),
    ]
