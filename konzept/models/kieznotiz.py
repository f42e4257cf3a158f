from __future__ import annotations

from django.conf import settings
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from angebote.models import Kiez

NOTIZ_LAENGE = 2000


class Kieznotiz(models.Model):
    """What staff know of a Kiez and no figure says (S4). Never rewritten: a newer note follows. It names nobody."""

    kiez = models.ForeignKey(Kiez, models.PROTECT, verbose_name=_("Kiez"), related_name="notizen")
    text = models.TextField(
        _("Notiz"),
        validators=[MaxLengthValidator(NOTIZ_LAENGE)],
        help_text=_("Über Orte, Wege und Angebote im Kiez. Bitte nichts über einzelne Menschen."),
    )
    konto = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("geschrieben von"),
        related_name="kieznotizen",
        null=True,
        blank=True,
        editable=False,
    )
    datum = models.DateField(_("Datum"), editable=False)

    class Meta:
        verbose_name = _("Kieznotiz")
        verbose_name_plural = _("Kieznotizen")
        ordering = ["-datum", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(text=""),
                name="kieznotiz_mit_text",
                violation_error_message=_("Eine Notiz braucht einen Text."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.kiez} ({self.datum:%d.%m.%Y})"
