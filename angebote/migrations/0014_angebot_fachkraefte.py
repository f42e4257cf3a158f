from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("angebote", "0013_fassung")]

    operations = [
        migrations.AddField(
            model_name="angebot",
            name="ausschluss",
            field=models.CharField(
                blank=True,
                help_text="freundlich und genau, zum Beispiel „Kinder unter 14 Jahren“; leer heißt: nicht bekannt",
                max_length=300,
                verbose_name="Wer leider nicht kommen kann",
            ),
        ),
        migrations.AddField(
            model_name="angebot",
            name="anruf_hinweis",
            field=models.CharField(
                blank=True,
                help_text="in ganzen Sätzen, zum Beispiel „Sagen Sie, dass Sie zum ersten Mal kommen.“",
                max_length=300,
                verbose_name="Was man beim ersten Anruf sagt",
            ),
        ),
    ]
