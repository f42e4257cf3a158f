"""The words of the search: those of the catalogue, and those the Redaktion keeps."""

from django.db import models
from django.utils.translation import gettext_lazy as _

NAME_LAENGE = 80  # characters


class Suchwort(models.Model):
    """A word that stands in some offer, folded; compounds, word beginnings and typing mistakes are resolved over these.

    `anzeige` is how the catalogue writes it, for "Meinten Sie …". Added with every offer that is saved; words nobody
    uses any more go with `manage.py rebuild_suche`.
    """

    wort = models.CharField(_("Wort"), max_length=80, unique=True)
    stamm = models.CharField(_("Wortstamm"), max_length=80, db_index=True)
    anzeige = models.CharField(_("so geschrieben"), max_length=80)

    class Meta:
        verbose_name = _("Wort des Katalogs")
        verbose_name_plural = _("Wörter des Katalogs")

    def __str__(self) -> str:
        return self.wort


class Synonymgruppe(models.Model):
    """Words that find each other, or words that lead to others (`findet`), one per line or separated by commas."""

    worte = models.TextField(
        _("Wörter"), help_text=_("Ein Wort je Zeile. Wer eines davon sucht, findet auch die anderen.")
    )
    findet = models.TextField(
        _("findet auch"),
        blank=True,
        help_text=_(
            "Leer: Die Wörter oben bedeuten dasselbe. Ausgefüllt: Wer eines der Wörter oben sucht,"
            " findet auch diese hier, aber nicht umgekehrt. Ein Wort je Zeile."
        ),
    )
    zeigt_hilfe = models.BooleanField(
        _("zeigt Hilfe in einer Krise"),
        default=False,
        help_text=_("Bei diesen Wörtern stehen die Nummern für eine Krise unter den Treffern."),
    )
    notiz = models.CharField(_("Notiz"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("Synonymgruppe")
        verbose_name_plural = _("Synonymgruppen")
        ordering = ["worte"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(worte=""),
                name="synonymgruppe_mit_worten",
                violation_error_message=_("Bitte mindestens ein Wort angeben."),
            )
        ]

    def __str__(self) -> str:
        worte = ", ".join(self.worte.split("\n"))
        return worte if len(worte) <= NAME_LAENGE else f"{worte[: NAME_LAENGE - 1]}…"


class Stoppwort(models.Model):
    """A word that says nothing about an offer and is left out of every search."""

    wort = models.CharField(_("Wort"), max_length=40, unique=True)

    class Meta:
        verbose_name = _("Füllwort")
        verbose_name_plural = _("Füllwörter")
        ordering = ["wort"]

    def __str__(self) -> str:
        return self.wort
