"""One open correction of a report: a second click began another."""

from django.db import migrations, models
from django.db.models import Exists, OuterRef

OFFENE = ("entwurf", "eingefroren")


def discard_zweite(apps, schema_editor):
    """The earlier one stays; the others stay readable, with the reason."""
    berichte = apps.get_model("konzept", "Bericht").objects
    fruehere = berichte.filter(status__in=OFFENE, berichtigt=OuterRef("berichtigt"), pk__lt=OuterRef("pk"))
    zweite = list(berichte.filter(Exists(fruehere), status__in=OFFENE).values_list("pk", flat=True))
    berichte.filter(pk__in=zweite).update(status="verworfen", verworfen_weil="Ein zweites Mal begonnen.")


class Migration(migrations.Migration):
    dependencies = [("konzept", "0015_email_zeigen")]

    operations = [
        migrations.RunPython(discard_zweite, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="bericht",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status__in", OFFENE)),
                fields=("berichtigt",),
                name="bericht_eine_offene_berichtigung",
                violation_error_message="An einer Berichtigung dieses Berichts wird schon gearbeitet.",
            ),
        ),
    ]
